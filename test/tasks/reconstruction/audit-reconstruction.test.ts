import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formatAudit, sayVerdict } from '../../../src/core/reconstruction/audit.ts';
import { auditReconstruction } from '../../../src/tasks/reconstruction/audit-reconstruction.ts';
import type { AuditVolumes } from '../../../src/tasks/reconstruction/read-audit.ts';
import { computePatterns } from '../../../src/engine/cpu/patterns.ts';
import {
  labelsBy,
  mapOf,
  nnunet,
  overwrite,
  PLANTED,
  schemeWith,
  smallProbabilities,
} from '../audit-case.ts';

const probabilities = smallProbabilities();
const masks = computePatterns(probabilities, [0.5, 0.5, 0.5]);
const volumesOf = (
  values: readonly number[],
  regions: AuditVolumes['regions'] = probabilities,
): AuditVolumes => ({
  labels: mapOf(values),
  regions,
  warnings: [],
});

describe('each cause planted in a small case is named', () => {
  test.each(PLANTED)(
    '$title',
    async ({ order = [1, 2, 3], ignore = null, make, matches, written, verdict, fromMasks }) => {
      const scheme = schemeWith(order, ignore);
      const values = make(scheme, probabilities);
      const result = await auditReconstruction(volumesOf(values), scheme);
      expect(result.matches).toBe(matches);
      expect(result.contradictions).toBe(0);
      expect(result.order).toEqual(written ?? order);
      expect(sayVerdict(result, scheme, 'en')).toMatch(verdict);
      expect(sayVerdict(result, scheme, 'zh-CN')).toMatch(/。$/);
      const expected = labelsBy(probabilities, nnunet(scheme));
      expect(result.differing).toBe(values.filter((value, i) => value !== expected[i]).length);
      expect(result.voxels).toBe(values.length);

      const ofMasks = await auditReconstruction(volumesOf(values, masks), scheme);
      expect(ofMasks.matches === matches).toBe(fromMasks === true);
    },
  );
});

describe('a map that no rule writes', () => {
  const scheme = schemeWith([1, 2, 3]);

  test("is said to be nnU-Net's but for the voxels changed, the first of them named", async () => {
    await fc.assert(
      fc.asyncProperty(fc.uniqueArray(fc.nat(209), { minLength: 1, maxLength: 4 }), async (changed) => {
        const values = labelsBy(probabilities, nnunet(scheme));
        const before = [...values];
        for (const i of changed) values[i] = 9;
        const result = await auditReconstruction(volumesOf(values), scheme);
        if (result.matches !== 'none') return; // a rare pattern may have changed altogether
        expect(result.nearest).toEqual({ matches: 'nnunet' });
        expect(result.contradictions).toBe(changed.length);
        const first = Math.min(...changed);
        const [listed] = result.firstContradictions;
        expect(listed).toMatchObject({ voxel: [first % 7, Math.floor(first / 7) % 6, Math.floor(first / 42)], expected: before[first], found: 9 }); // prettier-ignore
        expect(sayVerdict(result, scheme, 'en')).toContain(`the first at [${listed.voxel.join(', ')}]`);
      }),
      { numRuns: 30 },
    );
  });

  test('is held against the nearest order', async () => {
    const values = labelsBy(probabilities, overwrite([0, 1, 2], [3, 2, 1]));
    values[0] = 9;
    const result = await auditReconstruction(volumesOf(values), scheme);
    expect(result).toMatchObject({ matches: 'none', contradictions: 1, order: [3, 2, 1], isFunction: false });
    expect(sayVerdict(result, scheme, 'en')).toBe(
      'No known rule writes your label map. The nearest is what the order [3, 2, 1] writes: labels 1 and 3 are exchanged; 1 voxel contradicts it, the first at [0, 0, 0], where no region was predicted, 0 was expected and 9 stands.',
    );
  });

  test('lists at most ten contradictions and counts all', async () => {
    const values = labelsBy(probabilities, (_, i) => (i * 7) % 5);
    const result = await auditReconstruction(volumesOf(values), scheme);
    expect(result.matches).toBe('none');
    expect(result.firstContradictions).toHaveLength(10);
    expect(result.contradictions).toBeGreaterThan(10);
  });
});

test('the table of an audit is the table of the voxels', async () => {
  const scheme = schemeWith([1, 2, 3]);
  const values = labelsBy(probabilities, (_, i) => i % 4);
  const { patterns } = formatAudit(await auditReconstruction(volumesOf(values), scheme), scheme);
  const keys = scheme.regions.map(({ key }) => key);
  for (const { regions, voxels, writes, found } of patterns) {
    const here = [...masks.codes.keys()].filter((i) => keys.every((key, bit) => regions.includes(key) === ((masks.codes[i] >> bit) % 2 === 1))); // prettier-ignore
    expect(voxels).toBe(here.length);
    expect(writes).toBe(
      regions.length === 0 ? 0 : scheme.regions[keys.indexOf(regions[regions.length - 1])].writes,
    );
    for (const { label, voxels } of found)
      expect(voxels).toBe(here.filter((i) => values[i] === label).length);
  }
  expect(patterns.reduce((sum, { voxels }) => sum + voxels, 0)).toBe(values.length);
});

test('an audit is what the JSON of SPEC 9 says', async () => {
  const scheme = schemeWith([1, 2, 3]);
  const result = await auditReconstruction(
    volumesOf(labelsBy(probabilities, overwrite([0, 1, 2], [3, 2, 1]))),
    scheme,
  );
  expect(formatAudit(result, scheme)).toMatchObject({
    schema: 'dicelens/audit@1',
    verdict: 'It is what the order [3, 2, 1] writes: labels 1 and 3 are exchanged.',
    matches: 'order',
    order: [3, 2, 1],
    sequence: ['(1, 2, 3)', '(2, 3)', '(3,)'],
    contradictions: 0,
  });
});

test('labels of regions that decide no voxel are said to be open', async () => {
  const scheme = schemeWith([1, 2, 3]);
  const none = { ...masks, codes: masks.codes.map((pattern) => pattern & 0b011) };
  const values = Array.from(none.codes, (pattern) => (pattern & 2 ? 2 : pattern & 1));
  const result = await auditReconstruction(volumesOf(values, none), scheme);
  expect(result).toMatchObject({ matches: 'nnunet', undecided: [2] });
});

test('an abort is heard', async () => {
  const scheme = schemeWith([1, 2, 3]);
  const volumes = volumesOf(labelsBy(probabilities, nnunet(scheme)));
  await expect(auditReconstruction(volumes, scheme, AbortSignal.abort(new Error('stop')))).rejects.toThrow(
    'stop',
  );
});
