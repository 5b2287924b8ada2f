import fc from 'fast-check';
import { expect, test } from 'vitest';
import { DiceLensError } from '../../src/core/errors.ts';
import { evaluateCohort, type CaseOutcome } from '../../src/tasks/evaluate-cohort.ts';

const failure = (file: string) => new DiceLensError('fileMissing', { file });

test('outcomes come in the order of the cases, whatever the workers and the time each takes', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.record({ turns: fc.nat(8), fails: fc.boolean() }), { maxLength: 60 }),
      fc.integer({ min: 1, max: 4 }),
      async (cases, workers) => {
        let [running, most] = [0, 0];
        const worker = async ({ turns, fails }: (typeof cases)[number]) => {
          most = Math.max(most, ++running);
          for (let turn = 0; turn < turns; turn++) await Promise.resolve();
          running--;
          if (fails) throw failure('a');
          return turns;
        };
        const delivered: [(typeof cases)[number], CaseOutcome<number>][] = [];
        let done = 0;
        await evaluateCohort(
          cases,
          Array.from({ length: workers }, () => worker),
          {
            deliver: (one, outcome) => void delivered.push([one, outcome]),
            progress: () => done++,
          },
        );
        expect(delivered.map(([one]) => one)).toEqual(cases);
        for (const [{ turns, fails }, outcome] of delivered) {
          expect('error' in outcome ? outcome.error.code : outcome.value).toBe(fails ? 'fileMissing' : turns);
        }
        expect(done).toBe(cases.length);
        expect(most).toBeLessThanOrEqual(workers);
      },
    ),
  );
});

test('while the first case takes long, the others do not run away from it', async () => {
  let release = () => {};
  const first = new Promise<void>((resolve) => (release = resolve));
  let started = 0;
  const worker = async (index: number) => {
    started++;
    if (index === 0) await first;
    return index;
  };
  const delivered: number[] = [];
  const all = evaluateCohort(
    Array.from({ length: 100 }, (_, i) => i),
    [worker, worker],
    {
      deliver: (index) => void delivered.push(index),
    },
  );
  await new Promise((resolve) => setTimeout(resolve));
  expect(started).toBeLessThan(100);
  expect(delivered).toEqual([]);
  release();
  await all;
  expect(delivered).toEqual(Array.from({ length: 100 }, (_, i) => i));
});

test('a bug, an abort and an output that cannot be written end the work with their own reason', async () => {
  const cases = Array.from({ length: 50 }, (_, i) => i);
  const works = async (index: number) => index;
  const breaks = async (index: number) => {
    if (index === 3) throw new TypeError('a bug');
    return index;
  };
  const workers = (worker: (index: number) => Promise<number>) => [worker, worker, worker];
  await expect(evaluateCohort(cases, workers(breaks), { deliver() {} })).rejects.toThrow('a bug');
  const deliver = (index: number) => {
    if (index === 5) throw failure('disk');
  };
  await expect(evaluateCohort(cases, workers(works), { deliver })).rejects.toThrow('disk');
  const stop = new AbortController();
  stop.abort();
  await expect(evaluateCohort(cases, workers(works), { deliver() {}, signal: stop.signal })).rejects.toThrow(
    'aborted',
  );
});
