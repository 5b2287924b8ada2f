import { dice } from '../counts/confusion.ts';
import { cohortFindings } from '../messages/cohort-page.ts';
import type { FactsOf, Language, Sentence } from '../messages/sentence.ts';
import { say } from '../messages/say.ts';
import { nanMean, numpyMean } from '../statistics/pairwise-sum.ts';
import type { CohortStructure } from './cohort-result.ts';
import type { TableRow } from './cohort-table.ts';

/** The sentence on top of the page, as facts. */
export type CohortFinding = {
  [Code in keyof typeof cohortFindings]: {
    readonly code: Code;
    readonly facts: FactsOf<(typeof cohortFindings)[Code]>;
  };
}[keyof typeof cohortFindings];

/**
 * What a person should know first. Of several models: which has the higher foreground mean over the cases that both
 * have. Else what pulls the mean down: cases with a Dice of 0, by what they take from a structure's mean; else the
 * structure with the lowest mean and its worst case. Null while nothing is counted.
 */
export function findInCohort(
  rows: readonly TableRow[],
  structures: readonly CohortStructure[],
  models: readonly string[],
): CohortFinding | null {
  const counted = rows.filter(({ of }) => of.evaluated !== null);
  if (counted.length === 0 || structures.length === 0) return null;
  return (models.length > 1 ? compareModels(counted, models) : null) ?? findLoss(counted, structures);
}

/** The sentence in this language. */
export function sayFinding({ code, facts }: CohortFinding, language: Language): string {
  return say(cohortFindings[code] as Sentence<never>, language, facts);
}

function compareModels(rows: readonly TableRow[], models: readonly string[]): CohortFinding | null {
  const idOf = ({ of }: TableRow) => `${of.group}\n${of.name}`;
  const ofModel = models.map(
    (model) => new Map(rows.flatMap((row) => (row.of.model === model ? [[idOf(row), row]] : []))),
  );
  const common = [...ofModel[0].keys()].filter((id) => ofModel.every((byName) => byName.has(id)));
  if (common.length === 0) return null;
  const means = ofModel
    .map((byName, m) => ({ model: models[m], mean: foregroundOf(common.map((id) => byName.get(id)!)) }))
    .toSorted((a, b) => b.mean - a.mean);
  const [best, second] = means;
  if (Number.isNaN(best.mean - second.mean)) return null;
  const facts = { best: best.model, second: second.model, mean: best.mean, cases: common.length };
  return {
    code: 'models',
    facts: { ...facts, difference: best.mean - second.mean, others: models.length - 2 },
  };
}

function findLoss(rows: readonly TableRow[], structures: readonly CohortStructure[]): CohortFinding {
  const summed = structures.map(({ name }, s) => {
    const scores = rows.map((row) => dice(row.counts[s]));
    const known = scores.filter((score) => !Number.isNaN(score));
    const zeros = known.filter((score) => score === 0).length;
    const mean = nanMean(scores);
    const without = nanMean(known.filter((score) => score > 0));
    return { name, zeros, mean, loss: zeros > 0 && zeros < known.length ? without - mean : 0, scores };
  });
  const cases = rows.length;
  const zeroed = summed.reduce((a, b) => (b.loss > a.loss ? b : a));
  if (zeroed.loss > 0) {
    return {
      code: 'zeros',
      facts: { structure: zeroed.name, zeros: zeroed.zeros, cases, loss: zeroed.loss },
    };
  }
  const scored = summed.filter(({ mean }) => !Number.isNaN(mean));
  if (scored.length === 0) return { code: 'nothing', facts: { cases } };
  const lowest = scored.reduce((a, b) => (b.mean < a.mean ? b : a));
  const worst = lowest.scores.reduce(
    (at, score, i) => (at < 0 || score < lowest.scores[at] ? (Number.isNaN(score) ? at : i) : at),
    -1,
  );
  return {
    code: 'lowest',
    facts: {
      structure: lowest.name,
      mean: lowest.mean,
      cases,
      worst: rows[worst].of.name,
      dice: lowest.scores[worst],
    },
  };
}

function foregroundOf(rows: readonly TableRow[]): number {
  return numpyMean(rows[0].counts.map((_, s) => nanMean(rows.map((row) => dice(row.counts[s])))));
}
