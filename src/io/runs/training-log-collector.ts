import type { Warning } from '../../core/errors.ts';
import type { RunConditions, RunEpoch, TrainingLog } from '../../core/runs/run.ts';
import { parseLogLine, parseStamp, splitStamp, type LogLine } from './training-log-line.ts';
import { isRounded } from './training-log-numbers.ts';
import { sortIntoStreams, type Stream } from './training-log-streams.ts';

/** Takes the lines of one file in turn; at its end gives the trainings in it: one, unless several were pasted. */
export interface LogCollector {
  take(line: string): void;
  finish(): TrainingLog[];
}

/** An epoch that was begun. */
interface OpenEpoch {
  readonly epoch: number;
  readonly startMs: number | null;
  rate: number | null;
}

/** What was logged since the last epoch ended. */
interface Burst {
  trainLoss: number | null;
  valLoss: number | null;
  dice: readonly number[] | null;
  isNewBest: boolean;
  isMixed: boolean;
}

/** Lines passed over that are named one by one. */
const MAX_NAMED = 5;
const MAX_QUOTED = 60;
/** Trainings at the same time that can be told apart. */
const MAX_OPEN = 4;
/** An epoch's header stands this close (ms, plus a twentieth of its duration) to where its duration begins. */
const START_TOLERANCE_MS = 3000;

/**
 * Collects the epochs of a log by the grammar of both versions. An epoch is finished by its time line; where several
 * trainings write into one file, the epoch whose header stands one duration before that line is the one. Lines
 * that cannot be read are warnings with their number.
 */
export function collectLog(file: string): LogCollector {
  const finished: RunEpoch[] = [];
  const warnings: Warning[] = [];
  const conditions: Partial<RunConditions>[] = [];
  const seen = new Set<string>();
  let open: OpenEpoch[] = [];
  let burst = emptyBurst();
  let number = 0;
  let malformed = 0;
  let begun = 0;
  const mixed: number[] = [];
  let version: 1 | 2 | null = null;
  let stamp = ''; // the last one; read where it counts
  let rate: number | null = null;
  let savings = 0; // v1: checkpoints that are scheduled, not best
  let isCopy = false;
  let rounded = true;
  let hasValidation = false;
  let meanValidationDice: number | null = null;

  const close = (chosen: OpenEpoch, durationS: number | null): void => {
    open = open.filter((other) => other !== chosen);
    if (burst.isMixed || (burst.dice === null && burst.valLoss === null && burst.trainLoss === null)) {
      mixed.push(chosen.epoch);
    } else {
      finished.push({
        epoch: chosen.epoch,
        learningRate: chosen.rate,
        trainLoss: burst.trainLoss,
        valLoss: burst.valLoss,
        pseudoDice: burst.dice ?? [],
        durationS,
        startMs: chosen.startMs,
        loggedEma: null,
        isNewBest: burst.isNewBest,
      });
    }
    burst = emptyBurst();
  };

  const begin = (epoch: number): void => {
    const stampMs = parseStamp(stamp);
    const key = `${epoch}@${stampMs}`;
    isCopy = stampMs !== null && seen.has(key);
    if (isCopy) return;
    seen.add(key);
    const isWhole = burst.trainLoss !== null && burst.valLoss !== null && burst.dice !== null;
    const last = open.at(-1);
    if (last && isWhole && !burst.isMixed)
      close(last, null); // its time line is lost
    else if (last && (burst.trainLoss !== null || burst.dice !== null)) mixed.push(last.epoch);
    burst = emptyBurst();
    savings = 0;
    begun++;
    open = [...open, { epoch, startMs: stampMs, rate: version === 1 ? rate : null }].slice(-MAX_OPEN);
  };

  const end = (durationS: number): void => {
    const chosen = chooseOpen(open, parseStamp(stamp), durationS);
    if (chosen) close(chosen, durationS);
    else burst = emptyBurst();
  };

  const once = <Key extends 'trainLoss' | 'valLoss' | 'dice'>(key: Key, value: Burst[Key]): void => {
    if (burst[key] !== null) burst.isMixed = true;
    burst[key] = value;
  };

  const apply = (line: LogLine): void => {
    if ('version' in line) version ??= line.version;
    switch (line.kind) {
      case 'epoch':
        return begin(line.epoch);
      case 'conditions':
        conditions.push(line.conditions);
        if (line.conditions.configuration !== undefined) version ??= 2; // v1 has no such line
        return;
      case 'validation':
        hasValidation = true;
        return;
      case 'mean-validation':
        hasValidation = true;
        meanValidationDice = line.value;
        return;
      case 'started':
        version ??= 1;
        return;
      default:
    }
    if (isCopy) return;
    switch (line.kind) {
      case 'rate':
        rate = line.value;
        if (line.version === 2 && open.length > 0) open.at(-1)!.rate = line.value;
        return;
      case 'train-loss':
        return once('trainLoss', line.value);
      case 'val-loss':
        return once('valLoss', line.value);
      case 'dice':
        rounded &&= isRounded(line.values);
        return once('dice', line.values);
      case 'duration':
        return end(line.value);
      case 'new-best': {
        const last = finished.at(-1);
        if (last) finished[finished.length - 1] = { ...last, loggedEma: line.ema, isNewBest: true };
        return;
      }
      case 'scheduled':
        savings = 1;
        return;
      case 'scheduled-done':
        savings = 0;
        return;
      case 'saving':
        if (savings === 0 && open.length > 0) burst.isNewBest = true;
        return;
      default:
    }
  };

  return {
    take(raw) {
      number++;
      const { stamp: own, text } = splitStamp(raw);
      if (own !== '') stamp = own;
      const line = text === '' ? null : parseLogLine(text);
      if (line === null) return;
      if (line.kind !== 'malformed') return apply(line);
      malformed++;
      if (malformed > MAX_NAMED) return;
      const found = text.length > MAX_QUOTED ? `${text.slice(0, MAX_QUOTED - 1)}…` : text;
      warnings.push({ code: 'log-line-malformed', facts: { file, line: number, found } });
    },
    finish() {
      if (malformed > MAX_NAMED) {
        warnings.push({ code: 'log-lines-malformed', facts: { file, lines: malformed - MAX_NAMED } });
      }
      if (mixed.length > 0) {
        warnings.push({ code: 'log-epochs-mixed', facts: { file, epochs: mixed.length, first: mixed[0] } });
      }
      if (begun === 0 && !hasValidation && conditions.length === 0 && version === null) {
        warnings.push({ code: 'log-nothing-known', facts: { file } });
      }
      const { streams, overlap } = sortIntoStreams(finished);
      if (overlap !== null) {
        warnings.push({
          code: 'log-interleaved',
          facts: { file, epoch: overlap.epoch, processes: overlap.count },
        });
      }
      const last = streams.length - 1;
      const all = streams.length === 0 ? [[] as Stream] : streams;
      return all.map((epochs, i) => {
        const isLast = i >= last;
        return {
          name: file,
          version,
          epochs,
          begunEpochs: all.length === 1 ? begun : epochs.length,
          unfinishedEpoch: isLast ? (open.at(-1)?.epoch ?? null) : null,
          isRounded: rounded,
          hasValidation: isLast && hasValidation,
          meanValidationDice: isLast ? meanValidationDice : null,
          conditions: Object.assign({}, ...conditions),
          warnings: isLast ? warnings : [],
        };
      });
    },
  };
}

function emptyBurst(): Burst {
  return { trainLoss: null, valLoss: null, dice: null, isNewBest: false, isMixed: false };
}

/** The epoch that a time line ends; null where none is open. */
function chooseOpen(open: readonly OpenEpoch[], endMs: number | null, durationS: number): OpenEpoch | null {
  if (open.length < 2 || endMs === null) return open.at(-1) ?? null;
  const distance = ({ startMs }: OpenEpoch) =>
    startMs === null ? Infinity : Math.abs(endMs - durationS * 1000 - startMs);
  const nearest = open.reduce((best, other) => (distance(other) <= distance(best) ? other : best));
  const tolerance = START_TOLERANCE_MS + durationS * 50;
  return distance(nearest) <= tolerance ? nearest : open.at(-1)!;
}
