import type { JointCounts } from '../counts/joint-counts.ts';
import { initialValues, type FigureParameter, type FigureValues } from './figure-state.ts';

/** Two code volumes of one grid, as an engine counts them: codes below `rows` and `columns`. */
export interface FigurePair {
  readonly rows: number;
  readonly columns: number;
  readonly reference: Uint8Array;
  readonly predicted: Uint8Array;
}

/** Every number that a figure shows, by a name in camelCase; NaN for what does not exist. */
export type FigureNumbers = Readonly<Record<string, number>>;

/**
 * What a figure shows, without how it is drawn: pure functions of what is set. All voxels are in `pairs` and all
 * counts come from `counts`, so that the page can have the engine count the same volumes and compare ("Measured here").
 * A figure that counts no voxel has no pairs.
 */
export interface FigureModel<Result = unknown> {
  /** In the link and after `dl-fig-`. */
  readonly name: string;
  readonly parameters: readonly FigureParameter[];
  pairs(values: FigureValues): readonly FigurePair[];
  /** `counts[i]` are those of `pairs[i]`. */
  result(values: FigureValues, counts: readonly JointCounts[], pairs: readonly FigurePair[]): Result;
  numbers(result: Result): FigureNumbers;
}

/** Joint counts of two code volumes, voxel by voxel: what an engine counts, the plain way, for volumes of a figure. */
export function countPair({ rows, columns, reference, predicted }: FigurePair): JointCounts {
  const cells = new Float64Array(rows * columns);
  for (let i = 0; i < reference.length; i++) cells[reference[i] * columns + predicted[i]]++;
  return { rows, columns, cells };
}

/** A figure in one state: its volumes and what is shown of them. */
export interface SolvedFigure<Result> {
  readonly pairs: readonly FigurePair[];
  readonly result: Result;
  readonly numbers: FigureNumbers;
}

/** So many states of a figure are kept: text, figure and answers ask for the same ones. */
const KEPT_STATES = 2;
const known = new WeakMap<FigureModel, Map<string, SolvedFigure<unknown>>>();

/** Counts and computes a figure in one state; values that are missing are the first ones. */
export function solveFigure<Result>(
  model: FigureModel<Result>,
  values: FigureValues = {},
): SolvedFigure<Result> {
  const all = { ...initialValues(model.parameters), ...values };
  const key = JSON.stringify(model.parameters.map(({ name }) => all[name]));
  const kept = known.get(model) ?? new Map<string, SolvedFigure<unknown>>();
  known.set(model, kept);
  const solved = (kept.get(key) as SolvedFigure<Result> | undefined) ?? solveAnew(model, all);
  kept.delete(key);
  kept.set(key, solved);
  if (kept.size > KEPT_STATES) kept.delete([...kept.keys()][0]);
  return solved;
}

function solveAnew<Result>(model: FigureModel<Result>, values: FigureValues): SolvedFigure<Result> {
  const pairs = model.pairs(values);
  const result = model.result(values, pairs.map(countPair), pairs);
  return { pairs, result, numbers: model.numbers(result) };
}
