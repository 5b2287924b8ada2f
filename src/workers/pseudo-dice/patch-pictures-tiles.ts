import type { Vec3 } from '../../core/volume/grid.ts';
import type { SliceGeometry } from '../../core/volume/slice-geometry.ts';
import { treatPlaces, type PlaceTreatment } from '../../core/pseudo-dice/sliding-edges.ts';
import {
  countTilesOnSlice,
  singleTile,
  weighTilesOnSlice,
  type TileGround,
} from '../../core/pseudo-dice/sliding-slice.ts';
import { planTiles, tileCoverage, type TilePlan } from '../../core/pseudo-dice/sliding-window.ts';
import { tileWeights } from '../../core/pseudo-dice/tile-weights.ts';
import type { TileSettings } from './patch-pictures-session.ts';

/** Keeps the weights of the last size of a tile, and the tiles of the last settings. */
export class PicturedTiles {
  #weights: { readonly patch: Vec3; readonly values: Float32Array } | null = null;
  #laid: { readonly key: string; readonly tiles: LaidTiles } | null = null;

  /** The tiles of an image; the same settings and size give the same object. */
  lay({ patch, step }: TileSettings, size: Vec3): LaidTiles {
    const key = [patch, step, size].join(' ');
    if (this.#laid?.key === key) return this.#laid.tiles;
    const tiles = new LaidTiles(planTiles(size, patch, step), this.#weightsOf(patch), size);
    this.#laid = { key, tiles };
    return tiles;
  }

  #weightsOf(patch: Vec3): Float32Array {
    if (this.#weights?.patch.join() !== patch.join()) this.#weights = { patch, values: tileWeights(patch) };
    return this.#weights!.values;
  }
}

/** The tiles of one image with their weights. */
export class LaidTiles {
  readonly most: Readonly<Record<TileGround, number>>;
  readonly places: readonly PlaceTreatment[];

  constructor(
    readonly plan: TilePlan,
    readonly weights: Float32Array,
    readonly size: Vec3,
  ) {
    const most = (axis: 0 | 1 | 2) => Math.max(...tileCoverage(plan, size, axis));
    this.places = treatPlaces(plan, weights, size);
    const peak = weights.reduce((high, weight) => Math.max(high, weight), 0);
    this.most = { tiles: most(0) * most(1) * most(2), weights: mostWeight(plan, size, peak), tile: peak };
  }

  /** Grey values of a slice in display order. */
  readSlice(
    ground: TileGround,
    tile: Vec3,
    geometry: SliceGeometry,
    slice: number,
  ): Uint32Array | Float32Array {
    const { plan, weights, size } = this;
    if (ground === 'tiles') return countTilesOnSlice(plan, size, geometry, slice);
    const laid = ground === 'tile' ? singleTile(plan, tile) : plan;
    return weighTilesOnSlice(laid, weights, geometry, slice);
  }
}

/**
 * The largest sum of weights in the image, to rounding: along each axis the profiles of the tiles are added, and
 * the sum of a voxel is the product of the three.
 */
function mostWeight({ starts, patch, padBefore }: TilePlan, size: Vec3, peak: number): number {
  return [0, 1, 2].reduce((product, axis) => {
    const profile = tileWeights([patch[axis], 1, 1]);
    const top = profile[Math.floor(patch[axis] / 2)];
    let most = 0;
    for (let at = 0; at < size[axis]; at++) {
      let sum = 0;
      for (const start of starts[axis as 0]) sum += profile[at + padBefore[axis] - start] ?? 0;
      if (sum > most) most = sum;
    }
    return (product * most) / top;
  }, peak);
}
