import type { DiceLensError, Warning } from '../errors.ts';
import type { LabelScheme } from '../labels/label-scheme.ts';
import type { StructureRef } from '../labels/selection.ts';
import type { Grid } from '../volume/grid.ts';
import { listStructures, type CohortCase, type CohortStructure, type Way } from './cohort-result.ts';

/** A case of one model, as far as it has come: at most one of `evaluated` and `error` is there. */
export interface TableCase {
  /** Told from all others of the cohort: case and model. */
  readonly id: string;
  readonly name: string;
  /** '' where the cohort has one model. */
  readonly model: string;
  /** The data set folder that the case came from; '' where there is one. */
  readonly group: string;
  readonly evaluated: CohortCase | null;
  /** Of one voxel; null where nothing tells it, as for a summary.json alone. */
  readonly voxelMl: number | null;
  /** Of the reference; null until the case is evaluated, and for a summary.json. */
  readonly grid: Grid | null;
  readonly warnings: readonly Warning[];
  readonly error: DiceLensError | null;
  /** Its result was kept from an earlier visit. */
  readonly isReused: boolean;
  /** Where the case stands in the list of open cases; null where its files are not open. */
  readonly index: number | null;
}

/** A structure that has columns of its own. */
export interface TableStructure extends CohortStructure {
  /** Its label values, one for a label. */
  readonly labels: readonly number[];
  readonly ref: StructureRef;
}

/** The structures of a cohort in nnU-Net's order, with what their chips and links need. */
export function listTableStructures(
  scheme: Pick<LabelScheme, 'regions' | 'labels'>,
  cases: readonly TableCase[],
  way: Way,
): TableStructure[] {
  const evaluated = cases.flatMap((one) => one.evaluated ?? []);
  return listStructures(scheme, evaluated, way).map(({ key, name }, index): TableStructure =>
    way === 'regions'
      ? { key, name, labels: scheme.regions[index].labels, ref: { kind: 'region', index } }
      : { key, name, labels: [Number(key)], ref: { kind: 'label', value: Number(key) } },
  );
}
