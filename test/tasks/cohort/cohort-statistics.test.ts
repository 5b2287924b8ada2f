import { expect, test } from 'vitest';
import { compareCohorts } from '../../../src/core/cohort/cohort-compare.ts';
import type { WayOfModels } from '../../../src/core/cohort/cohort-statistics.ts';
import { describeCohort } from '../../../src/core/statistics/statistics.ts';
import { computeCohortStatistics } from '../../../src/tasks/cohort/cohort-statistics.ts';
import { madeCohort } from '../../core/cohort/made-cohort.ts';

const made = (models: number, way: WayOfModels['way'] = 'labels'): WayOfModels => ({
  ...madeCohort(24, models),
  way,
});
const DRAWS = 200;

test('a structure at a time gives what all at once give, Holm over all of them', async () => {
  const cohort = made(2);
  const { ways, draws, seed } = await computeCohortStatistics([cohort], { draws: DRAWS });
  const options = { draws, seed };
  expect([draws, seed]).toEqual([DRAWS, 1]);
  const [a, b] = cohort.models;
  const [way] = ways;
  expect(way.models.map(({ structures }) => structures)).toEqual([
    describeCohort(a.evaluation, options),
    describeCohort(b.evaluation, options),
  ]);
  expect(way.comparison).toEqual(compareCohorts(a.evaluation, b.evaluation, options));
});

test('both ways are counted for both models, each with its own correction', async () => {
  const { ways } = await computeCohortStatistics([made(2, 'regions'), made(2)], { draws: 20 });
  expect(
    ways.map(({ way, models, comparison }) => [way, models.length, comparison?.structures.length]),
  ).toEqual([
    ['regions', 2, 3],
    ['labels', 2, 3],
  ]);
});

test('one model has no comparison and no order', async () => {
  const { ways } = await computeCohortStatistics([made(1)], { draws: 20 });
  expect(ways[0]).toMatchObject({ comparison: null, stability: null });
});

test('how often each model comes first adds up to all draws', async () => {
  const { ways } = await computeCohortStatistics([made(3)], { draws: 20 });
  const { stability } = ways[0];
  expect(stability!.shares.reduce((sum, [first]) => sum + first, 0)).toBeGreaterThanOrEqual(1);
  for (const row of stability!.shares) expect(row.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 12);
});

test('it tells how far it has come, and stops between two structures when told', async () => {
  const told: number[] = [];
  await computeCohortStatistics([made(2)], { draws: 20, progress: (done, total) => told.push(done / total) });
  expect(told).toHaveLength(9);
  expect(told.at(-1)).toBe(1);

  const stop = new AbortController();
  const steps: number[] = [];
  const stopped = computeCohortStatistics([made(2)], {
    draws: 20,
    signal: stop.signal,
    progress: (done) => {
      steps.push(done);
      if (done === 2) stop.abort(new DOMException('enough', 'AbortError'));
    },
  });
  await expect(stopped).rejects.toThrow('enough');
  expect(steps).toEqual([1, 2]);
});

test('a cohort without structures or cases has nothing to say', async () => {
  expect((await computeCohortStatistics([])).ways).toEqual([]);
  const empty = made(1);
  const models = empty.models.map(({ name, evaluation }) => ({
    name,
    evaluation: { ...evaluation, cases: [] },
  }));
  const { ways } = await computeCohortStatistics([{ ...empty, models }], { draws: 20 });
  expect(ways[0].models[0].foreground).toBeNaN();
});
