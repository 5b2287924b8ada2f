import { expose, transfer } from 'comlink';
import { type RayFrame, raysOf } from '../../core/volume/camera-rays.ts';
import { voxelAt } from '../../core/volume/grid.ts';
import { type Orientation } from '../../core/volume/orientation.ts';
import { type SmoothSurface, voxelOfCell } from '../../core/volume/smooth-surface.ts';
import { castRay, castRays } from '../../engine/cpu/ray-cast.ts';
import type { EngineReport } from '../../engine/engine.ts';
import { LastingDevice } from '../../engine/gpu/lasting-device.ts';
import { openCheckedDevice } from '../../engine/gpu/open-checked-device.ts';
import { castRaysGpu, holdSurface, type SurfaceOnGpu } from '../../engine/gpu/ray-cast.ts';
import type { EngineChoice } from './case-session.ts';
import type { PictureWish, VolumeViewSession } from './volume-view-session.ts';

/** A device, or the report that says why the CPU draws. */
type Drawer = LastingDevice | EngineReport;

let held: { readonly surface: SmoothSurface; readonly orientation: Orientation } | null = null;
let drawer: { readonly choice: EngineChoice; readonly ready: Promise<Drawer> } | null = null;
/** Whether a first picture, which waits for its kernel and its surface, has been drawn. */
let isWarm = false;
/** The surface where the device has it. */
let onGpu: { readonly device: GPUDevice; readonly held: SurfaceOnGpu } | null = null;

/** Here a software adapter will do: it draws no slower than the CPU, and on all its cores. */
async function openDrawer(choice: EngineChoice): Promise<Drawer> {
  const onCpu = (reason: EngineReport['reason'], adapter = ''): EngineReport => {
    return { kind: 'cpu', adapter, checked: true, reason };
  };
  if (choice === 'cpu') return onCpu('asked');
  const { gpu } = navigator;
  if (!gpu) return onCpu('no-webgpu');
  const deviceChoice = { gpu, limits: 'adapter', software: true } as const;
  const opened = await openCheckedDevice(deviceChoice);
  if (!opened.device) return onCpu(opened.reason, opened.adapter);
  return new LastingDevice(deviceChoice, opened.device, opened.adapter);
}

async function surfaceOn(device: GPUDevice, surface: SmoothSurface): Promise<SurfaceOnGpu> {
  if (onGpu?.device !== device || onGpu.held.surface !== surface) {
    onGpu?.held.free();
    onGpu = null;
    onGpu = { device, held: await holdSurface(device, surface) };
  }
  return onGpu.held;
}

async function cast(drawing: Drawer, surface: SmoothSurface, frame: RayFrame) {
  const onCpu = async () => castRays(surface, frame, 'colours');
  if (!(drawing instanceof LastingDevice)) return onCpu();
  return drawing.use(
    async (device) => castRaysGpu(device, await surfaceOn(device, surface), frame, 'colours'),
    onCpu,
  );
}

function frameOf({ camera, size, clip }: PictureWish, { surface, orientation }: NonNullable<typeof held>) {
  return raysOf(surface, orientation, camera, size, clip);
}

const session: VolumeViewSession = {
  holdSurface: (surface, orientation, engine) => {
    held = surface && { surface, orientation };
    isWarm = false;
    if (drawer?.choice === engine) return;
    void drawer?.ready.then((old) => 'close' in old && old.close());
    drawer = { choice: engine, ready: openDrawer(engine) };
  },
  draw: async (wish) => {
    if (!held || !drawer) return null;
    const { surface } = held;
    const frame = frameOf(wish, held);
    const drawing = await drawer.ready;
    if (!isWarm) await cast(drawing, surface, { ...frame, width: 1, height: 1 }); // what follows is timed
    isWarm = true;
    const start = performance.now();
    const words = await cast(drawing, surface, frame);
    const pixels = new Uint8ClampedArray(words.buffer, words.byteOffset, words.byteLength);
    const picture = {
      width: frame.width,
      height: frame.height,
      pixels,
      milliseconds: performance.now() - start,
      drawnBy: drawing instanceof LastingDevice ? drawing.report : drawing,
    };
    return transfer(picture, [words.buffer]);
  },
  findVoxel: (wish, [x, y]) => {
    if (!held) return null;
    const { surface } = held;
    const frame = frameOf(wish, held);
    const middle = Math.floor(frame.samples / 2);
    const hit = castRay(surface, frame, x * frame.samples + middle, y * frame.samples + middle);
    if (!hit) return null;
    return { voxel: voxelOfCell(surface, voxelAt(surface.size, hit.cell)), surfaceClass: hit.surfaceClass };
  },
};

expose(session);
