import fc from 'fast-check';
import { expect, test } from 'vitest';
import { orderCheckpoints } from '../../../src/core/learn/figure-checkpoint-order.ts';
import { scoreConfidence } from '../../../src/core/learn/figure-confident-loss.ts';
import { epochOfStop, stopEarly } from '../../../src/core/learn/figure-early-stop.ts';
import { walkEma, WALK_EPOCHS } from '../../../src/core/learn/figure-ema-walk.ts';
import { trainFrozen } from '../../../src/core/learn/figure-frozen-luck.ts';
import { judgeRepeats } from '../../../src/core/learn/figure-repeat-noise.ts';
import { compareSchedules } from '../../../src/core/learn/figure-schedule.ts';
import { CHECKPOINT_LESSON } from '../../../src/core/learn/lesson-checkpoint.ts';
import { LENGTH_LESSON } from '../../../src/core/learn/lesson-length.ts';
import { PATCHES_LESSON } from '../../../src/core/learn/lesson-patches.ts';
import { solveFigure } from '../../../src/core/learn/figure-model.ts';

test('a walk writes a best where the average exceeds every one before it, and a tie writes nothing', () => {
  fc.assert(
    fc.property(fc.nat(12), fc.nat(WALK_EPOCHS), (flat, nanAt) => {
      const steps = walkEma({ flat, nanAt });
      steps.forEach(({ ema, isNewBest }, epoch) => {
        const earlier = steps.slice(0, epoch).map((step) => step.ema);
        expect(isNewBest).toBe(epoch === 0 || earlier.every((one) => ema > one));
        expect(Number.isNaN(ema)).toBe(epoch >= nanAt);
      });
    }),
  );
  expect(
    walkEma({ flat: 3, nanAt: WALK_EPOCHS })
      .slice(0, 3)
      .map(({ isNewBest }) => isNewBest),
  ).toEqual([true, false, false]);
});

test('a NaN at the first epoch is the best for ever', () => {
  expect(walkEma({ flat: 0, nanAt: 0 }).filter(({ isNewBest }) => isNewBest)).toHaveLength(1);
});

test('the best of a frozen network is higher the longer one looks and the more its epochs scatter', () => {
  const excess = (epochs: number, spread: number) => trainFrozen({ epochs, spread }).luck.excess.value;
  expect(excess(1000, 0.02)).toBeGreaterThan(excess(100, 0.02));
  expect(excess(250, 0.04)).toBeCloseTo(2 * excess(250, 0.02), 10);
  expect(excess(50, 0.002)).toBeGreaterThan(0);
});

test('confidence on wrong voxels changes the loss and never the Dice', () => {
  const wrong = fc.integer({ min: 0, max: 30 }).map((percent) => percent / 100);
  const confidence = fc.double({ min: 0.51, max: 0.99, noNaN: true });
  fc.assert(
    fc.property(wrong, confidence, fc.double({ min: 0.001, max: 0.009, noNaN: true }), (share, low, more) => {
      const [before, after] = [low, low + more].map((one) =>
        scoreConfidence({ wrong: share, confidence: one }),
      );
      expect(after.dice).toBe(before.dice);
      expect(before.dice).toBeCloseTo(1 - share, 12);
      if (share > 0) expect(after.loss).toBeGreaterThan(before.loss);
    }),
  );
});

test('the loss is that of its voxels, one by one', () => {
  const { tp, fp, fn, tn, softDice, crossEntropy } = scoreConfidence({ wrong: 0.1, confidence: 0.8 });
  const groups = [
    { voxels: tp, inReference: 1, probability: 0.99 },
    { voxels: fn, inReference: 1, probability: 0.2 },
    { voxels: fp, inReference: 0, probability: 0.8 },
    { voxels: tn, inReference: 0, probability: 0.01 },
  ];
  let [inside, predicted, reference, entropy, all] = [0, 0, 0, 0, 0];
  for (const { voxels, inReference, probability } of groups) {
    inside += voxels * inReference * probability;
    predicted += voxels * probability;
    reference += voxels * inReference;
    entropy -= voxels * Math.log(inReference ? probability : 1 - probability);
    all += voxels;
  }
  expect(softDice).toBeCloseTo((2 * inside) / (predicted + reference), 9);
  expect(crossEntropy).toBeCloseTo(entropy / all, 12);
});

test.each([0, 1, 11, 12])(
  'two checkpoints of which %i cases are small: the mean counts cases, the pooled Dice voxels',
  (small) => {
    const { cases, best, final } = orderCheckpoints({ small, onLarge: -0.01, onSmall: 0.1 });
    expect(cases.filter(({ isSmall }) => isSmall)).toHaveLength(small);
    const change = (isSmall: boolean) => (isSmall ? 0.1 : -0.01);
    const sum = (of: (one: (typeof cases)[number]) => number) =>
      cases.reduce((total, one) => total + of(one), 0);
    expect(final.mean - best.mean).toBeCloseTo(sum(({ isSmall }) => change(isSmall)) / 12, 4);
    const pooled = sum(({ isSmall, voxels }) => voxels * change(isSmall)) / sum(({ voxels }) => voxels);
    expect(final.pooled - best.pooled).toBeCloseTo(pooled, 4);
  },
);

test('a stop comes at the first epoch that lies its patience after the best so far', () => {
  const bestsAscending = fc
    .uniqueArray(fc.integer({ min: 1, max: 99 }))
    .map((more) => [0, ...more.sort((a, b) => a - b)]);
  fc.assert(
    fc.property(bestsAscending, fc.integer({ min: 1, max: 120 }), (bests, patience) => {
      let expected: number | null = null;
      for (let epoch = 0; epoch < 100 && expected === null; epoch++) {
        const last = bests.filter((best) => best <= epoch).at(-1)!;
        if (epoch - last >= patience) expected = epoch;
      }
      expect(epochOfStop(bests, patience, 100)).toBe(expected);
    }),
  );
});

test('without noise a shorter plan loses only what the first rise still lacks', () => {
  const stop = stopEarly({ patience: 50, spread: 0, late: 0.022 });
  expect(stop.stoppedAt).toBeNull();
  expect(stop.saved).toBe(0);
  const noisy = stopEarly({ patience: 50, spread: 0.006, late: 0.022 });
  expect(noisy.stoppedAt).not.toBeNull();
  expect(noisy.fullEma - noisy.plannedEma).toBeLessThan(noisy.fullEma - noisy.stoppedEma);
});

test('schedules end where nnU-Net’s end', () => {
  const { chosen, usual } = compareSchedules({ epochs: 1000, exponent: 0.9, warmUp: 0 });
  expect(chosen).toEqual(usual);
  expect(usual.rates[0]).toBe(0.01);
  expect(usual.last).toBeCloseTo(0.01 * (1 / 1000) ** 0.9, 15);
});

test('noise: as many trainings as are needed bring the difference below 5 %, one fewer does not', () => {
  const settings = fc.record({
    repeats: fc.integer({ min: 1, max: 20 }),
    spread: fc.integer({ min: 1, max: 20 }).map((n) => n / 1000),
    difference: fc.integer({ min: 1, max: 30 }).map((n) => n / 1000),
  });
  fc.assert(
    fc.property(settings, (set) => {
      const { needed, chance, least } = judgeRepeats(set);
      expect(judgeRepeats({ ...set, repeats: needed! }).chance).toBeLessThanOrEqual(0.05 + 1e-9);
      if (needed! > 1) expect(judgeRepeats({ ...set, repeats: needed! - 1 }).chance).toBeGreaterThan(0.05);
      expect(set.difference > least).toBe(chance < 0.05);
    }),
  );
  expect(judgeRepeats({ repeats: 5, spread: 0.01, difference: 0 })).toMatchObject({
    chance: 1,
    needed: null,
  });
});

test('every figure has numbers at both ends of every control', () => {
  for (const { sections, questions } of [CHECKPOINT_LESSON, PATCHES_LESSON, LENGTH_LESSON]) {
    expect(questions).toHaveLength(2);
    for (const { figure } of sections) {
      for (const { name, min, max } of figure!.parameters) {
        for (const value of [min, max]) {
          expect(Object.values(solveFigure(figure!, { [name]: value }).numbers).length).toBeGreaterThan(0);
        }
      }
    }
  }
});
