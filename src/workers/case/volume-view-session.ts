import type { Camera } from '../../core/volume/camera.ts';
import type { ClipPlane, PictureSize } from '../../core/volume/camera-rays.ts';
import type { Vec3 } from '../../core/volume/grid.ts';
import type { StructureRef } from '../../core/labels/selection.ts';
import type { Orientation } from '../../core/volume/orientation.ts';
import type { SurfaceOf } from '../../core/volume/smooth-classes.ts';
import type { SmoothSurface } from '../../core/volume/smooth-surface.ts';
import type { EngineReport } from '../../engine/engine.ts';
import type { EngineChoice } from './case-session.ts';

/** Which surface of the open case; a structure that is null means all labels. */
export interface SurfaceWish {
  readonly structure: StructureRef | null;
  readonly of: SurfaceOf;
}

/** The part of the case worker's session that makes surfaces. */
export interface SurfaceSession {
  /** Null where no voxel is of it. Its words are handed over. */
  readSurface(wish: SurfaceWish): SmoothSurface | null;
}

/** How a picture is wanted. */
export interface PictureWish {
  readonly camera: Camera;
  readonly size: PictureSize;
  readonly clip: ClipPlane | null;
}

/** A picture in opaque RGBA bytes, and what drew it in how long. */
export interface VolumePicture {
  readonly width: number;
  readonly height: number;
  readonly pixels: Uint8ClampedArray<ArrayBuffer>;
  readonly milliseconds: number;
  readonly drawnBy: EngineReport;
}

/** The voxel of the case under a pixel, and its class there. */
export interface VoxelSeen {
  readonly voxel: Vec3;
  readonly surfaceClass: number;
}

/** The worker that draws the 3D view: it holds one surface, and a device of its own. */
export interface VolumeViewSession {
  holdSurface(surface: SmoothSurface | null, orientation: Orientation, engine: EngineChoice): void;
  /** Null where no surface is held. */
  draw(wish: PictureWish): Promise<VolumePicture | null>;
  /** What the ray of a pixel of such a picture meets; null for nothing. */
  findVoxel(wish: PictureWish, pixel: readonly [x: number, y: number]): VoxelSeen | null;
}
