import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { formatScore, formatVoxels } from '../../src/core/text/format.ts';
import { openApp, type App } from './app.ts';
import { exportCase, exportText, openFiles, readTables, settled, type ExportedScore } from './case-page.ts';
import { goldenCase, readSummary, temporaryFolder, type Metrics } from './golden-files.ts';

const folder = temporaryFolder();
const summaries = {
  plain: { regions: readSummary('summary_regions.json'), labels: readSummary('summary_labels.json') },
  ignore: {
    regions: readSummary('summary_regions_ignore.json'),
    labels: readSummary('summary_labels_ignore.json'),
  },
};

const asNnunet = ({ dice, iou, tp, fp, fn, tn, nRef, nPred }: ExportedScore): Metrics => ({
  Dice: dice,
  IoU: iou,
  TP: tp,
  FP: fp,
  FN: fn,
  TN: tn,
  n_ref: nRef,
  n_pred: nPred,
});

const shown = ({ Dice, TP, FP, FN, IoU }: Metrics) => ({
  tp: formatVoxels(TP),
  fp: formatVoxels(FP),
  fn: formatVoxels(FN),
  dice: Dice === null ? 'absent' : formatScore(Dice),
  title: Dice === null ? expect.any(String) : `Dice ${Dice}, IoU ${IoU}`,
});

describe.each([
  ['WebGPU on, the engine of its choice', { gpu: true, path: '/' }, [0, 1, 2, 3, 4, 5], /^Counted on the /],
  ['WebGPU on, the GPU asked for', { gpu: true, path: '/?engine=gpu' }, [0, 1, 3], /^Counted on the GPU/],
  ['WebGPU on, the CPU asked for', { gpu: true, path: '/?engine=cpu' }, [1, 4], /^Counted on the CPU/],
  ['WebGPU off', { gpu: false, path: '/' }, [0, 2, 5], /^Counted on the CPU: WebGPU/],
] as const)('%s', (_, options, cases, footer) => {
  let app: App;
  beforeAll(async () => {
    app = await openApp(options);
    await settled(app.page);
  });
  afterAll(() => app?.close());

  test.each(
    cases.flatMap((index) => [
      { index, ignore: false },
      { index, ignore: true },
    ]),
  )(
    'case $index (ignore label: $ignore) has the figures of nnU-Net in the tables and in both exports',
    async ({ index, ignore }) => {
      const { page } = app;
      const { reference, prediction, dataset } = goldenCase(folder, index, { ignore });
      await openFiles(page, reference, prediction, dataset);
      const { regions, labels } = ignore ? summaries.ignore : summaries.plain;

      const exported = await exportCase(page);
      for (const [key, metrics] of Object.entries(regions[index])) {
        expect(asNnunet(exported.regions[key]), key).toEqual(metrics);
      }
      for (const [key, metrics] of Object.entries(labels[index])) {
        expect(asNnunet(exported.labels[key]), key).toEqual(metrics);
      }
      const counted = exported.joint.cells.flat().reduce((sum, voxels) => sum + voxels, 0);
      expect(counted + exported.ignored).toBe(exported.voxels);

      const tables = await readTables(page);
      const byName = (name: string, half: 'region' | 'label') =>
        tables[half].find((score) => score.name === name);
      for (const [key, { name }] of Object.entries(exported.regions)) {
        expect(byName(name, 'region'), name).toMatchObject(shown(regions[index][key]));
      }
      for (const [key, metrics] of Object.entries(labels[index])) {
        const { name } = exported.labels[key];
        expect(byName(name, 'label'), name).toMatchObject(shown(metrics));
      }

      const { name, text } = await exportText(page, 'Export CSV');
      expect(name).toMatch(/\.csv$/);
      for (const [evaluated, summary] of [['region', regions] as const, ['label', labels] as const]) {
        for (const [key, { TP, FP, FN, TN, Dice }] of Object.entries(summary[index])) {
          const quoted = key.includes(',') ? `"${key}"` : key;
          const line = text.split('\r\n').find((row) => row.includes(`,${evaluated},${quoted},`));
          expect(line, `${evaluated} ${key}`).toContain(`,${TP},${FP},${FN},${TN},${Dice ?? ''},`);
        }
      }
    },
  );

  test('the footer says what counted', async () => {
    expect(await app.page.locator('dl-footer .engine .cut').innerText()).toMatch(footer);
    expect(app.consoleErrors).toEqual([]);
  });
});
