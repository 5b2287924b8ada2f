import type { ContentBox } from '../volume/content-box.ts';
import { voxelAt, type Vec3 } from '../volume/grid.ts';
import { growBox, joinBoxes, sizeOfBox } from '../labels/structure-pair.ts';
import { transformDistances } from '../surface/distance-transform.ts';
import type { ErrorVolumes, VoxelPiece } from './error-pieces.ts';

/** How far a label of the reference is looked for, mm: an error farther away than this belongs to no boundary. */
export const SEARCH_MM = 20;

/**
 * How far each piece reaches into the wrong, in mm: the largest distance of its voxel centres to the nearest one where
 * the prediction would have been right, so that a boundary moved that far would have been. For what should be
 * background that is any label of the reference, for what is called background its background, for labels exchanged
 * the label that was predicted. Infinity beyond 20 mm, and where the reference has no such voxel.
 * @throws DiceLensError spacingUnusable
 */
export function measureReach(volumes: ErrorVolumes, pieces: readonly VoxelPiece[]): number[] {
  const reach = pieces.map(() => Infinity);
  const bySite = new Map<number | 'foreground', number[]>();
  pieces.forEach(({ reference, predicted }, i) => {
    const site = reference === 0 ? 'foreground' : predicted;
    const members = bySite.get(site) ?? [];
    if (members.length === 0) bySite.set(site, members);
    members.push(i);
  });
  const { size, spacingMm, reference, referenceLabels, ignore } = volumes;
  const margin = spacingMm.map((mm) => Math.ceil(SEARCH_MM / mm)) as unknown as Vec3;
  for (const [site, members] of bySite) {
    const isSite = Uint8Array.from(referenceLabels, (label) =>
      (site === 'foreground' ? label !== 0 && label !== ignore : label === site) ? 1 : 0,
    );
    if (!isSite.includes(1)) continue;
    const held = members.reduce<ContentBox | null>(
      (box, i) => joinBoxes(box, boxOfVoxels(pieces[i].voxels, size)),
      null,
    );
    if (!held) continue;
    const box = growBox(held, margin, size);
    const [boxX, boxY, boxZ] = sizeOfBox(box);
    const sites = new Uint8Array(boxX * boxY * boxZ);
    let at = 0;
    for (let z = box.first[2]; z <= box.last[2]; z++) {
      for (let y = box.first[1]; y <= box.last[1]; y++) {
        const start = box.first[0] + size[0] * (y + size[1] * z);
        for (let i = start; i < start + boxX; i++) sites[at++] = isSite[reference[i]];
      }
    }
    const { squaredMm } = transformDistances(sites, [boxX, boxY, boxZ], spacingMm);
    const placeOf = (index: number) => {
      const [x, y, z] = voxelAt(size, index);
      return x - box.first[0] + boxX * (y - box.first[1] + boxY * (z - box.first[2]));
    };
    for (const i of members) {
      let most = 0;
      for (const index of pieces[i].voxels) most = Math.max(most, squaredMm[placeOf(index)]);
      const distance = Math.sqrt(most);
      reach[i] = distance <= SEARCH_MM ? distance : Infinity;
    }
  }
  return reach;
}

/** The box round some voxels of a volume; null for none. */
export function boxOfVoxels(voxels: Int32Array, size: Vec3): ContentBox | null {
  if (voxels.length === 0) return null;
  const first: [number, number, number] = [...size];
  const last: [number, number, number] = [-1, -1, -1];
  for (const index of voxels) {
    const voxel = voxelAt(size, index);
    for (const axis of [0, 1, 2]) {
      if (voxel[axis] < first[axis]) first[axis] = voxel[axis];
      if (voxel[axis] > last[axis]) last[axis] = voxel[axis];
    }
  }
  return { first, last };
}
