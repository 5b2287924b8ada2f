import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test, vi } from 'vitest';
import { buildCli, runProgram } from '../built-cli.ts';
import { runCli, scratchFolder } from '../run-cli.ts';
import { smallLabels, smallVolume, writeSmallCohort } from './small-cohort.ts';

const start = { path: '' };
beforeAll(async () => {
  start.path = await buildCli();
}, 60_000);

interface Problem {
  kind: string;
  code: string | null;
  case: string | null;
  message: string;
}

function problemsIn(stderr: string): Problem[] {
  const lines = stderr.trimEnd().split('\n');
  return lines.filter((line) => line !== '').map((line) => JSON.parse(line) as Problem);
}

test.each(['1', '3'])(
  'of 100 cases one that is corrupt and one of another shape are named, 98 counted, by -j %s',
  async (jobs) => {
    const { references, predictions, dataset } = writeSmallCohort(100);
    const broken = smallVolume(smallLabels(7));
    writeFileSync(join(predictions, 'case_041.nii.gz'), broken.subarray(0, broken.length - 9));
    writeFileSync(join(predictions, 'case_050.nii.gz'), smallVolume(smallLabels(1), [5, 2, 6]));
    const out = join(scratchFolder(), 'summary.json');
    const args = ['evaluate', references, predictions, '--dataset', dataset, '-o', out, '-j', jobs];
    const ended = await runProgram(process.execPath, [start.path, ...args, '--errors', 'json']);
    expect(ended.code).toBe(3);
    expect(readFileSync(out, 'utf8').match(/prediction_file/g)).toHaveLength(98);
    const problems = problemsIn(ended.stderr);
    expect(problems.filter(({ kind }) => kind === 'failed').map((one) => [one.case, one.code])).toEqual([
      ['case_041', expect.stringMatching(/^gzip/)],
      ['case_050', expect.stringMatching(/[sS]hape|[sS]ize/)],
    ]);
    expect(problems.at(-1)).toMatchObject({
      kind: 'note',
      message: expect.stringMatching(/^2 of 100 cases failed/),
    });
  },
  60_000,
);

describe('outputs', () => {
  const isPosix = process.platform !== 'win32';

  test.skipIf(!isPosix)(
    'a disk that takes no more leaves the summary that was there, and nothing half written',
    async () => {
      const { references, predictions, dataset } = writeSmallCohort(20);
      const folder = scratchFolder();
      const [out, json] = [join(folder, 'summary.json'), join(folder, 'cohort.json')];
      writeFileSync(out, 'the old one');
      for (const outputs of [
        ['-o', out],
        ['-o', out, '--json', json],
      ]) {
        const args = ['evaluate', references, predictions, '--dataset', dataset, '--force', ...outputs];
        const command = 'ulimit -f 1; exec "$0" "$@"'; // no file may grow beyond 512 or 1024 bytes
        const ended = await runProgram('/bin/sh', ['-c', command, process.execPath, start.path, ...args]);
        expect(ended.code).toBe(1);
        expect(ended.stderr).toMatch(/(summary|cohort)\.json cannot be written \(E[A-Z]+\)/);
        expect(readFileSync(out, 'utf8')).toBe('the old one');
        expect(readdirSync(folder)).toEqual(['summary.json']);
      }
    },
    60_000,
  );

  test.skipIf(!isPosix)(
    'folders that may not be listed or written to are one sentence each',
    async () => {
      const { folder, references, predictions, dataset } = writeSmallCohort(2);
      chmodSync(folder, 0o755);
      const locked = join(folder, 'locked');
      mkdirSync(locked);
      chmodSync(locked, 0o000);
      chmodSync(predictions, 0o555);
      // root may do everything, so the command runs as nobody then
      const options = process.getuid?.() === 0 ? { uid: 65534 } : {};
      const run = (...args: string[]) =>
        runProgram(process.execPath, [start.path, 'evaluate', ...args, '--dataset', dataset], options);
      const unlisted = await run(references, locked);
      expect(unlisted).toMatchObject({ code: 1, stdout: '' });
      expect(unlisted.stderr).toMatch(/^\S+locked cannot be listed \(EACCES\).*\n$/);
      const unwritten = await run(references, predictions);
      expect(unwritten.code).toBe(1);
      expect(unwritten.stderr).toMatch(/^\S+summary\.json cannot be written \(EACCES\).*\n$/);
      chmodSync(locked, 0o755);
      chmodSync(predictions, 0o755);
    },
    60_000,
  );

  test.skipIf(!isPosix)('a prediction that may not be read is a failed case, the rest is done', async () => {
    const { folder, references, predictions, dataset } = writeSmallCohort(3);
    chmodSync(folder, 0o755);
    chmodSync(join(predictions, 'case_001.nii.gz'), 0o000);
    const options = process.getuid?.() === 0 ? { uid: 65534 } : {};
    const args = ['evaluate', references, predictions, '--dataset', dataset, '-o', '-'];
    const ended = await runProgram(process.execPath, [start.path, ...args], options);
    expect(ended.code).toBe(3);
    expect(ended.stderr).toMatch(/^Failed: case_001: .*cannot be read/);
    expect(ended.stdout.match(/prediction_file/g)).toHaveLength(2);
  });
});

describe('--keep-failed', () => {
  test('a case that cannot be evaluated is a result that merge names, exit code 3', async () => {
    const { references, predictions, dataset, names } = writeSmallCohort(3);
    writeFileSync(join(predictions, 'case_001.nii.gz'), 'no volume');
    const folder = scratchFolder();
    const parts: string[] = [];
    for (const name of names) {
      const pair = [references, predictions].map((path) => join(path, `${name}.nii.gz`));
      const part = join(folder, `${name}.json`);
      const { code } = await runCli(
        'evaluate',
        ...pair,
        '--dataset',
        dataset,
        '--json',
        part,
        '--keep-failed',
      );
      expect(code).toBe(name === 'case_001' ? 3 : 0);
      parts.push(part);
    }
    const list = join(folder, 'list.txt');
    writeFileSync(list, `${parts.join('\n')}\n`);
    const [out, whole] = ['merged.json', 'whole.json'].map((name) => join(folder, name));
    const merged = await runCli('merge', '--list', list, '-o', out);
    expect(merged.code).toBe(3);
    expect(merged.stderr).toBe('1 of 3 cases failed and is in no number: case_001\n');
    await runCli('evaluate', references, predictions, '--dataset', dataset, '-o', whole);
    expect(readFileSync(out, 'utf8')).toBe(readFileSync(whole, 'utf8'));
  });

  test('of folders where every case fails the JSON alone is written', async () => {
    const { references, predictions, dataset, names } = writeSmallCohort(2);
    for (const name of names) writeFileSync(join(predictions, `${name}.nii.gz`), '');
    const [out, json] = ['summary.json', 'cohort.json'].map((name) => join(scratchFolder(), name));
    const args = [references, predictions, '--dataset', dataset, '-o', out, '--json', json, '--keep-failed'];
    expect((await runCli('evaluate', ...args)).code).toBe(3);
    expect(existsSync(out)).toBe(false);
    const { failed } = JSON.parse(readFileSync(json, 'utf8')) as { failed: { case: string }[] };
    expect(failed.map((one) => one.case)).toEqual(names);
  });

  test('without --json it is wrong usage', async () => {
    expect((await runCli('evaluate', 'a.nii', 'b.nii', '--keep-failed')).code).toBe(2);
  });
});

describe('--errors json', () => {
  test.each([
    [['evaluate', 'nowhere.nii', 'b.nii'], 1, { kind: 'error', code: 'fileMissing', case: null }],
    [['evaluate', '--nonsense'], 2, { kind: 'usage', code: 'usage', case: null }],
    [['nonsense'], 2, { kind: 'usage', code: 'usage', case: null }],
    [['merge'], 2, { kind: 'usage', code: 'usage', case: null }],
  ])('%j ends in one line of JSON', async (args, code, problem) => {
    for (const form of [['--errors', 'json'], ['--errors=json']]) {
      const ended = await runCli(...args, ...form);
      expect(ended.code).toBe(code);
      expect(problemsIn(ended.stderr)).toEqual([{ ...problem, message: expect.any(String) }]);
    }
  });

  test('text is what is said otherwise, anything else is wrong usage', async () => {
    const plain = await runCli('evaluate', 'nowhere.nii', 'b.nii');
    expect(await runCli('evaluate', 'nowhere.nii', 'b.nii', '--errors', 'text')).toEqual(plain);
    expect(await runCli('--errors', 'xml', 'runs')).toMatchObject({ code: 2, stdout: '' });
  });
});

test.each(['evaluate', 'merge', 'compare', 'audit', 'runs', 'pseudo-dice'])(
  '%s --help shows the command itself and the exit codes, in both languages',
  async (command) => {
    const all = (await runCli('--help')).stdout;
    const { code, stdout } = await runCli(command, '--help');
    expect(code).toBe(0);
    expect(stdout).toContain(`  dicelens ${command} `);
    expect(stdout).toContain('Exit codes: 0 done');
    expect(stdout.length).toBeLessThan(0.6 * all.length);
    const others = ['evaluate', 'merge', 'compare', 'audit', 'runs', 'pseudo-dice'].filter(
      (o) => o !== command,
    );
    for (const other of others) expect(stdout).not.toContain(`\n  dicelens ${other} `);
    expect((await runCli(command, '-h', '--language', 'zh-CN')).stdout).toContain('退出码：0 完成');
  },
);

describe('the GPU of the optional package webgpu', () => {
  test('an adapter that is not there is the reason why the CPU counts', async () => {
    vi.resetModules();
    vi.doMock('webgpu', () => ({
      globals: { GPUBufferUsage: {} },
      create: () => ({ requestAdapter: async () => null }),
    }));
    const { openNodeGpu } = await import('../../../src/cli/node-gpu.ts');
    const { openEngine } = await import('../../../src/engine/open-engine.ts');
    const gpu = await openNodeGpu();
    expect(gpu).toBeDefined();
    expect(await openNodeGpu()).toBe(gpu); // kept: Dawn's instance dies with it
    const engine = await openEngine('auto', { gpu });
    expect(engine.report).toMatchObject({ kind: 'cpu', reason: expect.stringMatching(/./) });
    engine.close();
    vi.doUnmock('webgpu');
  });

  test('counts the same as the CPU, where there is one (else skipped: no webgpu or no adapter)', async (context) => {
    vi.resetModules();
    const { openNodeGpu } = await import('../../../src/cli/node-gpu.ts');
    const name = 'webgpu';
    const isThere = await import(name).then(() => true, () => false); // prettier-ignore
    context.skip(!isThere, 'the package webgpu is not installed');
    const adapter = await (await openNodeGpu())?.requestAdapter();
    context.skip(!adapter, 'no adapter');
    const { references, predictions, dataset } = writeSmallCohort(3);
    const summaries = await Promise.all(
      ['gpu', 'cpu'].map((engine) =>
        runCli('evaluate', references, predictions, '--dataset', dataset, '-o', '-', '--engine', engine),
      ),
    );
    expect(summaries[0].stdout).toBe(summaries[1].stdout);
  });
});
