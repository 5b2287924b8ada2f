import { forcedShare } from './patch-forced.ts';
import type { SampledCase } from './patch-locations.ts';
import { rarityWeights, structuresOf } from './patch-sampler.ts';
import type { SamplerSettings } from './patch-settings.ts';

/** How likely one sample is drawn from a case, and in which way; over all cases these sum to 1. */
export interface CaseWeights {
  /** Not forced, or forced where there is no structure: anywhere, or about an annotated voxel. */
  readonly random: number;
  /** Forced on each structure. */
  readonly forced: readonly number[];
}

/** The probabilities by which `drawPatches` draws, averaged over the places of a batch. */
export function samplingWeights(cases: readonly SampledCase[], settings: SamplerSettings): CaseWeights[] {
  const forced = forcedShare(settings);
  const evenly = 1 / cases.length;
  if (settings.order === 'case-first') {
    return cases.map((one) => {
      const present = new Set(structuresOf(one));
      const each = present.size === 0 ? 0 : (forced * evenly) / present.size;
      return {
        random: evenly * (present.size === 0 ? 1 : 1 - forced),
        forced: one.locations.map((_, structure) => (present.has(structure) ? each : 0)),
      };
    });
  }
  const rarity = rarityWeights(cases);
  const isAny = rarity.some((weight) => weight > 0);
  const holders = rarity.map((_, s) => cases.filter(({ locations }) => locations[s].length > 0).length);
  return cases.map(({ locations }) => ({
    random: evenly * (isAny ? 1 - forced : 1),
    forced: rarity.map((weight, s) => (locations[s].length > 0 ? (forced * weight) / holders[s] : 0)),
  }));
}
