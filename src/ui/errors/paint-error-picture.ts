import type { ErrorPicture } from '../../core/errors-of-case/error-picture.ts';
import {
  THUMB_AGREED,
  THUMB_FN,
  THUMB_FP,
  THUMB_PIECE,
  THUMB_SWAP,
} from '../../core/errors-of-case/error-thumbnail.ts';
import { OVERLAY, pixelOf, SIDES } from '../labels/palette.ts';

/** Screen pixels a voxel is drawn with, so that outlines are finer than voxels. */
const SCALE = 4;
const COLOURS: ReadonlyMap<number, string> = new Map([
  [THUMB_FP, OVERLAY.prediction],
  [THUMB_FN, OVERLAY.reference],
  [THUMB_SWAP, SIDES.inner],
]);
const OTHERS = 0.35;
/** Without an image what agrees is filled, else only outlined. */
const AGREED = pixelOf(OVERLAY.truePositive, 0.55);

/** Paints an error on its image: the piece in its colour, other errors paler, the reference's foreground outlined. */
export function paintErrorPicture(canvas: HTMLCanvasElement, picture: ErrorPicture): void {
  const { width, height, pixels, grey } = picture;
  canvas.width = width * SCALE;
  canvas.height = height * SCALE;
  const context = canvas.getContext('2d');
  if (!context) return;
  const image = new ImageData(width, height);
  const words = new Uint32Array(image.data.buffer);
  words.forEach((_, i) => {
    if (grey) words[i] = 0xff000000 | (grey[i] * 0x010101);
    else words[i] = pixels[i] === THUMB_AGREED ? AGREED : 0xff000000;
  });
  const small = new OffscreenCanvas(width, height);
  small.getContext('2d')?.putImageData(image, 0, 0);
  context.imageSmoothingEnabled = grey !== null;
  context.drawImage(small, 0, 0, canvas.width, canvas.height);
  const kindOf = (value: number) => value & ~THUMB_PIECE;
  const isThere = (x: number, y: number) => {
    if (x < 0 || y < 0 || x >= width || y >= height) return false;
    const kind = kindOf(pixels[x + width * y]);
    return kind !== 0 && kind !== THUMB_FP;
  };
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const value = pixels[x + width * y];
      const colour = COLOURS.get(kindOf(value));
      if (colour) {
        context.globalAlpha = value & THUMB_PIECE ? 1 : OTHERS;
        context.fillStyle = colour;
        context.fillRect(x * SCALE, y * SCALE, SCALE, SCALE);
      }
      if (!isThere(x, y)) continue;
      context.globalAlpha = 0.8;
      context.fillStyle = OVERLAY.outline;
      const [left, top] = [x * SCALE, y * SCALE];
      if (!isThere(x - 1, y)) context.fillRect(left, top, 1, SCALE);
      if (!isThere(x + 1, y)) context.fillRect(left + SCALE - 1, top, 1, SCALE);
      if (!isThere(x, y - 1)) context.fillRect(left, top, SCALE, 1);
      if (!isThere(x, y + 1)) context.fillRect(left, top + SCALE - 1, SCALE, 1);
    }
  }
}
