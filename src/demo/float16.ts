/**
 * The bits of the float16 nearest to a number in [0, 1], ties to even.
 * @throws RangeError outside [0, 1], NaN included.
 */
export function toFloat16(value: number): number {
  if (!(value >= 0 && value <= 1)) throw new RangeError(`${value} is no probability`);
  if (value < 2 ** -14) return roundToEven(value * 2 ** 24); // subnormal: steps of 2^-24
  let exponent = 15;
  let significand = value;
  while (significand < 1) {
    significand *= 2;
    exponent--;
  }
  return exponent * 1024 + roundToEven((significand - 1) * 1024); // a carry runs into the exponent, as it should
}

function roundToEven(value: number): number {
  const below = Math.floor(value);
  const rest = value - below;
  return rest > 0.5 || (rest === 0.5 && below % 2 === 1) ? below + 1 : below;
}
