import {
  THUMB_AGREED,
  THUMB_FN,
  THUMB_FP,
  THUMB_PIECE,
  THUMB_SWAP,
  type ErrorThumbnail,
} from '../../core/errors-of-case/error-thumbnail.ts';
import { OVERLAY, pixelOf, SIDES } from '../labels/palette.ts';

/** Opacity of errors beside the piece that a thumbnail is of. */
const OTHERS = 0.45;
const AGREED = 0.55;

/** The colour of each value of a thumbnail, as a word of ImageData. */
const COLOURS: ReadonlyMap<number, number> = new Map([
  [THUMB_AGREED, pixelOf(OVERLAY.truePositive, AGREED)],
  ...(
    [
      [THUMB_FP, OVERLAY.prediction],
      [THUMB_FN, OVERLAY.reference],
      [THUMB_SWAP, SIDES.inner],
    ] as const
  ).flatMap(([value, colour]): [number, number][] => [
    [value, pixelOf(colour, OTHERS)],
    [value + THUMB_PIECE, pixelOf(colour, 1)],
  ]),
]);

/** Paints a thumbnail, a pixel a voxel; the canvas takes its size. */
export function paintThumbnail(canvas: HTMLCanvasElement, { width, height, pixels }: ErrorThumbnail): void {
  canvas.width = width;
  canvas.height = height;
  const image = new ImageData(width, height);
  const words = new Uint32Array(image.data.buffer);
  pixels.forEach((value, i) => (words[i] = COLOURS.get(value) ?? 0));
  canvas.getContext('2d')!.putImageData(image, 0, 0);
}
