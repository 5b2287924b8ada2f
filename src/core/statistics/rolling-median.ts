/**
 * Median of the values within `window` / 2 places of each one, fewer at the ends; what is not finite is passed
 * over, and NaN stands where nothing is left.
 */
export function rollingMedian(values: readonly number[], window: number): number[] {
  const half = Math.floor(window / 2);
  const sorted: number[] = [];
  const add = (value: number | undefined) => {
    if (value !== undefined && Number.isFinite(value)) sorted.splice(placeOf(sorted, value), 0, value);
  };
  const remove = (value: number | undefined) => {
    if (value !== undefined && Number.isFinite(value)) sorted.splice(placeOf(sorted, value), 1);
  };
  for (let i = 0; i < half; i++) add(values[i]);
  return values.map((_, i) => {
    add(values[i + half]);
    remove(values[i - half - 1]);
    const n = sorted.length;
    return n === 0 ? Number.NaN : (sorted[(n - 1) >> 1] + sorted[n >> 1]) / 2;
  });
}

/** Index of the first that is not below `value`. */
function placeOf(sorted: readonly number[], value: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sorted[middle] < value) low = middle + 1;
    else high = middle;
  }
  return low;
}
