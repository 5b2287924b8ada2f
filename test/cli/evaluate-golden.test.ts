import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { asNnunet, evaluateToJson, scratchFolder } from './run-cli.ts';

const golden = fileURLToPath(new URL('../golden/nnunet_eval/', import.meta.url));

type Metrics = ReturnType<typeof asNnunet>;
interface Summary {
  metric_per_case: { metrics: Record<string, Metrics>; prediction_file: string }[];
}

/** summary.json as nnU-Net's own evaluator wrote it; Python writes NaN as a bare word. */
function readSummary(name: string): Summary {
  const text = readFileSync(join(golden, name), 'utf8');
  return JSON.parse(text.replace(/\bNaN\b/g, '"NaN"'), (_, value: unknown) =>
    value === 'NaN' ? Number.NaN : value,
  ) as Summary;
}

/** The regions of the data set together with an ignore label, which nnU-Net was run with. */
function regionsWithIgnore(): string {
  const dataset = JSON.parse(readFileSync(join(golden, 'dataset_regions.json'), 'utf8')) as {
    labels: Record<string, unknown>;
  };
  const path = join(scratchFolder(), 'dataset.json');
  writeFileSync(path, JSON.stringify({ ...dataset, labels: { ...dataset.labels, ignore: 5 } }));
  return path;
}

describe.each([
  ['labels', 'summary_labels.json', 'ref', () => join(golden, 'dataset_labels_ignore.json')],
  ['regions', 'summary_regions.json', 'ref', () => join(golden, 'dataset_regions.json')],
  ['labels', 'summary_labels_ignore.json', 'ref_ignore', () => join(golden, 'dataset_labels_ignore.json')],
  ['regions', 'summary_regions_ignore.json', 'ref_ignore', regionsWithIgnore],
] as const)('%s of %s', (evaluated, summary, references, dataset) => {
  const cases = readSummary(summary).metric_per_case;
  test.each(
    cases.map(({ metrics, prediction_file }) => [prediction_file.split('/').at(-1) ?? '', metrics] as const),
  )('%s has the counts and scores of nnU-Net to the last digit', async (file, metrics) => {
    const result = await evaluateToJson(
      join(golden, references, file),
      join(golden, 'pred', file),
      '--dataset',
      dataset(),
      '--engine',
      'cpu',
    );
    for (const [key, expected] of Object.entries(metrics)) {
      expect(asNnunet(result[evaluated][key]), key).toEqual(expected);
    }
    expect(Object.keys(result[evaluated])).toEqual(expect.arrayContaining(Object.keys(metrics)));
    const cells = result.joint.cells.flat().reduce((sum, voxels) => sum + voxels, 0);
    expect(cells + result.ignored).toBe(result.voxels);
  });
});
