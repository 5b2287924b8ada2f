import { drawPatches, type PatchDraws } from '../pseudo-dice/patch-sampler.ts';
import {
  NNUNET_SAMPLING,
  patchesPerEpoch,
  SAMPLING_ORDERS,
  type SamplerSettings,
  type SamplingOrder,
} from '../pseudo-dice/patch-settings.ts';
import type { SampledCase } from '../pseudo-dice/patch-locations.ts';
import { planSampling } from '../pseudo-dice/sampling-planner.ts';
import { seededRandom } from '../statistics/random.ts';
import { voxelAt, type Vec3 } from '../volume/grid.ts';
import { ballCase } from './batch-phantom.ts';
import { patchesWords as words } from '../messages/learn-patches-figures.ts';
import type { FigureModel } from './figure-model.ts';

export const RARE_CASES = 40;
const SIZE: Vec3 = [96, 96, 96];
const PATCH: Vec3 = [48, 48, 48];
const COMMON = { centre: [40, 44, 48], radius: 18 } as const;
const RARE_CENTRE: Vec3 = [74, 66, 52];
const RARE = 1;

export interface RareSettings {
  /** Cases that have the rare structure, 1 to `RARE_CASES`. */
  readonly holders: number;
  /** Its radius in voxels. */
  readonly radius: number;
  readonly batch: number;
}

/** How often one order of drawing shows the rare structure in an epoch of 250 batches. */
export interface RareDraws {
  readonly order: SamplingOrder;
  /** Expected share of patches forced onto it, in closed form. */
  readonly forced: number;
  /** The chance that an epoch forces none onto it. */
  readonly missed: number;
  /** Patches of one drawn epoch that hold a voxel of it, by whatever chance. */
  readonly seen: number;
}

export interface RareStructure {
  readonly patches: number;
  readonly rareVoxels: number;
  readonly commonVoxels: number;
  /** nnU-Net's order, then the textbook's. */
  readonly orders: readonly RareDraws[];
}

/** A structure that few cases have, beside one that all have, drawn in both orders. */
export function drawRare({ holders, radius, batch }: RareSettings): RareStructure {
  const rare = { centre: RARE_CENTRE, radius };
  const withRare = ballCase('with', SIZE, [COMMON, rare]);
  const without = ballCase('without', SIZE, [COMMON, null]);
  const cases = Array.from({ length: RARE_CASES }, (_, i) => (i < holders ? withRare : without));
  const settings: SamplerSettings = { ...NNUNET_SAMPLING, patch: PATCH, batch, iterations: 250, epochs: 1 };
  const patches = patchesPerEpoch(settings);
  return {
    patches,
    rareVoxels: withRare.voxels[RARE],
    commonVoxels: withRare.voxels[0],
    orders: SAMPLING_ORDERS.map((order) => {
      const ordered = { ...settings, order };
      const { perEpoch, missedInEpoch } = planSampling(cases, ordered).forcedPerStructure[RARE];
      const draws = drawPatches(cases, ordered, seededRandom(settings.seed));
      return { order, forced: perEpoch / patches, missed: missedInEpoch, seen: countSeen(draws, cases) };
    }),
  };
}

/** Patches that hold at least one voxel of the rare structure. */
function countSeen(draws: PatchDraws, cases: readonly SampledCase[]): number {
  const rare = Array.from(cases[0].locations[RARE], (index) => voxelAt(SIZE, index));
  let seen = 0;
  for (const [i, of] of draws.cases.entries()) {
    if (cases[of].locations[RARE].length === 0) continue;
    const start = draws.starts.subarray(3 * i, 3 * i + 3);
    if (rare.some((voxel) => isWithin(voxel, start))) seen++;
  }
  return seen;
}

function isWithin(voxel: Vec3, start: Int32Array): boolean {
  return voxel.every((at, axis) => at >= start[axis] && at < start[axis] + PATCH[axis]);
}

/** A rare structure under both orders of drawing. */
export const RARE_STRUCTURE: FigureModel<RareStructure> = {
  name: 'rare-structure',
  parameters: [
    {
      name: 'holders',
      min: 1,
      max: RARE_CASES,
      step: 1,
      initial: 4,
      label: words.holders,
      value: words.ofForty,
    },
    { name: 'radius', min: 1, max: 12, step: 1, initial: 4, label: words.radius, value: words.voxels },
    { name: 'batch', min: 1, max: 12, step: 1, initial: 2, label: words.batch },
  ],
  pairs: () => [],
  result: ({ holders, radius, batch }) => drawRare({ holders, radius, batch }),
  numbers: ({ patches, rareVoxels, orders: [caseFirst, classFirst] }) => ({
    patches,
    rareVoxels,
    forced: caseFirst.forced,
    missed: caseFirst.missed,
    seen: caseFirst.seen / patches,
    textbookForced: classFirst.forced,
    textbookMissed: classFirst.missed,
    textbookSeen: classFirst.seen / patches,
  }),
};
