import { mean } from '../statistics/bootstrap.ts';
import { pseudoDiceWords as words } from '../messages/learn-pseudo-dice.ts';
import { NNUNET_SAMPLING } from '../pseudo-dice/patch-settings.ts';
import { spreadOf, type PseudoEpoch, type Spread } from '../pseudo-dice/pseudo-dice.ts';
import { simulateCohort } from './cohort-phantom.ts';
import type { FigureModel } from './figure-model.ts';

/** Numbers of patches an epoch whose spread is drawn, and epochs that are simulated for each. */
export const PATCH_COUNTS: readonly number[] = [10, 20, 50, 100, 200, 400];
const EPOCHS = 100;

/** The network never changes, and yet the pseudo Dice jumps. */
export interface EpochJumps {
  readonly perEpoch: number;
  readonly epochs: readonly PseudoEpoch[];
  readonly spread: Spread;
  readonly emaSpread: Spread;
  /** Mean difference of an epoch from the one before. */
  readonly jump: number;
  readonly byPatches: readonly { readonly perEpoch: number; readonly spread: Spread }[];
}

/** Pseudo Dice of an unchanging network over the number of patches of an epoch. */
export const EPOCH_JUMPS: FigureModel<EpochJumps> = {
  name: 'epoch-jumps',
  parameters: [
    { name: 'patches', min: 10, max: 400, step: 10, initial: 100, label: words.patches },
    { name: 'size', min: 8, max: 32, step: 4, initial: 16, label: words.patch, value: words.cube },
  ],
  pairs: () => [],
  result: ({ patches, size }) => {
    const epochs = epochsOf(patches, size);
    const means = epochs.map((epoch) => epoch.mean);
    return {
      perEpoch: patches,
      epochs,
      spread: spreadOf(means),
      emaSpread: spreadOf(epochs.slice(EPOCHS / 5).map(({ ema }) => ema)),
      jump: mean(means.slice(1).map((value, i) => Math.abs(value - means[i]))),
      byPatches: spreadsOf(size),
    };
  },
  numbers: ({ spread, emaSpread, jump, byPatches }) => ({
    mean: spread.mean,
    low: spread.low,
    high: spread.high,
    range: spread.high - spread.low,
    emaRange: emaSpread.high - emaSpread.low,
    jump,
    rangeAt10: rangeOf(byPatches[0].spread),
    rangeAt100: rangeOf(byPatches[3].spread),
    rangeAt400: rangeOf(byPatches[5].spread),
  }),
};

function rangeOf({ low, high }: Spread): number {
  return high - low;
}

const known = new Map<number, EpochJumps['byPatches']>();

/** The spread of every number of patches; computed once a size. */
function spreadsOf(size: number): EpochJumps['byPatches'] {
  const spreads =
    known.get(size) ??
    PATCH_COUNTS.map((perEpoch) => ({
      perEpoch,
      spread: spreadOf(epochsOf(perEpoch, size).map((epoch) => epoch.mean)),
    }));
  known.set(size, spreads);
  return spreads;
}

function epochsOf(perEpoch: number, size: number): readonly PseudoEpoch[] {
  const patch = [size, size, size] as const;
  return simulateCohort({ ...NNUNET_SAMPLING, patch, iterations: perEpoch / 2, epochs: EPOCHS }).epochs;
}
