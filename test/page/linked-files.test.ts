import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openApp, type App } from './app.ts';
import { alerts, exportCase, settled } from './case-page.ts';
import { goldenCase, readSummary, temporaryFolder } from './golden-files.ts';

const files = goldenCase(temporaryFolder(), 1);
let app: App;
beforeAll(async () => {
  app = await openApp();
  await settled(app.page);
  await app.page.route('**/served/*', (route) => {
    const name = new URL(route.request().url()).pathname.split('/').at(-1) as keyof typeof files;
    return name in files
      ? route.fulfill({ body: readFileSync(files[name]) })
      : route.fulfill({ status: 404, body: 'not here' });
  });
});
afterAll(() => app?.close());

async function follow(query: string, hash = '#/case'): Promise<void> {
  await app.page.goto('about:blank');
  await app.page.goto(`${app.address}/index.html?${query}${hash}`);
  await settled(app.page);
}

test('an address opens the same-origin files that it names, at the place that it names', async () => {
  await follow(
    'reference=served/reference&prediction=served/prediction&dataset=served/dataset',
    '#/case?at=3,4,5&show=reference&of=label_3_fn',
  );
  const { regions, labels } = await exportCase(app.page);
  const expected = readSummary('summary_regions.json')[1];
  expect(Object.keys(regions).toSorted()).toEqual(Object.keys(expected).toSorted());
  for (const [key, { TP, FP, FN }] of Object.entries(expected)) {
    expect(regions[key]).toMatchObject({ tp: TP, fp: FP, fn: FN });
  }
  expect(labels['3'].name).toBe('enhancing');
  await expect.poll(() => app.page.url()).toMatch(/#\/case\?at=3,4,5&show=reference&of=label_3_fn$/);
  expect(app.page.url()).toContain('reference=served/reference');
  expect(await app.page.locator('#case-button').innerText()).not.toContain('Demo');
});

test('the files of the demo open by their addresses, a label-trained prediction too', async () => {
  await follow(
    'reference=demo/reference.nii.gz&prediction=demo/prediction.nii.gz&dataset=demo/dataset_labels.json&image=demo/image_0000.nii.gz&engine=cpu',
  );
  const { regions, labels, engine } = await exportCase(app.page);
  expect(engine.kind).toBe('cpu');
  expect(regions).toEqual({});
  expect(Object.keys(labels)).toEqual(['1', '2', '3']);
  expect(await app.page.locator('dl-slice.axial .window').innerText()).toMatch(/W \d+/);
});

test('files of another server are refused in a sentence, and not asked for', async () => {
  const foreign: string[] = [];
  app.page.on('request', (request) => {
    if (new URL(request.url()).host === 'example.org') foreign.push(request.url());
  });
  await follow('reference=https://example.org/reference.nii.gz&prediction=served/prediction');
  expect(await alerts(app.page)).toEqual([
    expect.stringMatching(/^https:\/\/example\.org\/reference\.nii\.gz lies on another server.*\.$/),
  ]);
  expect(foreign).toEqual([]);
  expect(await app.page.getByRole('button', { name: 'Open the demo' }).isVisible()).toBe(true);
});

test.each([
  ['a file that is not there', 'reference=served/nothing&prediction=served/prediction', /^nothing .*\.$/],
  ['an address that is none', 'reference=http://[&prediction=served/prediction', /^http:\/\/\[ .*\.$/],
  ['a name that is none', 'reference=served/%25E0%25&prediction=served/prediction', /^%E0% .*\.$/],
])('%s is named in a sentence', async (_, query, sentence) => {
  await follow(query);
  expect(await alerts(app.page)).toEqual([expect.stringMatching(sentence)]);
  expect(await app.page.locator('empty-case').count()).toBe(1);
});
