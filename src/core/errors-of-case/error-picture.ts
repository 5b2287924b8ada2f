import type { DisplayWindow } from '../volume/display-window.ts';
import type { Vec3 } from '../volume/grid.ts';
import { readSlice, type Voxels } from '../volume/slice.ts';
import type { SliceGeometry } from '../volume/slice-geometry.ts';
import type { ImageVolume } from '../volume/volume.ts';
import type { ErrorVolumes } from './error-pieces.ts';
import { cutThumbnail, fillFrame, frameThumbnail, type ErrorThumbnail } from './error-thumbnail.ts';

/** A thumbnail on its image: grey values 0 to 255 under the window it was cut with; null where there is no image. */
export interface ErrorPicture extends ErrorThumbnail {
  readonly grey: Uint8Array | null;
}

/** The image under a thumbnail, and how it is windowed. */
export interface PictureImage {
  readonly image: Pick<ImageVolume, 'stored' | 'slope' | 'intercept'>;
  readonly window: DisplayWindow;
}

/** As `cutThumbnail`, with the image under it; NaN is black. */
export function cutPicture(
  volumes: ErrorVolumes,
  geometry: SliceGeometry,
  anchor: Vec3,
  members: Int32Array,
  under: PictureImage | null,
): ErrorPicture {
  const thumbnail = cutThumbnail(volumes, geometry, anchor, members);
  if (!under) return { ...thumbnail, grey: null };
  const { image, window } = under;
  const { frame } = frameThumbnail(volumes.size, geometry, anchor, members);
  const stored = readSlice<Voxels>(image.stored, volumes.size, geometry, frame.slice);
  const black = window.level - window.width / 2;
  const grey = fillFrame(frame, geometry.width, (at) => {
    const share = (image.slope * stored[at] + image.intercept - black) / window.width;
    return share > 0 ? Math.min(255, Math.round(share * 255)) : 0;
  });
  return { ...thumbnail, grey };
}
