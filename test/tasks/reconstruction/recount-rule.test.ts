import fc from 'fast-check';
import { expect, test } from 'vitest';
import { nnunetRule } from '../../../src/core/reconstruction/rule.ts';
import { patternOf } from '../../../src/core/reconstruction/reconstruction.ts';
import type { LabelMap, ProbabilityVolume } from '../../../src/core/volume/volume.ts';
import { openCpuEngine } from '../../../src/engine/cpu/cpu-engine.ts';
import { evaluateCase } from '../../../src/tasks/case/evaluate-case.ts';
import type { CaseVolumes } from '../../../src/tasks/case/read-case.ts';
import { countCurves, openRecount, recountRule } from '../../../src/tasks/reconstruction/recount-rule.ts';
import { anyRule, plainLabel, regionsOf, schemeOf } from '../../core/reconstruction/rules.ts';
import { codeOf } from '../../io/expect-dicelens-error.ts';

const regions = regionsOf([[1, 2, 3], [2, 3], [3]], [1, 2, 3]);
const scheme = schemeOf(regions, 4);
const engine = openCpuEngine('asked');

interface Voxel {
  readonly reference: number;
  readonly p: readonly number[];
}
const anyVoxels = fc.array(
  fc.record({
    reference: fc.nat(4),
    p: fc.array(fc.constantFrom(0, 0.25, 0.5, 0.75, 1), { minLength: 3, maxLength: 3 }),
  }),
  { maxLength: 60 },
);

function caseOf(voxels: readonly Voxel[], of: 'probabilities' | 'masks' | 'nothing'): CaseVolumes {
  const size = [voxels.length, 1, 1] as const;
  const grid = { size, spacingMm: [1, 1, 1], affine: [1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0] } as const;
  const reference: LabelMap = {
    grid,
    codes: Uint8Array.from(voxels, (voxel) => voxel.reference),
    labels: [0, 1, 2, 3, 4],
    present: [],
    warnings: [],
  };
  const probabilities: ProbabilityVolume = {
    size,
    channels: 3,
    type: 'float32',
    data: Float32Array.from([0, 1, 2].flatMap((channel) => voxels.map(({ p }) => p[channel]))),
  };
  const patternAt = ({ p }: Voxel) =>
    p.reduce<number>((bits, value, i) => (value > 0.5 ? bits | (1 << i) : bits), 0);
  const codes = Uint8Array.from(voxels, patternAt);
  return {
    name: 'case',
    reference,
    prediction: null,
    probabilities: of === 'probabilities' ? probabilities : null,
    masks: of === 'masks' ? { patterns: { size, regions: 3, codes }, grid } : null,
    files: { reference: 'reference.nii.gz', prediction: 'prediction' },
    warnings: [],
  };
}

test("under nnU-Net's rule the numbers are those of the evaluation, and nothing changed", async () => {
  await fc.assert(
    fc.asyncProperty(anyVoxels, fc.constantFrom('probabilities', 'masks'), async (voxels, of) => {
      const volumes = caseOf(voxels, of);
      const base = await openRecount(volumes, scheme);
      const { result, changed } = await recountRule(base, nnunetRule(regions));
      const { result: expected } = await evaluateCase(volumes, scheme, engine);
      expect({ ...result, warnings: [] }).toEqual({ ...expected, warnings: [] });
      expect(changed.voxels).toBe(0);
      expect(changed.regions.every((difference) => difference === 0 || Number.isNaN(difference))).toBe(true);
    }),
  );
});

test('every number under any rule equals a plain loop over the voxels', async () => {
  await fc.assert(
    fc.asyncProperty(anyVoxels, anyRule(3, fc.constantFrom(0, 0.25, 0.4, 0.5, 1)), async (voxels, rule) => {
      const base = await openRecount(caseOf(voxels, 'probabilities'), scheme);
      const { result, changed, written } = await recountRule(base, rule);
      const label = ({ p }: Voxel) => plainLabel(p, rule, rule.thresholds, regions);
      const before = ({ p }: Voxel) => plainLabel(p, nnunetRule(regions), [0.5, 0.5, 0.5], regions);
      const passed = (p: readonly number[], i: number) =>
        rule.comparison === '>' ? p[i] > rule.thresholds[i] : p[i] >= rule.thresholds[i];
      const kept = voxels.filter(({ reference }) => reference !== 4);

      expect(Array.from(written.codes, (code) => written.labels[code])).toEqual(voxels.map(label));
      expect(changed.voxels).toBe(voxels.filter((voxel) => label(voxel) !== before(voxel)).length);
      regions.forEach((region, i) => {
        const inside = (value: number) => region.labels.includes(value);
        expect(result.rawRegionScores?.[i]).toMatchObject(count(kept, inside, ({ p }) => passed(p, i)));
        expect(result.regionScores[i]).toMatchObject(count(kept, inside, (voxel) => inside(label(voxel))));
      });
      for (const score of result.labelScores) {
        const is = (value: number) => value === score.labels[0];
        expect(score).toMatchObject(count(kept, is, (voxel) => is(label(voxel))));
      }

      for (const row of result.patterns ?? []) {
        const here = kept.filter((voxel) => label(voxel) === row.writes && [0, 1, 2].every((i) => passed(voxel.p, i) === ((row.pattern >> i) % 2 === 1))); // prettier-ignore
        expect(row.voxels).toBe(here.length);
        const implied = patternOf(row.writes, regions);
        expect(row.gained).toEqual([0, 1, 2].filter((i) => implied & ~row.pattern & (1 << i)));
        expect(row.lost).toEqual([0, 1, 2].filter((i) => ~implied & row.pattern & (1 << i)));
      }
      const inRows = (result.patterns ?? []).reduce((sum, row) => sum + row.voxels, 0);
      expect(inRows).toBe(kept.length);
    }),
  );
});

test('what a rule changed is said in Dice of each region and label', async () => {
  const voxels = [{ reference: 1, p: [0.4, 0, 0] }, { reference: 1, p: [0.9, 0, 0] }]; // prettier-ignore
  const base = await openRecount(caseOf(voxels, 'probabilities'), scheme);
  const { changed } = await recountRule(base, { ...nnunetRule(regions), thresholds: [0.3, 0.5, 0.5] });
  expect(changed.voxels).toBe(1);
  expect(changed.regions).toEqual([1 - 2 / 3, Number.NaN, Number.NaN]);
  expect(changed.labels[0]).toEqual({ label: 1, difference: 1 - 2 / 3 });
});

test('masks have no curves, and a case with neither is refused', async () => {
  const base = await openRecount(caseOf([{ reference: 1, p: [1, 0, 0] }], 'masks'), scheme);
  expect(await countCurves(base, nnunetRule(regions))).toBeNull();
  expect(await codeOf(() => openRecount(caseOf([], 'nothing'), scheme))).toBe('nothingToCompare');
});

function count(
  voxels: readonly Voxel[],
  inside: (reference: number) => boolean,
  set: (voxel: Voxel) => boolean,
) {
  return {
    tp: voxels.filter((v) => inside(v.reference) && set(v)).length,
    fp: voxels.filter((v) => !inside(v.reference) && set(v)).length,
    fn: voxels.filter((v) => inside(v.reference) && !set(v)).length,
    tn: voxels.filter((v) => !inside(v.reference) && !set(v)).length,
  };
}
