import type { Sentence } from '../messages/sentence.ts';

/** One thing that the reader can set in a figure. Its values are `min + k * step`, at most `max`. */
export interface FigureParameter {
  /** In the link: lower case letters and hyphens. */
  readonly name: string;
  readonly min: number;
  readonly max: number;
  readonly step: number;
  /** The value at first; one of the values. */
  readonly initial: number;
  /** What stands beside the slider. */
  readonly label: Sentence;
  /** The value as it is read, with its unit; the number with the decimals of the step where it is missing. */
  readonly value?: Sentence<number>;
  /** A choice instead of a slider: the words of the values 0, 1, 2 ... */
  readonly choices?: readonly Sentence[];
}

/** What is set, by the name of the parameter. */
export type FigureValues = Readonly<Record<string, number>>;

/** A value of a link that could not be taken as it stands. */
export interface ClampedValue {
  readonly parameter: FigureParameter;
  /** As it stood in the link. */
  readonly asked: string;
  readonly used: number;
}

/** The state of a figure as a link gives it, and what had to be changed in it. */
export interface LinkedState {
  readonly values: FigureValues;
  readonly clamped: readonly ClampedValue[];
}

/** Every parameter at its first value. */
export function initialValues(parameters: readonly FigureParameter[]): FigureValues {
  return Object.fromEntries(parameters.map(({ name, initial }) => [name, initial]));
}

/**
 * The nearest value that the parameter has: inside its range and on one of its steps, a half to the higher. What is
 * no number is the first value.
 */
export function nearestValue({ min, max, step, initial }: FigureParameter, value: number): number {
  if (Number.isNaN(value)) return initial;
  const last = Math.floor((max - min) / step + 1e-9);
  const k = Math.round((Math.min(max, Math.max(min, value)) - min) / step);
  return Number((min + Math.min(last, k) * step).toFixed(decimalsOf(step)));
}

/** The query of a link, `radius=5&error=1.5`: what differs from the first values, in the order of the parameters. */
export function formatFigureState(values: FigureValues, parameters: readonly FigureParameter[]): string {
  return parameters
    .filter(({ name, initial }) => values[name] !== undefined && values[name] !== initial)
    .map((parameter) => `${parameter.name}=${Number(formatValue(parameter, values[parameter.name]))}`)
    .join('&');
}

/**
 * The inverse of `formatFigureState` for values that the parameters have. Any other value is moved to the nearest and
 * listed; names that the figure does not know are passed over.
 */
export function parseFigureState(query: string, parameters: readonly FigureParameter[]): LinkedState {
  const asked = valuesOf(query);
  const clamped: ClampedValue[] = [];
  const values = parameters.map((parameter) => {
    const text = asked.get(parameter.name);
    if (text === undefined) return [parameter.name, parameter.initial] as const;
    const number = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(text) ? Number(text) : Number.NaN;
    const used = nearestValue(parameter, number);
    if (used !== number) clamped.push({ parameter, asked: text, used });
    return [parameter.name, used] as const;
  });
  return { values: Object.fromEntries(values), clamped };
}

/** A value with the decimals of its parameter's step. */
export function formatValue({ step }: FigureParameter, value: number): string {
  return value.toFixed(decimalsOf(step));
}

function decimalsOf(step: number): number {
  return `${step}`.split('.')[1]?.length ?? 0;
}

/** The values of a query by name, the first of each; they are plain numbers, so nothing is decoded. */
function valuesOf(query: string): ReadonlyMap<string, string> {
  const pairs = query.split('&').map((part) => part.split(/=(.*)/s));
  return new Map(pairs.reverse().map(([name, value = '']) => [name, value]));
}
