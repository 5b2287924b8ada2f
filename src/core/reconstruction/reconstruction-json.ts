import { formatCase } from '../case/case-json.ts';
import type { CaseResult, PatternRow } from '../case/case-result.ts';
import { formatCsvText } from '../text/csv.ts';
import { voxelVolumeMl } from '../volume/grid.ts';
import { regionsIn } from './reconstruction.ts';
import type { Rule } from './rule.ts';
import { foregroundRows, isChanged } from './rule-selection.ts';

/** What a rule gave, as it is exported. `voxels` and differences are against nnU-Net's rule. */
export interface ReconstructionExport {
  readonly rule: Rule;
  readonly result: CaseResult;
  readonly changed: {
    readonly voxels: number;
    readonly regions: readonly number[];
    readonly labels: readonly { readonly label: number; readonly difference: number }[];
  };
}

/**
 * A case under a rule (dicelens/reconstruction@1): the rule by region keys, the differences from nnU-Net's rule, and
 * as `result` the case as `formatCase` has it. NaN becomes null when it is written as JSON.
 */
export function formatReconstruction({ rule, result, changed }: ReconstructionExport) {
  const keys = result.scheme.regions.map(({ key }) => key);
  const byKey = <Value>(values: readonly Value[]) =>
    Object.fromEntries(keys.map((key, i) => [key, values[i]] as const));
  return {
    schema: 'dicelens/reconstruction@1',
    rule: {
      kind: rule.kind,
      sequence: rule.sequence.map((region) => keys[region]),
      writes: byKey(rule.writes),
      thresholds: byKey(rule.thresholds),
      comparison: rule.comparison,
      ...(rule.kind === 'argmax' && { argmax: rule.argmax }),
    },
    againstNnunet: {
      voxels: changed.voxels,
      regions: byKey(changed.regions),
      labels: Object.fromEntries(changed.labels.map(({ label, difference }) => [label, difference])),
    },
    result: formatCase(result),
  };
}

const COLUMNS = ['regions', 'voxels', 'ml', 'writes', 'gained', 'lost'] as const;

/**
 * The table of patterns as CSV (RFC 4180, CRLF), those that were changed first. Regions are joined by " + "; three
 * columns a region say what the change added to its TP, FP and FN.
 */
export function formatPatternsCsv({ scheme, grid, patterns }: CaseResult): string {
  const names = scheme.regions.map(({ name }) => name);
  const joined = (regions: readonly number[]) => formatCsvText(regions.map((i) => names[i]).join(' + '));
  const effects = names.flatMap((name) => ['tp', 'fp', 'fn'].map((part) => formatCsvText(`${name} ${part}`)));
  const line = (row: PatternRow) => [
    joined(regionsIn(row.pattern)),
    row.voxels,
    row.voxels * voxelVolumeMl(grid),
    row.writes,
    joined(row.gained),
    joined(row.lost),
    ...names.flatMap((_, i) => {
      const { tp, fp, fn } = row.effects.find(({ region }) => region === i) ?? { tp: 0, fp: 0, fn: 0 };
      return [tp, fp, fn];
    }),
  ];
  const rows = foregroundRows(patterns ?? []);
  const ordered = [...rows.filter(isChanged), ...rows.filter((row) => !isChanged(row))];
  return [[...COLUMNS, ...effects], ...ordered.map(line), ['']].map((cells) => cells.join(',')).join('\r\n');
}
