/** Pseudo-random numbers in [0, 1): the same seed gives the same sequence on every machine. */
export type Random = () => number;

/**
 * A seeded generator (sfc32: 128 bits of state, 32 bits a draw). `seed` is any number; its 64-bit pattern counts.
 * Source: C. Doty-Humphrey, PractRand, `sfc32`, with 15 draws thrown away.
 */
export function seededRandom(seed: number): Random {
  const bits = new Uint32Array(new Float64Array([seed]).buffer);
  let [a, b, c, counter] = [bits[0], bits[1], 0x9e3779b9, 1];
  const draw = () => {
    const sum = (((a + b) | 0) + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (c << 21) | (c >>> 11);
    c = (c + sum) | 0;
    return (sum >>> 0) / 2 ** 32;
  };
  for (let i = 0; i < 15; i++) draw();
  return draw;
}

/** An integer in [0, count), each equally likely (to 1 part in 2 ** 32 / count). */
export function randomBelow(random: Random, count: number): number {
  return Math.floor(random() * count);
}
