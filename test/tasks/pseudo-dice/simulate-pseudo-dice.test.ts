import { describe, expect, test } from 'vitest';
import { dice } from '../../../src/core/counts/confusion.ts';
import { voxelAt, type Vec3 } from '../../../src/core/volume/grid.ts';
import type { LabelScheme } from '../../../src/core/labels/label-scheme.ts';
import { NNUNET_SAMPLING, type SamplerSettings } from '../../../src/core/pseudo-dice/patch-settings.ts';
import { gapOf } from '../../../src/core/pseudo-dice/pseudo-dice-json.ts';
import { structureRows } from '../../../src/core/pseudo-dice/pseudo-dice-rows.ts';
import { seededRandom } from '../../../src/core/statistics/random.ts';
import type { LabelMap, PatternVolume } from '../../../src/core/volume/volume.ts';
import { openEngine } from '../../../src/engine/open-engine.ts';
import type { CaseVolumes } from '../../../src/tasks/case/read-case.ts';
import { simulatePseudoDice } from '../../../src/tasks/pseudo-dice/simulate-pseudo-dice.ts';
import { UNWATCHED } from '../../../src/tasks/task.ts';

const LABELS: LabelScheme = {
  labels: [1, 2, 3].map((value) => ({ value, name: `label ${value}` })),
  regions: [],
  ignore: null,
  channelNames: [],
};
const REGIONS: LabelScheme = {
  ...LABELS,
  regions: [
    { key: '(1, 2)', name: 'whole', labels: [1, 2], writes: 1 },
    { key: '(2,)', name: 'core', labels: [2], writes: 2 },
  ],
};

interface MadeCase {
  readonly volumes: CaseVolumes;
  readonly size: Vec3;
  readonly reference: Uint8Array;
  readonly predicted: Uint8Array;
  readonly patterns: Uint8Array;
}

/** A case with clumped random labels below `labels`; its masks are patterns of two regions, drawn on their own. */
function madeCase(name: string, size: Vec3, labels: number, seed: number): MadeCase {
  const random = seededRandom(seed);
  const voxels = size[0] * size[1] * size[2];
  const clumps = (values: number) => {
    let value = 0;
    return Uint8Array.from({ length: voxels }, () => {
      if (random() < 0.2) value = random() < 0.7 ? 0 : Math.floor(random() * values);
      return value;
    });
  };
  const [reference, predicted, patterns] = [clumps(labels), clumps(labels), clumps(4)];
  const grid = { size, spacingMm: [1, 1, 1], affine: [1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0] } as const;
  const mapOf = (codes: Uint8Array): LabelMap => ({
    grid,
    codes,
    labels: [0, 1, 2, 3, 4],
    present: [0, 1, 2, 3, 4],
    warnings: [],
  });
  const masks: PatternVolume = { size, regions: 2, codes: patterns };
  return {
    volumes: {
      name,
      reference: mapOf(reference),
      prediction: mapOf(predicted),
      probabilities: null,
      masks: { patterns: masks, grid },
      files: { reference: 'r', prediction: 'p' },
      warnings: [],
    },
    size,
    reference,
    predicted,
    patterns,
  };
}

const CASES = [
  madeCase('a', [20, 17, 9], 4, 1),
  madeCase('b', [11, 23, 14], 3, 2),
  madeCase('c', [9, 9, 5], 1, 3), // no foreground
];

async function simulate(
  cases: readonly MadeCase[],
  scheme: LabelScheme,
  some: Partial<SamplerSettings>,
  withMasks = false,
) {
  const engine = await openEngine('cpu', {});
  const settings = { ...NNUNET_SAMPLING, patch: [6, 6, 6] as Vec3, iterations: 5, epochs: 6, ...some };
  const files = cases.map(({ volumes }) => ({
    name: volumes.name,
    read: async () => (withMasks ? volumes : { ...volumes, masks: null }),
  }));
  return simulatePseudoDice(files, scheme, settings, engine, UNWATCHED);
}

type Result = Awaited<ReturnType<typeof simulate>>;

/** TP, FP and FN of an epoch by walking every patch voxel by voxel. */
function walkEpoch(
  { draws, settings }: Result,
  cases: readonly MadeCase[],
  epoch: number,
  inReference: (label: number) => boolean,
  inPrediction: (one: MadeCase, voxel: number) => boolean,
  isCounted: (label: number) => boolean = () => true,
) {
  const sums = { tp: 0, fp: 0, fn: 0 };
  for (let i = epoch * draws.perEpoch; i < (epoch + 1) * draws.perEpoch; i++) {
    const one = cases[draws.cases[i]];
    for (let voxel = 0; voxel < one.reference.length; voxel++) {
      const at = voxelAt(one.size, voxel);
      const start = draws.starts.subarray(3 * i, 3 * i + 3);
      if (at.some((x, axis) => x < start[axis] || x >= start[axis] + settings.patch[axis])) continue;
      if (!isCounted(one.reference[voxel])) continue;
      const [r, p] = [inReference(one.reference[voxel]), inPrediction(one, voxel)];
      if (r && p) sums.tp++;
      else if (p) sums.fp++;
      else if (r) sums.fn++;
    }
  }
  return sums;
}

describe('every epoch equals its patches walked voxel by voxel', () => {
  test.each<[string, Partial<SamplerSettings>]>([
    ['as nnU-Net', {}],
    ['a batch of 1', { batch: 1 }],
    ['none forced', { oversampling: 0 }],
    ['all forced', { oversampling: 1 }],
    ['larger than the images in some axes', { patch: [16, 4, 12] }],
    ['one slice', { patch: [8, 8, 1] }],
    ['the textbook order', { order: 'class-first' }],
  ])('labels, %s', async (_, some) => {
    const result = await simulate(CASES, LABELS, some);
    result.epochs.forEach(({ dice: found }, epoch) =>
      [1, 2, 3].forEach((label, s) => {
        const walked = walkEpoch(
          result,
          CASES,
          epoch,
          (reference) => reference === label,
          (one, voxel) => one.predicted[voxel] === label,
        );
        expect(found[s]).toBe(dice(walked));
      }),
    );
  });

  test('regions by their raw masks, which the reconstruction does not change', async () => {
    const result = await simulate(CASES, REGIONS, {}, true);
    expect(result.isRaw).toBe(true);
    const { steps } = gapOf(result, null);
    expect(steps.map(({ code }) => code)).toEqual([
      'validation',
      'aggregation',
      'reconstruction',
      'sampling',
    ]);
    result.epochs.forEach(({ dice: found }, epoch) =>
      REGIONS.regions.forEach(({ labels }, s) => {
        const walked = walkEpoch(
          result,
          CASES,
          epoch,
          (reference) => labels.includes(reference),
          (one, voxel) => (one.patterns[voxel] & (1 << s)) !== 0,
        );
        expect(found[s]).toBe(dice(walked));
      }),
    );
  });

  test('regions by the label map where there are no masks', async () => {
    const result = await simulate(CASES, REGIONS, {});
    expect(result.isRaw).toBe(false);
    const walked = walkEpoch(
      result,
      CASES,
      2,
      (reference) => reference === 1 || reference === 2,
      (one, voxel) => one.predicted[voxel] === 1 || one.predicted[voxel] === 2,
    );
    expect(result.epochs[2].dice[0]).toBe(dice(walked));
  });

  test('an ignored reference counts nowhere, and unforced patches lie about annotated voxels', async () => {
    const scheme = { ...LABELS, labels: LABELS.labels.slice(0, 2), ignore: 3 };
    const result = await simulate(CASES.slice(0, 2), scheme, { oversampling: 0 });
    const walked = walkEpoch(
      result,
      CASES,
      1,
      (reference) => reference === 1,
      (one, voxel) => one.predicted[voxel] === 1,
      (reference) => reference !== 3,
    );
    expect(result.epochs[1].dice[0]).toBe(dice(walked));
    expect(result.cases[0].annotated).toHaveLength(CASES[0].reference.filter((label) => label !== 3).length);
  });
});

describe('what is expected', () => {
  test.each<[string, LabelScheme, Partial<SamplerSettings>]>([
    ['as nnU-Net', LABELS, {}],
    ['the textbook order', LABELS, { order: 'class-first' }],
    ['by chance', LABELS, { isProbabilistic: true, oversampling: 0.6 }],
    ['with an ignore label', { ...LABELS, labels: LABELS.labels.slice(0, 2), ignore: 3 }, {}],
    ['larger than the images in some axes', LABELS, { patch: [16, 4, 12] }],
  ])('equals the simulated mean of the sums within four standard errors: %s', async (_, scheme, some) => {
    const epochs = 400;
    const { sums, expected, structures } = await simulate(CASES, scheme, { ...some, epochs });
    structures.forEach((__, s) => {
      const series = { tp: sums[s].tp, fp: sums[s].nPred.map((n, i) => n - sums[s].tp[i]), fn: sums[s].nRef.map((n, i) => n - sums[s].tp[i]) }; // prettier-ignore
      for (const field of ['tp', 'fp', 'fn'] as const) {
        const values = [...series[field]];
        const mean = values.reduce((sum, value) => sum + value, 0) / epochs;
        const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (epochs - 1);
        expect(Math.abs(mean - expected![s][field])).toBeLessThanOrEqual(
          4 * Math.sqrt(variance / epochs) + 1e-6,
        );
      }
    });
  });
});

describe('odd cohorts', () => {
  test('a class that is absent everywhere is NaN in every epoch and leaves the others alone', async () => {
    const result = await simulate([CASES[1]], LABELS, {}); // label 3 is in neither map
    const rows = structureRows(result);
    expect(rows[2]).toMatchObject({ meanDice: Number.NaN, pooledDice: Number.NaN, nanEpochs: 6 });
    expect(rows[2].forcedPerEpoch).toBe(0);
    expect(result.epochs.every(({ mean, dice: [a, b] }) => Math.abs(mean - (a + b) / 2) < 1e-12)).toBe(true);
  });

  test('no foreground anywhere: every epoch is NaN, and so is the EMA', async () => {
    const result = await simulate([CASES[2]], LABELS, { oversampling: 1 });
    expect(result.epochs.every(({ mean, ema }) => Number.isNaN(mean) && Number.isNaN(ema))).toBe(true);
    expect(result.draws.forced.every((forced) => forced === -1)).toBe(true);
  });

  test('whole volumes give the same figures whatever the patches are; a patch that holds all gives them too', async () => {
    const patch: Vec3 = [60, 60, 60];
    const result = await simulate([CASES[0]], LABELS, { patch, oversampling: 0, epochs: 1 });
    structureRows(result).forEach(({ pooledDice, mean }) => expect(mean).toBe(pooledDice));
  });

  test('nothing to sample for, and more patches than can be listed, are sentences', async () => {
    const bare = { ...LABELS, labels: [] };
    await expect(simulate([], bare, {})).rejects.toMatchObject({ code: 'pseudoNoStructures' });
    await expect(simulate(CASES, LABELS, { epochs: 1e6 })).rejects.toMatchObject({ code: 'pseudoTooMany' });
  });

  test('an abort ends the work with its reason', async () => {
    const engine = await openEngine('cpu', {});
    const abort = new AbortController();
    const files = CASES.map(({ volumes }) => ({
      name: volumes.name,
      read: async () => ({ ...volumes, masks: null }),
    }));
    const counted = () => abort.abort(new Error('enough'));
    const context = { ...UNWATCHED, signal: abort.signal, counted };
    const work = simulatePseudoDice(files, LABELS, { ...NNUNET_SAMPLING, epochs: 2 }, engine, context);
    await expect(work).rejects.toThrow('enough');
  });
});
