import { gzipSync } from 'fflate';
import { changedRows, classesOfRows } from '../../core/reconstruction/rule-selection.ts';
import type { Codes, LabelMap } from '../../core/volume/volume.ts';
import { formatNifti } from '../../io/volumes/write-nifti.ts';
import type { CountedRule } from './rule-laboratory.ts';
import type { SavedVolume } from './rule-session.ts';

/**
 * A gzipped NIfTI on the grid of the reference. `labels`: what the rule writes. `changes`: 0 where the prediction was
 * kept, else 1 for the first pattern that the rule changed, 2 for the second, in the order of `changedRows`.
 */
export function formatRuleVolume(
  { numbers, codes }: CountedRule,
  { grid }: LabelMap,
  volume: SavedVolume,
): Uint8Array<ArrayBuffer> {
  const { meaning, result } = numbers;
  const values =
    volume === 'labels' ? meaning.written : classesOfRows(changedRows(result.patterns ?? []), meaning);
  return gzipSync(formatNifti(grid, mapCodes(codes(), values)), { level: 6 }) as Uint8Array<ArrayBuffer>;
}

function mapCodes(codes: Codes, values: ArrayLike<number>): Codes | Int32Array {
  const highest = Math.max(0, ...Array.from(values));
  const lowest = Math.min(0, ...Array.from(values));
  const mapped =
    lowest < 0
      ? new Int32Array(codes.length)
      : highest <= 255
        ? new Uint8Array(codes.length)
        : new Uint16Array(codes.length);
  for (let i = 0; i < codes.length; i++) mapped[i] = values[codes[i]];
  return mapped;
}
