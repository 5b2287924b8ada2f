import { Z_BUF_ERROR, Z_NO_FLUSH, Z_OK, Z_STREAM_END, ZStream } from 'pako';
import { zlibInflate, zlibInflateInit2, zlibInflateReset } from 'pako';
import { FormatError } from '../../core/errors.ts';
import type { ByteSource } from '../bytes/byte-source.ts';

/** zlib's window bits for the largest window, and gzip wrapping only. */
const GZIP_WINDOW = 15 + 16;
/** More than was needed, decoded only to check the sums and thrown away. */
const EXCESS_BYTES = 2 ** 26;
const FIRST_SLICE = 2 ** 10;
const SLICE = 2 ** 20;
const SCRATCH = 2 ** 16;

/**
 * Inflates the start of a gzip file into `out` until it is full or the file ends; nothing is checked that
 * comes later. Returns how many bytes were filled.
 * @throws FormatError gzipTruncated, gzipCorrupt, gzipBadSum
 */
export function inflateStart(source: ByteSource, out: Uint8Array<ArrayBuffer>): Promise<number> {
  return inflate(source, out, true);
}

/**
 * Inflates a gzip file of any number of members, zero padding between or behind them included, into `out`;
 * what comes beyond is checked and thrown away. Slow and sure, with little memory besides `out`.
 * Returns how many bytes were filled: fewer than `out` has where the file holds fewer.
 * @throws FormatError gzipTruncated, gzipCorrupt, gzipBadSum, gzipTooLong beyond 64 MiB more than `out`
 */
export function inflateMembers(
  source: ByteSource,
  out: Uint8Array<ArrayBuffer>,
  signal?: AbortSignal,
): Promise<number> {
  return inflate(source, out, false, signal);
}

async function inflate(
  source: ByteSource,
  out: Uint8Array<ArrayBuffer>,
  stopWhenFull: boolean,
  signal?: AbortSignal,
): Promise<number> {
  const file = source.name;
  const stream = new ZStream();
  zlibInflateInit2(stream, GZIP_WINDOW);
  stream.output = out;
  stream.avail_out = out.length;
  const scratch = new Uint8Array(SCRATCH);
  let filled = 0;
  let excess = 0;
  let betweenMembers = true;

  for (let start = 0, length = stopWhenFull ? FIRST_SLICE : SLICE; start < source.size; start += length) {
    signal?.throwIfAborted();
    const input = await source.read(start, Math.min(start + length, source.size));
    stream.input = input;
    stream.next_in = 0;
    stream.avail_in = input.length;
    for (;;) {
      if (betweenMembers) {
        if (start + stream.next_in > 0) skipZeros(stream);
        if (stream.avail_in === 0) break;
        zlibInflateReset(stream);
        betweenMembers = false;
      }
      if (stream.avail_out === 0) {
        if (stopWhenFull) return out.length;
        stream.output = scratch;
        stream.next_out = 0;
        stream.avail_out = SCRATCH;
      }
      const before = stream.avail_out;
      const status = zlibInflate(stream, Z_NO_FLUSH);
      const written = before - stream.avail_out;
      if (stream.output === out) filled += written;
      else excess += written;
      if (excess > EXCESS_BYTES) {
        throw new FormatError('gzipTooLong', { file, offset: start + stream.next_in, needed: out.length });
      }
      if (status === Z_STREAM_END) {
        betweenMembers = true;
      } else if (status !== Z_OK && status !== Z_BUF_ERROR) {
        throw corrupt(file, start + stream.next_in, stream.msg);
      } else if (stream.avail_out > 0) {
        break; // everything of this slice is used up
      }
    }
    if (stopWhenFull && filled === out.length) return filled;
  }
  if (!betweenMembers) throw new FormatError('gzipTruncated', { file, offset: source.size });
  return filled;
}

/** Zero bytes may follow a member (tapes and block devices pad so). */
function skipZeros(stream: ZStream): void {
  while (stream.avail_in > 0 && stream.input[stream.next_in] === 0) {
    stream.next_in++;
    stream.avail_in--;
  }
}

function corrupt(file: string, offset: number, message: string): FormatError {
  const badSum = message === 'incorrect data check' || message === 'incorrect length check';
  return new FormatError(badSum ? 'gzipBadSum' : 'gzipCorrupt', { file, offset });
}
