/** Nearest integer, a half to the even one, as Python's `round` and NumPy's `rint`: 0.5 is 0, 1.5 and 2.5 are 2. */
export function roundHalfEven(value: number): number {
  const below = Math.floor(value);
  const rest = value - below;
  return rest > 0.5 || (rest === 0.5 && below % 2 !== 0) ? below + 1 : below;
}
