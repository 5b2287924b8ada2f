import { gradientNoise } from './noise.ts';
import { length } from './shapes.ts';
import * as tissue from './tissues.ts';
import { lay, type TissueMix } from './tissues.ts';

const FISSURES = 11; // in half a turn round the roof of the fourth ventricle
const DEEPEST_MM = 12;

/**
 * Lays the cerebellum: leaves of cortex between fissures that fan out from the fourth ventricle, white matter
 * inside that branches into them. `distance` is to the outside of the cerebellum, negative inside.
 */
export function cerebellarFolds(seed: number) {
  const bend = gradientNoise(seed, 22);
  const reach = gradientNoise(seed + 1, 9);
  return (mix: TissueMix, x: number, y: number, z: number, distance: number): void => {
    const [back, up] = [-(y + 46) + 0.1 * Math.abs(x), z + 32];
    const far = Math.max(3, length(back, up));
    const turn = halfTurns(back, up) * FISSURES + 0.55 * bend(x, y, z);
    const fromFissure = (Math.abs(turn - Math.floor(turn) - 0.5) * far * 2.4) / FISSURES;
    const fine = turn * 3 - Math.floor(turn * 3);
    const fromCrack = (Math.abs(fine - 0.5) * far * 2.4) / FISSURES / 3;
    const depth = -distance;
    const fissure = length(fromFissure, Math.max(0, depth - DEEPEST_MM - 3 * reach(x, y, z)));
    const crack = length(fromCrack, Math.max(0, depth - 4));
    lay(mix, tissue.FOLIA, distance + 0.6);
    lay(mix, tissue.WHITE, 2.4 - Math.min(depth, fissure));
    lay(mix, tissue.CSF, Math.min(fissure - 0.35, crack - 0.1));
  };
}

/** The direction of (back, up): 0 down, 1 straight back, 2 up; not an angle, but as steady as one. */
function halfTurns(back: number, up: number): number {
  const sum = Math.abs(back) + Math.abs(up) || 1;
  return back >= 0 ? 1 + up / sum : 1 + (up >= 0 ? 2 - up / sum : -2 - up / sum);
}
