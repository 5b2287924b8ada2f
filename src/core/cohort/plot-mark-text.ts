import { plotWords } from '../messages/cohort-plots.ts';
import { say } from '../messages/say.ts';
import { integer, type Language } from '../messages/sentence.ts';
import { formatMl } from '../text/format.ts';
import type { CohortMark, PlotCohort } from './plot-cohort.ts';

/** What a mark stands for, in two lines: the case with its Dice, and the two volumes; '' for a case that is gone. */
export function describeMark(
  { models, structures, voxelMl }: PlotCohort,
  { case: name, model, key }: CohortMark,
  language: Language,
): { readonly score: string; readonly volumes: string } {
  const counts = models[model]?.evaluation.cases.find((one) => one.name === name)?.counts;
  if (!counts || !Object.hasOwn(counts, key)) return { score: '', volumes: '' };
  const { tp, fp, fn, dice } = counts[key];
  const unit = voxelMl.get(name);
  const size = (voxels: number) => (unit === undefined ? integer(voxels) : formatMl(voxels * unit));
  return {
    score: say(plotWords.mark, language, {
      case: name,
      structure: structures.find((one) => one.key === key)?.name ?? key,
      dice,
      model: models.length > 1 ? models[model].name : '',
    }),
    volumes: say(plotWords.markVolumes, language, {
      reference: size(tp + fn),
      predicted: size(tp + fp),
      unit: say(unit === undefined ? plotWords.voxels : plotWords.ml, language),
    }),
  };
}
