import { decode } from 'tiff';
import { FormatError } from '../../core/errors.ts';
import type { GreyPicture } from './picture-volume.ts';

/** The most pixels of a page for each byte of the file; no compression of TIFF that is read does better. */
const MAX_EXPANSION = 1032;

/**
 * The grey values of every page of a TIFF of 8 or 16 bits, or of float32.
 * @throws FormatError colourPicture; what the decoder throws
 */
export function readTiff(bytes: Uint8Array, file: string): GreyPicture {
  const described = decode(bytes, { ignoreImageData: true });
  const refuse = (channels: string): never => {
    throw new FormatError('colourPicture', { file, offset: 0, format: 'TIFF', channels });
  };
  for (const { samplesPerPixel, bitsPerSample, type, width, height } of described) {
    if (type === 3) refuse('colours of a palette');
    if (samplesPerPixel !== 1) refuse(`${samplesPerPixel} channels`);
    if (bitsPerSample < 8) refuse(`${bitsPerSample} bits a pixel`);
    if (!(width * height <= bytes.length * MAX_EXPANSION)) {
      throw new Error(`${width} x ${height} pixels, more than the file can hold`);
    }
  }
  const pages = decode(bytes);
  const [{ width, height }] = pages;
  return { width, height, pages: pages.map(({ data }) => narrow(data)) };
}

function narrow(data: Uint8Array | Uint16Array | Float32Array | Float64Array) {
  return data instanceof Float64Array ? Float32Array.from(data) : data;
}
