import { formatCsvText } from '../text/csv.ts';
import { dice, iou, precision, recall } from '../counts/confusion.ts';
import { sayWarning } from '../errors.ts';
import type { LabelScheme } from '../labels/label-scheme.ts';
import { countVoxels } from '../volume/grid.ts';
import { COHORT_JOINT, COHORT_START, formatCohortEnd } from './cohort-json.ts';
import { listStructures, WAYS, type StructureCounts } from './cohort-result.ts';
import type { TableCase } from './cohort-table-case.ts';

type Scheme = Pick<LabelScheme, 'regions' | 'labels'>;

const COLUMNS = [
  'case',
  'model',
  'folder',
  'evaluated',
  'key',
  'name',
  'tp',
  'fp',
  'fn',
  'dice',
  'iou',
  'precision',
  'recall',
  'reference_voxels',
  'predicted_voxels',
  'reference_ml',
  'predicted_ml',
] as const;

/**
 * Every score of a cohort as CSV (RFC 4180, CRLF): a line for each case, way and structure. What is not known, such as
 * NaN, is an empty field; cases that were not counted have no line.
 */
export function formatTableCsv(cases: readonly TableCase[], scheme: Scheme): string {
  const evaluated = cases.flatMap((one) => one.evaluated ?? []);
  const lines = WAYS.flatMap((way) => {
    const structures = listStructures(scheme, evaluated, way);
    return cases.flatMap((one) => {
      const byKey = new Map(one.evaluated?.[way].map((counts) => [counts.key, counts]));
      if (!one.evaluated || byKey.size === 0) return [];
      return structures.map(({ key, name }) => {
        const { tp, fp, fn } = byKey.get(key) ?? { tp: 0, fp: 0, fn: 0 };
        const ml = one.voxelMl ?? Number.NaN;
        const scores = [dice, iou, precision, recall].map((score) => score({ tp, fp, fn }));
        const numbers = [tp, fp, fn, ...scores, tp + fn, tp + fp, (tp + fn) * ml, (tp + fp) * ml];
        return [
          ...[one.name, one.model, one.group, way === 'regions' ? 'region' : 'label', key, name].map(
            formatCsvText,
          ),
          ...numbers.map((value) => (Number.isNaN(value) ? '' : `${value}`)),
        ].join(',');
      });
    });
  });
  return [COLUMNS.join(','), ...lines, ''].join('\r\n');
}

/**
 * Cases that were counted from their files as dicelens/cohort@1, which `dicelens merge` and `compare` read; without
 * the tables of joint counts, which the page does not keep of every case.
 */
export function formatTableJson(cases: readonly TableCase[], scheme: Scheme): string {
  const written = cases.flatMap((one) =>
    one.evaluated && one.grid ? [JSON.stringify(formatOne(one, scheme))] : [],
  );
  const failed = cases.flatMap(({ name, error }) =>
    error ? [{ case: name, code: error.code, message: error.say('en') }] : [],
  );
  return COHORT_START + written.join(COHORT_JOINT) + formatCohortEnd(failed);
}

function formatOne({ name, model, evaluated, grid, warnings }: TableCase, { regions, labels }: Scheme) {
  const voxels = countVoxels(grid!.size);
  const nameOf = new Map<string, string>([
    ...regions.map((region): [string, string] => [`regions${region.key}`, region.name]),
    ...labels.map((label): [string, string] => [`labels${label.value}`, label.name]),
  ]);
  const scores = (way: 'regions' | 'labels', counts: readonly StructureCounts[]) =>
    Object.fromEntries(
      counts.map(({ key, tp, fp, fn, tn }) => [
        key,
        { name: nameOf.get(way + key) ?? `label ${key}`, tp, fp, fn, tn, dice: dice({ tp, fp, fn }) },
      ]),
    );
  return {
    schema: 'dicelens/case@1',
    case: name,
    ...(model !== '' && { model }),
    grid: { size: grid!.size, spacingMm: grid!.spacingMm },
    voxels,
    ignored: voxels - evaluated!.counted,
    regions: scores('regions', evaluated!.regions),
    labels: scores('labels', evaluated!.labels),
    warnings: warnings.map((warning) => ({ code: warning.code, message: sayWarning(warning, 'en') })),
    files: evaluated!.files,
    scheme: { regions, labels },
  };
}
