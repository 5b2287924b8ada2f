import { deviation, fitLine, mean, median } from '../statistics/bootstrap.ts';
import type { Finding } from './run-finding.ts';
import type { RunCheck } from './run-check.ts';
import { sumStructures, type EvaluationSummary } from './run-summary.ts';
import type { Run } from './run.ts';

/** Lengths at which a run is looked back on. */
const LENGTHS = [250, 500];

/** Median seconds of an epoch, the first left out, which compiles; null where no times are logged. */
export function epochSeconds({ epochs }: Pick<Run, 'epochs'>): number | null {
  const durations = epochs.flatMap(({ durationS }, i) =>
    durationS === null || (i === 0 && epochs.length > 1) ? [] : [durationS],
  );
  return durations.length === 0 ? null : median(durations);
}

/** EMA after 250 and 500 epochs (a quarter and a half in shorter runs) against the end; null below 20 epochs. */
export function findEarlier(run: Run, { ema }: RunCheck): Finding | null {
  const total = run.epochs.length;
  if (total < 20 || ema.some((point) => Number.isNaN(point.ema))) return null;
  const known = LENGTHS.filter((length) => length < total);
  const lengths = known.length === 2 ? known : [Math.floor(total / 4), Math.floor(total / 2)];
  let spent = 0;
  const hours = run.epochs.map(({ durationS }) => (spent += durationS ?? Number.NaN) / 3600);
  const at = (epochs: number) => ({
    epochs,
    ema: ema[epochs - 1].ema,
    hours: Number.isNaN(hours[epochs - 1]) ? null : hours[epochs - 1],
  });
  const points = lengths.map(at);
  const end = at(total);
  return {
    code: 'earlier',
    facts: { points, end },
    series: [
      { name: 'ema', x: run.epochs.map(({ epoch }) => epoch), y: ema.map((point) => point.ema) },
      {
        name: 'points',
        x: [...points, end].map(({ epochs }) => run.epochs[epochs - 1].epoch),
        y: [...points, end].map((point) => point.ema),
      },
    ],
  };
}

/** Last EMA against the final validation, and how much of the gap is the adding up of cases; null without either. */
export function findGap(run: Run, { lastEma }: RunCheck, summary: EvaluationSummary | null): Finding | null {
  const structures = summary ? sumStructures(summary) : [];
  const ofSummary = mean(structures.map(({ meanDice }) => meanDice));
  const whole = summary && !Number.isNaN(ofSummary) ? ofSummary : run.meanValidationDice;
  if (lastEma === null || whole === null || !Number.isFinite(lastEma) || !Number.isFinite(whole)) return null;
  const pooled = mean(structures.map(({ pooledDice }) => pooledDice));
  const isPooled = structures.length > 0 && Number.isFinite(pooled);
  return {
    code: 'gap',
    facts: {
      ema: lastEma,
      mean: whole,
      cases: summary?.cases.length ?? run.conditions.validationCases,
      pooled: isPooled ? pooled : null,
      zeroCases: structures.reduce((sum, { zeroCases }) => sum + zeroCases, 0),
    },
    series: [
      {
        name: 'points',
        x: isPooled ? [0, 1, 2] : [0, 1],
        y: isPooled ? [whole, pooled, lastEma] : [whole, lastEma],
      },
    ],
  };
}

/** The best epoch, by the log's own lines where it has any, against the end and the scatter of single epochs. */
export function findBest({ epochs }: Run, check: RunCheck): Finding | null {
  const byLog = check.bestsByLog.length > 0 ? check.bestsByLog : check.bests;
  const epoch = byLog.at(-1);
  if (epoch === undefined || epochs.length < 20 || check.lastEma === null) return null;
  const index = epochs.findIndex((other) => other.epoch === epoch);
  const bestEma = check.ema[index].ema;
  if (Number.isNaN(bestEma) || Number.isNaN(check.lastEma)) return null;
  const last = epochs.at(-1)!.epoch;
  const waits = byLog.map((from, i) => ({ from, wait: (byLog[i + 1] ?? last) - from }));
  const longest = waits.reduce((a, b) => (b.wait > a.wait ? b : a));
  const x = epochs.map((other) => other.epoch);
  const half = Math.floor(epochs.length / 2);
  return {
    code: 'best',
    facts: {
      epoch,
      bestEma,
      lastEma: check.lastEma,
      scatter: scatterOf(x.slice(half), check.means.slice(half)),
      bests: byLog.length,
      since: last - epoch,
      longestWait: longest.wait,
      waitFrom: longest.from,
    },
    series: [
      { name: 'ema', x, y: check.ema.map((point) => point.ema) },
      { name: 'points', x: [epoch], y: [bestEma] },
    ],
  };
}

/** Standard deviation of single epochs about their straight line. */
function scatterOf(x: readonly number[], y: readonly number[]): number {
  const kept = x.map((_, i) => i).filter((i) => Number.isFinite(y[i]));
  const { slope, intercept } = fitLine(
    kept.map((i) => x[i]),
    kept.map((i) => y[i]),
  );
  return deviation(kept.map((i) => y[i] - intercept - slope * x[i]));
}

/** The planned number of epochs, of debug.json or read from the rates, against those trained; null where unknown. */
export function findSchedule({ epochs, conditions }: Run, { plan }: RunCheck): Finding | null {
  const planned = conditions.plannedEpochs ?? plan?.epochs ?? null;
  const last = epochs.at(-1);
  if (planned === null || last === undefined) return null;
  return {
    code: 'schedule',
    facts: {
      planned,
      finished: last.epoch + 1,
      lastRate: last.learningRate,
      low: plan?.low ?? planned,
      high: plan?.high ?? planned,
      source: conditions.plannedEpochs === null ? 'rates' : 'debug',
    },
    series: [
      {
        name: 'rate',
        x: epochs.map(({ epoch }) => epoch),
        y: epochs.map(({ learningRate }) => learningRate ?? Number.NaN),
      },
    ],
  };
}
