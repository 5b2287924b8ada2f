import { DiceLensError } from '../../core/errors.ts';
import { countVoxels } from '../../core/volume/grid.ts';
import type { Region } from '../../core/labels/label-scheme.ts';
import type { Codes, LabelMap, PatternVolume } from '../../core/volume/volume.ts';

/** The mask of one region; a voxel that is not 0 belongs to it. */
export interface RegionMask {
  readonly file: string;
  /** The region's name, '' where the sequence tells. */
  readonly name: string;
  readonly map: LabelMap;
}

/** The masks in the order of the regions. */
export function orderMasks<Mask extends { readonly name: string; readonly file: string }>(
  masks: readonly Mask[],
  regions: readonly Region[],
): Mask[] {
  const regionNames = regions.map(({ name }) => name);
  if (masks.length !== regions.length) {
    throw new DiceLensError('masksIncomplete', {
      files: masks.map(({ file }) => file),
      regions: regionNames,
    });
  }
  if (masks.every(({ name }) => name === '')) return [...masks];
  const plain = (name: string) => name.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '_');
  return regions.map(({ name }) => {
    const mask = masks.find((candidate) => plain(candidate.name) === plain(name));
    if (!mask) throw new DiceLensError('maskMissing', { region: name, files: masks.map(({ file }) => file) });
    return mask;
  });
}

/** Bit i of a voxel's pattern is mask i; all masks lie on one grid. At most 16 masks. */
export function combineMasks(masks: readonly LabelMap[]): PatternVolume {
  const { size } = masks[0].grid;
  const voxels = countVoxels(size);
  const codes: Codes = masks.length <= 8 ? new Uint8Array(voxels) : new Uint16Array(voxels);
  masks.forEach((mask, region) => {
    const bits = Uint16Array.from(mask.labels, (label) => (label === 0 ? 0 : 1 << region));
    for (let i = 0; i < voxels; i++) codes[i] |= bits[mask.codes[i]];
  });
  return { size, regions: masks.length, codes };
}
