/** The most bytes that one slab puts on the GPU, its table apart. */
const MOST_BYTES = 2 ** 28;

/** How a host counts; the parts that tests set. */
export interface GpuOptions {
  readonly signal?: AbortSignal;
  /** The bytes of voxels on the GPU at a time; tests force many slabs with a small one. */
  readonly slabBytes?: number;
}

/** The bytes of voxels that this device takes at a time: no more than one buffer or binding holds. */
export function slabBytesOf({ limits }: GPUDevice): number {
  return Math.min(MOST_BYTES, limits.maxBufferSize, limits.maxStorageBufferBindingSize);
}

/**
 * The sum over slabs of the `cells` counts of `countSlab(from, to)`, which are u32 since a slab has fewer than
 * 2^32 voxels; the totals are exact to 2^53. Slabs start at multiples of 8 voxels, hence at whole words.
 * @throws the signal's reason, looked at before every slab.
 */
export async function sumOfSlabs(
  cells: number,
  voxels: number,
  bytesPerVoxel: number,
  { slabBytes, signal }: { slabBytes: number; signal?: AbortSignal },
  countSlab: (from: number, to: number) => Promise<Uint32Array>,
): Promise<Float64Array> {
  const totals = new Float64Array(cells);
  for (const [from, to] of slabsOf(voxels, bytesPerVoxel, slabBytes)) {
    signal?.throwIfAborted();
    const counted = await countSlab(from, to);
    for (let i = 0; i < cells; i++) totals[i] += counted[i];
  }
  return totals;
}

/** The voxels `[from, to)` of every slab, none where there are no voxels; each starts at a multiple of 8. */
export function slabsOf(
  voxels: number,
  bytesPerVoxel: number,
  slabBytes: number,
): [from: number, to: number][] {
  const step = Math.max(8, Math.floor(slabBytes / bytesPerVoxel / 8) * 8);
  return Array.from({ length: Math.ceil(voxels / step) }, (_, i) => [
    i * step,
    Math.min(voxels, (i + 1) * step),
  ]);
}
