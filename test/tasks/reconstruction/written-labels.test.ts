import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Grid, Vec3 } from '../../../src/core/volume/grid.ts';
import { PLANES, sliceGeometry } from '../../../src/core/volume/slice-geometry.ts';
import { readSlice } from '../../../src/core/volume/slice.ts';
import type { Codes, PatternVolume, ProbabilityVolume } from '../../../src/core/volume/volume.ts';
import type { CaseVolumes } from '../../../src/tasks/case/read-case.ts';
import { openRecount, recountRule } from '../../../src/tasks/reconstruction/recount-rule.ts';
import {
  computeWritten,
  readWrittenSlice,
  writeLabels,
} from '../../../src/tasks/reconstruction/written-labels.ts';
import { anyRule, regionsOf, schemeOf } from '../../core/reconstruction/rules.ts';
import { edgeProbabilities, FLOAT_TYPES } from '../../engine/probabilities.ts';
import { noise } from '../../engine/noise.ts';
import { codeOf } from '../../io/expect-dicelens-error.ts';

const regions = regionsOf([[1, 2, 3], [2, 3], [3]], [1, 2, 3]);
const scheme = schemeOf(regions);
const anySize = fc.tuple(fc.integer({ min: 1, max: 6 }), fc.integer({ min: 1, max: 5 }), fc.integer({ min: 1, max: 4 })); // prettier-ignore
const anyThreshold = fc.constantFrom(0, 0.25, 0.5, 0.75, 1);

function caseOf(size: Vec3, of: { probabilities?: ProbabilityVolume; masks?: PatternVolume }): CaseVolumes {
  // right to left, so that slices are mirrored
  const grid: Grid = { size, spacingMm: [1, 1, 1], affine: [-1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0] };
  const voxels = size[0] * size[1] * size[2];
  return {
    name: 'case',
    reference: { grid, codes: noise(voxels, 4, 1, 1), labels: [0, 1, 2, 3], present: [], warnings: [] },
    prediction: null,
    probabilities: of.probabilities ?? null,
    masks: of.masks ? { patterns: of.masks, grid } : null,
    files: { reference: 'reference.nii.gz', prediction: 'prediction' },
    warnings: [],
  };
}

/** The same regions as masks and as probabilities of 0 and 1. */
function masksAndProbabilities(size: Vec3) {
  const codes = noise(size[0] * size[1] * size[2], 8, 1, 3);
  const data = Float32Array.from({ length: 3 * codes.length }, (_, i) => (codes[i % codes.length] >> Math.floor(i / codes.length)) & 1); // prettier-ignore
  return {
    masks: caseOf(size, { masks: { size, regions: 3, codes } }),
    probabilities: caseOf(size, { probabilities: { size, channels: 3, type: 'float32', data } }),
  };
}

test('every slice of a rule is that slice of what the rule writes, from probabilities and from masks', async () => {
  await fc.assert(
    fc.asyncProperty(
      anySize,
      fc.constantFrom(...FLOAT_TYPES),
      anyRule(3, anyThreshold),
      async (size, type, rule) => {
        const edges = { ...edgeProbabilities(type, 3, size[0] * size[1] * size[2]), size };
        for (const volumes of [caseOf(size, { probabilities: edges }), masksAndProbabilities(size).masks]) {
          const written = await computeWritten({ volumes, scheme }, rule);
          expect(writeLabels({ volumes, scheme }, rule)).toEqual(written);
          for (const plane of PLANES) {
            const geometry = sliceGeometry(volumes.reference.grid, plane);
            for (let slice = 0; slice < geometry.slices; slice++) {
              const codes = readSlice<Codes>(written.codes, size, geometry, slice);
              const read = readWrittenSlice({ volumes, scheme }, rule, geometry, slice);
              expect(read).toEqual({ ...written, size: [geometry.width, geometry.height, 1], codes });
            }
          }
        }
      },
    ),
    { numRuns: 40 },
  );
});

test('masks give the numbers of probabilities of 0 and 1, under any rule', async () => {
  const thresholds = fc.constantFrom(0.25, 0.5, 0.75);
  await fc.assert(
    fc.asyncProperty(anySize, anyRule(3, thresholds), async (size, rule) => {
      const { masks, probabilities } = masksAndProbabilities(size);
      const [a, b] = [await openRecount(masks, scheme), await openRecount(probabilities, scheme)];
      const [ofMasks, ofProbabilities] = [await recountRule(a, rule), await recountRule(b, rule)];
      expect(ofMasks.result).toEqual(ofProbabilities.result);
      expect(ofMasks.changed).toEqual(ofProbabilities.changed);
      expect(ofMasks.written).toEqual(ofProbabilities.written);
      b.close();
      await expect(recountRule(b, rule)).rejects.toMatchObject({ name: 'AbortError' });
    }),
    { numRuns: 40 },
  );
});

test('a case with neither has nothing written', async () => {
  const volumes = caseOf([1, 1, 1], {});
  const [rule] = fc.sample(anyRule(3, anyThreshold), 1);
  expect(await codeOf(() => computeWritten({ volumes, scheme }, rule))).toBe('nothingToCompare');
});
