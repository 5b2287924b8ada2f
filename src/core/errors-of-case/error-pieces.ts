import type { ContentBox } from '../volume/content-box.ts';
import type { Vec3 } from '../volume/grid.ts';
import { sizeOfBox } from '../labels/structure-pair.ts';
import type { Codes } from '../volume/volume.ts';

/** The label maps of a case, and what their codes mean. */
export interface ErrorVolumes {
  readonly size: Vec3;
  readonly spacingMm: Vec3;
  readonly reference: Codes;
  readonly predicted: Codes;
  /** Label value of each code; with 0 and 1 only, the errors are those of one structure. */
  readonly referenceLabels: readonly number[];
  readonly predictedLabels: readonly number[];
  /** Voxels with this reference label are no errors; null where there is none. */
  readonly ignore: number | null;
  /** What the reconstruction changed, by pattern: 0 nothing, 1 a region gained, 2 lost. Null without patterns. */
  readonly changed: { readonly patterns: Codes; readonly kinds: Uint8Array } | null;
}

/** A connected piece of errors of one kind. */
export interface VoxelPiece {
  /** Label values that most of its voxels have: what is there, and what was predicted. */
  readonly reference: number;
  readonly predicted: number;
  /** Indices into the volume, the first one met first. */
  readonly voxels: Int32Array;
}

/**
 * The connected pieces (26 neighbours) of errors of one kind: of voxels that should be background, of voxels that are
 * called background, and of each pair of labels that were exchanged. The cost follows the box that holds both maps'
 * foreground, and then the number of errors. Pieces stand in the order in which they are met.
 */
export function findErrorPieces(volumes: ErrorVolumes, box: ContentBox): VoxelPiece[] {
  const { size, reference, predicted, referenceLabels, predictedLabels } = volumes;
  const [boxX, boxY, boxZ] = sizeOfBox(box);
  // a shell of one voxel without errors spares every look at the edges
  const [strideY, strideZ] = [boxX + 2, (boxX + 2) * (boxY + 2)];
  const kinds = new Int32Array(strideZ * (boxZ + 2));
  const columns = predictedLabels.length;
  const kindOf = tabulateKinds(volumes);
  const starts: number[] = [];
  for (let z = 0; z < boxZ; z++) {
    for (let y = 0; y < boxY; y++) {
      let from = box.first[0] + size[0] * (box.first[1] + y + size[1] * (box.first[2] + z));
      let at = 1 + strideY * (y + 1) + strideZ * (z + 1);
      for (let x = 0; x < boxX; x++, from++, at++) {
        const kind = kindOf[reference[from] * columns + predicted[from]];
        if (kind === 0) continue;
        kinds[at] = kind;
        starts.push(at);
      }
    }
  }
  const steps: number[] = [];
  for (let dz = -1; dz <= 1; dz++) {
    for (let dy = -1; dy <= 1; dy++) {
      for (let dx = -1; dx <= 1; dx++) if (dx || dy || dz) steps.push(dx + strideY * dy + strideZ * dz);
    }
  }
  const indexOf = (at: number) => {
    const [x, y, z] = [at % strideY, Math.floor((at % strideZ) / strideY), Math.floor(at / strideZ)];
    const [x0, y0, z0] = box.first;
    return x - 1 + x0 + size[0] * (y - 1 + y0 + size[1] * (z - 1 + z0));
  };
  const pieces: VoxelPiece[] = [];
  for (const start of starts) {
    const kind = kinds[start];
    if (kind === 0) continue;
    const members = [start];
    kinds[start] = 0;
    for (let next = 0; next < members.length; next++) {
      for (const step of steps) {
        const neighbour = members[next] + step;
        if (kinds[neighbour] !== kind) continue;
        kinds[neighbour] = 0;
        members.push(neighbour);
      }
    }
    const voxels = Int32Array.from(members, indexOf);
    pieces.push({
      reference: commonest(voxels, (index) => referenceLabels[reference[index]]),
      predicted: commonest(voxels, (index) => predictedLabels[predicted[index]]),
      voxels,
    });
  }
  return pieces;
}

const FALSE_KIND = 1;
const MISSED_KIND = 2;

/** The kind of an error by its pair of codes: 0 none, 1 false, 2 missed, above that a pair of labels exchanged. */
function tabulateKinds({ referenceLabels, predictedLabels, ignore }: ErrorVolumes): Int32Array {
  const columns = predictedLabels.length;
  return Int32Array.from({ length: referenceLabels.length * columns }, (_, pair) => {
    const [label, other] = [referenceLabels[Math.floor(pair / columns)], predictedLabels[pair % columns]];
    if (label === other || label === ignore) return 0;
    if (label === 0) return FALSE_KIND;
    if (other === 0) return MISSED_KIND;
    // codes may share a label
    return 3 + referenceLabels.indexOf(label) * columns + predictedLabels.indexOf(other);
  });
}

/** The label that most voxels have; of several, the smallest. */
function commonest(voxels: Int32Array, labelOf: (index: number) => number): number {
  const counts = new Map<number, number>();
  for (const index of voxels) counts.set(labelOf(index), (counts.get(labelOf(index)) ?? 0) + 1);
  return [...counts].reduce((best, entry) =>
    entry[1] > best[1] || (entry[1] === best[1] && entry[0] < best[0]) ? entry : best,
  )[0];
}
