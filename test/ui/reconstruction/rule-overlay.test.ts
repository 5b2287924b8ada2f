import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { AuditResult } from '../../../src/core/reconstruction/audit.ts';
import { evaluateCounts } from '../../../src/core/counts/evaluate-counts.ts';
import { classifyPlane, type OverlayTables } from '../../../src/core/volume/overlay.ts';
import { patternOfCode, ruleTable } from '../../../src/core/reconstruction/rule-table.ts';
import { changedRows, keyOfRow, type RuleMeaning } from '../../../src/core/reconstruction/rule-selection.ts';
import { describeRulePatterns } from '../../../src/core/reconstruction/rule-patterns.ts';
import { coloursOfChanges } from '../../../src/ui/labels/change-colours.ts';
import { overlayOfRule, type RuleOverlay } from '../../../src/ui/reconstruction/rule-overlay.ts';
import { anyRule, regionsOf, schemeOf } from '../../core/reconstruction/rules.ts';

const regions = regionsOf([[1, 2, 3], [2, 3], [3]], [1, 2, 3], ['whole_tumor', 'tumor_core', 'enhancing']);
const scheme = schemeOf(regions, 4);
const labels = [0, 1, 2, 3, 4];

/** Every pair of a reference code and a code of a rule as one pixel of a slice. */
const anyShown = anyRule(3, fc.constant(0.5)).map((rule) => {
  const written = [...ruleTable(rule, regions)];
  const patterns = written.map((_, code) => patternOfCode(code, 3));
  const meaning: RuleMeaning = { regions, ignore: 4, reference: labels, patterns, written };
  const pixels = labels.length * written.length;
  const reference = Uint8Array.from({ length: pixels }, (_, i) => Math.floor(i / written.length));
  const codes = Uint8Array.from({ length: pixels }, (_, i) => i % written.length);
  const counts = {
    rows: 5,
    columns: written.length,
    cells: new Float64Array(pixels).fill(1),
  };
  const result = evaluateCounts({
    name: 'case',
    grid: { size: [1, 1, 1], spacingMm: [1, 1, 1], affine: [1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0] },
    engine: { kind: 'cpu', adapter: '', checked: true, reason: null },
    scheme,
    referenceLabels: labels,
    labelMap: { counts, labels: written },
    patterns: null,
    warnings: [],
  });
  const kept = { ...counts, rows: 4, cells: counts.cells.slice(0, 4 * written.length) };
  const shown: RuleOverlay = {
    result: { ...result, patterns: describeRulePatterns(kept, labels.slice(0, 4), regions, written) },
    meaning,
    mode: 'changes',
    choice: null,
    region: 0,
    audit: null,
  };
  return { shown, reference, codes, pixels };
});

test('exactly the voxels that a rule changed are drawn, ignored ones never', () => {
  fc.assert(
    fc.property(anyShown, ({ shown, reference, codes, pixels }) => {
      const { tables, styles } = overlayOfRule(shown);
      const classes = classifyPlane(tables, { reference, predicted: codes, pattern: codes }, pixels);
      const rows = new Set(changedRows(shown.result.patterns ?? []).map(keyOfRow));
      classes.forEach((found, i) => {
        const { patterns, written } = shown.meaning;
        const key = keyOfRow({ pattern: patterns[codes[i]], writes: written[codes[i]] });
        expect(styles[found] !== null).toBe(reference[i] !== 4 && rows.has(key));
      });
    }),
  );
});

test('a pattern that was kept is drawn while it is chosen', () => {
  fc.assert(
    fc.property(anyShown, fc.nat(), ({ shown, reference, codes, pixels }, any) => {
      const rows = shown.result.patterns ?? [];
      const { pattern, writes } = rows[any % rows.length];
      if (pattern === 0 && writes === 0) return;
      const choice = { kind: 'pattern', pattern, writes } as const;
      const { tables, styles } = overlayOfRule({ ...shown, choice });
      const classes = classifyPlane(tables, { reference, predicted: codes, pattern: codes }, pixels);
      classes.forEach((found, i) => {
        const { patterns, written } = shown.meaning;
        const isIt = patterns[codes[i]] === pattern && written[codes[i]] === writes;
        if (isIt && reference[i] !== 4) expect(styles[found]).not.toBeNull();
      });
    }),
  );
});

test('every mode has a style for each of its classes, and a legend unless nothing scored is written', () => {
  const audit: AuditResult = {
    matches: 'none',
    cause: null,
    also: [],
    nearest: null,
    order: [],
    sequence: [],
    undecided: [],
    isFunction: false,
    patterns: [{ pattern: 1, voxels: 9, expected: 1, found: [{ label: 3, voxels: 9 }] }],
    contradictions: 9,
    firstContradictions: [],
    differing: 9,
    voxels: 9,
  };
  fc.assert(
    fc.property(
      anyShown,
      fc.constantFrom('labels' as const, 'changes' as const, 'probability' as const, 'audit' as const),
      ({ shown, reference, codes, pixels }, mode) => {
        const spec = overlayOfRule({ ...shown, mode, audit: { audit, meaning: shown.meaning } });
        const pattern = mode === 'probability' ? Uint8Array.from(codes, (code) => code * 4) : codes;
        const classes = classifyPlane(spec.tables, { reference, predicted: codes, pattern }, pixels);
        for (const found of classes) expect(spec.styles[found]).toBeDefined();
        const isScored = shown.meaning.written.some((label) => label !== 0 && label !== 4);
        if (mode !== 'labels' || isScored) expect(spec.legend.length).toBeGreaterThan(0);
      },
    ),
  );
});

test('the audit draws where the map has another label than is expected, and nothing else', () => {
  fc.assert(
    fc.property(anyShown, ({ shown, reference, codes, pixels }) => {
      const audit = { audit: { patterns: [] } as unknown as AuditResult, meaning: shown.meaning };
      const { tables, styles } = overlayOfRule({ ...shown, mode: 'audit', audit });
      const classes = classifyPlane(tables, { reference, predicted: codes, pattern: codes }, pixels);
      classes.forEach((found, i) => {
        const differs = labels[reference[i]] !== shown.meaning.written[codes[i]];
        expect(styles[found] !== null).toBe(differs);
      });
    }),
  );
});

test('a probability is drawn from 0.05 on, the denser the more probable', () => {
  fc.assert(
    fc.property(anyShown, fc.nat(2), ({ shown }, region) => {
      const spec = overlayOfRule({ ...shown, mode: 'probability', region });
      const { styles } = spec;
      const tables = spec.tables as OverlayTables;
      const opacity = Array.from(
        { length: 256 },
        (_, p) => styles[tables.classes[tables.second[p]]]?.opacity ?? 0,
      );
      opacity.forEach((value, p) => expect(value > 0).toBe(p / 255 >= 0.05));
      expect(opacity).toEqual(opacity.toSorted((a, b) => a - b));
    }),
  );
});

test('every changed pattern has a value, a name of its own and a colour in the tables of colours', () => {
  fc.assert(
    fc.property(anyShown, ({ shown }) => {
      const colours = coloursOfChanges(shown.result);
      expect(colours.map(({ value }) => value)).toEqual(colours.map((_, i) => i + 1));
      expect(colours.length).toBe(changedRows(shown.result.patterns ?? []).length);
      expect(new Set(colours.map(({ name }) => name)).size).toBe(colours.length);
    }),
  );
});
