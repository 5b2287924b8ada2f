/**
 * The smallest value at which the values up to it have at least `share` of all weight, without interpolation.
 * Without weights every value counts the same. NaN where there is none.
 */
export function weightedPercentile(
  values: Float64Array,
  weights: Float64Array | null,
  share: number,
): number {
  if (values.length === 0) return Number.NaN;
  let total = values.length;
  if (weights) {
    total = 0;
    for (let i = 0; i < weights.length; i++) total += weights[i];
  }
  return selectByWeight(values.slice(), weights ? weights.slice() : null, share * total);
}

/**
 * The percentile with linear interpolation between the two nearest order statistics, as numpy.percentile's default.
 * NaN where there is no value.
 */
export function linearPercentile(values: Float64Array, share: number): number {
  if (values.length === 0) return Number.NaN;
  const place = share * (values.length - 1);
  const below = Math.floor(place);
  const scratch = values.slice();
  const low = selectByWeight(scratch, null, below + 1);
  if (below === place) return low;
  return low + (selectByWeight(scratch, null, below + 2) - low) * (place - below);
}

/** Quickselect by weight: the first value in ascending order at which the weights sum up to `target`. Reorders both. */
function selectByWeight(values: Float64Array, weights: Float64Array | null, target: number): number {
  let [from, to, before] = [0, values.length - 1, 0];
  while (from < to) {
    const pivot = medianOf(values[from], values[(from + to) >> 1], values[to]);
    // three parts: below the pivot, equal to it, above it
    let [low, i, high] = [from, from, to];
    let [below, equal] = [0, 0];
    while (i <= high) {
      const value = values[i];
      const weight = weights ? weights[i] : 1;
      if (value < pivot) {
        swap(values, weights, low++, i++);
        below += weight;
      } else if (value > pivot) swap(values, weights, i, high--);
      else {
        equal += weight;
        i++;
      }
    }
    if (low > from && before + below >= target) to = low - 1;
    else if (high === to || before + below + equal >= target) return pivot;
    else {
      before += below + equal;
      from = high + 1;
    }
  }
  return values[from];
}

function swap(values: Float64Array, weights: Float64Array | null, a: number, b: number): void {
  const value = values[a];
  values[a] = values[b];
  values[b] = value;
  if (!weights) return;
  const weight = weights[a];
  weights[a] = weights[b];
  weights[b] = weight;
}

function medianOf(a: number, b: number, c: number): number {
  return Math.max(Math.min(a, b), Math.min(Math.max(a, b), c));
}
