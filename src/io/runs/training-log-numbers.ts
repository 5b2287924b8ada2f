const NUMBER = /^[-+]?(?:\d+(?:[.,]\d*)?|[.,]\d+)(?:e[-+]?\d+)?$/i;
const WRAPPED = /^(?:np|numpy|torch)?\.?[a-z_]\w*\(([^()]*)\)$/i;

/**
 * A number as Python writes it: 0.74, 1e-05, nan, inf, np.float32(0.8); a decimal comma, as spreadsheets put it, is
 * read too. null for anything else.
 */
export function parseLogNumber(text: string): number | null {
  const plain = WRAPPED.exec(text)?.[1] ?? text;
  if (NUMBER.test(plain)) return Number(plain.replace(',', '.'));
  if (/^[-+]?nan$/i.test(plain)) return Number.NaN;
  const infinity = /^([-+]?)inf(?:inity)?$/i.exec(plain);
  return infinity ? (infinity[1] === '-' ? -Infinity : Infinity) : null;
}

/** A list of numbers in square brackets, in all forms of NumPy 1 and 2; null if any of it is none. */
export function parseLogNumbers(text: string): number[] | null {
  const inside = /^\[(.*)\]$/.exec(text.trim())?.[1].trim();
  if (inside === undefined) return null;
  if (inside === '') return [];
  const spaced = inside.split(/[,;]?\s+/);
  const items = spaced.length === 1 && inside.includes('.') ? inside.split(',') : spaced;
  const values = items.map((item) => parseLogNumber(item.trim()));
  return values.every((value) => value !== null) ? values : null;
}

/** Whether all values have at most 4 decimals, as nnU-Net rounds them (early v1 did not). */
export function isRounded(values: readonly number[]): boolean {
  return values.every(
    (value) => !Number.isFinite(value) || Math.abs(value - Number(value.toFixed(4))) < 1e-9,
  );
}
