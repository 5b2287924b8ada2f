import { countVoxels, type Vec3 } from '../volume/grid.ts';

/** The preprocessed data set, and what of it a cache in memory holds. */
export interface CachePlan {
  /** Of all cases: float32 per channel and one byte for the label of every voxel, uncompressed. */
  readonly dataBytes: number;
  /** Share of the bytes that fits, in [0, 1]. */
  readonly cached: number;
  /** Whole cases that fit, the smallest first. */
  readonly cachedCases: number;
  /** Share of draws, cases being drawn evenly, that those serve. */
  readonly servedDraws: number;
}

/** Bytes of one preprocessed case: float32 per channel and one byte for the label of every voxel. */
export function caseBytes(size: Vec3, channels: number): number {
  return countVoxels(size) * (4 * channels + 1);
}

/**
 * How much of the preprocessed set fits in `cacheBytes`; all of an empty one. In a data set of `count` cases each of
 * `sizes` stands for as many like it; cases that are left over are taken to be the smallest.
 */
export function planCache(
  sizes: readonly Vec3[],
  channels: number,
  cacheBytes: number,
  count = sizes.length,
): CachePlan {
  if (sizes.length === 0) return { dataBytes: 0, cached: 1, cachedCases: 0, servedDraws: 1 };
  const ascending = sizes.map((size) => caseBytes(size, channels)).sort((a, b) => a - b);
  const like = Math.floor(count / sizes.length);
  const more = count - like * sizes.length;
  let [dataBytes, left, cachedCases] = [0, cacheBytes, 0];
  ascending.forEach((bytes, i) => {
    const copies = like + (i < more ? 1 : 0);
    const fits = Math.min(copies, Math.max(0, Math.floor(left / bytes)));
    dataBytes += copies * bytes;
    cachedCases += fits;
    left -= fits * bytes;
  });
  return {
    dataBytes,
    cached: dataBytes === 0 ? 1 : Math.min(1, cacheBytes / dataBytes),
    cachedCases,
    servedDraws: count === 0 ? 1 : cachedCases / count,
  };
}
