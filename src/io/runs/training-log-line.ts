import type { RunConditions } from '../../core/runs/run.ts';
import { parseConditionText } from '../json/debug-json.ts';
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

/** By the beginning of the line: what the rest says; null where it is another line after all. */
const RULES: readonly (readonly [string, (rest: string) => LogLine | null])[] = [
  ['train_loss ', (rest) => numberLine(rest, (value) => ({ kind: 'train-loss', version: 2, value }))],
  ['train loss :', (rest) => numberLine(rest, (value) => ({ kind: 'train-loss', version: 1, value }))],
  ['val_loss ', (rest) => numberLine(rest, (value) => ({ kind: 'val-loss', version: 2, value }))],
  ['validation loss:', (rest) => numberLine(rest, (value) => ({ kind: 'val-loss', version: 1, value }))],
  ['Pseudo dice ', (rest) => diceLine(2, rest)],
  ['Average global foreground Dice:', (rest) => diceLine(1, rest)],
  ['Epoch time:', (rest) => secondsLine(2, rest)],
  ['This epoch took ', (rest) => secondsLine(1, rest)],
  ['Epoch ', (rest) => (/^\d/.test(rest) ? epochLine(2, rest) : null)],
  ['epoch: ', (rest) => epochLine(1, rest)],
  ['Current learning rate:', (rest) => numberLine(rest, (value) => ({ kind: 'rate', version: 2, value }))],
  ['lr:', (rest) => numberLine(rest, (value) => ({ kind: 'rate', version: 1, value }))],
  ['Yayy! New best EMA pseudo Dice:', (rest) => numberLine(rest, (ema) => ({ kind: 'new-best', ema }))],
  ['saving scheduled checkpoint', () => ({ kind: 'scheduled' })],
  ['saving checkpoint', () => ({ kind: 'saving' })],
  ['done', (rest) => (rest === '' ? { kind: 'scheduled-done' } : null)],
  ['Starting...', () => ({ kind: 'started' })],
  ['Training done.', () => ({ kind: 'training-done' })],
  ['predicting ', () => ({ kind: 'validation' })],
  ['Validation complete', () => ({ kind: 'validation' })],
  ['finished prediction', () => ({ kind: 'validation' })],
  ['evaluation of raw predictions', () => ({ kind: 'validation' })],
  ['Mean Validation Dice:', (rest) => numberLine(rest, (value) => ({ kind: 'mean-validation', value }))],
  ['Desired fold for training:', (rest) => conditionLine({ fold: rest })],
  ['This split has ', splitLine],
  ['Configuration name:', (rest) => conditionLine({ configuration: rest })],
  ["{'", (rest) => conditionLine(parseConditionText(`{'${rest}`))],
];

/** What a line says, without its time stamp and blanks at the ends; null for all the rest. */
export function parseLogLine(text: string): LogLine | null {
  for (const [start, parse] of RULES) {
    if (text.startsWith(start)) return parse(text.slice(start.length).trim());
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
  /** The time stamp as written, '' without one. */
  readonly stamp: string;
  readonly text: string;
}

/** Takes the time stamp off a line, and blanks at the ends. */
export function splitStamp(line: string): StampedLine {
  if (line.charCodeAt(4) !== DASH || line.charCodeAt(16) !== COLON) return { stamp: '', text: line.trim() };
  const end = line.indexOf(':', 19);
  const isStamp = end >= 19 && end <= 26 && (line[end + 1] === ' ' || end + 1 === line.length);
  return isStamp
    ? { stamp: line.slice(0, end), text: line.slice(end + 1).trim() }
    : { stamp: '', text: line.trim() };
}

const DASH = 45;
const COLON = 58;
const STAMP = /^(\d{4})-(\d\d)-(\d\d) (\d\d):(\d\d):(\d\d)(?:[.,](\d{1,6}))?$/;

/**
 * A time stamp as local time of the machine as if it were UTC, in ms; microseconds are missing where they are 0. null
 * for anything else.
 */
export function parseStamp(stamp: string): number | null {
  const found = STAMP.exec(stamp);
  if (!found) return null;
  const [year, month, day, hour, minute, second] = found.slice(1, 7).map(Number);
  return Date.UTC(year, month - 1, day, hour, minute, second) + Number(`0.${found[7] ?? 0}`) * 1000;
}
