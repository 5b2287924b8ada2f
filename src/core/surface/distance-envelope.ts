/** Memory for envelopes of lines up to a length, made once and used again. */
export interface Envelope {
  readonly apex: Int32Array;
  readonly from: Float64Array;
}

/** Memory for lines of up to `length` places. */
export function makeEnvelope(length: number): Envelope {
  return { apex: new Int32Array(length), from: new Float64Array(length + 1) };
}

/**
 * For every place i of a line, the place j with the least heights[j] + ((i - j) spacingMm)^2, written to
 * `nearest`; -1 everywhere and `false` where all heights are Infinity. Only the first `length` entries count.
 *
 * The parabolas over all places form a lower envelope that is built from left to right and read off again, so
 * that a line costs its length. Source of the idea: Felzenszwalb and Huttenlocher, Distance Transforms of
 * Sampled Functions, 2012.
 */
export function findNearest(
  heights: Float64Array,
  length: number,
  spacingMm: number,
  { apex, from }: Envelope,
  nearest: Int32Array,
): boolean {
  const perStep = 1 / (spacingMm * spacingMm);
  let top = -1;
  for (let place = 0; place < length; place++) {
    const height = heights[place];
    if (height === Infinity) continue;
    let start = -Infinity;
    while (top >= 0) {
      const other = apex[top];
      start =
        ((height - heights[other]) * perStep + (place - other) * (place + other)) / (2 * (place - other));
      if (start > from[top]) break;
      top--;
    }
    if (top < 0) start = -Infinity;
    top++;
    apex[top] = place;
    from[top] = start;
  }
  if (top < 0) {
    nearest.fill(-1, 0, length);
    return false;
  }
  from[top + 1] = Infinity;
  for (let place = 0, k = 0; place < length; place++) {
    while (from[k + 1] < place) k++;
    nearest[place] = apex[k];
  }
  return true;
}
