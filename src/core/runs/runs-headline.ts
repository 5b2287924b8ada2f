import { formatScore } from '../text/format.ts';
import { runHeadline } from '../messages/runs-page.ts';
import { say } from '../messages/say.ts';
import type { Language } from '../messages/sentence.ts';
import type { RunAnalysis } from './run-analysis.ts';
import type { RunCheck } from './run-check.ts';
import type { Run } from './run.ts';

/** A last EMA and a validation this close agree. */
const CLOSE = 0.01;

/** The finding of a run in one sentence: how long, how good, whether it still rises, and why validation differs. */
export function sayRunHeadline(
  { run, check, analysis }: { readonly run: Run; readonly check: RunCheck; readonly analysis: RunAnalysis },
  language: Language,
): string {
  const best = check.bestEpochByLog ?? check.bestEpoch;
  const rise = analysis.findings.find(({ code }) => code === 'rise');
  const epochs = run.epochs.length;
  if (best === null || rise?.code !== 'rise') return say(runHeadline.short, language, { epochs });
  const gap = analysis.findings.find(({ code }) => code === 'gap');
  return say(runHeadline.run, language, {
    epochs,
    best,
    trend: say(runHeadline[rise.facts.trend], language),
    gap: gap?.code === 'gap' ? sayGap(gap.facts, language) : '',
  });
}

function sayGap(
  { ema, mean, pooled }: { ema: number; mean: number; pooled: number | null },
  language: Language,
): string {
  const facts = { mean: formatScore(mean), ema: formatScore(ema) };
  if (Math.abs(ema - mean) < CLOSE) return say(runHeadline.agrees, language, facts);
  const isAggregation = pooled !== null && mean < ema && Math.abs(pooled - mean) >= Math.abs(ema - pooled);
  if (isAggregation) return say(runHeadline.aggregation, language);
  return say(mean < ema ? runHeadline.lower : runHeadline.higher, language, facts);
}
