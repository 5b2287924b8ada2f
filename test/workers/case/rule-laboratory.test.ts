import fc from 'fast-check';
import { expect, test } from 'vitest';
import { patternOf } from '../../../src/core/reconstruction/reconstruction.ts';
import { nnunetRule } from '../../../src/core/reconstruction/rule.ts';
import { PLANES, sliceGeometry } from '../../../src/core/volume/slice-geometry.ts';
import { readSlice } from '../../../src/core/volume/slice.ts';
import type { LabelMap } from '../../../src/core/volume/volume.ts';
import { openCpuEngine } from '../../../src/engine/cpu/cpu-engine.ts';
import { bytesSource } from '../../../src/io/bytes/byte-source.ts';
import { readLabelMap } from '../../../src/io/volumes/read-label-map.ts';
import { evaluateCase, patternsOf } from '../../../src/tasks/case/evaluate-case.ts';
import type { CaseVolumes } from '../../../src/tasks/case/read-case.ts';
import { OpenVolumes } from '../../../src/workers/case/open-volumes.ts';
import { RuleLaboratory } from '../../../src/workers/case/rule-laboratory.ts';
import { formatRuleVolume } from '../../../src/workers/case/rule-volumes.ts';
import { anyRule, plainLabel, regionsOf, schemeOf } from '../../core/reconstruction/rules.ts';

const regions = regionsOf([[1, 2, 3], [2, 3], [3]], [1, 2, 3]);
const scheme = schemeOf(regions, 4);
const engine = openCpuEngine('asked');
const size = [4, 3, 2] as const;
const grid = { size, spacingMm: [1, 1, 1], affine: [-1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0] } as const;
const VOXELS = 24;

type Given = 'probabilities' | 'masks' | 'labels';
const anyVoxels = fc.record({
  reference: fc.array(fc.nat(4), { minLength: VOXELS, maxLength: VOXELS }),
  p: fc.array(fc.constantFrom(0, 0.25, 0.5, 0.75, 1), { minLength: 3 * VOXELS, maxLength: 3 * VOXELS }),
});

const mapOf = (codes: readonly number[]): LabelMap => ({
  grid,
  codes: Uint8Array.from(codes),
  labels: [0, 1, 2, 3, 4],
  present: [],
  warnings: [],
});

async function laboratoryOf(
  { reference, p }: { reference: readonly number[]; p: readonly number[] },
  given: Given,
): Promise<RuleLaboratory> {
  const patterns = Uint8Array.from({ length: VOXELS }, (_, i) =>
    [0, 1, 2].reduce((bits, r) => (p[r * VOXELS + i] > 0.5 ? bits | (1 << r) : bits), 0),
  );
  const volumes: CaseVolumes = {
    name: 'case',
    reference: mapOf(reference),
    prediction: given === 'labels' ? mapOf(reference.toReversed().map((label) => label % 4)) : null,
    probabilities:
      given === 'probabilities' ? { size, channels: 3, type: 'float32', data: Float32Array.from(p) } : null,
    masks: given === 'masks' ? { patterns: { size, regions: 3, codes: patterns }, grid } : null,
    files: { reference: 'reference.nii.gz', prediction: 'prediction' },
    warnings: [],
  };
  const { result } = await evaluateCase(volumes, scheme, engine);
  const open = new OpenVolumes(volumes, patternsOf(volumes, scheme), result);
  return new RuleLaboratory(open, async () => engine);
}

const slices = {
  voxel: [1, 2, 1],
  planes: PLANES,
  channel: null,
  probabilityOf: null,
  audit: false,
} as const;

test('labels, slices and single voxels of a rule are those of a plain loop, from probabilities and masks', async () => {
  await fc.assert(
    fc.asyncProperty(
      anyVoxels,
      anyRule(3, fc.constantFrom(0, 0.25, 0.5, 0.75, 1)),
      fc.constantFrom('probabilities' as const, 'masks' as const),
      async (voxels, rule, given) => {
        const own = await laboratoryOf(voxels, given);
        const counted = await own.at(rule);
        const { written, patterns } = counted.numbers.meaning;
        const codes = counted.codes();
        const thresholds = given === 'masks' ? [0.5, 0.5, 0.5] : rule.thresholds;
        for (let i = 0; i < VOXELS; i++) {
          const p = [0, 1, 2].map((r) => voxels.p[r * VOXELS + i]);
          const values = given === 'masks' ? p.map((value) => (value > 0.5 ? 1 : 0)) : p;
          expect(written[codes[i]]).toBe(plainLabel(values, rule, thresholds, regions));
          const voxel = [i % 4, Math.floor(i / 4) % 3, Math.floor(i / 12)] as const;
          expect(own.readVoxel(counted.numbers, voxel, null)).toMatchObject({
            predicted: written[codes[i]],
            pattern: patterns[codes[i]],
          });
        }
        for (const { plane, predicted, pattern } of own.readPlanes(rule, slices)) {
          const geometry = sliceGeometry(grid, plane);
          const expected = readSlice(codes, size, geometry, slices.voxel[geometry.normal]);
          expect(predicted).toEqual(expected);
          expect(pattern).toEqual(expected);
        }
      },
    ),
    { numRuns: 40 },
  );
});

test("under nnU-Net's rule nothing differs, and the same rule is counted once", async () => {
  await fc.assert(
    fc.asyncProperty(anyVoxels, async (voxels) => {
      const own = await laboratoryOf(voxels, 'probabilities');
      const rule = nnunetRule(regions);
      const counted = own.at(rule);
      expect(own.at({ ...rule })).toBe(counted);
      const { numbers } = await counted;
      expect(numbers.changed.voxels).toBe(0);
      expect(numbers.changed.regions.every((difference) => difference === 0)).toBe(true);
    }),
    { numRuns: 20 },
  );
});

test('the pieces of a pattern hold as many voxels as its row counts', async () => {
  await fc.assert(
    fc.asyncProperty(anyVoxels, anyRule(3, fc.constant(0.5)), async (voxels, rule) => {
      const own = await laboratoryOf(voxels, 'probabilities');
      const counted = await own.at(rule);
      for (const { pattern, writes, voxels: count } of counted.numbers.result.patterns ?? []) {
        const pieces = own.findPieces(counted, { kind: 'pattern', pattern, writes });
        expect(pieces.voxels).toBe(count);
        expect(pieces.pieces.reduce((sum, piece) => sum + piece.voxels, 0)).toBe(count);
      }
    }),
    { numRuns: 20 },
  );
});

test('a probability stands on the slices as 0 to 255', async () => {
  const p = Array.from({ length: 3 * VOXELS }, (_, i) => (i % 5) / 4);
  const own = await laboratoryOf({ reference: new Array<number>(VOXELS).fill(0), p }, 'probabilities');
  const geometry = sliceGeometry(grid, 'axial');
  const [axial] = own.readPlanes(own.rule, { ...slices, probabilityOf: 1 });
  const channel = Float32Array.from(p.slice(VOXELS, 2 * VOXELS));
  const expected = [...readSlice(channel, size, geometry, 1)].map((value) => Math.round(value * 255));
  expect([...axial.pattern!].map((value, i) => Math.abs(value - expected[i]))).toEqual(expected.map(() => 0));
});

test('a label map alone implies its patterns; it has one rule', async () => {
  const reference = Array.from({ length: VOXELS }, (_, i) => i % 5);
  const own = await laboratoryOf({ reference, p: new Array<number>(3 * VOXELS).fill(0) }, 'labels');
  const { numbers, codes } = await own.at({ ...own.rule, sequence: [2, 1, 0] });
  expect(numbers.meaning.patterns).toEqual([0, 1, 2, 3, 4].map((label) => patternOf(label, regions)));
  expect(codes()).toBe(own.open.volumes.prediction?.codes);
  expect(await own.countCurves(own.rule)).toBeNull();
});

test('a saved label map is what the rule writes, on the grid of the reference', async () => {
  await fc.assert(
    fc.asyncProperty(anyVoxels, anyRule(3, fc.constantFrom(0.25, 0.5)), async (voxels, rule) => {
      const own = await laboratoryOf(voxels, 'probabilities');
      const counted = await own.at(rule);
      const bytes = formatRuleVolume(counted, own.open.volumes.reference, 'labels');
      const map = await readLabelMap([bytesSource('labels.nii.gz', bytes)]);
      expect(map.grid).toEqual(grid);
      const codes = counted.codes();
      const { written } = counted.numbers.meaning;
      expect(Array.from(map.codes, (code) => map.labels[code])).toEqual(
        Array.from(codes, (code) => written[code]),
      );
    }),
    { numRuns: 10 },
  );
});

test('a laboratory that is closed stops counting', async () => {
  const reference = new Array<number>(VOXELS).fill(1);
  const own = await laboratoryOf({ reference, p: new Array<number>(3 * VOXELS).fill(1) }, 'probabilities');
  own.close();
  await expect(own.at(own.rule)).rejects.toThrow('Another case was opened.');
});
