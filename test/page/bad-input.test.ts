import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { formatNpz } from '../../src/io/volumes/write-npz.ts';
import { openApp, type App } from './app.ts';
import { alerts, exportCase, openFiles, readTables, settled } from './case-page.ts';
import { temporaryFolder } from './golden-files.ts';
import { niftiHeader, slab, writeBytes, writeDataset, writeVolume } from './small-files.ts';

const top = temporaryFolder();
let made = 0;
/** A folder of its own for files that have the same names. */
function folder(): string {
  const path = join(top, `${made++}`);
  mkdirSync(path);
  return path;
}

const good = folder();
const reference = writeVolume(good, 'reference.nii.gz', slab(2, 8));
const prediction = writeVolume(good, 'prediction.nii.gz', slab(4, 8));
const dataset = writeDataset(good, { background: 0, liver: 1 });
const twoRegions = writeDataset(folder(), { background: 0, whole: [1, 2], core: [2] }, [1, 2]);

let app: App;
beforeAll(async () => {
  app = await openApp();
  app.page.setDefaultTimeout(15_000);
  await settled(app.page);
});
afterAll(() => app?.close());

const caseName = () => app.page.locator('#case-button').innerText();

beforeEach(async () => {
  await openFiles(app.page, reference, prediction, dataset);
  expect(await alerts(app.page)).toEqual([]);
});

/** One sentence that says all of this; the good case and its numbers are still there, and the page is alive. */
async function expectOneSentence(...parts: (string | RegExp)[]): Promise<void> {
  const { page } = app;
  await settled(page);
  const sentences = await alerts(page);
  expect(sentences).toHaveLength(1);
  for (const part of parts) expect(sentences[0]).toMatch(part);
  expect(sentences[0]).toMatch(/^\S.{20,400}\.$/);
  expect(sentences[0]).not.toMatch(/undefined|NaN,|\[object|Error:|in DiceLens itself/);
  const { labels } = await exportCase(page);
  expect(labels['1']).toMatchObject({ name: 'liver', tp: 320, fp: 0, fn: 160 });
  expect((await readTables(page)).label[0]).toMatchObject({ name: 'liver', tp: '320' });
  await page.getByRole('application').first().press('Home');
  await settled(page);
  await page.getByRole('button', { name: 'Dismiss' }).click();
  expect(await alerts(page)).toEqual([]);
}

const otherPair = (write: (at: string) => string[]) => () => write(folder());

test.each<[string, () => string[], (string | RegExp)[]]>([
  [
    'shapes that differ',
    otherPair((at) => [
      writeVolume(at, 'reference.nii.gz', slab(2, 8)),
      writeVolume(at, 'prediction.nii.gz', slab(2, 8, 1, [10, 10, 8]), { size: [10, 10, 8] }),
    ]),
    ['prediction.nii.gz', 'reference.nii.gz', '12 × 10 × 8', '10 × 10 × 8'],
  ],
  [
    'axes in another order',
    otherPair((at) => [
      writeVolume(at, 'reference.nii.gz', slab(2, 8)),
      writeVolume(at, 'prediction.nii.gz', slab(2, 8, 1, [8, 10, 12]), { size: [8, 10, 12] }),
    ]),
    ['prediction.nii.gz', /order \(3, 2, 1\)/],
  ],
  [
    'a gzip stream that is damaged',
    otherPair((at) => {
      const packed = gzipSync(Buffer.alloc(20_000, 'reference'));
      packed.fill(0xff, 20, 60);
      return [writeBytes(at, 'reference.nii.gz', packed), writeVolume(at, 'prediction.nii.gz', slab(2, 8))];
    }),
    ['reference.nii.gz', 'damaged'],
  ],
  [
    'an empty file',
    otherPair((at) => [
      writeBytes(at, 'reference.nii.gz', ''),
      writeVolume(at, 'prediction.nii.gz', slab(2, 8)),
    ]),
    ['reference.nii.gz', 'empty'],
  ],
  [
    'voxels that are NaN',
    otherPair((at) => {
      const voxels = Float32Array.from(slab(2, 8));
      voxels[5 + 12 * (3 + 10 * 2)] = Number.NaN;
      return [writeVolume(at, 'reference.nii.gz', slab(2, 8)), writeVolume(at, 'prediction.nii.gz', voxels)];
    }),
    ['prediction.nii.gz', 'NaN', /5, 3, 2/],
  ],
  [
    'values that are no labels',
    otherPair((at) => [
      writeVolume(at, 'reference.nii.gz', slab(2, 8)),
      writeVolume(
        at,
        'prediction.nii.gz',
        Float32Array.from(slab(2, 8), (label) => label * 0.75),
      ),
    ]),
    ['prediction.nii.gz', '0.75'],
  ],
  [
    'a header that claims 35 TB',
    otherPair((at) => {
      return [
        writeVolume(at, 'reference.nii', slab(2, 8)),
        writeBytes(
          at,
          'prediction.nii.gz',
          gzipSync(Buffer.concat([niftiHeader([32_767, 32_767, 32_767]), Buffer.alloc(4096)])),
        ),
      ];
    }),
    ['prediction.nii.gz', /TB|TiB/],
  ],
  [
    'a .hdr without its .img',
    otherPair((at) => [
      writeBytes(at, 'reference.hdr', niftiHeader([12, 10, 8], 'ni1')),
      writeVolume(at, 'prediction.nii.gz', slab(2, 8)),
    ]),
    ['reference.hdr', '.img'],
  ],
  [
    'a file that is something else',
    otherPair((at) => [
      writeBytes(
        at,
        'reference.nii.gz',
        'version https://git-lfs.github.com/spec/v1\noid sha256:0\nsize 12\n',
      ),
      writeVolume(at, 'prediction.nii.gz', slab(2, 8)),
    ]),
    ['reference.nii.gz', 'Git LFS'],
  ],
  [
    'an .npz without the key',
    otherPair((at) => [
      writeVolume(at, 'reference.nii.gz', slab(2, 8)),
      writeBytes(
        at,
        'probabilities.npz',
        formatNpz({ logits: { type: '<f4', shape: [2, 8, 10, 12], data: new Float32Array(2 * 960) } }),
      ),
      twoRegions,
    ]),
    ['probabilities.npz', 'probabilities', 'logits'],
  ],
  [
    'probabilities of another number of regions',
    otherPair((at) => [
      writeVolume(at, 'reference.nii.gz', slab(2, 8)),
      writeBytes(
        at,
        'probabilities.npz',
        formatNpz({ probabilities: { type: '<f4', shape: [3, 8, 10, 12], data: new Float32Array(3 * 960) } }),
      ),
      twoRegions,
    ]),
    ['probabilities.npz', '3', '2'],
  ],
  [
    'a region mask that is missing',
    otherPair((at) => [
      writeVolume(at, 'reference.nii.gz', slab(2, 8)),
      writeVolume(at, 'region_whole.nii.gz', slab(2, 8)),
      twoRegions,
    ]),
    ['region_whole.nii.gz', 'core'],
  ],
])('%s: one sentence, and the case that was open stays', async (_, write, parts) => {
  await app.page.getByLabel('Open files').setInputFiles(write());
  await expectOneSentence(...parts);
  expect(await caseName()).toContain('case');
});

test.each([
  ['without labels', { name: 'spleen' }, ['dataset.json', '"labels"']],
  ['without background', { labels: { liver: 1 } }, ['dataset.json', 'background']],
  ['that is no JSON', '{ "labels": { "background": 0, }', ['dataset.json', 'JSON']],
] as const)(
  'a dataset.json %s: one sentence, and the case that was open stays',
  async (_, content, parts) => {
    const { page } = app;
    const bad = writeBytes(
      folder(),
      'dataset.json',
      typeof content === 'string' ? content : JSON.stringify(content),
    );
    await openFiles(page, bad);
    await page.getByRole('button', { name: 'Replace dataset.json' }).click();
    await expectOneSentence(...parts);
  },
);

test('labels that dataset.json does not name get rows of their own and a warning', async () => {
  const { page } = app;
  const at = folder();
  await openFiles(
    page,
    writeVolume(at, 'reference.nii.gz', slab(2, 8, 7)),
    writeVolume(at, 'prediction.nii.gz', slab(4, 8, 9)),
  );
  const { labels, warnings } = await exportCase(page);
  expect(labels['7']).toMatchObject({ name: 'label 7', tp: 0, fn: 480 });
  expect(labels['9']).toMatchObject({ name: 'label 9', fp: 320 });
  await page.getByRole('button', { name: /^\d more$/ }).click();
  const shown = await page.locator('dl-warnings li').allInnerTexts();
  expect(shown).toEqual(warnings.map(({ message }) => message));
  expect(shown.filter((text) => text.includes('dataset.json')).join(' ')).toMatch(/7.*9/);
  expect(await alerts(page)).toEqual([]);
});

test('volumes without any label are counted, and said to be absent', async () => {
  const { page } = app;
  const at = folder();
  await openFiles(
    page,
    writeVolume(at, 'reference.nii.gz', slab(0, 0)),
    writeVolume(at, 'prediction.nii.gz', slab(0, 0)),
  );
  expect((await readTables(page)).label).toMatchObject([{ name: 'liver', tp: '0', dice: 'absent' }]);
  expect(await alerts(page)).toEqual([]);
  expect(app.consoleErrors).toEqual([]);
});

test('grids that differ are compared as they lie, and the warning says so', async () => {
  const { page } = app;
  const at = folder();
  await openFiles(
    page,
    writeVolume(at, 'reference.nii.gz', slab(2, 8)),
    writeVolume(at, 'prediction.nii.gz', slab(4, 8), { spacing: 2 }),
  );
  const { warnings, labels } = await exportCase(page);
  expect(warnings.map(({ code }) => code)).toContain('geometry-differs');
  expect(labels['1'].tp).toBe(320);
});

test('a file that changes after it was chosen: one sentence, and the case that was open stays', async () => {
  const { page } = app;
  const changing = writeVolume(folder(), 'prediction_b.nii.gz', slab(3, 8));
  await openFiles(page, changing);
  await new Promise((resolve) => setTimeout(resolve, 1100)); // times of files may have whole seconds
  writeFileSync(changing, 'something else');
  await page.getByRole('button', { name: 'Replace prediction.nii.gz' }).click();
  await expectOneSentence('prediction_b.nii.gz', 'changed');
});

test('a prediction given twice is asked about, and nothing changes before the answer', async () => {
  const { page } = app;
  await openFiles(page, writeVolume(folder(), 'prediction.nii.gz', slab(2, 8)));
  expect(await page.getByRole('alertdialog').innerText()).toContain('prediction.nii.gz');
  expect((await exportCase(page)).labels['1'].fn).toBe(160);
  await page.getByRole('button', { name: 'Leave it out' }).click();
  await settled(page);
  expect(await page.getByRole('alertdialog').count()).toBe(0);
  expect((await exportCase(page)).labels['1'].fn).toBe(160);
});

test('the GPU asked for where there is none is refused in a sentence, and the page lives on', async () => {
  const without = await openApp({ gpu: false, path: '/?engine=gpu' });
  await settled(without.page);
  expect(await alerts(without.page)).toEqual([
    expect.stringMatching(/^The GPU engine was asked for.*"cpu"\.$/),
  ]);
  await without.page.getByTitle('Switch to Chinese').click();
  expect(await alerts(without.page)).toEqual([expect.stringMatching(/GPU.*cpu。$/)]);
  expect(without.consoleErrors).toEqual([]);
  await without.close();
});
