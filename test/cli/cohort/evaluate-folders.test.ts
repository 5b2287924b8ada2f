import { execFile } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { build } from 'vite';
import { beforeAll, describe, expect, test } from 'vitest';
import { runCli, scratchFolder } from '../run-cli.ts';

const top = fileURLToPath(new URL('../../../', import.meta.url));
const golden = join(top, 'test/golden/nnunet_eval');
const shared = join(top, '../shared/data');
const labelDataset = join(golden, 'dataset_labels_ignore.json');
const regionDataset = join(golden, 'dataset_regions.json');

/** The regions of the data set together with an ignore label, which nnU-Net was run with. */
function regionsWithIgnore(): string {
  const { labels, ...rest } = JSON.parse(readFileSync(regionDataset, 'utf8')) as { labels: object };
  const path = join(scratchFolder(), 'dataset.json');
  writeFileSync(path, JSON.stringify({ ...rest, labels: { ...labels, ignore: 5 } }));
  return path;
}

/** nnU-Net wrote `ref/` and `pred/`, whatever the folders were called: the paths alone differ. */
function withPathsOfNnunet(
  summary: string,
  references: string,
  predictions: string,
  written: [string, string],
) {
  return summary
    .replaceAll(`"${predictions}/`, `"${written[1]}/`)
    .replaceAll(`"${references}/`, `"${written[0]}/`);
}

async function evaluate(references: string, predictions: string, ...options: string[]) {
  const out = join(scratchFolder(), 'summary.json');
  const ended = await runCli('evaluate', references, predictions, '-o', out, '--engine', 'cpu', ...options);
  return { ...ended, out, summary: existsSync(out) ? readFileSync(out, 'utf8') : '' };
}

/** A copy of the golden cases, to be damaged. */
function goldenCopy() {
  const folder = scratchFolder();
  const [references, predictions] = ['ref', 'pred'].map((name) => join(folder, name));
  for (const [from, to] of [
    ['ref', references],
    ['pred', predictions],
  ]) {
    mkdirSync(to);
    for (const name of readdirSync(join(golden, from)))
      copyFileSync(join(golden, from, name), join(to, name));
  }
  return { references, predictions };
}

test.each([
  ['summary_labels.json', 'ref', () => ['--dataset', labelDataset]],
  ['summary_labels_ignore.json', 'ref_ignore', () => ['--dataset', labelDataset]],
  ['summary_regions.json', 'ref', () => ['--dataset', regionDataset]],
  ['summary_regions_ignore.json', 'ref_ignore', () => ['--dataset', regionsWithIgnore()]],
])('%s is written as nnU-Net wrote it, byte for byte, the paths aside', async (expected, folder, options) => {
  const [references, predictions] = [join(golden, folder), join(golden, 'pred')];
  const { code, summary, stderr } = await evaluate(references, predictions, ...options());
  expect(code, stderr).toBe(0);
  const text = readFileSync(join(golden, expected), 'utf8');
  const written = /"reference_file": "([^"]*)\//.exec(text)?.[1] ?? '';
  expect(withPathsOfNnunet(summary, references, predictions, [written, 'pred'])).toBe(text);
});

describe.skipIf(!existsSync(join(shared, 'expected-summaries')))(
  'the shared cohort (not beside this checkout: skipped)',
  () => {
    test.each(['labels', 'regions'])('by %s, as nnU-Net wrote it', async (way) => {
      const cohort = join(shared, 'prostate-cohort');
      const [references, predictions] = [join(cohort, 'labelsTr'), join(cohort, 'predictions')];
      const options = ['--dataset', join(cohort, 'dataset.json'), '--as', way];
      const { summary } = await evaluate(references, predictions, ...options);
      const text = readFileSync(join(shared, 'expected-summaries', `prostate-cohort-${way}.json`), 'utf8');
      expect(withPathsOfNnunet(summary, references, predictions, ['labelsTr', 'predictions'])).toBe(text);
    });
  },
);

describe('what is not as it should be', () => {
  test('a failed case and one without reference are named, the rest is kept, exit code 3', async () => {
    const { references, predictions } = goldenCopy();
    writeFileSync(join(predictions, 'case_001.nii.gz'), 'no volume');
    copyFileSync(join(predictions, 'case_000.nii.gz'), join(predictions, 'extra.nii.gz'));
    const json = join(scratchFolder(), 'cohort.json');
    const { code, stderr, summary } = await evaluate(
      references,
      predictions,
      '--dataset',
      labelDataset,
      '--json',
      json,
    );
    expect(code).toBe(3);
    expect(stderr).toMatch(/Failed: case_001: .*case_001\.nii\.gz/);
    expect(stderr).toMatch(/Failed: extra: .*no reference/);
    expect(stderr).toContain('2 of 7 cases failed and are in no number: case_001, extra');
    expect(summary.match(/prediction_file/g)).toHaveLength(5);
    const cohort = JSON.parse(readFileSync(json, 'utf8')) as {
      cases: { case: string }[];
      failed: { case: string }[];
    };
    expect(cohort.cases).toHaveLength(5);
    expect(cohort.failed.map((one) => one.case)).toEqual(['case_001', 'extra']);
  });

  test('a reference without prediction is a warning', async () => {
    const { references, predictions } = goldenCopy();
    copyFileSync(join(references, 'case_000.nii.gz'), join(references, 'more.nii.gz'));
    const { code, stderr, summary } = await evaluate(references, predictions, '--dataset', labelDataset);
    expect(code).toBe(0);
    expect(stderr).toMatch(/Warning: 1 reference has no prediction in .*more\.nii\.gz/);
    expect(summary).not.toContain('more.nii.gz');
  });

  test('only files with the ending of dataset.json are cases', async () => {
    const { references, predictions } = goldenCopy();
    writeFileSync(join(predictions, 'plans.json'), '{}');
    copyFileSync(join(predictions, 'case_000.nii.gz'), join(predictions, 'case_000.nii.gz.bak'));
    expect((await evaluate(references, predictions, '--dataset', labelDataset)).code).toBe(0);
  });

  test('a summary that is there is not overwritten without --force, and is named before anything is counted', async () => {
    const { references, predictions } = goldenCopy();
    const summary = join(predictions, 'summary.json');
    writeFileSync(summary, 'mine');
    const args = ['evaluate', references, predictions, '--dataset', labelDataset, '--engine', 'cpu'];
    const refused = await runCli(...args);
    expect(refused).toMatchObject({ code: 1, stdout: '' });
    expect(refused.stderr).toContain('--force');
    expect(readFileSync(summary, 'utf8')).toBe('mine');
    expect((await runCli(...args, '--force')).code).toBe(0);
    expect(readFileSync(summary, 'utf8')).toContain('foreground_mean');
  });

  test('where every case fails nothing is written and nothing is left behind', async () => {
    const { references, predictions } = goldenCopy();
    for (const name of readdirSync(predictions)) writeFileSync(join(predictions, name), '');
    const folder = scratchFolder();
    const ended = await runCli(
      'evaluate',
      references,
      predictions,
      '--json',
      join(folder, 'a'),
      '-o',
      join(folder, 'b'),
    );
    expect(ended.code).toBe(3);
    expect(readdirSync(folder)).toEqual([]);
  });

  test('an output that cannot be written is named at once, and no half of another one is left', async () => {
    const folder = scratchFolder();
    const nowhere = join(folder, 'no', 'such', 'folder.csv');
    const folders = ['ref', 'pred'].map((name) => join(golden, name)) as [string, string];
    const outputs = ['--json', join(folder, 'a.json'), '--csv', nowhere];
    const { code, stderr } = await evaluate(...folders, '--dataset', labelDataset, ...outputs);
    expect(code).toBe(1);
    expect(stderr).toContain('folder.csv cannot be written');
    expect(readdirSync(folder)).toEqual([]);
  });

  test.each([
    ['an empty folder', () => [join(golden, 'ref'), scratchFolder()], /holds no file that ends in \.nii/],
    ['an empty reference folder', () => [scratchFolder(), join(golden, 'pred')], /None of the 6 predictions/],
    ['a folder that is not there', () => [join(golden, 'nope'), join(golden, 'pred')], /nope/],
    [
      'a file and a folder',
      () => [join(golden, 'ref/case_000.nii.gz'), join(golden, 'pred')],
      /two files, or the folder/,
    ],
  ])('%s is one sentence, exit code 1', async (_, folders, sentence) => {
    const { code, stdout, stderr } = await runCli('evaluate', ...folders());
    expect(code).toBe(1);
    expect(stdout).toBe('');
    expect(stderr).toMatch(sentence);
    expect(stderr.trim().split('\n')).toHaveLength(1);
  });

  test.each([
    [['-j', '0'], 2, /1 or more/],
    [['--region-masks', 'a.nii'], 2, /not for folders/],
    [['--as', 'regions'], 1, /no regions/],
    [['--as', 'nonsense'], 2, /regions, labels/],
  ])('%j is refused with exit code %i', async (options, code, sentence) => {
    const ended = await runCli(
      'evaluate',
      join(golden, 'ref'),
      join(golden, 'pred'),
      '--dataset',
      labelDataset,
      ...options,
    );
    expect(ended.code).toBe(code);
    expect(ended.stderr).toMatch(sentence);
  });
});

test('standard error is quiet but for warnings, and the table has both ways and the foreground means', async () => {
  const folders = ['ref', 'pred'].map((name) => join(golden, name)) as [string, string];
  const { stdout, stderr } = await evaluate(...folders, '--dataset', regionDataset);
  expect(stderr).toMatch(/^Warning: case_005: .*\n$/);
  expect(stdout).toMatch(/region \(1, 2, 3\) +whole tumor +5 +1 +0 +0\.8523/);
  expect(stdout).toContain('foreground mean (regions): 0.7083');
  expect(stdout).toContain('foreground mean (labels): 0.6370');
});

test('the CSV of a cohort has one header and the lines of every case', async () => {
  const csv = join(scratchFolder(), 'cohort.csv');
  const folders = ['ref', 'pred'].map((name) => join(golden, name)) as [string, string];
  await evaluate(...folders, '--dataset', regionDataset, '--csv', csv);
  const lines = readFileSync(csv, 'utf8').trimEnd().split('\r\n');
  expect(lines).toHaveLength(1 + 6 * (4 + 4));
  expect(lines.filter((line) => line.startsWith('case,'))).toHaveLength(1);
});

describe('merge', () => {
  async function parts(references: string, dataset: string): Promise<string[]> {
    const folder = scratchFolder();
    const names = readdirSync(join(golden, 'pred'));
    for (const name of names) {
      const pair = [references, 'pred'].map((part) => join(golden, part, name));
      await runCli(
        'evaluate',
        ...pair,
        '--dataset',
        dataset,
        '--engine',
        'cpu',
        '--json',
        join(folder, `${name}.json`),
      );
    }
    return names.map((name) => join(folder, `${name}.json`));
  }

  test.each(['regions', 'labels'])(
    'results of single cases, in any order, make the bytes that one process makes, by %s',
    async (way) => {
      const dataset = regionsWithIgnore();
      const [references, predictions] = [join(golden, 'ref_ignore'), join(golden, 'pred')];
      const json = join(scratchFolder(), 'whole.json');
      const whole = await evaluate(
        references,
        predictions,
        '--dataset',
        dataset,
        '--as',
        way,
        '--json',
        json,
      );
      const [out, merged] = ['summary.json', 'merged.json'].map((name) => join(scratchFolder(), name));
      const files = (await parts('ref_ignore', dataset)).toReversed();
      const { code, stderr } = await runCli('merge', ...files, '-o', out, '--json', merged, '--as', way);
      expect(code, stderr).toBe(0);
      expect(readFileSync(out, 'utf8')).toBe(whole.summary);
      expect(readFileSync(merged, 'utf8')).toBe(readFileSync(json, 'utf8'));
    },
  );

  test('a case given twice, other regions, other files and no output are refused in a sentence', async () => {
    const [first, second] = await parts('ref', labelDataset);
    const [other] = await parts('ref', regionDataset);
    const out = join(scratchFolder(), 'summary.json');
    const refused = async (code: number, sentence: RegExp, ...args: string[]) => {
      const ended = await runCli('merge', ...args);
      expect(ended.code).toBe(code);
      expect(ended.stderr).toMatch(sentence);
    };
    await refused(1, /case_000 is in .* and again in/, first, second, first, '-o', out);
    await refused(1, /different labels or regions/, other, second, '-o', out);
    await refused(1, /no result of dicelens/, labelDataset, '-o', out);
    await refused(1, /no result of dicelens/, join(golden, 'summary_labels.json'), '-o', out);
    await refused(2, /merge needs/, first);
    await refused(2, /merge needs/, '-o', out);
    const damaged = join(scratchFolder(), 'damaged.json');
    writeFileSync(damaged, readFileSync(first, 'utf8').replace(/"tp": \d+/, '"tp": -1'));
    await refused(1, /damaged: "tp" of the case case_000/, damaged, '-o', out);
    writeFileSync(damaged, readFileSync(first, 'utf8').slice(0, 99));
    await refused(1, /not valid JSON/, damaged, '-o', out);
    expect(existsSync(out)).toBe(false);
  });

  test('cases that failed before are named, with exit code 3', async () => {
    const { references, predictions } = goldenCopy();
    writeFileSync(join(predictions, 'case_001.nii.gz'), '');
    const [json, out] = ['cohort.json', 'merged.json'].map((name) => join(scratchFolder(), name));
    await evaluate(references, predictions, '--dataset', labelDataset, '--json', json);
    const { code, stderr } = await runCli('merge', json, '-o', out);
    expect(code).toBe(3);
    expect(stderr).toContain('case_001');
  });
});

describe('compare', () => {
  const labels = join(golden, 'summary_labels.json');

  test('a summary of nnU-Net and our own result of the same cases do not differ', async () => {
    const json = join(scratchFolder(), 'cohort.json');
    const folders = ['ref', 'pred'].map((name) => join(golden, name)) as [string, string];
    await evaluate(...folders, '--dataset', regionDataset, '--json', json);
    for (const summary of [labels, join(golden, 'summary_regions.json')]) {
      const out = join(scratchFolder(), 'compare.json');
      const { code, stdout } = await runCli('compare', summary, json, '--json', out);
      expect(code).toBe(0);
      expect(stdout).toContain('6 cases in both');
      const { schema, comparisons } = JSON.parse(readFileSync(out, 'utf8')) as {
        schema: string;
        comparisons: { way: string; structures: { key: string; difference: { value: number } }[] }[];
      };
      expect(schema).toBe('dicelens/compare@1');
      expect(comparisons.map(({ way }) => way)).toEqual([summary === labels ? 'labels' : 'regions']);
      expect(comparisons[0].structures).toHaveLength(4);
      for (const { difference } of comparisons[0].structures) expect(difference.value).toBe(0);
    }
  });

  test('other references are a warning; ways that do not meet and one file alone are refused', async () => {
    const ignored = join(golden, 'summary_labels_ignore.json');
    const warned = await runCli('compare', labels, ignored);
    expect(warned.code).toBe(0);
    expect(warned.stderr).toMatch(/different references/);
    const refused = await runCli('compare', labels, join(golden, 'summary_regions.json'));
    expect(refused).toMatchObject({ code: 1, stdout: '' });
    expect(refused.stderr).toMatch(/no structure in common/);
    expect((await runCli('compare', labels)).code).toBe(2);
  });
});

describe('threads, as the command itself starts them', () => {
  const start = { path: '' };
  beforeAll(async () => {
    const folder = scratchFolder();
    writeFileSync(join(folder, 'package.json'), '{"type": "module"}');
    const outDir = join(folder, 'cli');
    await build({
      configFile: join(top, 'vite.config.ts'),
      mode: 'cli',
      logLevel: 'error',
      build: { outDir },
    });
    start.path = join(outDir, 'start.js');
  }, 60_000);

  async function withThreads(jobs: string) {
    const { references, predictions } = goldenCopy();
    writeFileSync(join(predictions, 'case_003.nii.gz'), 'no volume');
    const out = (name: string) => join(references, '..', name);
    const outputs = ['-o', out('summary.json'), '--json', out('cohort.json'), '--csv', out('cohort.csv')];
    const args = ['evaluate', 'ref', 'pred', '--dataset', regionDataset, '-j', jobs, '--engine', 'cpu'];
    const ended = await promisify(execFile)(process.execPath, [start.path, ...args, ...outputs], {
      cwd: join(references, '..'),
    }).catch((error: { code: number; stderr: string }) => error);
    const texts = ['summary.json', 'cohort.json', 'cohort.csv'].map((name) =>
      readFileSync(out(name), 'utf8'),
    );
    return { code: 'code' in ended ? ended.code : 0, stderr: ended.stderr, texts };
  }

  test('one, two and seven of them write the same bytes and say the same', async () => {
    const [one, two, seven] = [await withThreads('1'), await withThreads('2'), await withThreads('7')];
    expect(one.code).toBe(3);
    expect(one.stderr).toMatch(/^Failed: case_003: /m);
    expect(two).toEqual(one);
    expect(seven).toEqual(one);
  }, 60_000);
});
