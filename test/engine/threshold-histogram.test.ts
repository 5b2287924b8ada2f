import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { nnunetRule, type Rule } from '../../src/core/reconstruction/rule.ts';
import { CURVE_THRESHOLDS, thresholdCurves } from '../../src/core/reconstruction/threshold-curves.ts';
import type { LabelMap, ProbabilityVolume } from '../../src/core/volume/volume.ts';
import { CHUNK } from '../../src/engine/cpu/in-chunks.ts';
import { levelFiller } from '../../src/engine/cpu/threshold-levels.ts';
import { openRecount, countCurves, recountRule } from '../../src/tasks/reconstruction/recount-rule.ts';
import type { CaseVolumes } from '../../src/tasks/case/read-case.ts';
import { anyRule, regionsOf, schemeOf } from '../core/reconstruction/rules.ts';
import { float16Bits } from '../../src/engine/threshold-bits.ts';
import { roundedTo, valueAt } from './plain-values.ts';
import { anyProbabilities, FLOAT_TYPES } from './probabilities.ts';

const regions = regionsOf([[1, 2, 3], [2, 3], [3]], [1, 2, 3]);
const scheme = schemeOf(regions, 4);

function caseOf(probabilities: ProbabilityVolume, reference: readonly number[]): CaseVolumes {
  const { size } = probabilities;
  const map: LabelMap = {
    grid: { size, spacingMm: [1, 1, 1], affine: [1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0] },
    codes: Uint8Array.from(reference),
    labels: [0, 1, 2, 3, 4],
    present: [...new Set(reference)].sort((a, b) => a - b),
    warnings: [],
  };
  return {
    name: 'case',
    reference: map,
    prediction: null,
    probabilities,
    masks: null,
    files: { reference: 'reference.nii.gz', prediction: 'probabilities.npz' },
    warnings: [],
  };
}

/** Probabilities about the thresholds of the curves, some of them exactly there. */
const nearThresholds = fc.record({
  type: fc.constantFrom(...FLOAT_TYPES),
  voxels: fc.array(
    fc.tuple(
      fc.nat(4),
      fc.array(
        fc.oneof(
          fc.nat(100).map((i) => i / 100),
          fc.double({ min: 0, max: 1, noNaN: true }),
        ),
        {
          minLength: 3,
          maxLength: 3,
        },
      ),
    ),
    { maxLength: 25 },
  ),
});

function volumeOf(
  type: ProbabilityVolume['type'],
  voxels: readonly (readonly number[])[],
): ProbabilityVolume {
  const values = [0, 1, 2].flatMap((channel) => voxels.map((p) => p[channel]));
  const data =
    type === 'float16'
      ? Uint16Array.from(values, float16Bits)
      : type === 'float32'
        ? Float32Array.from(values)
        : Float64Array.from(values);
  return { size: [voxels.length, 1, 1], channels: 3, type, data };
}

test('every point of every curve is what a recount at that threshold gives', async () => {
  await fc.assert(
    fc.asyncProperty(
      nearThresholds,
      anyRule(3, fc.oneof(fc.double({ min: 0, max: 1, noNaN: true }), fc.constant(0.5))),
      fc.array(fc.nat(100), { minLength: 4, maxLength: 4 }),
      async ({ type, voxels }, rule, steps) => {
        const volumes = caseOf(volumeOf(type, voxels.map(([, p]) => p)), voxels.map(([r]) => r)); // prettier-ignore
        const base = await openRecount(volumes, scheme);
        const curves = thresholdCurves((await countCurves(base, rule))!, scheme);
        for (const [move, step] of steps.entries()) {
          const thresholds = rule.thresholds.map((own, i) =>
            move === 3 || i === move ? CURVE_THRESHOLDS[step] : own,
          );
          const { result } = await recountRule(base, { ...rule, thresholds });
          const moved = move === 3 ? curves.all : curves.each[move];
          expect(moved.regions.map(({ dice }) => dice[step])).toEqual(
            result.regionScores.map(({ dice }) => dice),
          );
          if (move < 3)
            expect(curves.rawRegions[move].dice[step]).toEqual(result.rawRegionScores?.[move].dice);
          for (const { label, dice } of moved.labels) {
            const score = result.labelScores.find(({ labels }) => labels[0] === label);
            expect(dice[step]).toEqual(score?.dice ?? Number.NaN);
          }
          for (const {
            labels: [label],
            dice,
          } of result.labelScores) {
            if (!Number.isNaN(dice)) expect(moved.labels.map((curve) => curve.label)).toContain(label);
          }
        }
      },
    ),
    { numRuns: 60 },
  );
});

test('levels count the thresholds passed, whatever bits a value has', () => {
  fc.assert(
    fc.property(
      anyProbabilities(1),
      fc.constantFrom('>' as const, '>=' as const),
      ({ probabilities }, comparison) => {
        const voxels = probabilities.size[0];
        const levels = new Uint8Array(voxels);
        levelFiller(probabilities.type, comparison)(levels, probabilities.data);
        const thresholds = CURVE_THRESHOLDS.map((threshold) => roundedTo(probabilities.type, threshold));
        for (let voxel = 0; voxel < voxels; voxel++) {
          const p = valueAt(probabilities, 0, voxel);
          const passed = (t: number) => !Object.is(p, -0) && (comparison === '>' ? p > t : p >= t);
          expect(levels[voxel]).toBe(thresholds.filter(passed).length);
        }
      },
    ),
  );
});

describe('the best threshold', () => {
  const best = async (voxels: readonly (readonly [reference: number, p: number])[]) => {
    const volumes = caseOf(volumeOf('float64', voxels.map(([, p]) => [p, 0, 0])), voxels.map(([r]) => r)); // prettier-ignore
    const base = await openRecount(volumes, scheme);
    return thresholdCurves((await countCurves(base, nnunetRule(regions)))!, scheme).rawRegions.map(
      ({ best }) => best,
    );
  };

  test('is the one of the largest Dice, of equal ones that next to 0.5, and none where all are absent', async () => {
    expect(await best([[1, 0.655], [0, 0.5]])).toEqual([50, -1, -1]); // prettier-ignore
    expect(await best([[1, 0.655], [0, 0.605]])).toEqual([61, -1, -1]); // prettier-ignore
    expect(await best([[1, 0.31], [0, 0.2]])).toEqual([30, -1, -1]); // prettier-ignore
    expect(await best([[4, 0.31]])).toEqual([-1, -1, -1]);
  });
});

test.each([CHUNK - 1, CHUNK, CHUNK + 1])('%i voxels are all counted', async (voxels) => {
  const probabilities: ProbabilityVolume = { size: [voxels, 1, 1], channels: 3, type: 'float32', data: new Float32Array(3 * voxels).fill(0.25) }; // prettier-ignore
  const rule: Rule = nnunetRule(regions);
  const base = await openRecount(caseOf(probabilities, Array<number>(voxels).fill(1)), scheme);
  const histogram = (await countCurves(base, rule))!;
  expect(histogram.levels.reduce((sum, n) => sum + n)).toBe(3 * voxels);
  const { all } = thresholdCurves(histogram, scheme);
  expect(all.regions.map(({ dice }) => [dice[24], dice[25]])).toEqual([[1, 0], [0, Number.NaN], [0, Number.NaN]]); // prettier-ignore
});
