import { voxelAt } from '../volume/grid.ts';
import { forcedStart, startRanges, type StartRange } from './patch-bounds.ts';
import { countForced } from './patch-forced.ts';
import type { SampledCase } from './patch-locations.ts';
import { patchesPerEpoch, type SamplerSettings } from './patch-settings.ts';
import { randomBelow, type Random } from '../statistics/random.ts';

/** Patches in the order in which they were drawn: epoch by epoch, batch by batch. */
export interface PatchDraws {
  readonly perEpoch: number;
  /** Index of the case of each patch. */
  readonly cases: Uint32Array;
  /** First voxel x, y, z of each patch, three numbers a patch; negative or beyond the image where it is padded. */
  readonly starts: Int32Array;
  /** The structure that the patch was forced to hold, -1 where none was. */
  readonly forced: Int32Array;
  /** The voxel that the patch was laid about, as an index of the volume; -1 for a patch of any place. */
  readonly voxels: Int32Array;
}

/** Where one patch is: the case and the structure it was forced to hold, -1 for none. */
interface Choice {
  readonly at: number;
  readonly structure: number;
  /** Its place is that of one of these voxels; null for any place. */
  readonly among: Uint32Array | null;
}

/**
 * Draws the patches of all epochs. nnU-Net's order: the case uniform with replacement, and for a forced sample one
 * of the structures that the case has, then one of its voxels, each uniform; a case that has none gives a random
 * patch. With an ignore label random samples lie about a uniform annotated voxel. The textbook order: a forced
 * sample takes the structure first, weighted by 1 / its voxels in all cases, then one of the cases that have it.
 * The same settings and cases give the same patches; fewer epochs give the beginning of more.
 * Source: nnU-Net v2, training/dataloading/data_loader.py, `get_indices` and `get_bbox`.
 */
export function drawPatches(
  cases: readonly SampledCase[],
  settings: SamplerSettings,
  random: Random,
): PatchDraws {
  const { patch, batch, epochs, order } = settings;
  const perEpoch = patchesPerEpoch(settings);
  const total = cases.length === 0 ? 0 : perEpoch * epochs;
  const draws: PatchDraws = {
    perEpoch,
    cases: new Uint32Array(total),
    starts: new Int32Array(3 * total),
    forced: new Int32Array(total),
    voxels: new Int32Array(total),
  };
  const ranges = cases.map(({ size }) => startRanges(size, patch));
  const isForced = forcedSamples(settings, random);
  const chooseForced = order === 'case-first' ? caseFirst(cases, random) : classFirst(cases, random);
  for (let i = 0; i < total; i++) {
    const choice = isForced(i % batch) ? chooseForced() : anyPlace(cases, random);
    draws.cases[i] = choice.at;
    draws.forced[i] = choice.structure;
    const { voxel, start } = placePatch(choice, cases, ranges[choice.at], settings, random);
    draws.voxels[i] = voxel;
    draws.starts.set(start, 3 * i);
  }
  return draws;
}

function forcedSamples(
  { batch, oversampling, isProbabilistic }: SamplerSettings,
  random: Random,
): (sample: number) => boolean {
  if (isProbabilistic) return () => random() < oversampling;
  const first = batch - countForced(batch, oversampling);
  return (sample) => sample >= first;
}

function anyPlace(cases: readonly SampledCase[], random: Random): Choice {
  const at = randomBelow(random, cases.length);
  return { at, structure: -1, among: cases[at].annotated };
}

function caseFirst(cases: readonly SampledCase[], random: Random): () => Choice {
  const present = cases.map(structuresOf);
  return () => {
    const at = randomBelow(random, cases.length);
    const { locations, annotated } = cases[at];
    if (present[at].length === 0) return { at, structure: -1, among: annotated };
    const structure = present[at][randomBelow(random, present[at].length)];
    return { at, structure, among: locations[structure] };
  };
}

function classFirst(cases: readonly SampledCase[], random: Random): () => Choice {
  const weights = rarityWeights(cases);
  const holders = weights.map((_, s) => [...cases.keys()].filter((i) => cases[i].locations[s].length > 0));
  return () => {
    const structure = drawWeighted(weights, random);
    if (structure < 0) return anyPlace(cases, random);
    const at = holders[structure][randomBelow(random, holders[structure].length)];
    return { at, structure, among: cases[at].locations[structure] };
  };
}

/** The structures that the reference of a case has. */
export function structuresOf({ locations }: SampledCase): number[] {
  return [...locations.keys()].filter((structure) => locations[structure].length > 0);
}

/** How likely the textbook order takes each structure: in proportion to 1 / its voxels in all cases; 0 for absent. */
export function rarityWeights(cases: readonly SampledCase[]): number[] {
  const inverse = (cases[0]?.voxels ?? []).map((_, structure) => {
    const voxels = cases.reduce((sum, one) => sum + one.voxels[structure], 0);
    return voxels === 0 ? 0 : 1 / voxels;
  });
  const total = inverse.reduce((sum, weight) => sum + weight, 0);
  return inverse.map((weight) => (total === 0 ? 0 : weight / total));
}

/** An index, in proportion to its weight; -1 where all weights are 0. */
function drawWeighted(weights: readonly number[], random: Random): number {
  let left = random();
  let last = -1;
  for (const [i, weight] of weights.entries()) {
    if (weight === 0) continue;
    last = i;
    left -= weight;
    if (left < 0) return i;
  }
  return last;
}

function placePatch(
  { at, among }: Choice,
  cases: readonly SampledCase[],
  ranges: readonly StartRange[],
  { patch }: SamplerSettings,
  random: Random,
): { voxel: number; start: number[] } {
  if (among === null || among.length === 0) {
    return { voxel: -1, start: ranges.map(({ low, high }) => low + randomBelow(random, high - low + 1)) };
  }
  const voxel = among[randomBelow(random, among.length)];
  const place = voxelAt(cases[at].size, voxel);
  return { voxel, start: ranges.map((range, axis) => forcedStart(place[axis], patch[axis], range)) };
}
