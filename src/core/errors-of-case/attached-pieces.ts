import type { ContentBox } from '../volume/content-box.ts';
import { sizeOfBox } from '../labels/structure-pair.ts';
import { voxelAt } from '../volume/grid.ts';
import type { ErrorVolumes } from './error-pieces.ts';

/**
 * Tells whether the connected piece (26 neighbours) of foreground that holds a voxel in one map has a voxel that is
 * foreground in the other map too. It walks until it meets one, so that only pieces that are wholly wrong are walked
 * to their end. All foreground must lie in `box`; voxels with an ignored reference are in neither map.
 */
export function attachedPieces(
  { size, reference, predicted, referenceLabels, predictedLabels, ignore }: ErrorVolumes,
  box: ContentBox,
): (index: number, map: 'reference' | 'predicted') => boolean {
  const [boxX, boxY, boxZ] = sizeOfBox(box);
  const [x0, y0, z0] = box.first;
  const isThere = (i: number) => referenceLabels[reference[i]] !== 0;
  const isCalled = (i: number) => predictedLabels[predicted[i]] !== 0;
  const seen = new Int32Array(boxX * boxY * boxZ);
  let walk = 0;
  return (start, map) => {
    const [own, other] = map === 'reference' ? [isThere, isCalled] : [isCalled, isThere];
    const placeOf = (x: number, y: number, z: number) => x - x0 + boxX * (y - y0 + boxY * (z - z0));
    const first = voxelAt(size, start);
    walk++;
    const queue = [start];
    seen[placeOf(...first)] = walk;
    let isFound = false;
    for (let next = 0; next < queue.length && !isFound; next++) {
      const [x, y, z] = voxelAt(size, queue[next]);
      for (let k = Math.max(z - 1, z0); k <= Math.min(z + 1, z0 + boxZ - 1); k++) {
        for (let j = Math.max(y - 1, y0); j <= Math.min(y + 1, y0 + boxY - 1); j++) {
          for (let i = Math.max(x - 1, x0); i <= Math.min(x + 1, x0 + boxX - 1); i++) {
            const index = i + size[0] * (j + size[1] * k);
            if (!own(index) || referenceLabels[reference[index]] === ignore) continue;
            const place = placeOf(i, j, k);
            if (seen[place] === walk) continue;
            seen[place] = walk;
            if (other(index)) isFound = true;
            queue.push(index);
          }
        }
      }
    }
    return isFound;
  };
}
