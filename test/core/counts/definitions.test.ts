import { expect, test } from 'vitest';
import { definitionOf, DEFINITIONS } from '../../../src/core/counts/definitions.ts';
import { compareDefinitions, sayCitation } from '../../../src/core/surface/definitions-compare.ts';
import { EMPTY_CONVENTIONS, reportedForEmpty } from '../../../src/core/labels/empty-conventions.ts';
import { LANGUAGES, type Sentence } from '../../../src/core/messages/sentence.ts';
import { say } from '../../../src/core/messages/say.ts';
import { surfaceMetrics } from '../../../src/core/surface/surface-metrics.ts';
import { measurePair } from '../../engine/measure-pair.ts';
import { binaryPair, paintShape } from '../../engine/oracle-shapes.ts';

test('every definition has a name, a formula, its edge cases and a source in every language', () => {
  expect(new Set(DEFINITIONS.map(({ key }) => key)).size).toBe(DEFINITIONS.length);
  for (const { key, source, unit, ...text } of DEFINITIONS) {
    expect(source).not.toBe('');
    expect(definitionOf(key)).toEqual({ key, source, unit, ...text });
    for (const language of LANGUAGES) {
      for (const part of [text.name, text.formula, text.edgeCases]) {
        expect(say(part as Sentence<never>, language).length).toBeGreaterThan(1);
      }
    }
  }
});

/** The same pair by every convention; numbers by NumPy and SciPy, and by surface-distance 1f805ce. */
function measure(shift: number) {
  const box = (from: number, to: number) => ({ shape: [12, 12, 12], boxes: [[[from, from, from], [to, to, to]]] }); // prettier-ignore
  const [a, b] = [paintShape(box(4, 8)), paintShape(box(4 - shift, 8 + shift))];
  const surface = surfaceMetrics(measurePair(binaryPair(a.size, a.voxels, b.voxels), [1, 1, 1]), [1]);
  const presence = surface.presence;
  return compareDefinitions({ presence, dice: 128 / 280, surface, lesionDice: 0.4, pq: null });
}

test('a cube and the cube one voxel larger: HD95 and NSD as each tool reports them', () => {
  const reports = measure(1);
  const value = (tool: string, metric: string) =>
    reports.find((report) => report.tool === tool)?.values.find((entry) => entry.metric === metric)?.value;
  expect(value('DeepMind surface-distance', 'hd95')).toBeCloseTo(Math.SQRT2, 9);
  expect(value('DeepMind surface-distance', 'nsd')).toBeCloseTo(0.8396257758261987, 9);
  expect(value('MONAI', 'hd95')).toBeCloseTo(1.5572403227111935, 9);
  expect(value('MONAI', 'nsd')).toBe(value('MetricsReloaded', 'nsd'));
  expect(value('panoptica', 'nsd')).not.toBe(value('MONAI', 'nsd'));
  expect(value('MedPy', 'nsd')).toBeUndefined();
  expect(value('BraTS 2023', 'lesion-dice')).toBe(0.4);
  expect(value('panoptica', 'pq')).toBeUndefined();
});

test('a citation names metrics, tolerance, surface and tool', () => {
  const [deepMind] = measure(1);
  expect(sayCitation(deepMind, 2, 'en')).toBe(
    'Dice, HD, HD95, NSD (2 mm) by surface elements, as defined by DeepMind surface-distance (Nikolov et al., 2018), computed with DiceLens.',
  );
  expect(sayCitation(deepMind, 2, 'zh-CN')).toContain('表面元');
});

test('what a tool reports for an absent structure takes the place of its numbers', () => {
  expect(reportedForEmpty('nnU-Net v2', 'dice', 'neither')).toBeNaN();
  expect(reportedForEmpty('nnU-Net v2', 'dice', 'reference')).toBe(0);
  expect(reportedForEmpty('BraTS 2023', 'hd95', 'prediction')).toBe(374);
  expect(reportedForEmpty('MedPy', 'hd95', 'neither')).toBe('raises');
  expect(reportedForEmpty('MONAI', 'hd95', 'both')).toBeNull();
  expect(EMPTY_CONVENTIONS.every(({ source }) => /[0-9a-f]{7}/.test(source))).toBe(true);
  const none = new Uint8Array(8);
  const surface = surfaceMetrics(measurePair(binaryPair([2, 2, 2], none, none), [1, 1, 1]), [1]);
  const reports = compareDefinitions({
    presence: 'neither',
    dice: Number.NaN,
    surface,
    lesionDice: null,
    pq: null,
  });
  const reloaded = reports.find(({ tool }) => tool === 'MetricsReloaded');
  expect(reloaded?.values.map(({ value }) => value)).toEqual([1, 0, 0, 1, null]);
});
