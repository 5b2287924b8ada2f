/**
 * p values adjusted for being several, in their own order: the i-th smallest of m times m - i (i from 0), at least as
 * large as those before it, at most 1. NaN stays NaN and does not count among the m.
 * Source: S. Holm, Scandinavian Journal of Statistics 6 (1979) 65.
 */
export function holm(p: readonly number[]): number[] {
  const order = p.map((_, i) => i).filter((i) => !Number.isNaN(p[i]));
  order.sort((a, b) => p[a] - p[b]);
  const adjusted = p.map(() => Number.NaN);
  let largest = 0;
  order.forEach((at, i) => {
    largest = Math.min(1, Math.max(largest, p[at] * (order.length - i)));
    adjusted[at] = largest;
  });
  return adjusted;
}
