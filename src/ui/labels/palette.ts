/** A colour as it stands in the design: `#rrggbb`. */
export type Hex = `#${string}`;

/** Colours on the slices, which lie on black: the same in both themes. As the tokens `--ov-...` and `--l1` to `--l12`. */
export const OVERLAY = {
  reference: '#5fb0f0',
  prediction: '#ee9f42',
  truePositive: '#2b7a3c',
  outline: '#ffffff',
  secondOutline: '#98a1ab',
  chosen: '#fdfdf2',
  ignored: '#6f7882',
  rim: '#000000',
} as const satisfies Record<string, Hex>;

/** What only the prediction has is orange, what only the reference has is blue. */
export const FALSE_POSITIVE_COLOUR: Hex = OVERLAY.prediction;
export const FALSE_NEGATIVE_COLOUR: Hex = OVERLAY.reference;

/** Label colours 1 to 12, in this order. */
export const LABELS: readonly Hex[] = [
  '#51aaa8',
  '#dacd71',
  '#d45a7e',
  '#7a61bb',
  '#92932a',
  '#bdb6f7',
  '#9d4032',
  '#b1faee',
  '#23826d',
  '#e8f6c5',
  '#744f74',
  '#e1998c',
];

/** Causes of the reconstruction differ in lightness. */
export const GAINED_TONES: readonly Hex[] = ['#d8e66a', '#9aa934', '#65711f', '#fdfdf2'];
export const LOST_TONES: readonly Hex[] = ['#a347c9', '#dcb6ec', '#6d2a8c', '#f6ebfb'];

/** Fills: a paler green would vanish into grey for red-green blind readers. */
export const ERROR_OPACITY = 0.9;
export const TRUE_POSITIVE_OPACITY = 0.75;

/** Red, green and blue, 0 to 255. */
export function rgbOf(hex: Hex): readonly [number, number, number] {
  const bits = Number.parseInt(hex.slice(1), 16);
  return [bits >> 16, (bits >> 8) & 255, bits & 255];
}

/** The colour as a pixel of ImageData seen as 32-bit words; `alpha` from 0 to 1. */
export function pixelOf(hex: Hex, alpha: number): number {
  const [red, green, blue] = rgbOf(hex);
  return ((Math.round(alpha * 255) << 24) | (blue << 16) | (green << 8) | red) >>> 0;
}

/** On which side of an error of a label the other label lies, as the tokens `--outer`, `--inner`, `--sibling`. */
export const SIDES = { outer: '#e1998c', inner: '#bdb6f7', sibling: '#92932a' } as const satisfies Record<
  string,
  Hex
>;
