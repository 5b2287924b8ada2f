/** Reads bits from bytes, the lowest bit of a byte first; behind the last byte come zeros. */
export class BitReader {
  readonly #bytes: Uint8Array;
  readonly #view: DataView;
  /** From here on four bytes can no longer be read at once. */
  readonly #tail: number;
  #byte = 0;
  #bit = 0;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
    this.#tail = bytes.length - 3;
  }

  /** The next 25 bits at least, the first one lowest; what is above them means nothing. */
  peek(): number {
    const at = this.#byte;
    const word = at < this.#tail ? this.#view.getUint32(at, true) : this.#lastBytes();
    return word >>> this.#bit;
  }

  /** Goes on by up to 31 bits. */
  skip(bits: number): void {
    const bit = this.#bit + bits;
    this.#byte += bit >>> 3;
    this.#bit = bit & 7;
  }

  /** The next bits as a number, 25 at most. */
  take(bits: number): number {
    const value = this.peek() & ((1 << bits) - 1);
    this.skip(bits);
    return value;
  }

  /** The whole bytes from here on, as many as are asked for; null where there are fewer. */
  takeBytes(count: number): Uint8Array | null {
    const start = this.#byte + (this.#bit > 0 ? 1 : 0);
    if (start + count > this.#bytes.length) return null;
    this.#byte = start + count;
    this.#bit = 0;
    return this.#bytes.subarray(start, this.#byte);
  }

  /** Whether the last bit read was one of the last byte; false too where more was read than there is. */
  get isAtEnd(): boolean {
    return this.#byte + (this.#bit > 0 ? 1 : 0) === this.#bytes.length;
  }

  #lastBytes(): number {
    const [a = 0, b = 0, c = 0] = this.#bytes.subarray(this.#byte);
    return a | (b << 8) | (c << 16);
  }
}
