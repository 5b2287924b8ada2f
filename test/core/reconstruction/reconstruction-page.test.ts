import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { CaseResult, PatternRow } from '../../../src/core/case/case-result.ts';
import { evaluateCounts } from '../../../src/core/counts/evaluate-counts.ts';
import { impliedPatterns } from '../../../src/core/reconstruction/implied-patterns.ts';
import {
  sayPatternCost,
  sayReconstructionCost,
} from '../../../src/core/reconstruction/reconstruction-cost.ts';
import {
  formatPatternsCsv,
  formatReconstruction,
} from '../../../src/core/reconstruction/reconstruction-json.ts';
import { nnunetRule } from '../../../src/core/reconstruction/rule.ts';
import {
  changedRows,
  classesOfRows,
  foregroundRows,
  keyOfRow,
  tabulateRuleSelection,
  type RuleMeaning,
  type RuleSelection,
} from '../../../src/core/reconstruction/rule-selection.ts';
import { ruleTable, patternOfCode } from '../../../src/core/reconstruction/rule-table.ts';
import { BY_CHANGE, filterPatterns, sortPatterns } from '../../../src/core/reconstruction/sort-patterns.ts';
import { axisFrom, threeWays } from '../../../src/core/reconstruction/three-ways.ts';
import { anyRule, regionsOf, schemeOf } from './rules.ts';

const regions = regionsOf([[1, 2, 3], [2, 3], [3]], [1, 2, 3], ['whole_tumor', 'tumor_core', 'enhancing']);
const scheme = schemeOf(regions, 4);
const reference = [0, 1, 2, 3, 4];

const anyMeaning: fc.Arbitrary<RuleMeaning> = anyRule(3, fc.constant(0.5)).map((rule) => {
  const written = [...ruleTable(rule, regions)];
  const patterns = written.map((_, code) => patternOfCode(code, 3));
  return { regions, ignore: 4, reference, patterns, written };
});
const anySelection: fc.Arbitrary<RuleSelection> = fc.oneof(
  fc.record({ kind: fc.constant('pattern' as const), pattern: fc.nat(7), writes: fc.nat(6) }),
  fc.record({
    kind: fc.constant('structure' as const),
    structure: fc.oneof(
      fc.record({ kind: fc.constant('label' as const), value: fc.integer({ min: 1, max: 3 }) }),
      fc.record({ kind: fc.constant('region' as const), index: fc.nat(2) }),
    ),
    raw: fc.boolean(),
  }),
);

test('the tables of a selection hold the voxels that its words say, never an ignored one', () => {
  fc.assert(
    fc.property(anyMeaning, anySelection, fc.nat(4), fc.nat(1000), (meaning, selection, r, any) => {
      const code = any % meaning.written.length;
      const { inReference, inCodes, classes } = tabulateRuleSelection(selection, meaning);
      const isChosen = classes[inReference[r] * 2 + inCodes[code]] !== 0;
      const [truth, pattern, label] = [reference[r], meaning.patterns[code], meaning.written[code]];
      const plainly = () => {
        if (truth === 4) return false;
        if (selection.kind === 'pattern') return pattern === selection.pattern && label === selection.writes;
        const { structure, raw } = selection;
        if (structure.kind === 'label') return truth === structure.value || label === structure.value;
        const { labels } = regions[structure.index];
        const predicted = raw ? (pattern & (1 << structure.index)) !== 0 : labels.includes(label);
        return labels.includes(truth) || predicted;
      };
      expect(isChosen).toBe(plainly());
    }),
  );
});

/** A case of counts [reference label][pattern], reconstructed by nnU-Net's rule. */
function caseOf(patterns: readonly (readonly number[])[]): CaseResult {
  return evaluateCounts({
    name: 'case',
    grid: { size: [10, 10, 10], spacingMm: [1, 1, 2], affine: [1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 2, 0] },
    engine: { kind: 'cpu', adapter: '', checked: true, reason: null },
    scheme,
    referenceLabels: [0, 1, 2, 3],
    labelMap: null,
    patterns: { rows: 4, columns: 8, cells: Float64Array.from(patterns.flat()) },
    warnings: [],
  });
}
const anyCase = fc
  .array(fc.array(fc.nat(50), { minLength: 8, maxLength: 8 }), { minLength: 4, maxLength: 4 })
  .map(caseOf);

test('codes have the class of their row, rows beyond 254 the last one, others none', () => {
  fc.assert(
    fc.property(anyCase, anyMeaning, (result, meaning) => {
      const rows = changedRows(result.patterns ?? []);
      const classes = classesOfRows(rows, meaning);
      meaning.patterns.forEach((pattern, code) => {
        const at = rows.findIndex((row) => row.pattern === pattern && row.writes === meaning.written[code]);
        expect(classes[code]).toBe(at + 1);
      });
    }),
  );
  const many = Array.from({ length: 300 }, (_, pattern) => ({ pattern, writes: 1 }));
  const codes = { patterns: many.map(({ pattern }) => pattern), written: many.map(() => 1) };
  expect([...classesOfRows(many, codes)].slice(252, 257)).toEqual([253, 254, 255, 255, 255]);
});

test('three ways: each step is the difference of the two Dice beside it, and every structure stands once', () => {
  fc.assert(
    fc.property(anyCase, (result) => {
      const rows = threeWays(result);
      for (const { region, raw, label, ruleStep, labelStep } of rows) {
        if (region && raw) expect(ruleStep).toBe(region.dice - raw.dice);
        if (region && label) expect(labelStep).toBe(label.dice - region.dice);
      }
      expect(rows.flatMap(({ region }) => region ?? [])).toEqual(result.regionScores);
      const labels = rows.flatMap(({ label }) => label?.labels ?? []);
      expect(labels.toSorted()).toEqual([1, 2, 3]);
    }),
  );
});

test.each([
  [[0.91, 0.84], 0.8],
  [[0.81], 0.7],
  [[0.5, Number.NaN], 0.4],
  [[0], 0],
  [[1], 0.9],
  [[], 0.9],
])('the axis of %j begins at %d', (scores, from) => {
  expect(axisFrom(scores)).toBe(from);
  for (const score of scores) if (score > 0) expect(score).toBeGreaterThan(from);
});

test('what the reconstruction cost is said with its figures, in both languages', () => {
  //       none  WT  TC  WT+TC  ET  WT+ET TC+ET all
  const result = caseOf([
    [500, 20, 0, 0, 0, 30, 0, 0],
    [10, 200, 0, 0, 0, 40, 0, 0],
    [0, 0, 0, 100, 0, 0, 0, 0],
    [0, 0, 0, 0, 0, 10, 0, 150],
  ]);
  expect(sayReconstructionCost(result, null, 'en')).toMatch(
    /^nnU-Net’s reconstruction costs tumor_core 0\.\d{3}\.$/,
  );
  expect(sayReconstructionCost(result, result, 'en')).toMatch(/; nnU-Net’s own costs 0\.\d{3}\.$/);
  expect(sayReconstructionCost(result, result, 'zh-CN')).toContain('tumor_core 的 Dice 降低');
  expect(sayPatternCost(result, 'en')).toMatch(
    /^tumor_core pays most, 0\.\d{3}: in 80 voxels only whole_tumor and enhancing were predicted and 3 written, \+10 TP and \+70 FP\./,
  );
});

test('where nothing was changed no cost is claimed', () => {
  const result = caseOf([
    [500, 20, 0, 0, 0, 0, 0, 0],
    [10, 200, 0, 0, 0, 0, 0, 0],
    [0, 0, 0, 100, 0, 0, 0, 0],
    [0, 0, 0, 0, 0, 0, 0, 150],
  ]);
  expect(sayReconstructionCost(result, null, 'en')).toBe(
    'nnU-Net’s reconstruction costs no region any Dice.',
  );
  expect(sayPatternCost(result, 'en')).toMatch(/^The reconstruction itself took nothing from any region\./);
});

test('no sentence of a case ever holds NaN', () => {
  fc.assert(
    fc.property(anyCase, anyCase, (result, nnunet) => {
      for (const language of ['en', 'zh-CN'] as const) {
        const said = `${sayReconstructionCost(result, nnunet, language)} ${sayPatternCost(result, language)}`;
        expect(said).not.toMatch(/NaN|undefined|null/);
      }
    }),
  );
});

test('a label map alone has the patterns that its labels imply, and nothing was changed', () => {
  fc.assert(
    fc.property(anyCase, (result) => {
      const rows = impliedPatterns(result);
      expect(rows.every(({ gained, lost }) => gained.length + lost.length === 0)).toBe(true);
      for (const {
        labels: [label],
        nPred,
      } of result.labelScores) {
        const voxels = rows.find(({ writes }) => writes === label)?.voxels ?? 0;
        expect(voxels).toBe(nPred);
      }
    }),
  );
});

test('patterns are sorted as asked, and none is lost', () => {
  fc.assert(
    fc.property(
      anyCase,
      fc.constantFrom('changed' as const, 'pattern' as const, 'voxels' as const, 'writes' as const),
      fc.boolean(),
      (result, column, descending) => {
        const rows = result.patterns ?? [];
        const sorted = sortPatterns(rows, { column, descending }, new Map());
        expect(sorted.map(keyOfRow).toSorted()).toEqual(rows.map(keyOfRow).toSorted());
        const value = (row: PatternRow) =>
          column === 'changed' ? Number(row.gained.length + row.lost.length > 0) : row[column];
        for (let i = 1; i < sorted.length; i++) {
          const step = value(sorted[i]) - value(sorted[i - 1]);
          expect(descending ? step <= 0 : step >= 0).toBe(true);
        }
      },
    ),
  );
});

test('what was changed stands first, most voxels first', () => {
  fc.assert(
    fc.property(anyCase, (result) => {
      const rows = foregroundRows(result.patterns ?? []);
      const changed = changedRows(rows);
      expect(sortPatterns(rows, BY_CHANGE, new Map()).slice(0, changed.length)).toEqual(changed);
    }),
  );
});

test('a filter keeps the rows that hold every word, whatever the case', () => {
  const rows = ['WT ET changed', 'WT unchanged', 'TC changed'];
  expect(filterPatterns(rows, ' wt  CHANGED', (row) => row)).toEqual(['WT ET changed', 'WT unchanged']);
  expect(filterPatterns(rows, '', (row) => row)).toEqual(rows);
  expect(filterPatterns(rows, 'x', (row) => row)).toEqual([]);
});

test('the CSV of patterns holds every voxel of the foreground, and effects that sum to those of the regions', () => {
  fc.assert(
    fc.property(anyCase, (result) => {
      const [head, ...lines] = formatPatternsCsv(result)
        .trimEnd()
        .split('\r\n')
        .map((line) => line.split(','));
      const column = (name: string) => lines.reduce((sum, line) => sum + Number(line[head.indexOf(name)]), 0);
      const rows = foregroundRows(result.patterns ?? []);
      expect(column('voxels')).toBe(rows.reduce((sum, { voxels }) => sum + voxels, 0));
      expect(column('ml')).toBeCloseTo(column('voxels') * 0.002, 9);
      regions.forEach(({ name }, i) => {
        const [after, raw] = [result.regionScores[i], result.rawRegionScores?.[i]];
        expect(column(`${name} tp`)).toBe(after.tp - (raw?.tp ?? 0));
        expect(column(`${name} fp`)).toBe(after.fp - (raw?.fp ?? 0));
      });
    }),
  );
});

test('an exported rule names regions by their keys and survives JSON', () => {
  const result = caseOf(Array.from({ length: 4 }, () => [1, 2, 3, 4, 5, 6, 7, 8]));
  const rule = { ...nnunetRule(regions), sequence: [2, 0, 1], thresholds: [0.5, 0.25, 0.75] };
  const changed = { voxels: 7, regions: [0.1, 0, Number.NaN], labels: [{ label: 1, difference: -0.5 }] };
  expect(JSON.parse(JSON.stringify(formatReconstruction({ rule, result, changed })))).toMatchObject({
    schema: 'dicelens/reconstruction@1',
    rule: {
      kind: 'overwrite',
      sequence: ['(3,)', '(1, 2, 3)', '(2, 3)'],
      thresholds: { '(1, 2, 3)': 0.5, '(2, 3)': 0.25, '(3,)': 0.75 },
    },
    againstNnunet: { voxels: 7, regions: { '(3,)': null }, labels: { '1': -0.5 } },
    result: { schema: 'dicelens/case@1', case: 'case' },
  });
});
