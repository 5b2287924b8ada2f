import { patchesPerEpoch, type SamplerSettings } from './patch-settings.ts';
import { MAX_PATCHES } from './pseudo-dice-result.ts';

/** What the page lets one enter: least and most of each number. */
export const SETTING_LIMITS = {
  patch: [1, 1024],
  batch: [1, 256],
  iterations: [1, 1000],
  epochs: [1, 1000],
  oversampling: [0, 1],
  seed: [0, 4_294_967_295],
} as const satisfies Partial<Record<keyof SamplerSettings, readonly [number, number]>>;

export type LimitedSetting = keyof typeof SETTING_LIMITS;

/** A number that was asked for and what was taken instead. */
export interface SettingClamp {
  readonly setting: LimitedSetting;
  readonly asked: number;
  readonly taken: number;
  /** The limit of all patches together made it lower, not its own. */
  readonly isTooMany: boolean;
}

/**
 * Settings within their limits, with what had to be changed. Whole numbers are rounded; what is no number is as in
 * `before`. Where all patches together are more than one simulation draws, there are fewer epochs.
 */
export function clampSettings(
  wished: SamplerSettings,
  before: SamplerSettings,
): { readonly settings: SamplerSettings; readonly clamps: readonly SettingClamp[] } {
  const clamps: SettingClamp[] = [];
  const within = (setting: LimitedSetting, asked: number, otherwise: number): number => {
    const [least, most] = SETTING_LIMITS[setting];
    const whole = setting === 'oversampling' ? asked : Math.round(asked);
    const taken = Number.isNaN(asked) ? otherwise : Math.min(most, Math.max(least, whole));
    if (taken !== asked && !Number.isNaN(asked)) clamps.push({ setting, asked, taken, isTooMany: false });
    return taken;
  };
  const axis = (i: 0 | 1 | 2) => within('patch', wished.patch[i], before.patch[i]);
  const own: SamplerSettings = {
    ...wished,
    patch: [axis(0), axis(1), axis(2)],
    batch: within('batch', wished.batch, before.batch),
    iterations: within('iterations', wished.iterations, before.iterations),
    epochs: within('epochs', wished.epochs, before.epochs),
    oversampling: within('oversampling', wished.oversampling, before.oversampling),
    seed: within('seed', wished.seed, before.seed),
  };
  const epochs = Math.max(1, Math.min(own.epochs, Math.floor(MAX_PATCHES / patchesPerEpoch(own))));
  if (epochs < own.epochs) {
    clamps.push({ setting: 'epochs', asked: own.epochs, taken: epochs, isTooMany: true });
  }
  return { settings: { ...own, epochs }, clamps };
}
