import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { asNnunet, evaluateToJson, runCli } from './run-cli.ts';

const shared = fileURLToPath(new URL('../../../shared/data/', import.meta.url));
const isThere = existsSync(join(shared, 'expected-nnunet.json'));

type Metrics = Record<string, ReturnType<typeof asNnunet>>;

/** What each expectation of a case was computed from. */
const PREDICTIONS: Readonly<Record<string, (folder: string) => string[]>> = {
  prediction: (folder) => [join(folder, 'prediction.nii.gz')],
  prediction_b: (folder) => [join(folder, 'prediction_b.nii.gz')],
  reconstructed: (folder) => [join(folder, 'probabilities.npz')],
};

describe.skipIf(!isThere)('the shared cases (not beside this checkout: skipped)', () => {
  const read = <Content>(name: string) =>
    JSON.parse(
      isThere ? readFileSync(join(shared, name), 'utf8').replace(/\bNaN\b/g, 'null') : '{}',
    ) as Content;
  const withoutNaN = (metrics: Metrics[string]) => ({
    ...metrics,
    Dice: Number.isNaN(metrics.Dice) ? null : metrics.Dice,
    IoU: Number.isNaN(metrics.IoU) ? null : metrics.IoU,
  });

  const single = Object.entries(
    read<Record<string, Record<string, Metrics>>>('expected-nnunet.json'),
  ).flatMap(([name, evaluations]) =>
    Object.entries(evaluations).flatMap(([key, metrics]) => {
      const [source, evaluated] = key.split('/') as [string, 'labels' | 'regions'];
      return PREDICTIONS[source] ? [{ name, source, evaluated, metrics }] : [];
    }),
  );
  test.each(single)(
    '$name, $source, $evaluated: as nnU-Net counts it',
    async ({ name, source, evaluated, metrics }) => {
      const folder = join(shared, name);
      const labels = evaluated === 'labels' && source !== 'reconstructed' && name !== 'spine-anisotropic';
      const result = await evaluateToJson(
        join(folder, 'reference.nii.gz'),
        ...PREDICTIONS[source](folder),
        '--dataset',
        join(folder, labels ? 'dataset_labels.json' : 'dataset.json'),
      );
      for (const [structure, counts] of Object.entries(metrics)) {
        expect(withoutNaN(asNnunet(result[evaluated][structure])), structure).toEqual(counts);
      }
    },
  );

  interface Summary {
    metric_per_case?: { metrics: Metrics; prediction_file: string }[];
  }
  const cohort = (['labels', 'regions'] as const).flatMap((evaluated) =>
    (read<Summary>(`expected-summaries/prostate-cohort-${evaluated}.json`).metric_per_case ?? []).map(
      ({ metrics, prediction_file: file }) => ({ file, evaluated, metrics }),
    ),
  );
  test.each(cohort)(
    'prostate cohort, $file, $evaluated: as nnU-Net counts it',
    async ({ file, evaluated, metrics }) => {
      const folder = join(shared, 'prostate-cohort');
      const dataset = join(folder, evaluated === 'labels' ? 'dataset_labels.json' : 'dataset.json');
      const [, name] = file.split('/');
      const pair = [join(folder, 'labelsTr', name), join(folder, 'predictions', name)];
      const result = await evaluateToJson(...pair, '--dataset', dataset);
      for (const [structure, counts] of Object.entries(metrics)) {
        expect(withoutNaN(asNnunet(result[evaluated][structure])), structure).toEqual(counts);
      }
    },
  );

  interface Plain {
    thresholded_regions: Record<string, { TP: number; FP: number; FN: number }>;
    voxels_changed_by_reconstruction: Record<string, { lost: number; gained: number }>;
  }
  test.each(['glioma-regions', 'prostate-regions'])(
    '%s: raw regions, gained and lost voxels as plain numpy counts them, from probabilities and from masks',
    async (name) => {
      const folder = join(shared, name);
      const plain = read<Record<string, Plain>>('expected.json')[name];
      const regions = Object.keys(plain.thresholded_regions);
      const masks = regions.map((region) => join(folder, `region_${region}.nii.gz`));
      const dataset = ['--dataset', join(folder, 'dataset.json')];
      const reference = join(folder, 'reference.nii.gz');
      for (const result of [
        await evaluateToJson(reference, join(folder, 'probabilities.npz'), ...dataset),
        await evaluateToJson(reference, ...dataset, '--region-masks', ...masks),
      ]) {
        const scored = Object.entries(result.rawRegions ?? {});
        for (const region of regions) {
          const [key, raw] = scored.find(([, { name }]) => name === region) ?? [''];
          const { TP, FP, FN } = plain.thresholded_regions[region];
          expect(raw).toMatchObject({ name: region, tp: TP, fp: FP, fn: FN });
          const changed = (change: 'gained' | 'lost') =>
            (result.patterns ?? []).reduce(
              (sum, row) => (row[change].includes(key) ? sum + row.voxels : sum),
              0,
            );
          expect({ gained: changed('gained'), lost: changed('lost') }).toEqual(
            plain.voxels_changed_by_reconstruction[region],
          );
        }
      }
    },
  );

  test.each([
    ['pair-shape', 1],
    ['pair-origin', 0],
    ['pair-tiny-affine', 0],
    ['pair-unknown-label', 0],
    ['pair-empty-reference', 0],
    ['pair-dtypes', 0],
  ])('odd pair %s ends with exit code %i', async (pair, code) => {
    const folder = join(shared, 'odd-files', pair);
    const files = ['reference', 'prediction'].map((name) => join(folder, `${name}.nii.gz`));
    const ended = await runCli('evaluate', ...files);
    expect(ended.code, ended.stderr).toBe(code);
    if (pair === 'pair-shape') expect(ended.stderr).toMatch(/35 × 51 × 34.*35 × 51 × 35/s);
    if (pair === 'pair-origin') expect(ended.stderr).toContain('5.00 mm');
    if (pair === 'pair-tiny-affine') expect(ended.stderr).not.toContain('elsewhere');
  });
});
