import { compareWords } from '../../core/messages/run-compare.ts';
import { conditionWords } from '../../core/messages/runs.ts';
import { runsPageWords } from '../../core/messages/runs-page.ts';
import { say } from '../../core/messages/say.ts';
import type { Language } from '../../core/messages/sentence.ts';
import {
  compareByFold,
  compareConditions,
  spreadOf,
  type ConditionRow,
  type ScoredRun,
} from '../../core/runs/run-compare.ts';
import type { LoadedRun } from './runs-state.ts';

/** Runs side by side: their conditions, and what may be said of their difference. */
export interface RunComparison {
  readonly names: readonly string[];
  readonly rows: readonly ConditionRow[];
  /** Of the rows, without those of the fold. */
  readonly differing: number;
  readonly sentences: readonly string[];
  /** Says that the conditions differ; '' where none does. */
  readonly caution: string;
}

/** Compares runs by their mean validation Dice where all have one, else by the last EMA; null for fewer than two. */
export function compareRuns(runs: readonly LoadedRun[], language: Language): RunComparison | null {
  if (runs.length < 2) return null;
  const rows = compareConditions(runs.map(({ run }) => run.conditions));
  const differing = rows.filter(({ differs, isFold }) => differs && !isFold);
  const sentences: string[] = [];
  const conditions = differing.map(({ key }) => say(conditionWords[key], language));
  const caution =
    differing.length > 0 ? say(compareWords.underDifferingConditions, language, { conditions }) : '';
  const isValidated = runs.every(({ run }) => run.meanValidationDice !== null);
  const groups = groupByTrainer(runs, isValidated);
  for (const { scored } of groups.filter((group) => group.scored.length > 1)) {
    const spread = spreadOf(scored);
    const words =
      spread.of === 'folds'
        ? compareWords.spreadOfFolds
        : spread.of === 'repeats'
          ? compareWords.spreadOfRepeats
          : null;
    if (words && Number.isFinite(spread.deviation)) sentences.push(say(words, language, spread));
  }
  if (groups.length === 2) sentences.push(sayPaired(groups[0], groups[1], language));
  if (sentences.length > 0) {
    sentences.push(say(isValidated ? runsPageWords.scoredBy : runsPageWords.scoredByEma, language));
  }
  return { names: runs.map(({ name }) => name), rows, differing: differing.length, sentences, caution };
}

interface Group {
  readonly name: string;
  readonly scored: readonly ScoredRun[];
}

/** Runs of one trainer folder belong together. */
function groupByTrainer(runs: readonly LoadedRun[], isValidated: boolean): Group[] {
  const groups = new Map<string, ScoredRun[]>();
  for (const { folder, run, check } of runs) {
    const score = isValidated ? run.meanValidationDice : check.lastEma;
    if (score === null || !Number.isFinite(score)) continue;
    const parent = folder.includes('/') ? folder.slice(0, folder.lastIndexOf('/')) : folder;
    groups.set(parent, [...(groups.get(parent) ?? []), { fold: run.conditions.fold, score }]);
  }
  return [...groups].map(([path, scored]) => ({ name: path.split('/').at(-1) ?? path, scored }));
}

function sayPaired(a: Group, b: Group, language: Language): string {
  const { pairs, meanDifference, low, high, isLargerThanSpread } = compareByFold(a.scored, b.scored);
  return say(compareWords.paired, language, {
    a: a.name,
    b: b.name,
    pairs: pairs.length,
    mean: meanDifference,
    low,
    high,
    isLarger: isLargerThanSpread,
  });
}
