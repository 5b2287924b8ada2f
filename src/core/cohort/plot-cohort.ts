import { colourOfLabel } from '../volume/overlay.ts';
import type { ChartColour } from '../charts/chart-spec.ts';
import type { LabelScheme } from '../labels/label-scheme.ts';
import type { StructureRef } from '../labels/selection.ts';
import type { CaseCounts, EvaluationSummary } from '../runs/run-summary.ts';
import type { CohortStructure, Way } from './cohort-result.ts';

/** A structure as the plots show it. */
export interface PlotStructure extends CohortStructure {
  readonly structure: StructureRef;
  readonly labels: readonly number[];
  /** The colour of its label; of a region, that of the label which it writes. */
  readonly colour: ChartColour;
}

/** One model on the cohort, evaluated one way. */
export interface PlotModel {
  readonly name: string;
  readonly evaluation: EvaluationSummary;
}

/** What the plots of a cohort are drawn from: one way of evaluating, one model or several. */
export interface PlotCohort {
  readonly way: Way;
  readonly structures: readonly PlotStructure[];
  readonly models: readonly PlotModel[];
  /** Volume of a voxel of each case in mL; a case that is not here has no known spacing. */
  readonly voxelMl: ReadonlyMap<string, number>;
}

/** One structure in one case by one model: what a mark of a plot stands for. */
export interface CohortMark {
  readonly case: string;
  readonly model: number;
  readonly key: string;
}

/** The structures with their labels and colours; `structures` as of `listStructures`. */
export function toPlotStructures(
  structures: readonly CohortStructure[],
  { regions }: Pick<LabelScheme, 'regions'>,
  way: Way,
): PlotStructure[] {
  return structures.map((one) => {
    if (way === 'labels') {
      const value = Number(one.key);
      return { ...one, structure: { kind: 'label', value }, labels: [value], colour: colourToken(value) };
    }
    const index = regions.findIndex(({ key }) => key === one.key);
    const { labels, writes } = regions[index] ?? { labels: [], writes: 0 };
    const colour = colourToken(labels.includes(writes) ? writes : (labels[0] ?? 0));
    return { ...one, structure: { kind: 'region', index }, labels, colour };
  });
}

function colourToken(label: number): ChartColour {
  const number = colourOfLabel(label);
  return number === 0 ? 'text-3' : `l${number}`;
}

/** The counts of a structure in every case of a model that has them, with the name of the case. */
export function countsByCase(
  { evaluation }: PlotModel,
  key: string,
): readonly (CaseCounts & { readonly case: string })[] {
  return evaluation.cases.flatMap((one) =>
    Object.hasOwn(one.counts, key) ? [{ ...one.counts[key], case: one.name }] : [],
  );
}

/** Whether every case has a voxel volume, so that sizes are in mL; else they are in voxels. */
export function isInMl({ models, voxelMl }: PlotCohort): boolean {
  return models.every(({ evaluation }) => evaluation.cases.every(({ name }) => voxelMl.has(name)));
}
