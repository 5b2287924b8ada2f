import { countVoxels, toWorld, type Vec3 } from '../core/volume/grid.ts';
import * as outline from './brain-outline.ts';
import { cerebellarFolds } from './cerebellar-folds.ts';
import { corticalFolds } from './cortical-folds.ts';
import * as deep from './deep-structures.ts';
import { GRID, headFrame } from './head-frame.ts';
import { fractalNoise, gradientNoise, smoothStep } from './noise.ts';
import { ellipsoid, length, smoothMax, smoothMin } from './shapes.ts';
import * as tissue from './tissues.ts';
import { lay, type TissueMix } from './tissues.ts';
import { largeVessels, surfaceVeins } from './vessels.ts';

/** The mix of tissues of every voxel (`TissueMix`); `share` in 255ths. */
export interface BrainPhantom {
  readonly first: Uint8Array;
  readonly second: Uint8Array;
  readonly share: Uint8Array;
}

/** Where the tissue that now is at a place came from, in world mm, and how hard it is pressed (0 to 1). */
export interface Origin {
  readonly from: Vec3;
  readonly pressure: number;
}

/** The origin of what is at a place in world mm; null where nothing moved. */
export type Displacement = (x: number, y: number, z: number) => Origin | null;

const DEEPEST = 34; // mm below the surface that no sulcus reaches

/** A skull-stripped brain on `GRID`, pushed aside by `displacement`; outside it everything is OUTSIDE. */
export function brainPhantom(seed: number, displacement: Displacement): BrainPhantom {
  const voxels = countVoxels(GRID.size);
  const [first, second, share] = [0, 1, 2].map(() => new Uint8Array(voxels));
  const frame = headFrame(seed);
  const tissueAt = tissues(seed + 1000);
  const ragged = fractalNoise(seed + 900, 13, 2); // brain extraction leaves no smooth border
  const mix: TissueMix = { first: 0, second: 0, share: 0 };
  const [originX, originY, originZ] = toWorld(GRID.affine, [0, 0, 0]); // axes are RAS, voxels 1 mm
  let voxel = 0;
  for (let z = originZ; z < originZ + GRID.size[2]; z++) {
    for (let y = originY; y < originY + GRID.size[1]; y++) {
      for (let x = originX; x < originX + GRID.size[0]; x++, voxel++) {
        if (z > -50 && ellipsoid(x, y + 15, z - 2, 76, 96, 82) > 0) continue; // far off, and cheap to say
        const place = frame(x, y, z);
        const outside = outline.extractedBrain(place[0], place[1], place[2]);
        if (outside > -2.5 && outside > -0.7 + 1.3 * ragged(x, y, z)) continue;
        const origin = displacement(x, y, z);
        tissueAt(mix, origin ? frame(...origin.from) : place, outside, origin?.pressure ?? 0);
        first[voxel] = mix.first;
        second[voxel] = mix.second;
        share[voxel] = Math.round(255 * mix.share);
      }
    }
  }
  return { first, second, share };
}

function tissues(seed: number) {
  const folds = corticalFolds(seed);
  const folia = cerebellarFolds(seed + 20);
  const veins = surfaceVeins(seed + 40);
  const arteries = largeVessels(seed + 50);
  const surface = gradientNoise(seed + 60, 11);
  const thickness = gradientNoise(seed + 61, 14);
  const bendX = gradientNoise(seed + 62, 17);
  const bendZ = gradientNoise(seed + 63, 17);

  /** Depth of a place below the cortex's surface in mm, negative in CSF. */
  function corticalDepth([x, y, z]: Vec3, pressure: number): number {
    const below = -hemisphere(x, y, z);
    if (below < -4) return below;
    const [qx, qy, qz, ridge] = below < DEEPEST ? surfacePoint(x, y, z) : [x, y, z, 1];
    const depth = below < 0 ? below : length(x - qx, y - qy, z - qz);
    const pial = depth - 0.7 - 0.7 * surface(x, y, z);
    const open = (0.35 + 0.55 * smoothStep(13, 0, depth)) * (1 - pressure);
    const reach = outline.temporalLobe(x, y, z) < 2 ? 0.8 : 1;
    const atJunction = smoothStep(14, 7, Math.abs(qx)) * smoothStep(-9, -1, outline.junctionDepth(qy, qz));
    const sulcus =
      below < DEEPEST ? folds(qx, qy, qz, depth, reach) - open + 20 * atJunction + 30 * ridge : 99;
    const [wx, wy, wz] = [x + 4 * bendX(x, y, z), y, z + 4 * bendZ(x, y, z)];
    const fissure = outline.lateralFissureDistance(wx, wy, wz) - 1.1 + pressure;
    return smoothMin(below < DEEPEST ? pial : 99, smoothMin(sulcus, fissure, 1), 3.5);
  }

  return (mix: TissueMix, place: Vec3, outside: number, pressure: number): void => {
    const [x, y, z] = place;
    mix.first = mix.second = tissue.CSF;
    mix.share = 0;
    const depth = corticalDepth(place, pressure);
    lay(mix, tissue.GREY, -depth);
    const bare = smoothStep(6, 3, Math.abs(x)) * smoothStep(-3, 0, outline.junctionDepth(y, z));
    lay(mix, tissue.WHITE, (2.8 + 0.6 * thickness(x, y, z)) * (1 - bare) - depth);
    if (z < 18) {
      const below = outline.cerebellum(x, y, z);
      if (below < 1) folia(mix, x, y, z, below);
      lay(mix, tissue.STEM, outline.brainStem(x, y, z));
    }
    if (depth > -1) layDeepStructures(mix, x, y, z);
    lay(mix, tissue.CSF, deep.midlineVentricles(x, y, z));
    const vein = tissue.dominant(mix) === tissue.CSF ? veins(x, y, z, -outside) : 9;
    lay(mix, tissue.VESSEL, Math.min(vein, arteries(x, y, z)));
  };
}

function layDeepStructures(mix: TissueMix, x: number, y: number, z: number): void {
  if (Math.abs(x) > 42 || z > 36 || z < -32) return;
  const ventricle = deep.lateralVentricle(x, y, z);
  if (tissue.dominant(mix) === tissue.WHITE) {
    const atHorn = smoothStep(20, 30, y) + smoothStep(-40, -52, y);
    lay(mix, tissue.CAP, ventricle - 0.7 - 3.5 * atHorn);
  }
  lay(mix, tissue.GREY, deep.hippocampus(x, y, z));
  lay(mix, tissue.STRIATUM, Math.min(deep.caudate(x, y, z), deep.putamen(x, y, z)));
  lay(mix, tissue.PALLIDUM, deep.pallidum(x, y, z));
  lay(mix, tissue.THALAMUS, deep.thalamus(x, y, z));
  lay(mix, tissue.CSF, deep.quadrigeminalCistern(x, y, z));
  lay(mix, tissue.CSF, ventricle);
  lay(mix, tissue.CHOROID, deep.choroidPlexus(x, y, z));
}

/** Negative inside one hemisphere, whose inner wall is the fissure. */
function hemisphere(x: number, y: number, z: number): number {
  return smoothMax(outline.cerebrum(x, y, z), 0.3 - outline.midlineDistance(x, y, z), 5);
}

/**
 * The point of the hemisphere's surface next to a place, by two steps along its gradient; last, 0 to 1, how much
 * the place lies between two surfaces, so that there is no next one.
 */
function surfacePoint(x: number, y: number, z: number): readonly [number, number, number, number] {
  const value = hemisphere(x, y, z);
  const dx = hemisphere(x + 1, y, z) - value;
  const dy = hemisphere(x, y + 1, z) - value;
  const dz = hemisphere(x, y, z + 1) - value;
  const square = Math.max(dx * dx + dy * dy + dz * dz, 0.2);
  const first = value / square;
  const rest = hemisphere(x - first * dx, y - first * dy, z - first * dz) / square;
  const step = first + rest;
  return [x - step * dx, y - step * dy, z - step * dz, smoothStep(0.97, 0.75, square)];
}
