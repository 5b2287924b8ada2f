import { bestsOf, emaOf, ROUNDING, type EmaPoint } from './ema.ts';
import type { Warning } from '../errors.ts';
import { meanPseudoDice, type Run } from './run.ts';
import { planOfRates, type PlannedEpochs } from './schedule-fit.ts';

/** What is recomputed from a log, beside what the log says of itself. */
export interface RunCheck {
  /** Mean pseudo Dice of every epoch of the run, in its order. */
  readonly means: readonly number[];
  readonly ema: readonly EmaPoint[];
  /** Epochs with a new best, recomputed and by the log's own lines. */
  readonly bests: readonly number[];
  readonly bestsByLog: readonly number[];
  readonly lastEma: number | null;
  readonly bestEpoch: number | null;
  readonly bestEma: number | null;
  readonly bestEpochByLog: number | null;
  /** Largest distance between logged and recomputed values; null where nothing is logged. */
  readonly largestDifference: number | null;
  readonly emaDisagreements: readonly EmaDisagreement[];
  readonly bestDisagreements: readonly BestDisagreement[];
  readonly plan: PlannedEpochs | null;
  readonly warnings: readonly Warning[];
}

/** A logged EMA more than the tolerance away from the recomputed one. */
export interface EmaDisagreement {
  readonly epoch: number;
  readonly logged: number;
  readonly recomputed: number;
}

export interface BestDisagreement {
  readonly epoch: number;
  readonly isBestByLog: boolean;
  /** The average is within the tolerance of the best before it. */
  readonly isTie: boolean;
}

/** Logged and recomputed averages may differ by this much. */
export const TOLERANCE = 1e-4;

/**
 * Recomputes the average and the best epochs of a run and compares them with the log's lines, which stay the
 * truth. Where earlier epochs are missing the average starts from the first logged value after the gap.
 */
export function checkRun(run: Run): RunCheck {
  const { epochs, version, joins } = run;
  const means = epochs.map(meanPseudoDice);
  const restarts = version === 1 ? joins.map((join) => epochs.findIndex(({ epoch }) => epoch === join)) : [];
  const anchors = anchorsOf(run);
  const ema = emaOf(means, { restarts, anchors, halfWidth: run.isRounded ? ROUNDING : 0 });
  const values = ema.map((point) => point.ema);
  const bestIndices = bestsOf(values, version !== 1);
  const bestIndex = bestIndices.at(-1);
  const bestsByLog = epochs.filter(({ isNewBest }) => isNewBest).map(({ epoch }) => epoch);
  const compared = epochs.flatMap(({ epoch, loggedEma }, i) =>
    loggedEma === null || Number.isNaN(values[i])
      ? []
      : [{ epoch, logged: loggedEma, recomputed: values[i] }],
  );
  const differences = compared.map(({ logged, recomputed }) => Math.abs(logged - recomputed));
  const check = {
    means,
    ema,
    bests: bestIndices.map((i) => epochs[i].epoch),
    bestsByLog,
    lastEma: values.at(-1) ?? null,
    bestEpoch: bestIndex === undefined ? null : epochs[bestIndex].epoch,
    bestEma: bestIndex === undefined ? null : values[bestIndex],
    bestEpochByLog: bestsByLog.at(-1) ?? null,
    largestDifference: differences.length === 0 ? null : differences.reduce((a, b) => Math.max(a, b)),
    emaDisagreements: compared.filter((_, i) => differences[i] > TOLERANCE),
    bestDisagreements: findBestDisagreements(run, values, new Set(bestIndices)),
    plan: planOf(run),
  };
  return { ...check, warnings: warningsOf(run, check) };
}

function planOf({ epochs, version, conditions }: Run): PlannedEpochs | null {
  const rates = epochs.flatMap(({ epoch, learningRate: rate }) =>
    rate === null || Number.isNaN(rate) ? [] : [{ epoch, rate }],
  );
  const initialRate = conditions.initialLearningRate ?? rates.find(({ epoch }) => epoch === 0)?.rate;
  return planOfRates(rates, { initialRate, halfWidth: version === 1 ? 5e-7 : 5e-6 });
}

/** Index -> logged EMA, at the first logged value after epochs that are missing. */
function anchorsOf({ epochs }: Run): Map<number, number> {
  const anchors = new Map<number, number>();
  let isOpen = false;
  epochs.forEach(({ epoch, loggedEma }, i) => {
    if (epoch !== (i === 0 ? 0 : epochs[i - 1].epoch + 1)) isOpen = true;
    if (!isOpen || loggedEma === null) return;
    anchors.set(i, loggedEma);
    isOpen = false;
  });
  return anchors;
}

function findBestDisagreements(
  run: Run,
  values: readonly number[],
  bests: ReadonlySet<number>,
): BestDisagreement[] {
  const found: BestDisagreement[] = [];
  let best = -Infinity;
  run.epochs.forEach(({ epoch, isNewBest }, i) => {
    const isTie = Math.abs(values[i] - best) <= TOLERANCE;
    if (isNewBest !== bests.has(i)) found.push({ epoch, isBestByLog: isNewBest, isTie });
    if (values[i] > best) best = values[i];
  });
  return run.epochs.some(({ isNewBest }) => isNewBest) ? found : [];
}

type Checked = Omit<RunCheck, 'warnings'>;

function warningsOf({ epochs, version, joins }: Run, check: Checked): Warning[] {
  const warnings: Warning[] = [];
  const nans = epochs.filter(({ pseudoDice }, i) => pseudoDice.length > 0 && Number.isNaN(check.means[i]));
  if (nans.length > 0) {
    warnings.push({ code: 'mean-dice-nan', facts: { epoch: nans[0].epoch, epochs: nans.length } });
  }
  const isOutside = (dice: number) => dice < 0 || dice > 1;
  const outside = epochs.filter(({ pseudoDice }) => pseudoDice.some(isOutside));
  if (outside.length > 0) {
    const value = outside[0].pseudoDice.find(isOutside)!;
    warnings.push({
      code: 'dice-outside',
      facts: { epoch: outside[0].epoch, value, epochs: outside.length },
    });
  }
  if (version === 1 && joins.length > 0)
    warnings.push({ code: 'average-restarted', facts: { epochs: joins } });
  const most = epochs.reduce((count, { pseudoDice }) => Math.max(count, pseudoDice.length), 0);
  const fewer = epochs.filter(({ pseudoDice }) => pseudoDice.length < most);
  if (fewer.length > 0) warnings.push({ code: 'classes-vary', facts: { most, epochs: fewer.length } });
  for (const which of ['train', 'val'] as const) {
    const lost = epochs.filter(({ trainLoss, valLoss }) => {
      const loss = which === 'train' ? trainLoss : valLoss;
      return loss !== null && !Number.isFinite(loss);
    });
    if (lost.length > 0) {
      warnings.push({ code: 'loss-nan', facts: { epoch: lost[0].epoch, epochs: lost.length, which } });
    }
  }
  const [...wrong] = check.emaDisagreements;
  if (wrong.length > 0) {
    const off = ({ logged, recomputed }: EmaDisagreement) => Math.abs(logged - recomputed);
    const worst = wrong.reduce((a, b) => (off(b) > off(a) ? b : a));
    warnings.push({ code: 'ema-disagrees', facts: { epochs: wrong.length, ...worst } });
  }
  const unsure = check.bestDisagreements;
  if (unsure.length > 0) {
    const ties = unsure.filter(({ isTie }) => isTie).length;
    warnings.push({ code: 'best-disagrees', facts: { epochs: unsure.map(({ epoch }) => epoch), ties } });
  }
  return warnings;
}
