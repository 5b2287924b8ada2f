const COLOURS = 12;
const WHITE_INK = new Set([4, 7, 9, 11]);

/** The number 1 to 12 of the token `--lN` that draws this label; beyond 12 they repeat. 0 is background. */
export function colourNumber(label: number): number {
  return label <= 0 ? 0 : ((label - 1) % COLOURS) + 1;
}

/** The colour of a label as CSS; background has none. */
export function labelColour(label: number): string {
  const number = colourNumber(label);
  return number === 0 ? 'transparent' : `var(--l${number})`;
}

/** The ink that can be read on the label's colour. */
export function labelInk(label: number): string {
  const number = colourNumber(label);
  if (number === 0) return 'var(--text-2)';
  return WHITE_INK.has(number) ? '#fff' : 'var(--label-ink)';
}
