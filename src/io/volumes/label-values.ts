import { FormatError } from '../../core/errors.ts';
import type { Warning } from '../../core/errors.ts';
import { voxelAt } from '../../core/volume/grid.ts';
import type { Vec3 } from '../../core/volume/grid.ts';
import type { Codes } from '../../core/volume/volume.ts';

/** Values this near an integer are rounded to it. */
const TOLERANCE = 1e-3;
/** Above so many different values a file is more likely an image. */
const MANY_LABELS = 2048;
const HIGHEST_USUAL = 65_535;
/** The most different values; as many as 16 bits tell apart. */
export const MAX_LABELS = 65_536;

/** Where voxels stand, for sentences: the file, its size and the bytes of a voxel. */
export interface Place {
  readonly file: string;
  readonly size: Vec3;
  readonly dataOffset: number;
  readonly bytesPerVoxel: number;
}

/** Whether a value can be a label: within 1e-3 of an integer that float64 tells from its neighbours. */
export function isLabel(value: number): boolean {
  const label = Math.round(value);
  return Math.abs(value - label) <= TOLERANCE && Number.isSafeInteger(label);
}

/**
 * The label of a voxel's value: the value itself where it is an integer, the nearest integer within 1e-3 of it.
 * `index` is the voxel's, for the sentence.
 * @throws FormatError labelNotFinite, labelNotInteger, labelTooLarge (beyond 2^53)
 */
export function labelOf(value: number, index: number, place: Place): number {
  const label = Math.round(value) + 0; // never -0
  if (isLabel(value)) return label;
  const { file, size, dataOffset, bytesPerVoxel } = place;
  const offset = dataOffset + index * bytesPerVoxel;
  const facts = { file, offset, value, voxel: voxelAt(size, index) };
  if (!Number.isFinite(value)) throw new FormatError('labelNotFinite', facts);
  throw new FormatError(Number.isSafeInteger(label) ? 'labelNotInteger' : 'labelTooLarge', facts);
}

/** The remarks that the labels of a map ask for; the voxels are looked through only where there is one. */
export function remarkOnLabels(
  file: string,
  size: Vec3,
  codes: Codes,
  labels: readonly number[],
  present: readonly number[],
): Warning[] {
  const warnings: Warning[] = [];
  const remark = (code: 'label-negative' | 'label-above-65535', isMeant: (label: number) => boolean) => {
    if (!present.some(isMeant)) return;
    const { first, voxels } = countVoxelsOf(codes, labels.map(isMeant));
    warnings.push({
      code,
      facts: { file, value: labels[codes[first]], voxel: voxelAt(size, first), voxels },
    });
  };
  remark('label-negative', (label) => label < 0);
  remark('label-above-65535', (label) => label > HIGHEST_USUAL);
  if (present.length > MANY_LABELS) {
    warnings.push({ code: 'many-labels', facts: { file, labels: present.length } });
  }
  return warnings;
}

/** The first voxel of the chosen codes, and how many there are. */
function countVoxelsOf(codes: Codes, isChosen: readonly boolean[]): { first: number; voxels: number } {
  let first = -1;
  let voxels = 0;
  for (let i = 0; i < codes.length; i++) {
    if (!isChosen[codes[i]]) continue;
    if (first < 0) first = i;
    voxels++;
  }
  return { first, voxels };
}
