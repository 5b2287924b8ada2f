import type { ContentBox } from '../volume/content-box.ts';
import { labelPieces } from '../volume/components.ts';
import { transformDistances } from '../surface/distance-transform.ts';
import { indexOf, voxelVolumeMl, type Grid, type Vec3 } from '../volume/grid.ts';
import { growBox, sizeOfBox } from '../labels/structure-pair.ts';
import { boxesOfCodes, boxOfCodes } from '../volume/structure-boxes.ts';
import type { Codes, LabelMap } from '../volume/volume.ts';

/** One change to a predicted label map; `labels` are the labels of the structure that is changed. */
export type WhatIfEdit =
  | { readonly kind: 'dilate' | 'erode'; readonly labels: readonly number[]; readonly mm: number }
  | { readonly kind: 'shift'; readonly labels: readonly number[] | null; readonly by: Vec3 }
  | { readonly kind: 'drop-small'; readonly labels: readonly number[]; readonly belowMl: number }
  | { readonly kind: 'keep-largest'; readonly labels: readonly number[] }
  | { readonly kind: 'swap'; readonly labels: readonly [number, number] };

/** The edited map; the one that was given stays as it is. An edit of a label that is not there changes nothing. */
export function applyEdit(map: LabelMap, edit: WhatIfEdit): LabelMap {
  switch (edit.kind) {
    case 'dilate':
      return dilateLabels(map, edit.labels, edit.mm);
    case 'erode':
      return erodeLabels(map, edit.labels, edit.mm);
    case 'shift':
      return shiftLabels(map, edit.labels, edit.by);
    case 'drop-small':
      return dropSmallPieces(map, edit.labels, edit.belowMl);
    case 'keep-largest':
      return keepLargestPieces(map, edit.labels);
    case 'swap':
      return swapLabels(map, edit.labels);
  }
}

/**
 * Every voxel whose centre lies at most `mm` from a voxel of the structure joins it, with the label of the nearest one.
 * @throws DiceLensError spacingUnusable
 */
export function dilateLabels(map: LabelMap, labels: readonly number[], mm: number): LabelMap {
  return moveBoundary(map, labels, mm, true);
}

/**
 * Every voxel of the structure whose centre lies at most `mm` from a voxel outside leaves it and takes the label of the
 * nearest one outside, so that eroding an inner structure gives room to what surrounds it. Outside the image is nothing.
 * @throws DiceLensError spacingUnusable
 */
export function erodeLabels(map: LabelMap, labels: readonly number[], mm: number): LabelMap {
  return moveBoundary(map, labels, mm, false);
}

function moveBoundary(map: LabelMap, labels: readonly number[], mm: number, outwards: boolean): LabelMap {
  const { grid, codes } = map;
  const holds = holdsOf(map, labels);
  const tight = boxOfCodes(boxesOfCodes(codes, grid.size, map.labels.length), holds);
  if (!tight || !(mm > 0)) return map;
  const box = growBox(
    tight,
    grid.spacingMm.map((step) => Math.ceil(mm / step) + 1) as unknown as Vec3,
    grid.size,
  );
  const inside = cropHolds(codes, grid, box, holds);
  const sites = outwards ? inside : inside.map((value) => 1 - value);
  const size = sizeOfBox(box);
  const { squaredMm, nearest } = transformDistances(sites, size, grid.spacingMm);
  const edited = codes.slice();
  eachOfBox(grid.size, box, (at, i) => {
    if (sites[i] !== 0 || nearest[i] < 0 || Math.sqrt(squaredMm[i]) > mm) return;
    edited[at] = codes[indexOfBox(grid.size, box, nearest[i])];
  });
  return { ...map, codes: edited };
}

/**
 * Shifts structures by whole voxels, over whatever stands there; what leaves the image is lost, and where they stood is
 * background. `labels` null shifts the whole map.
 */
export function shiftLabels(map: LabelMap, labels: readonly number[] | null, by: Vec3): LabelMap {
  const { size } = map.grid;
  const background = codeOfBackground(map);
  const holds = holdsOf(background.map, labels ?? map.labels.filter((label) => label !== 0));
  const { codes } = map;
  const edited = copyCodes(codes, background.code);
  for (let i = 0; i < codes.length; i++) if (holds[codes[i]]) edited[i] = background.code;
  for (let z = Math.max(0, by[2]); z < Math.min(size[2], size[2] + by[2]); z++) {
    for (let y = Math.max(0, by[1]); y < Math.min(size[1], size[1] + by[1]); y++) {
      for (let x = Math.max(0, by[0]); x < Math.min(size[0], size[0] + by[0]); x++) {
        const code = codes[indexOf(size, [x - by[0], y - by[1], z - by[2]])];
        if (holds[code]) edited[indexOf(size, [x, y, z])] = code;
      }
    }
  }
  return { ...background.map, codes: edited };
}

/** Volumes are products of decimals: one that is equal but for rounding is not smaller. */
const ROUNDING = 1e-9;

/** Pieces (26 neighbours) of the structure that are smaller than `belowMl` become background. */
export function dropSmallPieces(map: LabelMap, labels: readonly number[], belowMl: number): LabelMap {
  const voxelMl = voxelVolumeMl(map.grid);
  return keepPieces(map, labels, (voxels) => voxels * voxelMl >= belowMl * (1 - ROUNDING));
}

/**
 * Only the largest piece (26 neighbours) of the structure stays, all of them where several are as large; the rest becomes
 * background. Source: nnU-Net v2, postprocessing/remove_connected_components.py.
 */
export function keepLargestPieces(map: LabelMap, labels: readonly number[]): LabelMap {
  return keepPieces(map, labels, (voxels, largest) => voxels === largest);
}

function keepPieces(
  map: LabelMap,
  labels: readonly number[],
  keeps: (voxels: number, largest: number) => boolean,
): LabelMap {
  const { grid, codes } = map;
  const holds = holdsOf(map, labels);
  const box = boxOfCodes(boxesOfCodes(codes, grid.size, map.labels.length), holds);
  if (!box) return map;
  const { pieces, pieceOf } = labelPieces(cropHolds(codes, grid, box, holds), sizeOfBox(box), 26);
  const isKept = pieces.map(({ voxels }) => keeps(voxels, pieces[0].voxels));
  const background = codeOfBackground(map);
  const edited = copyCodes(codes, background.code);
  eachOfBox(grid.size, box, (at, i) => {
    if (pieceOf[i] > 0 && !isKept[pieceOf[i] - 1]) edited[at] = background.code;
  });
  return { ...background.map, codes: edited };
}

/** Two labels trade places. Only what the codes mean changes: no voxel is touched. */
export function swapLabels(map: LabelMap, [first, second]: readonly [number, number]): LabelMap {
  const swapped = (label: number) => (label === first ? second : label === second ? first : label);
  const present = map.present.map(swapped).sort((a, b) => a - b);
  return { ...map, labels: map.labels.map(swapped), present };
}

function holdsOf(map: LabelMap, labels: readonly number[]): Uint8Array {
  return Uint8Array.from(map.labels, (label) => (labels.includes(label) ? 1 : 0));
}

/** The code of background, with a map that has one: a map without background gets one code more. */
function codeOfBackground(map: LabelMap): { code: number; map: LabelMap } {
  const code = map.labels.indexOf(0);
  return code >= 0 ? { code, map } : { code: map.labels.length, map: { ...map, labels: [...map.labels, 0] } };
}

/** A copy that has room for a code. */
function copyCodes(codes: Codes, code: number): Codes {
  return code > 255 ? Uint16Array.from(codes) : codes.slice();
}

function cropHolds(codes: Codes, { size }: Grid, box: ContentBox, holds: Uint8Array): Uint8Array {
  const [x, y, z] = sizeOfBox(box);
  const cropped = new Uint8Array(x * y * z);
  eachOfBox(size, box, (at, i) => {
    cropped[i] = holds[codes[at]];
  });
  return cropped;
}

/** Visits the voxels of a box: their index in the volume, and in the box. */
function eachOfBox(size: Vec3, { first, last }: ContentBox, visit: (at: number, i: number) => void): void {
  let i = 0;
  for (let z = first[2]; z <= last[2]; z++) {
    for (let y = first[1]; y <= last[1]; y++) {
      const line = size[0] * (y + size[1] * z);
      for (let x = first[0]; x <= last[0]; x++) visit(line + x, i++);
    }
  }
}

function indexOfBox(size: Vec3, box: ContentBox, i: number): number {
  const [sizeX, sizeY] = sizeOfBox(box);
  const x = i % sizeX;
  const y = Math.floor(i / sizeX) % sizeY;
  const z = Math.floor(i / (sizeX * sizeY));
  return indexOf(size, [box.first[0] + x, box.first[1] + y, box.first[2] + z]);
}
