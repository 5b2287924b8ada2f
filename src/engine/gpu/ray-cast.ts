import type { RayFrame } from '../../core/volume/camera-rays.ts';
import type { SmoothSurface } from '../../core/volume/smooth-surface.ts';
import type { RayPicture } from '../cpu/ray-cast.ts';
import { pipelineOf } from './device.ts';
import { KERNELS } from './kernels.ts';
import { pack } from './layout.ts';
import { gpuHold, gpuWork, type OnGpu } from './scope.ts';

const WORKGROUP = 64;
const MAX_GROUPS = 65_535;

/** A surface that stays on a device until it is freed. */
export interface SurfaceOnGpu extends OnGpu<GPUBuffer> {
  readonly surface: SmoothSurface;
}

/** Uploads a surface. @throws GpuRefused */
export async function holdSurface(device: GPUDevice, surface: SmoothSurface): Promise<SurfaceOnGpu> {
  const onGpu = await gpuHold(device, (storage) => storage(surface.words));
  return { ...onGpu, surface };
}

/**
 * As `castRays` of the CPU: the same hits, and colours that differ by rounding.
 * @throws GpuRefused; the signal's reason
 */
export async function castRaysGpu(
  device: GPUDevice,
  { held, surface }: SurfaceOnGpu,
  frame: RayFrame,
  picture: RayPicture,
): Promise<Uint32Array<ArrayBuffer>> {
  const pipeline = await pipelineOf(device, KERNELS.volumeView, { WORKGROUP });
  const { width, height, origin, across, down, step, clip } = frame;
  const pixels = width * height;
  const groups = Math.min(MAX_GROUPS, Math.max(1, Math.ceil(pixels / WORKGROUP)));
  const params = pack(KERNELS.volumeView.params, {
    width,
    height,
    samples: frame.samples,
    hits: picture === 'hits' ? 1 : 0,
    size_x: surface.size[0],
    size_y: surface.size[1],
    size_z: surface.size[2],
    steps: frame.steps,
    origin_x: origin[0],
    origin_y: origin[1],
    origin_z: origin[2],
    across_x: across[0],
    across_y: across[1],
    across_z: across[2],
    down_x: down[0],
    down_y: down[1],
    down_z: down[2],
    step_x: step[0],
    step_y: step[1],
    step_z: step[2],
    clip_axis: clip?.axis ?? 3,
    clip_at: clip?.at ?? 0,
    clip_sign: clip?.sign ?? 1,
    groups,
  });
  const words = await gpuWork(device, (scope) => {
    const drawn = scope.zeros(pixels);
    scope.run(pipeline, groups, [scope.uniform(params), held, drawn]);
    return drawn;
  });
  return words.length === pixels ? words : words.slice(0, pixels);
}
