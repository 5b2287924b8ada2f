import { encode } from 'fast-png';
import type { Page } from 'playwright';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Vec3 } from '../../src/core/volume/grid.ts';
import { makeMetaImage, makeNrrd } from '../io/make-itk.ts';
import { openApp, type App } from './app.ts';
import { alerts, exportCase, openFiles, settled } from './case-page.ts';
import { temporaryFolder } from './golden-files.ts';
import { SIZE, slab, writeBytes, writeDataset, writeVolume } from './small-files.ts';

const folder = temporaryFolder();
const PICTURE: Vec3 = [12, 10, 1];
const dataset = writeDataset(folder, { background: 0, body: 1 });

let app: App;
let page: Page;
beforeAll(async () => {
  app = await openApp();
  page = app.page;
  page.setDefaultTimeout(20_000);
  await settled(page);
});
afterAll(() => app?.close());

/** The counts of every label after these files were opened in a page that is new. */
async function countsOf(reference: string, prediction: string) {
  await page.reload();
  await settled(page);
  await openFiles(page, reference, prediction, dataset);
  expect(await alerts(page)).toEqual([]);
  const { labels, joint, grid } = await exportCase(page);
  return { labels, joint, size: grid.size };
}

function niftiCounts(size: Vec3) {
  return countsOf(
    writeVolume(folder, 'reference.nii.gz', slab(2, 7, 1, size), { size }),
    writeVolume(folder, 'prediction.nii.gz', slab(4, 9, 1, size), { size }),
  );
}

test('a reference in NRRD and a prediction in MetaImage give the numbers of the same pair in NIfTI', async () => {
  const nrrd = makeNrrd(
    [
      'type: uint8',
      'dimension: 3',
      'space: right-anterior-superior',
      `sizes: ${SIZE.join(' ')}`,
      'space directions: (1,0,0) (0,1,0) (0,0,1)',
      'space origin: (0,0,0)',
    ],
    slab(2, 7),
    'gzip',
  );
  const meta = makeMetaImage(
    [
      'NDims = 3',
      `DimSize = ${SIZE.join(' ')}`,
      'ElementType = MET_UCHAR',
      'TransformMatrix = -1 0 0 0 -1 0 0 0 1',
      'Offset = 0 0 0',
      'ElementSpacing = 1 1 1',
    ],
    slab(4, 9),
    true,
  );
  const found = await countsOf(
    writeBytes(folder, 'reference.nrrd', nrrd),
    writeBytes(folder, 'prediction.mha', meta),
  );
  expect(found.labels['1']).toMatchObject({ tp: 240, fp: 160, fn: 160 });
  expect(found).toEqual(await niftiCounts(SIZE));
});

test.each([
  ['png', makePng],
  ['tif', makeTiff],
])('a pair of pictures as .%s gives the numbers of the same pair in NIfTI', async (ending, make) => {
  const found = await countsOf(
    writeBytes(folder, `reference.${ending}`, make(slab(2, 7, 1, PICTURE))),
    writeBytes(folder, `prediction.${ending}`, make(slab(4, 9, 1, PICTURE))),
  );
  expect(found.labels['1']).toMatchObject({ tp: 30, fp: 20, fn: 20 });
  expect(found).toEqual(await niftiCounts(PICTURE));
});

test('a picture of colours is refused in one sentence', async () => {
  await page.reload();
  await settled(page);
  const [width, height] = PICTURE;
  const colours = encode({ width, height, data: new Uint8Array(3 * width * height), channels: 3 });
  await openFiles(
    page,
    writeBytes(folder, 'reference.png', colours),
    writeBytes(folder, 'prediction.png', makePng(slab(4, 9, 1, PICTURE))),
    dataset,
  );
  expect((await alerts(page)).join()).toContain('reference.png is a PNG picture of RGB');
});

test('nothing of all this is refused by the policy or an error of the console', () => {
  expect(app.consoleErrors).toEqual([]);
});

function makePng(data: Uint8Array): Uint8Array {
  return encode({ width: PICTURE[0], height: PICTURE[1], data, channels: 1 });
}

/** Little-endian, one strip of 8-bit grey. */
function makeTiff(data: Uint8Array): Uint8Array {
  const tags = [
    [256, PICTURE[0]],
    [257, PICTURE[1]],
    [258, 8],
    [259, 1],
    [262, 1],
    [273, 110],
    [277, 1],
    [278, PICTURE[1]],
  ];
  const bytes = new Uint8Array(110 + data.length);
  const view = new DataView(bytes.buffer);
  bytes.set([0x49, 0x49, 42, 0, 8]);
  view.setUint16(8, tags.length, true);
  tags.forEach(([tag, value], i) => {
    view.setUint16(10 + 12 * i, tag, true);
    view.setUint16(12 + 12 * i, 4, true);
    view.setUint32(14 + 12 * i, 1, true);
    view.setUint32(18 + 12 * i, value, true);
  });
  bytes.set(data, 110);
  return bytes;
}
