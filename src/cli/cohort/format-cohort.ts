import type { Interval } from '../../core/statistics/bootstrap.ts';
import type { CohortComparison } from '../../core/cohort/cohort-compare.ts';
import {
  listStructures,
  toEvaluation,
  WAYS,
  type CohortCase,
  type Way,
} from '../../core/cohort/cohort-result.ts';
import { formatScore } from '../../core/text/format.ts';
import type { LabelScheme } from '../../core/labels/label-scheme.ts';
import { cliWords } from '../../core/messages/cli.ts';
import { cohortWords } from '../../core/messages/cohort.ts';
import { say } from '../../core/messages/say.ts';
import type { Language } from '../../core/messages/sentence.ts';
import { numpyMean } from '../../core/statistics/pairwise-sum.ts';
import { describeCohort } from '../../core/statistics/statistics.ts';
import { alignRows } from '../output/format-table.ts';

type Word = 'cases' | 'absent' | 'zero' | 'meanDice' | 'interval' | 'pooled' | 'median' | 'quartiles';

/** Dice of every region and label over a cohort as a table for a terminal, with nnU-Net's foreground mean. */
export function formatCohortTable(
  cases: readonly CohortCase[],
  scheme: Pick<LabelScheme, 'regions' | 'labels'>,
  language: Language,
): string {
  const word = (of: Word) => say(cohortWords[of], language);
  const score = (value: number) => orAbsent(value, language);
  const tables = WAYS.map((way) => ({ way, structures: listStructures(scheme, cases, way) }))
    .filter(({ structures }) => structures.length > 0)
    .map(({ way, structures }) => {
      const described = describeCohort(toEvaluation(cases, structures, way));
      const rows = described.map(({ key, cases, absent, zero, mean, pooled, quartiles }, i) => [
        `${kindOf(way, language)} ${key}`,
        structures[i].name,
        ...[cases, absent, zero].map((count) => `${count}`),
        score(mean.value),
        formatInterval(mean),
        score(pooled),
        score(quartiles.median),
        Number.isNaN(quartiles.lower) ? '' : `${score(quartiles.lower)} .. ${score(quartiles.upper)}`,
      ]);
      const foreground = score(numpyMean(described.map(({ mean }) => mean.value)));
      return {
        rows,
        last: `${say(cohortWords.foregroundMean, language)} (${say(cohortWords[way], language)}): ${foreground}`,
      };
    });
  const head = [
    say(cliWords.tableHead, language),
    say(cliWords.name, language),
    ...(['cases', 'absent', 'zero', 'meanDice', 'interval', 'pooled', 'median', 'quartiles'] as const).map(
      word,
    ),
  ];
  const lines = tables.map(({ last }) => `${last}\n`).join('');
  return `${alignRows([head, ...tables.flatMap(({ rows }) => rows)])}\n${lines}`;
}

/** Two models structure by structure as a table for a terminal; differences are B - A. */
export function formatComparisonTable(
  comparisons: readonly (CohortComparison & { readonly way: Way })[],
  names: Readonly<Record<string, string>>,
  language: Language,
): string {
  const word = (of: 'pairs' | 'leftOut' | 'difference' | 'interval' | 'p' | 'pHolm' | 'effect') =>
    say(cohortWords[of], language);
  const score = (value: number) => orAbsent(value, language);
  const rows = comparisons.flatMap(({ way, structures }) =>
    structures.map(({ key, pairs, meanA, meanB, difference, test, pHolm }) => [
      `${kindOf(way, language)} ${key}`,
      names[key] ?? '',
      `${pairs}`,
      `${test.leftOut}`,
      score(meanA),
      score(meanB),
      formatSigned(difference.value),
      formatInterval(difference, formatSigned),
      formatP(test.p),
      formatP(pHolm),
      formatSigned(test.effect),
    ]),
  );
  const head = [
    say(cliWords.tableHead, language),
    say(cliWords.name, language),
    word('pairs'),
    word('leftOut'),
    'A',
    'B',
    ...(['difference', 'interval', 'p', 'pHolm', 'effect'] as const).map(word),
  ];
  return alignRows([head, ...rows]);
}

function kindOf(way: Way, language: Language): string {
  return say(way === 'regions' ? cliWords.region : cliWords.label, language);
}

function orAbsent(value: number, language: Language): string {
  return Number.isNaN(value) ? say(cliWords.absent, language) : formatScore(value, 4);
}

function formatInterval(
  { low, high }: Interval,
  format: (value: number) => string = (value) => formatScore(value, 4),
): string {
  return Number.isNaN(low) ? '' : `${format(low)} .. ${format(high)}`;
}

function formatSigned(value: number): string {
  return Number.isNaN(value) ? '' : `${value > 0 ? '+' : ''}${value.toFixed(4)}`;
}

function formatP(p: number): string {
  return Number.isNaN(p) ? '' : p < 0.0001 ? p.toExponential(1) : p.toFixed(4);
}
