import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { runCli, scratchFolder } from '../run-cli.ts';
import {
  smallVolume,
  smallLabels,
  writeMasks,
  writeProbabilities,
  writeSmallCohort,
} from './small-cohort.ts';

const cohort = writeSmallCohort(3);
const packed = writeProbabilities(cohort);
const masks = writeMasks(cohort);

async function summaryOf(predictions: string, ...options: string[]) {
  const out = join(scratchFolder(), 'summary.json');
  const args = [cohort.references, predictions, '--dataset', cohort.dataset, '--engine', 'cpu', '-o', out];
  const { code, stderr } = await runCli('evaluate', ...args, ...options);
  expect(code, stderr).toBe(0);
  const summary = JSON.parse(readFileSync(out, 'utf8')) as {
    foreground_mean: object;
    metric_per_case: { metrics: object; prediction_file: string }[];
  };
  return { ...summary, stderr };
}

test.each([
  ['probabilities', packed, '.npz'],
  ['region-masks', masks, ''],
])(
  'a folder of %s is found to be one, and scores as the label maps that it makes',
  async (_, folder, end) => {
    const expected = await summaryOf(cohort.predictions);
    const found = await summaryOf(folder);
    expect(found.foreground_mean).toEqual(expected.foreground_mean);
    expect(found.metric_per_case.map(({ metrics }) => metrics)).toEqual(
      expected.metric_per_case.map(({ metrics }) => metrics),
    );
    expect(found.metric_per_case.map((one) => one.prediction_file)).toEqual(
      cohort.names.map((name) => join(folder, name + end)),
    );
  },
);

test('label maps come first, and --predictions asks for what lies beside them', async () => {
  const both = writeSmallCohort(3);
  const other = writeProbabilities(both);
  for (const name of both.names) {
    writeFileSync(join(other, `${name}.nii.gz`), smallVolume(smallLabels(0)));
  }
  const scores = async (...options: string[]) => {
    const json = join(scratchFolder(), 'cohort.json');
    const args = [both.references, other, '--dataset', both.dataset, '--json', json, '-o', '-'];
    const { code, stderr } = await runCli('evaluate', ...args, ...options);
    expect(code, stderr).toBe(0);
    return (JSON.parse(readFileSync(json, 'utf8')) as { cases: { rawRegions?: object }[] }).cases;
  };
  expect((await scores()).map((one) => 'rawRegions' in one)).toEqual([false, false, false]);
  expect((await scores('--predictions', 'probabilities')).map((one) => 'rawRegions' in one)).toEqual([
    true,
    true,
    true,
  ]);
});

test('a folder without what is asked for is said to be empty of it', async () => {
  for (const [kind, ending] of [
    ['probabilities', /ends in \.npz/],
    ['region-masks', /holds no/],
  ] as const) {
    const ended = await runCli('evaluate', cohort.references, cohort.predictions, '--predictions', kind);
    expect(ended.code).toBe(1);
    expect(ended.stderr).toMatch(ending);
  }
  const pair = [cohort.references, cohort.predictions].map((path) => join(path, 'case_000.nii.gz'));
  expect((await runCli('evaluate', ...pair, '--predictions', 'probabilities')).code).toBe(2);
});

test('a second volume of the same name with another ending is said to be left out', async () => {
  const twice = writeSmallCohort(2);
  writeFileSync(join(twice.predictions, 'case_000.nii'), 'not read');
  const args = [twice.references, twice.predictions, '--dataset', twice.dataset, '-o', '-'];
  const { code, stderr, stdout } = await runCli('evaluate', ...args);
  expect(code).toBe(0);
  expect(stderr).toMatch(/^Warning: 1 volume does not end in \.nii\.gz and is left out: .*case_000\.nii\n$/);
  expect(stdout.match(/prediction_file/g)).toHaveLength(2);
});

test('a folder without region masks in it is no case', async () => {
  mkdirSync(join(masks, 'notes'));
  expect((await summaryOf(masks)).metric_per_case).toHaveLength(3);
});
