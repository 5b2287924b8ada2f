import { expect, test } from 'vitest';
import type { CaseResult, PatternRow, StructureScore } from '../../../src/core/case/case-result.ts';
import type { LabelScheme } from '../../../src/core/labels/label-scheme.ts';
import { say } from '../../../src/core/messages/say.ts';
import type { Language } from '../../../src/core/messages/sentence.ts';
import type { CodeMeaning } from '../../../src/core/volume/select-voxels.ts';
import type { Selection } from '../../../src/core/labels/selection.ts';
import { overlayOfCase } from '../../../src/ui/viewer/overlay-of-case.ts';
import { surroundingOf } from '../../../src/ui/viewer/overlay-outlines.ts';
import type { LegendEntry } from '../../../src/ui/viewer/overlay-spec.ts';
import { GAINED_TONES, LABELS, OVERLAY } from '../../../src/ui/labels/palette.ts';

const SCHEME: LabelScheme = {
  labels: [
    { value: 1, name: 'edema' },
    { value: 2, name: 'core' },
  ],
  regions: [
    { key: '(1, 2)', name: 'whole', labels: [1, 2], writes: 1 },
    { key: '2', name: 'inner', labels: [2], writes: 2 },
  ],
  ignore: null,
  channelNames: [],
};
const score = (labels: number[], name: string, [tp, fp, fn]: number[]): StructureScore => ({
  structure: { kind: 'label', value: labels[0] },
  key: '',
  name,
  labels,
  tp,
  fp,
  fn,
  tn: 0,
  dice: 0,
  iou: 0,
  precision: 0,
  recall: 0,
  nRef: tp + fn,
  nPred: tp + fp,
});
const row = (pattern: number, voxels: number, gained: number[], lost: number[] = []): PatternRow => ({
  pattern,
  voxels,
  writes: 2,
  gained,
  lost,
  byReference: [],
  effects: [],
});
const RESULT: Parameters<typeof overlayOfCase>[0] = {
  scheme: SCHEME,
  labels: [0, 1, 2],
  labelScores: [score([1], 'edema', [10, 2, 3]), score([2], 'core', [5, 0, 4])],
  regionScores: [score([1, 2], 'whole', [16, 1, 6]), score([2], 'inner', [5, 0, 4])],
  rawRegionScores: [score([1, 2], 'whole', [15, 1, 7]), score([2], 'inner', [5, 1, 4])],
  patterns: [row(2, 7, [0]), row(3, 6, [])],
  joint: { rows: 3, columns: 3, cells: Float64Array.of(9, 0, 0, 0, 10, 0, 0, 4, 5) },
};
const MEANING: CodeMeaning = {
  regions: SCHEME.regions,
  ignore: null,
  reference: [0, 1, 2],
  predicted: [0, 1, 2],
};
const CORE = { kind: 'label', value: 2 } as const;
const chosen = (raw = false): Selection => ({ kind: 'structure', structure: CORE, part: 'all', raw });

const textsOf = (legend: readonly LegendEntry[], language: Language = 'en') =>
  legend.map(({ text, note, voxels }) =>
    [text, voxels, note]
      .filter((part) => part !== null)
      .map((part) => (typeof part === 'object' ? say(part.sentence, language, part.facts) : String(part)))
      .join(' '),
  );

test('errors are drawn in their roles, counted, inside the smallest region round the structure', () => {
  const { legend, styles, outlines } = overlayOfCase(RESULT, MEANING, 'errors', chosen());
  expect(textsOf(legend)).toEqual(['TP 5', 'FP 0', 'FN 4', 'whole reference']);
  expect(styles.slice(1, 4).map((style) => [style?.fill, style?.opacity])).toEqual([
    [OVERLAY.truePositive, 0.75],
    [OVERLAY.prediction, 0.9],
    [OVERLAY.reference, 0.9],
  ]);
  expect(outlines).toMatchObject([{ of: 'reference', dashed: false, members: Uint8Array.of(0, 1, 1) }]);
});

test('a part of a structure has a legend of its own, raw masks their own counts', () => {
  const part: Selection = { ...chosen(), part: 'fn' } as Selection;
  expect(textsOf(overlayOfCase(RESULT, MEANING, 'errors', part).legend)).toEqual(['FN 4', 'whole reference']);
  const whole = { kind: 'region', index: 0 } as const;
  const raw: Selection = { kind: 'structure', structure: whole, part: 'all', raw: true };
  expect(textsOf(overlayOfCase(RESULT, MEANING, 'errors', raw).legend)).toEqual([
    'TP 15',
    'FP 1',
    'FN 7',
    'whole reference',
  ]);
});

test.each([
  [2, 1, OVERLAY.chosen, 4],
  [1, 1, OVERLAY.truePositive, 10],
  [0, 1, OVERLAY.prediction, 0],
  [2, 0, OVERLAY.reference, 0],
])('cell (%i, %i) is drawn as %s', (reference, predicted, colour, voxels) => {
  const { styles, legend } = overlayOfCase(RESULT, MEANING, 'errors', { kind: 'cell', reference, predicted });
  expect(styles[4]?.fill).toBe(colour);
  expect(textsOf(legend)[0]).toBe(`reference ${reference}, predicted ${predicted} ${voxels}`);
});

test('a label map names its labels, and outlines the structure of the other map, dashed where it is predicted', () => {
  const reference = overlayOfCase(RESULT, MEANING, 'reference', chosen());
  expect(textsOf(reference.legend)).toEqual(['1 edema 13', '2 core 9', 'core prediction']);
  expect(reference.outlines[0]).toMatchObject({ of: 'predicted', dashed: true });
  const prediction = overlayOfCase(RESULT, MEANING, 'prediction', chosen());
  expect(textsOf(prediction.legend)).toEqual(['1 edema 12', '2 core 5', 'core reference']);
  expect(prediction.styles[2]?.fill).toBe(LABELS[1]);
  expect(prediction.outlines[0]).toMatchObject({ of: 'reference', dashed: false });
});

test('of many labels the largest are named', () => {
  const labelScores = Array.from({ length: 30 }, (_, i) => score([i + 1], `name${i}`, [i + 1, 0, 0]));
  const texts = textsOf(overlayOfCase({ ...RESULT, labelScores }, MEANING, 'reference', chosen()).legend);
  expect(texts).toHaveLength(10);
  expect(texts[0]).toBe('23 name22 23');
  expect(texts[8]).toBe('and 22 more');
});

test('the reconstruction shows its causes and the raw masks of what was changed', () => {
  const { legend, styles, outlines } = overlayOfCase(RESULT, MEANING, 'reconstruction', chosen());
  expect(textsOf(legend)).toEqual(['gained in whole 7', 'whole raw mask']);
  expect(styles[1]).toEqual({ fill: GAINED_TONES[0], hatch: null, opacity: 1, rim: true });
  expect(outlines).toMatchObject([{ of: 'pattern', members: Uint8Array.of(0, 1, 0, 1) }]);
});

test('causes of the same regions are told apart by the label written', () => {
  const patterns = [row(2, 7, [0]), { ...row(1, 3, [0]), writes: 1 }, row(3, 2, [], [1])];
  expect(textsOf(overlayOfCase({ ...RESULT, patterns }, MEANING, 'reconstruction', chosen()).legend)).toEqual(
    [
      'gained in whole, label 2 7',
      'gained in whole, label 1 3',
      'lost from inner 2',
      'whole raw mask',
      'inner raw mask',
    ],
  );
});

test.each([
  [null, 'No masks or probabilities: drop them to see what the reconstruction changed'],
  [[], 'The reconstruction changed no voxel'],
])('with patterns %j the legend says why nothing is shown', (patterns, text) => {
  const result: Pick<CaseResult, 'patterns'> & typeof RESULT = { ...RESULT, patterns };
  expect(textsOf(overlayOfCase(result, MEANING, 'reconstruction', chosen()).legend)).toEqual([text]);
});

test('a pattern is named by its regions and what it writes', () => {
  const spec = overlayOfCase(RESULT, MEANING, 'errors', { kind: 'pattern', pattern: 3 });
  expect(textsOf(spec.legend)).toEqual(['whole and inner predicted, writes 2 6']);
  expect(textsOf(spec.legend, 'zh-CN')).toEqual(['预测为 whole 和 inner，写入 2 6']);
  expect(spec.styles[4]?.rim).toBe(true);
});

test('round a structure stands the smallest region that holds more than it; round the largest one itself', () => {
  const nested: LabelScheme = {
    ...SCHEME,
    regions: [[1, 2, 3], [2, 3], [3]].map((labels) => ({ key: '', name: '', labels, writes: labels[0] })),
  };
  expect(surroundingOf(nested, { kind: 'label', value: 3 })).toEqual({ kind: 'region', index: 1 });
  expect(surroundingOf(nested, { kind: 'label', value: 1 })).toEqual({ kind: 'region', index: 0 });
  expect(surroundingOf(nested, { kind: 'region', index: 2 })).toEqual({ kind: 'region', index: 1 });
  expect(surroundingOf(nested, { kind: 'region', index: 0 })).toEqual({ kind: 'region', index: 0 });
  expect(surroundingOf(nested, { kind: 'label', value: 9 })).toEqual({ kind: 'label', value: 9 });
});
