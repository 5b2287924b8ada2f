import type { runChecks } from '../messages/runs.ts';
import type { RunCheck } from './run-check.ts';
import { findBest, findEarlier, findGap, findSchedule } from './run-analysis-end.ts';
import { findDurations, findSign, findStuck } from './run-analysis-faults.ts';
import { findLosses, findPlateau, findRise } from './run-analysis-trend.ts';
import type { Finding } from './run-finding.ts';
import type { Run } from './run.ts';
import type { EvaluationSummary } from './run-summary.ts';

export type CheckCode = keyof typeof runChecks;

/** Everything said of one run. */
export interface RunAnalysis {
  readonly findings: readonly Finding[];
  /** What was looked for without finding anything. */
  readonly clean: readonly CheckCode[];
}

export interface AnalysisOptions {
  readonly summary?: EvaluationSummary | null;
  /** Of classes, in the order of pseudo Dice. */
  readonly classNames?: readonly string[];
  readonly seed?: number;
}

/** All findings of a run, the most telling first; none for a run without epochs. */
export function analyseRun(run: Run, check: RunCheck, options: AnalysisOptions = {}): RunAnalysis {
  const { summary = null, classNames = [], seed = 1 } = options;
  const stuck = findStuck(run, classNames);
  const sign = findSign(run);
  const durations = findDurations(run);
  const found: (Finding | null)[] = [
    findRise(run, check, seed),
    findEarlier(run, check),
    findGap(run, check, summary),
    findBest(run, check),
    findLosses(run, check, seed),
    findPlateau(run, check),
    ...stuck,
    sign,
    durations,
    findSchedule(run, check),
  ];
  const has = (code: string) => check.warnings.some((warning) => warning.code === code);
  const isClean: Readonly<Record<CheckCode, boolean>> = {
    stuck: stuck.length === 0,
    outside: !has('dice-outside'),
    nan: !has('loss-nan') && !has('mean-dice-nan'),
    sign: sign === null,
    durations: durations === null,
    rates: check.plan !== null,
    joined: run.joins.length === 0,
    ema: check.emaDisagreements.length === 0,
  };
  return {
    findings: found.filter((finding) => finding !== null),
    clean:
      run.epochs.length === 0 ? [] : (Object.keys(isClean) as CheckCode[]).filter((code) => isClean[code]),
  };
}
