import type { StructurePair } from '../../src/core/labels/structure-pair.ts';
import { startRanges } from '../../src/core/pseudo-dice/patch-bounds.ts';
import { seededRandom } from '../../src/core/statistics/random.ts';
import type { Vec3 } from '../../src/core/volume/grid.ts';
import { boxOfCodes, boxesOfCodes } from '../../src/core/volume/structure-boxes.ts';
import { joinBoxes } from '../../src/core/labels/structure-pair.ts';
import { countPatches } from '../../src/engine/cpu/patch-counts.ts';
import { tableRoom } from '../../src/engine/cpu/summed-volume.ts';
import { isSoftware, openDevice } from '../../src/engine/gpu/device.ts';
import { countPatchesGpu } from '../../src/engine/gpu/patch-counts.ts';
import { blobPair, FULL_SIZE } from './blob-volumes.ts';
import { type Figures, interleaved, type Ratio, ratioOf, summaryOf, type Times } from './measure.ts';

const ROUNDS = 5;
const PATCH: Vec3 = [64, 64, 64];

/** Runs in a page: one structure in the patches of one case, by summed-volume tables and by a walk on the GPU. */
export async function figures(): Promise<Figures & { adapter: string }> {
  const adapter = await navigator.gpu.requestAdapter({ powerPreference: 'high-performance' });
  if (!adapter) throw new Error('no WebGPU adapter');
  const software = isSoftware(adapter);
  const device = await openDevice(adapter, 'adapter');
  const { reference, predicted } = blobPair(4, FULL_SIZE);
  const members = Uint8Array.of(0, 1, 1, 1);
  const pair: StructurePair = {
    size: FULL_SIZE,
    reference,
    predicted,
    inReference: members,
    inPrediction: members,
  };
  const boxOf = (codes: typeof reference) => boxOfCodes(boxesOfCodes(codes, FULL_SIZE, 4), members);
  const box = joinBoxes(boxOf(reference), boxOf(predicted));
  const room = tableRoom();
  const times: Record<string, Times> = {};
  const ratios: Ratio[] = [];
  // an epoch's patches of one of five cases, and those of 1000 epochs; a software adapter is slow
  for (const patches of software ? [20, 2_000] : [20, 20_000]) {
    const starts = randomStarts(patches);
    const measured = await interleaved(ROUNDS, {
      tables: () => countPatches(pair, box, PATCH, starts, room),
      gpu: () => countPatchesGpu(device, pair, box, PATCH, starts),
    });
    const title = `${FULL_SIZE.join(' x ')}, ${patches} patches of ${PATCH.join(' x ')}`;
    times[`${title}: summed-volume tables`] = summaryOf(measured.tables);
    times[`${title}: GPU, upload and count`] = summaryOf(measured.gpu);
    ratios.push({ name: `${title}: GPU / tables`, value: ratioOf(measured.gpu, measured.tables) });
  }
  device.destroy();
  return { adapter: `${adapter.info.vendor} ${adapter.info.architecture}`, times, ratios };
}

function randomStarts(patches: number): Int32Array {
  const random = seededRandom(1);
  const ranges = startRanges(FULL_SIZE, PATCH);
  return Int32Array.from({ length: 3 * patches }, (_, i) => {
    const { low, high } = ranges[i % 3];
    return low + Math.floor(random() * (high - low + 1));
  });
}
