/** A curve in at most `bins` pieces of equal width in x: the mean of each, where it has any value. */
export function thinCurve(
  x: readonly number[],
  y: readonly number[],
  bins: number,
): readonly (readonly [x: number, y: number])[] {
  const known = x.map((_, i) => i).filter((i) => Number.isFinite(x[i]) && Number.isFinite(y[i]));
  if (known.length <= bins) return known.map((i) => [x[i], y[i]]);
  const [from, to] = [x[known[0]], x[known.at(-1)!]];
  const sums = Array.from({ length: bins }, () => ({ x: 0, y: 0, count: 0 }));
  for (const i of known) {
    const bin = sums[Math.min(bins - 1, Math.floor(((x[i] - from) / (to - from || 1)) * bins))];
    bin.x += x[i];
    bin.y += y[i];
    bin.count++;
  }
  return sums.filter(({ count }) => count > 0).map((bin) => [bin.x / bin.count, bin.y / bin.count]);
}
