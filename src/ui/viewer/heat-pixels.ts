import { rgbOf, type Hex } from '../labels/palette.ts';

/** From improbable to certain: dark to light, so that the order is seen without hue. */
export const HEAT_COLOURS: readonly Hex[] = ['#5b2d8a', '#c86b9f', '#ee9f42', '#f6f1b0'];
/** What is less probable than this lets the image through altogether. */
const LEAST = 0.02;
const MOST_OPACITY = 0.85;

const RAMP = Uint32Array.from({ length: 256 }, (_, i) => {
  const at = (i / 255) * (HEAT_COLOURS.length - 1);
  const low = Math.min(Math.floor(at), HEAT_COLOURS.length - 2);
  const [from, to] = [rgbOf(HEAT_COLOURS[low]), rgbOf(HEAT_COLOURS[low + 1])];
  const [red, green, blue] = from.map((part, k) => Math.round(part + (to[k] - part) * (at - low)));
  const alpha = i / 255 < LEAST ? 0 : Math.round(255 * MOST_OPACITY * Math.min(1, 0.35 + (i / 255) * 0.65));
  return ((alpha << 24) | (blue << 16) | (green << 8) | red) >>> 0;
});

/** Pixels of a slice of probabilities, 0 to 1; NaN and what is outside stays within the ramp's ends. */
export function shadeHeat(values: Float32Array, pixels: Uint32Array): void {
  for (let i = 0; i < pixels.length; i++) {
    const at = values[i] * 255 + 0.5;
    pixels[i] = RAMP[at > 0 ? (at < 255 ? at | 0 : 255) : 0];
  }
}
