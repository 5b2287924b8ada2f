import { quantile } from '../statistics/bootstrap.ts';

export type Range = readonly [min: number, max: number];

export interface RangeOptions {
  /** Shares of the values that may lie below and above. */
  readonly below?: number;
  readonly above?: number;
  /** Values that must lie within; those that are not finite are passed over. */
  readonly include?: readonly number[];
  /** Share of the range added at either side. */
  readonly margin?: number;
}

/** A range that holds the values but for the given shares; [0, 1] where there are none. A single value gets room. */
export function rangeOf(values: readonly number[], options: RangeOptions = {}): Range {
  const { below = 0, above = 0, include = [], margin = 0.05 } = options;
  const finite = values.filter(Number.isFinite).sort((a, b) => a - b);
  const must = include.filter(Number.isFinite);
  const ends = finite.length > 0 ? [quantile(finite, below), quantile(finite, 1 - above)] : [];
  const all = [...ends, ...must];
  if (all.length === 0) return [0, 1];
  const [min, max] = [Math.min(...all), Math.max(...all)];
  const room = max > min ? (max - min) * margin : Math.max(Math.abs(max) * 0.05, 1e-3);
  return [min - room, max + room];
}

/** A chart shows at least this share of everything. */
const NARROWEST = 0.002;

/**
 * A range of x moved by a share of its width (positive to the right), no further than the ends of `whole`.
 * A range that covers all of `whole` stays.
 */
export function panRange([min, max]: Range, share: number, [low, high]: Range): Range {
  const width = max - min;
  const start = Math.min(Math.max(low, high - width), Math.max(low, min + share * width));
  return [start, start + width];
}

/**
 * A range of x made `factor` times as wide (below 1 goes nearer) about a place that stays where it is, within
 * `whole`; null where everything would be shown. Never narrower than 1/500 of the whole.
 */
export function zoomRange([min, max]: Range, about: number, factor: number, whole: Range): Range | null {
  const all = whole[1] - whole[0];
  const width = Math.max((max - min) * factor, all * NARROWEST);
  if (width >= all) return null;
  const share = (Math.min(max, Math.max(min, about)) - min) / (max - min);
  const start = about - share * width;
  return panRange([start, start + width], 0, whole);
}
