import { existsSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, test } from 'vitest';
import { buildCli, runProgram } from '../cli/built-cli.ts';
import { smallLabels, smallVolume, writeSmallCohort, type SmallCohort } from '../cli/cohort/small-cohort.ts';
import { findSnakemake } from './snakemake.ts';

const snakefile = fileURLToPath(new URL('../../src/workflow/Snakefile', import.meta.url));
const snakemake = findSnakemake();
const start = { path: '' };

/** The workflow on a small cohort, with two local jobs; paths are relative to its folder. */
async function runWorkflow(cohort: SmallCohort, settings: object = {}) {
  const config = {
    references: 'labels',
    predictions: 'maps',
    dataset: 'dataset.json',
    out: 'out',
    dicelens: [process.execPath, start.path],
    ...settings,
  };
  const path = join(cohort.folder, 'config.json');
  writeFileSync(path, JSON.stringify(config));
  const args = ['-s', snakefile, '--configfile', path, '--cores', '2', '--keep-going', '--nocolor'];
  const home = { HOME: cohort.folder, XDG_CACHE_HOME: join(cohort.folder, '.cache') };
  return runProgram(snakemake!, args, { cwd: cohort.folder, env: { ...process.env, ...home } });
}

async function runOnce({ folder }: SmallCohort, ...options: string[]) {
  const outputs = [
    '-o',
    'whole.json',
    '--json',
    'whole-cohort.json',
    '--force',
    '-j',
    '1',
    '--engine',
    'cpu',
  ];
  const args = ['evaluate', 'labels', 'maps', '--dataset', 'dataset.json', ...outputs, ...options];
  const ended = await runProgram(process.execPath, [start.path, ...args], { cwd: folder });
  const read = (name: string) => readFileSync(join(folder, name), 'utf8');
  return { ...ended, summary: read('whole.json'), cohort: read('whole-cohort.json') };
}

const written = ({ folder }: SmallCohort, name: string) => readFileSync(join(folder, 'out', name), 'utf8');
const started = (stderr: string, rule: string) =>
  stderr.match(new RegExp(`^rule ${rule}:`, 'gm'))?.length ?? 0;

test.runIf(process.env.CI)('in CI Snakemake is there: the tests below have run', () => {
  expect(snakemake).toBeDefined();
});

describe.skipIf(!snakemake)('the workflow (no Snakemake here: skipped)', () => {
  beforeAll(async () => {
    start.path = await buildCli();
  }, 60_000);

  test.each([undefined, 'labels'])(
    'two local jobs write the bytes of one process, with --as %s',
    async (way) => {
      const cohort = writeSmallCohort(5);
      const ended = await runWorkflow(cohort, way === undefined ? {} : { as: way });
      expect(ended.code, ended.stderr).toBe(0);
      const whole = await runOnce(cohort, ...(way === undefined ? [] : ['--as', way]));
      expect(written(cohort, 'summary.json')).toBe(whole.summary);
      expect(written(cohort, 'cohort.json')).toBe(whole.cohort);
      expect(started(ended.stderr, 'evaluate')).toBe(5);
    },
    120_000,
  );

  test('a failed case is named and the rest kept; once mended, it alone is counted again', async () => {
    const cohort = writeSmallCohort(4);
    const [bad, alone] = [1, 3].map((i) => `${cohort.names[i]}.nii.gz`);
    writeFileSync(join(cohort.predictions, bad), 'no volume');
    rmSync(join(cohort.references, alone));
    const failed = await runWorkflow(cohort);
    expect(failed.code).toBe(1);
    expect(failed.stderr).toMatch(/Failed: case_001: /);
    expect(failed.stderr).toMatch(/Failed: case_003: .*case_003\.nii\.gz/);
    expect(failed.stderr).toContain('2 of 4 cases failed');
    expect(written(cohort, 'summary.json')).toBe((await runOnce(cohort)).summary);
    expect(existsSync(join(cohort.folder, 'out', 'complete'))).toBe(false);

    writeFileSync(join(cohort.predictions, bad), smallVolume(smallLabels(9)));
    writeFileSync(join(cohort.references, alone), smallVolume(smallLabels(3)));
    const mended = await runWorkflow(cohort);
    expect(mended.code, mended.stderr).toBe(0);
    expect(started(mended.stderr, 'evaluate')).toBe(2);
    const whole = await runOnce(cohort);
    expect(written(cohort, 'summary.json')).toBe(whole.summary);
    expect(written(cohort, 'cohort.json')).toBe(whole.cohort);
  }, 180_000);

  test('what was stopped halfway goes on where it was, and what is done is not done again', async () => {
    const cohort = writeSmallCohort(3);
    expect((await runWorkflow(cohort)).code).toBe(0);
    const [kept, lost] = [0, 2].map((i) => join(cohort.folder, 'out/cases', `${cohort.names[i]}.json`));
    const { mtimeMs } = statSync(kept);
    for (const path of [lost, join(cohort.folder, 'out/complete'), join(cohort.folder, 'out/summary.json')]) {
      rmSync(path);
    }
    const again = await runWorkflow(cohort);
    expect(again.code, again.stderr).toBe(0);
    expect(started(again.stderr, 'evaluate')).toBe(1);
    expect(statSync(kept).mtimeMs).toBe(mtimeMs);
    expect(written(cohort, 'summary.json')).toBe((await runOnce(cohort)).summary);
    expect((await runWorkflow(cohort)).stderr).toContain('Nothing to be done');
  }, 180_000);
});
