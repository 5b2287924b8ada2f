/**
 * Reverses the bytes of every element of 1, 2, 4 or 8 bytes, in place: big-endian to little-endian and back.
 * The bytes lie at a multiple of 8 in their buffer.
 */
export function swapBytes(bytes: Uint8Array<ArrayBuffer>, width: number): void {
  if (width === 1) return;
  if (width === 2) {
    const halves = new Uint16Array(bytes.buffer, bytes.byteOffset, bytes.length >>> 1);
    for (let i = 0; i < halves.length; i++) halves[i] = (halves[i] << 8) | (halves[i] >>> 8);
    return;
  }
  const words = new Uint32Array(bytes.buffer, bytes.byteOffset, bytes.length >>> 2);
  for (let i = 0; i < words.length; i++) {
    const word = words[i];
    words[i] = (word << 24) | ((word & 0xff00) << 8) | ((word >>> 8) & 0xff00) | (word >>> 24);
  }
  if (width === 4) return;
  for (let i = 0; i + 1 < words.length; i += 2) {
    const low = words[i];
    words[i] = words[i + 1];
    words[i + 1] = low;
  }
}
