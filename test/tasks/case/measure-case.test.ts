import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Vec3 } from '../../../src/core/volume/grid.ts';
import type { LabelScheme } from '../../../src/core/labels/label-scheme.ts';
import { reconstruct } from '../../../src/core/reconstruction/reconstruction.ts';
import { openCpuEngine } from '../../../src/engine/cpu/cpu-engine.ts';
import { evaluateCase } from '../../../src/tasks/case/evaluate-case.ts';
import { measureStructureBoundary } from '../../../src/tasks/case/measure-boundaries.ts';
import { prepareMeasures } from '../../../src/tasks/case/measure-case.ts';
import { measureLesions } from '../../../src/tasks/case/measure-lesions.ts';
import { measureCaseSurfaces } from '../../../src/tasks/case/measure-surfaces.ts';
import type { CaseVolumes } from '../../../src/tasks/case/read-case.ts';

const size: Vec3 = [6, 5, 4];
const VOXELS = 120;
const scheme: LabelScheme = {
  labels: [1, 2, 3].map((value) => ({ value, name: `structure ${value}` })),
  regions: [
    { key: '(1, 2, 3)', name: 'whole', labels: [1, 2, 3], writes: 1 },
    { key: '(2, 3)', name: 'core', labels: [2, 3], writes: 2 },
    { key: '(3,)', name: 'rim', labels: [3], writes: 3 },
  ],
  ignore: 4,
  channelNames: [],
};
const grid = { size, spacingMm: [1, 1.5, 2] as Vec3, affine: [1, 0, 0, 0, 0, 1.5, 0, 0, 0, 0, 2, 0] };
const mapOf = (values: readonly number[]) => ({
  grid,
  codes: Uint8Array.from(values),
  labels: [0, 1, 2, 3, 4],
  present: [0, 1, 2, 3, 4],
  warnings: [],
});

const volumesOf = (
  reference: readonly number[],
  patterns: readonly number[],
  asMap: boolean,
): CaseVolumes => ({
  name: 'case',
  reference: mapOf(reference),
  prediction: asMap ? mapOf(patterns.map((pattern) => reconstruct(pattern, scheme.regions))) : null,
  probabilities: null,
  masks: { patterns: { size, regions: 3, codes: Uint8Array.from(patterns) }, grid },
  files: { reference: 'reference.nii', prediction: 'prediction.nii' },
  warnings: [],
});
const codes = (most: number) => fc.array(fc.nat(most), { minLength: VOXELS, maxLength: VOXELS });

const measure = async (volumes: CaseVolumes) => {
  const { result } = await evaluateCase(volumes, scheme, openCpuEngine('asked'));
  const measured = prepareMeasures(volumes, scheme);
  return { result, measured, surfaces: await measureCaseSurfaces(measured, result) };
};

test('masks alone give the same surfaces as the label map that they are reconstructed to, and raw regions of their own', async () => {
  await fc.assert(
    fc.asyncProperty(codes(4), codes(7), async (reference, patterns) => {
      const [ofMasks, ofMap] = await Promise.all(
        [false, true].map((asMap) => measure(volumesOf(reference, patterns, asMap))),
      );
      expect(ofMasks.surfaces.map(({ score, raw }) => `${score.key} ${raw}`)).toEqual([
        '(1, 2, 3) false', '(2, 3) false', '(3,) false',
        '(1, 2, 3) true', '(2, 3) true', '(3,) true',
        '1 false', '2 false', '3 false',
      ]); // prettier-ignore
      expect(ofMasks.surfaces.map(({ metrics }) => metrics)).toEqual(
        ofMap.surfaces.map(({ metrics }) => metrics),
      );
    }),
    { numRuns: 30 },
  );
});

test('boundary and lesions of a structure count its TP, FP and FN, raw or not, without ignored voxels', async () => {
  await fc.assert(
    fc.asyncProperty(codes(4), codes(7), async (reference, patterns) => {
      const { measured, surfaces } = await measure(volumesOf(reference, patterns, false));
      for (const { score, raw, metrics } of surfaces) {
        const { boundary, difficulty } = measureStructureBoundary(measured, score, raw, metrics);
        const { tp, fp, fn } = score;
        if (boundary) expect(boundary.histogram.total).toEqual({ tp, fp, fn });
        const { areaReferenceMm2, areaPredictedMm2 } = metrics.elements;
        const displacement = ((fp + fn) * 3) / ((areaReferenceMm2 + areaPredictedMm2) / 2);
        expect(difficulty.displacementMm).toBeCloseTo(displacement, 10);
        const { listed, lesionWise } = measureLesions(measured, score.structure, raw, {
          rule: { dilation: 1, volumeMm3: 0 },
        });
        const found = listed.filter(({ status }) => status !== 'false');
        expect(found.reduce((sum, { voxels }) => sum + voxels, 0)).toBe(score.nRef);
        expect(lesionWise.lesions.reduce((sum, { voxels }) => sum + voxels, 0)).toBe(score.nRef);
      }
    }),
    { numRuns: 20 },
  );
});

test('tolerances may differ by structure, each result is told at once, and an abort stops between structures', async () => {
  const block = Array.from({ length: VOXELS }, (_, i) => (i % 6 < 3 ? 1 : 0));
  const volumes = volumesOf(block, block, false);
  const { result, measured } = await measure(volumes);
  const told: string[] = [];
  const surfaces = await measureCaseSurfaces(measured, result, {
    tolerancesMm: [2],
    tolerancesOf: { 1: [0, 5] },
    onMeasured: ({ score }) => told.push(score.key),
  });
  expect(told).toEqual(surfaces.map(({ score }) => score.key));
  expect(surfaces.find(({ score }) => score.key === '1')?.metrics.tolerancesMm).toEqual([0, 5]);
  expect(surfaces[0].metrics.tolerancesMm).toEqual([2]);
  const controller = new AbortController();
  const stopped = measureCaseSurfaces(measured, result, {
    signal: controller.signal,
    onMeasured: () => controller.abort(new Error('enough')),
  });
  await expect(stopped).rejects.toThrow('enough');
});
