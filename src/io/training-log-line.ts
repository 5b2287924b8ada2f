import type { RunConditions } from '../core/run.ts';
import { parseConditionText } from './debug-json.ts';
import { parseLogNumber, parseLogNumbers } from './training-log-numbers.ts';

/** What one line of a training log says; lines that say nothing about the training are null. */
export type LogLine =
  | { readonly kind: 'epoch'; readonly version: 1 | 2; readonly epoch: number }
  | { readonly kind: 'rate'; readonly version: 1 | 2; readonly value: number }
  | { readonly kind: 'train-loss' | 'val-loss' | 'duration'; readonly version: 1 | 2; readonly value: number }
  | { readonly kind: 'dice'; readonly version: 1 | 2; readonly values: readonly number[] }
  | { readonly kind: 'new-best'; readonly ema: number }
  | { readonly kind: 'saving' | 'scheduled' | 'scheduled-done' | 'started' | 'training-done' }
  | { readonly kind: 'validation' }
  | { readonly kind: 'mean-validation'; readonly value: number }
  | { readonly kind: 'conditions'; readonly conditions: Partial<RunConditions> }
  | { readonly kind: 'malformed' };

const MALFORMED: LogLine = { kind: 'malformed' };
/** No epoch number of a training has more digits. */
const MAX_EPOCH_DIGITS = 7;

/** By the beginning of the line: what the rest must be. */
const RULES: readonly (readonly [RegExp, (rest: string) => LogLine | null])[] = [
  [/^Epoch (?=\d)/, (rest) => epochLine(2, rest)],
  [/^epoch:\s+(?=\S)/, (rest) => epochLine(1, rest)],
  [/^Current learning rate:/, (rest) => numberLine(rest, (value) => ({ kind: 'rate', version: 2, value }))],
  [/^lr:/, (rest) => numberLine(rest, (value) => ({ kind: 'rate', version: 1, value }))],
  [/^train_loss(?=\s)/, (rest) => numberLine(rest, (value) => ({ kind: 'train-loss', version: 2, value }))],
  [/^train loss :/, (rest) => numberLine(rest, (value) => ({ kind: 'train-loss', version: 1, value }))],
  [/^val_loss(?=\s)/, (rest) => numberLine(rest, (value) => ({ kind: 'val-loss', version: 2, value }))],
  [/^validation loss:/, (rest) => numberLine(rest, (value) => ({ kind: 'val-loss', version: 1, value }))],
  [/^Pseudo dice(?=\s)/, (rest) => diceLine(2, rest)],
  [/^Average global foreground Dice:/, (rest) => diceLine(1, rest)],
  [/^Epoch time:/, (rest) => secondsLine(2, rest)],
  [/^This epoch took(?=\s)/, (rest) => secondsLine(1, rest)],
  [/^Yayy! New best EMA pseudo Dice:/, (rest) => numberLine(rest, (ema) => ({ kind: 'new-best', ema }))],
  [/^saving scheduled checkpoint/, () => ({ kind: 'scheduled' })],
  [/^saving checkpoint/, () => ({ kind: 'saving' })],
  [/^done$/, () => ({ kind: 'scheduled-done' })],
  [/^Starting\.\.\./, () => ({ kind: 'started' })],
  [/^Training done\./, () => ({ kind: 'training-done' })],
  [
    /^(?:predicting \S|Validation complete|finished prediction|evaluation of raw predictions)/,
    () => ({ kind: 'validation' }),
  ],
  [/^Mean Validation Dice:/, (rest) => numberLine(rest, (value) => ({ kind: 'mean-validation', value }))],
  [/^Desired fold for training:/, (rest) => conditionLine({ fold: rest })],
  [/^This split has (?=\d)/, splitLine],
  [/^Configuration name:/, (rest) => conditionLine({ configuration: rest })],
  [/^\{'/, (rest) => conditionLine(parseConditionText(`{'${rest}`))],
];

/** What a line says, without its time stamp and blanks at the ends; null for all the rest. */
export function parseLogLine(text: string): LogLine | null {
  for (const [start, parse] of RULES) {
    const found = start.exec(text);
    if (found) return parse(text.slice(found[0].length).trim());
  }
  return null;
}

function epochLine(version: 1 | 2, rest: string): LogLine {
  const isEpoch = /^\d+$/.test(rest) && rest.length <= MAX_EPOCH_DIGITS;
  return isEpoch ? { kind: 'epoch', version, epoch: Number(rest) } : MALFORMED;
}

function numberLine(rest: string, line: (value: number) => LogLine): LogLine {
  const value = parseLogNumber(rest);
  return value === null ? MALFORMED : line(value);
}

function diceLine(version: 1 | 2, rest: string): LogLine {
  const values = parseLogNumbers(rest);
  return values === null ? MALFORMED : { kind: 'dice', version, values };
}

/** The unit at the end tells that the number was not cut. */
function secondsLine(version: 1 | 2, rest: string): LogLine {
  const value = /\ss$/.test(rest) ? parseLogNumber(rest.slice(0, -1).trim()) : null;
  return value === null ? MALFORMED : { kind: 'duration', version, value };
}

function splitLine(rest: string): LogLine | null {
  const found = /^(\d+) training and (\d+) validation cases/.exec(rest);
  return found && conditionLine({ trainingCases: Number(found[1]), validationCases: Number(found[2]) });
}

function conditionLine(conditions: Partial<RunConditions>): LogLine {
  return { kind: 'conditions', conditions };
}

export interface StampedLine {
  /** Local time of the machine as if it were UTC, in ms; null without a stamp. */
  readonly ms: number | null;
  readonly text: string;
}

const STAMP = /^(\d{4})-(\d\d)-(\d\d) (\d\d):(\d\d):(\d\d)(?:[.,](\d{1,6}))?:(?: |$)/;

/** Takes the time stamp off a line; microseconds are missing where they are 0. */
export function splitStamp(line: string): StampedLine {
  const found = STAMP.exec(line);
  if (!found) return { ms: null, text: line.trim() };
  const [year, month, day, hour, minute, second] = found.slice(1, 7).map(Number);
  const fraction = Number(`0.${found[7] ?? 0}`) * 1000;
  return {
    ms: Date.UTC(year, month - 1, day, hour, minute, second) + fraction,
    text: line.slice(found[0].length).trim(),
  };
}
