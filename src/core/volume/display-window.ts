import type { ImageVolume } from './volume.ts';

/** The image values shown from black to white: `level` ± `width` / 2, in the units of the image. */
export interface DisplayWindow {
  readonly width: number;
  readonly level: number;
}

/** The share of voxels that may be all black or all white. */
const LOW_SHARE = 0.01;
const HIGH_SHARE = 0.005;
/** Room above, so that what is brightest (an enhancing rim, a vessel) keeps its shades. */
const HEADROOM = 1.1;
const MAX_SAMPLES = 100_000;

/**
 * A window in which an image is readable: from the 1st to the 99.5th percentile and a tenth more of a regular sample of its
 * voxels, those of the most frequent lowest value (the ground around the body) left out.
 */
export function suggestWindow({ stored, slope, intercept }: ImageVolume): DisplayWindow {
  const step = Math.max(1, Math.floor(stored.length / MAX_SAMPLES));
  const sample = new Float64Array(Math.ceil(stored.length / step));
  for (let i = 0; i < sample.length; i++) sample[i] = slope * stored[i * step] + intercept;
  sample.sort();
  const finite = sample.filter(Number.isFinite);
  const ground = finite[0];
  const body = finite.filter((value) => value > ground);
  const values = body.length > finite.length / 100 ? body : finite;
  if (values.length === 0) return { width: 1, level: 0 };
  const at = (share: number) => values[Math.min(values.length - 1, Math.floor(share * values.length))];
  const low = at(LOW_SHARE);
  const high = low + HEADROOM * (at(1 - HIGH_SHARE) - low);
  return high > low ? { width: high - low, level: (high + low) / 2 } : { width: 1, level: low };
}
