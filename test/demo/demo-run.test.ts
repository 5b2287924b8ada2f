import { readFileSync } from 'node:fs';
import { beforeAll, expect, test } from 'vitest';
import { demoRun } from '../../src/demo/demo-run.ts';
import { bytesSource } from '../../src/io/bytes/byte-source.ts';
import { readRunFolders, type ReadRunFolder } from '../../src/tasks/read-run.ts';
import { UNWATCHED } from '../../src/tasks/task.ts';

let folders: ReadRunFolder[];

beforeAll(async () => {
  const sources = [...demoRun()].map(([path, text]) => {
    const at = path.lastIndexOf('/');
    return bytesSource(path.slice(at + 1), new TextEncoder().encode(text), path.slice(0, at));
  });
  folders = await readRunFolders(sources, UNWATCHED);
});

test('the example that is served is what its generator makes', () => {
  for (const [path, text] of demoRun()) {
    expect(readFileSync(new URL(`../../public/demo/run/${path}`, import.meta.url), 'utf8')).toBe(text);
  }
});

test('it says in its first lines that nothing was trained', () => {
  for (const [path, text] of demoRun()) {
    if (path.endsWith('.txt')) expect(text.split('\n')[1]).toMatch(/GENERATED EXAMPLE/);
  }
});

test('fold 0 is a whole training of 500 epochs whose averages agree with its lines', () => {
  const { run, check } = folders[0].last;
  expect(run.epochs.map(({ epoch }) => epoch)).toEqual(Array.from({ length: 500 }, (_, i) => i));
  expect(check.largestDifference).toBeLessThan(1e-4);
  expect(run.conditions).toMatchObject({ plannedEpochs: 500, batchSize: 2, configuration: '3d_fullres' });
  expect(check.plan?.epochs).toBe(500);
});

test('fold 1 was continued at a checkpoint and is under way', () => {
  const { run, check } = folders[1].last;
  expect(run.joins).toEqual([150]);
  expect(run.droppedEpochs).toBe(13);
  expect(run.epochs).toHaveLength(300);
  expect(check.largestDifference).toBeLessThan(1e-4);
});

test('the findings have what a reader should meet: a gap by aggregation and a slow stretch', () => {
  const found = Object.fromEntries(
    folders[0].last.analysis.findings.map((finding) => [finding.code, finding]),
  );
  expect(Object.keys(found)).toEqual(expect.arrayContaining(['rise', 'earlier', 'gap', 'best', 'losses']));
  expect(found.gap.facts).toMatchObject({ cases: 20 });
  expect(found.durations.facts).toMatchObject({ from: 388, to: 431 });
});
