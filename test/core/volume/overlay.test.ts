import { expect, test } from 'vitest';
import fc from 'fast-check';
import type { PatternRow } from '../../../src/core/case/case-result.ts';
import {
  causesOf,
  classifyPlane,
  colourOfLabel,
  IGNORED_CLASS,
  overlayOfSelection,
  structureMask,
  tabulateCauses,
  tabulateLabels,
} from '../../../src/core/volume/overlay.ts';
import { tabulateSelection, type CodeMeaning } from '../../../src/core/volume/select-voxels.ts';
import type { Selection } from '../../../src/core/labels/selection.ts';

/** Codes are packed, so that code and label differ: reference code 3 is label 40, the ignore label. */
const MEANING: CodeMeaning = {
  regions: [
    { key: '(1, 2)', name: 'whole', labels: [1, 2], writes: 1 },
    { key: '2', name: 'core', labels: [2], writes: 2 },
  ],
  ignore: 40,
  reference: [0, 2, 1, 40],
  predicted: [1, 0, 2],
};

const voxel = fc.record({ reference: fc.nat(3), predicted: fc.nat(2), pattern: fc.nat(3) });
const slice = fc.array(voxel, { maxLength: 40 }).map((voxels) => ({
  voxels,
  planes: {
    reference: Uint8Array.from(voxels, ({ reference }) => reference),
    predicted: Uint16Array.from(voxels, ({ predicted }) => predicted),
    pattern: Uint8Array.from(voxels, ({ pattern }) => pattern),
  },
}));
const region = { kind: 'region', index: 0 } as const;
const part = fc.constantFrom('all', 'tp', 'fp', 'fn');
const selection: fc.Arbitrary<Selection> = fc.oneof(
  fc.record({
    kind: fc.constant('structure'),
    structure: fc.constantFrom(
      region,
      { kind: 'region', index: 1 } as const,
      { kind: 'label', value: 2 } as const,
    ),
    part,
    raw: fc.boolean(),
  }),
  fc.record({ kind: fc.constant('cell'), reference: fc.nat(2), predicted: fc.nat(2) }),
  fc.record({ kind: fc.constant('pattern'), pattern: fc.nat(3) }),
);

/** The class of one voxel, by the definitions and without a table. */
function classOf(chosen: Selection, reference: number, predicted: number, pattern: number): number {
  if (reference === 40) return 0;
  if (chosen.kind === 'cell') return chosen.reference === reference && chosen.predicted === predicted ? 4 : 0;
  if (chosen.kind === 'pattern') return chosen.pattern === pattern ? 4 : 0;
  const { structure } = chosen;
  const labels = structure.kind === 'label' ? [structure.value] : MEANING.regions[structure.index].labels;
  const raw = chosen.raw && structure.kind === 'region';
  const inPrediction = raw ? (pattern >> structure.index) % 2 === 1 : labels.includes(predicted);
  const inReference = labels.includes(reference);
  const name = inReference ? (inPrediction ? 'tp' : 'fn') : inPrediction ? 'fp' : 'tn';
  if (name === 'tn' || (chosen.part !== 'all' && chosen.part !== name)) return 0;
  return { tp: 1, fp: 2, fn: 3 }[name];
}

test('the voxels shown are exactly those of the selection, voxel by voxel', () => {
  fc.assert(
    fc.property(slice, selection, ({ voxels, planes }, chosen) => {
      const tables = overlayOfSelection(tabulateSelection(chosen, MEANING));
      expect(Array.from(classifyPlane(tables, planes, voxels.length))).toEqual(
        voxels.map(({ reference, predicted, pattern }) =>
          classOf(chosen, MEANING.reference[reference], MEANING.predicted[predicted], pattern),
        ),
      );
    }),
  );
});

test('a label overlay gives each label its colour and the ignore label its own class', () => {
  fc.assert(
    fc.property(slice, ({ voxels, planes }) => {
      const shown = (mode: 'reference' | 'prediction') =>
        Array.from(classifyPlane(tabulateLabels(mode, MEANING), planes, voxels.length));
      expect(shown('reference')).toEqual(voxels.map(({ reference }) => [0, 2, 1, IGNORED_CLASS][reference]));
      expect(shown('prediction')).toEqual(voxels.map(({ predicted }) => [1, 0, 2][predicted]));
    }),
  );
});

test.each([
  [-3, 0],
  [0, 0],
  [1, 1],
  [12, 12],
  [13, 1],
  [118, 10],
])('label %i has colour %i', (label, colour) => {
  expect(colourOfLabel(label)).toBe(colour);
});

function pattern(bits: number, voxels: number, gained: number[], lost: number[] = []): PatternRow {
  return { pattern: bits, voxels, writes: 1, gained, lost, byReference: [], effects: [] };
}

test('causes are told apart by kind, most voxels first, and a fifth shares the last colour', () => {
  const rows = [
    pattern(1, 10, []),
    ...[2, 3, 4, 5, 6].map((bits) => pattern(bits, bits, [0])),
    pattern(7, 9, [], [1]),
    pattern(8, 4, [0], [1]),
  ];
  const causes = causesOf(rows).map((cause) => [cause.class, cause.kind, cause.tone, cause.voxels]);
  expect(causes).toEqual([
    [1, 'gained', 0, 6],
    [2, 'gained', 1, 5],
    [3, 'gained', 2, 4],
    [4, 'gained', 3, 5],
    [5, 'lost', 0, 9],
    [9, 'both', 0, 4],
  ]);
  expect(causesOf([])).toEqual([]);
});

test('the reconstruction overlay shows the voxels of changed patterns, ignored ones left out', () => {
  const causes = causesOf([pattern(2, 5, [0]), pattern(1, 3, [], [1]), pattern(3, 8, [])]);
  fc.assert(
    fc.property(slice, ({ voxels, planes }) => {
      expect(Array.from(classifyPlane(tabulateCauses(causes, MEANING), planes, voxels.length))).toEqual(
        voxels.map((v) => (v.reference === 3 ? 0 : [0, 5, 1, 0][v.pattern])),
      );
    }),
  );
});

test('without the codes that an overlay reads nothing is drawn; without a reference nothing is ignored', () => {
  const none = { reference: null, predicted: null, pattern: null };
  const predicted = Uint8Array.of(0, 1, 2);
  expect(classifyPlane(tabulateLabels('reference', MEANING), none, 3)).toEqual(Uint8Array.of(0, 0, 0));
  expect(classifyPlane(tabulateLabels('prediction', MEANING), none, 3)).toEqual(Uint8Array.of(0, 0, 0));
  const shown = classifyPlane(tabulateLabels('prediction', MEANING), { ...none, predicted }, 3);
  expect(shown).toEqual(Uint8Array.of(1, 0, 2));
});

test('the mask of a structure is its codes', () => {
  expect(structureMask(Uint16Array.of(0, 1, 2, 1), Uint8Array.of(0, 1, 0))).toEqual(
    Uint8Array.of(0, 1, 0, 1),
  );
});
