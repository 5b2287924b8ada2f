import type { LabelScheme } from '../labels/label-scheme.ts';
import { listStructures, toEvaluation, type Way } from './cohort-result.ts';
import type { TableCase } from './cohort-table-case.ts';
import { toPlotStructures, type PlotCohort } from './plot-cohort.ts';

/** The cases of a cohort as its plots and statistics take them, evaluated one way; models without a case too. */
export function toPlotCohort(
  cases: readonly TableCase[],
  models: readonly string[],
  scheme: LabelScheme,
  way: Way,
): PlotCohort {
  const evaluated = cases.flatMap((one) => one.evaluated ?? []);
  const structures = listStructures(scheme, evaluated, way);
  const voxelMl = new Map(
    cases.flatMap(({ name, voxelMl: ml }): [string, number][] => (ml === null ? [] : [[name, ml]])),
  );
  return {
    way,
    structures: toPlotStructures(structures, scheme, way),
    models: models.map((name) => ({
      name,
      evaluation: toEvaluation(
        cases
          .filter(({ model }) => model === name)
          .flatMap(({ evaluated, name: of }) => (evaluated ? [{ ...evaluated, name: of }] : [])),
        structures,
        way,
      ),
    })),
    voxelMl,
  };
}
