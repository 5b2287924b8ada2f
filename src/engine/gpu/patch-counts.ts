import { DiceLensError } from '../../core/errors.ts';
import type { StructurePair } from '../../core/labels/structure-pair.ts';
import type { ContentBox } from '../../core/volume/content-box.ts';
import type { Vec3 } from '../../core/volume/grid.ts';
import type { PatchCounts } from '../cpu/patch-counts.ts';
import { pipelineOf } from './device.ts';
import { bitsOf } from './joint-counts.ts';
import { KERNELS } from './kernels.ts';
import { pack } from './layout.ts';
import { gpuWork } from './scope.ts';
import { type GpuOptions, slabBytesOf } from './slabs.ts';

const WORKGROUP = 64;
/** Workgroups of one dispatch, as every WebGPU allows; more patches are walked in turns. */
const MAX_GROUPS = 65_535;

/**
 * As `countPatches` of the CPU, by a walk through every patch: all patches of a part of the volume in one dispatch.
 * @throws DiceLensError engineCountsWrong where a code is in no table; GpuRefused; the signal's reason
 */
export async function countPatchesGpu(
  device: GPUDevice,
  pair: StructurePair,
  box: ContentBox | null,
  patch: Vec3,
  starts: Int32Array,
  { signal, slabBytes = slabBytesOf(device) }: GpuOptions = {},
): Promise<PatchCounts> {
  const patches = starts.length / 3;
  const counts: PatchCounts = {
    tp: new Uint32Array(patches),
    nRef: new Uint32Array(patches),
    nPred: new Uint32Array(patches),
  };
  if (!box || patches === 0) return counts;
  const planeVoxels = pair.size[0] * pair.size[1];
  const bytesPerVoxel = pair.reference.BYTES_PER_ELEMENT + pair.predicted.BYTES_PER_ELEMENT;
  const [from, to] = [box.first[2], box.last[2] + 1];
  const depth = Math.max(1, Math.floor(slabBytes / (planeVoxels * bytesPerVoxel)));
  for (let first = from; first < to; first += depth) {
    signal?.throwIfAborted();
    const end = Math.min(to, first + depth);
    const counted = await countSlab(device, pair, { box, first, end }, patch, starts);
    if (counted[3 * patches] !== 0) {
      const voxels = planeVoxels * (end - first);
      throw new DiceLensError('engineCountsWrong', { voxels, counted: voxels - counted[3 * patches] });
    }
    for (let i = 0; i < patches; i++) {
      counts.tp[i] += counted[3 * i];
      counts.nRef[i] += counted[3 * i + 1];
      counts.nPred[i] += counted[3 * i + 2];
    }
  }
  return counts;
}

/** Planes of a volume, `end` not among them, and the box that patches are cut to. */
interface Slab {
  readonly box: ContentBox;
  readonly first: number;
  readonly end: number;
}

async function countSlab(
  device: GPUDevice,
  { size, reference, predicted, inReference, inPrediction }: StructurePair,
  { box, first, end }: Slab,
  patch: Vec3,
  starts: Int32Array,
): Promise<Uint32Array> {
  const patches = starts.length / 3;
  const groups = Math.min(MAX_GROUPS, patches);
  const pipeline = await pipelineOf(device, KERNELS.patchCounts, {
    WORKGROUP,
    REFERENCE_BITS: bitsOf(reference.BYTES_PER_ELEMENT),
    PREDICTED_BITS: bitsOf(predicted.BYTES_PER_ELEMENT),
  });
  const params = pack(KERNELS.patchCounts.params, {
    patches,
    groups,
    patch_x: patch[0],
    patch_y: patch[1],
    patch_z: patch[2],
    first_x: box.first[0],
    first_y: box.first[1],
    first_z: first,
    end_x: box.last[0] + 1,
    end_y: box.last[1] + 1,
    end_z: end,
    size_x: size[0],
    size_y: size[1],
    reference_codes: inReference.length,
    predicted_codes: inPrediction.length,
  });
  const planeVoxels = size[0] * size[1];
  return gpuWork(device, (scope) => {
    const counted = scope.zeros(3 * patches + 1);
    const [referred, found] = [reference, predicted].map((codes) =>
      scope.storage(codes.subarray(first * planeVoxels, end * planeVoxels)),
    );
    scope.run(pipeline, groups, [
      scope.uniform(params),
      scope.storage(starts),
      referred,
      found,
      scope.storage(Uint32Array.from(inReference)),
      scope.storage(Uint32Array.from(inPrediction)),
      counted,
    ]);
    return counted;
  });
}
