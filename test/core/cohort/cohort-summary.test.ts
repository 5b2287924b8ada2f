import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { compareCohorts } from '../../../src/core/cohort/cohort-compare.ts';
import {
  listStructures,
  toEvaluation,
  type CohortCase,
  type StructureCounts,
} from '../../../src/core/cohort/cohort-result.ts';
import { formatSummary, sortCases } from '../../../src/core/cohort/cohort-summary.ts';
import { parseDatasetJson } from '../../../src/io/json/dataset-json.ts';

const golden = fileURLToPath(new URL('../../golden/nnunet_eval/', import.meta.url));
const runs = fileURLToPath(new URL('../../../../shared/nnunet-runs/', import.meta.url));

interface Written {
  metric_per_case: {
    metrics: Record<string, Record<'TP' | 'FP' | 'FN' | 'TN', number>>;
    prediction_file: string;
    reference_file: string;
  }[];
}

/** The cases of a summary.json, from their counts alone. */
function casesOf(text: string): CohortCase[] {
  const written = JSON.parse(text.replace(/\bNaN\b/g, 'null')) as Written;
  return written.metric_per_case.map(({ metrics, prediction_file, reference_file }) => {
    const counts = Object.entries(metrics).map(([key, { TP, FP, FN, TN }]): StructureCounts => ({
      key,
      tp: TP,
      fp: FP,
      fn: FN,
      tn: TN,
    }));
    const [{ tp, fp, fn, tn }] = counts;
    return {
      name: prediction_file,
      files: { prediction: prediction_file, reference: reference_file },
      counted: tp + fp + fn + tn,
      regions: counts,
      labels: counts,
    };
  });
}

function rewrite(text: string, dataset: string): string {
  const { scheme } = parseDatasetJson(readFileSync(dataset, 'utf8'), 'dataset.json');
  const cases = casesOf(text);
  const way = scheme.regions.length > 0 ? 'regions' : 'labels';
  return formatSummary(cases, listStructures(scheme, cases, way), way);
}

test.each([
  ['summary_labels.json', 'dataset_labels_ignore.json'],
  ['summary_labels_ignore.json', 'dataset_labels_ignore.json'],
  ['summary_regions.json', 'dataset_regions.json'],
  ['summary_regions_ignore.json', 'dataset_regions.json'],
])('%s follows from its counts byte for byte', (summary, dataset) => {
  const text = readFileSync(join(golden, summary), 'utf8');
  expect(rewrite(text, join(golden, dataset))).toBe(text);
});

const summaries = existsSync(runs)
  ? readdirSync(runs, { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith('summary.json'))
  : [];

test.skipIf(summaries.length === 0)(
  'summaries of real trainings follow from their counts byte for byte (not beside this checkout: skipped)',
  () => {
    for (const path of summaries) {
      let folder = dirname(join(runs, path));
      while (!existsSync(join(folder, 'dataset.json'))) folder = dirname(folder);
      const text = readFileSync(join(runs, path), 'utf8');
      expect(rewrite(text, join(folder, 'dataset.json')) === text, path).toBe(true);
    }
  },
);

const caseOf = (name: string, labels: StructureCounts[]): CohortCase => ({
  name,
  files: { reference: `r/${name}`, prediction: `p/${name}` },
  counted: 100,
  regions: [],
  labels,
});
const counts = (key: string, tp: number, fp: number, fn: number) => ({
  key,
  tp,
  fp,
  fn,
  tn: 100 - tp - fp - fn,
});

test('without dataset.json the labels are those of any case, by value; a case without one has true negatives only', () => {
  const cases = [caseOf('a', [counts('10', 4, 0, 0)]), caseOf('b', [counts('2', 1, 1, 1)])];
  const structures = listStructures({ regions: [], labels: [] }, cases, 'labels');
  expect(structures.map(({ key }) => key)).toEqual(['2', '10']);
  const { metric_per_case: rows } = JSON.parse(
    formatSummary(cases, structures, 'labels').replace(/\bNaN\b/g, 'null'),
  ) as Written;
  expect(rows[0].metrics['2']).toMatchObject({ TP: 0, TN: 100, Dice: null });
});

test('a label that dataset.json lacks is in no summary', () => {
  const cases = [caseOf('a', [counts('1', 4, 0, 0), counts('7', 3, 0, 0)])];
  const labels = [{ value: 1, name: 'one' }];
  expect(listStructures({ regions: [], labels }, cases, 'labels')).toEqual([{ key: '1', name: 'one' }]);
});

test('cases stand in the order of the file names of their predictions, on any system', () => {
  const cases = ['z/b.nii', 'C:\\x/a.nii', 'a/B.nii'].map((prediction) => ({
    files: { prediction, reference: '' },
  }));
  expect(sortCases(cases).map(({ files }) => files.prediction)).toEqual([
    'a/B.nii',
    'C:\\x/a.nii',
    'z/b.nii',
  ]);
});

test('two models are compared on the cases that both have, and what does not fit is named', () => {
  const evaluation = (cases: CohortCase[]) =>
    toEvaluation(
      cases,
      [
        { key: '1', name: 'one' },
        { key: '2', name: 'two' },
      ],
      'labels',
    );
  const a = evaluation([
    caseOf('a', [counts('1', 5, 5, 5), counts('2', 0, 0, 0)]),
    caseOf('b', [counts('1', 2, 2, 2), counts('2', 0, 4, 0)]),
    caseOf('c', [counts('1', 1, 0, 9), counts('2', 2, 2, 2)]),
    caseOf('only in a', []),
  ]);
  const b = evaluation([
    caseOf('c', [counts('1', 10, 0, 0), counts('2', 2, 2, 2)]),
    caseOf('b', [counts('1', 4, 0, 1), counts('2', 0, 0, 0)]),
    caseOf('a', [counts('1', 10, 0, 0), counts('2', 5, 0, 0)]),
    caseOf('only in b', []),
  ]);
  const found = compareCohorts(a, b, { draws: 200 });
  expect(found).toMatchObject({
    cases: ['a', 'b', 'c'],
    onlyA: ['only in a'],
    onlyB: ['only in b'],
    otherReference: ['a', 'b'],
  });
  const [one, two] = found.structures;
  expect(one).toMatchObject({
    key: '1',
    pairs: 3,
    test: { wPlus: 6, wMinus: 0, effect: 1, p: 0.25, method: 'exact' },
  });
  expect(one.difference.value).toBeCloseTo(one.meanB - one.meanA, 12);
  expect(one.pHolm).toBe(0.5);
  expect(two).toMatchObject({ key: '2', pairs: 1, test: { leftOut: 2, zeros: 1, p: 1 }, pHolm: 1 });
  expect(two.meanA).toBe(0.5);
});
