import { FormatError } from '../../core/errors.ts';
import type { GreyPicture } from './picture-volume.ts';

const FILE_HEADER = 14;

/**
 * The grey values of a BMP of 8 bits a pixel, uncompressed, whose palette is the grey ramp 0 to 255; rows are stored
 * from the bottom unless the height is negative, and padded to 4 bytes.
 * @throws FormatError colourPicture for other depths and palettes; Error for what is cut off or compressed
 */
export function readBmp(bytes: Uint8Array, file: string): GreyPicture {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  const refuse = (channels: string): never => {
    throw new FormatError('colourPicture', { file, offset: 28, format: 'BMP', channels });
  };
  const start = view.getUint32(10, true);
  const infoBytes = view.getUint32(14, true);
  const [width, signedHeight] = [view.getInt32(18, true), view.getInt32(22, true)];
  const height = Math.abs(signedHeight);
  const bits = view.getUint16(28, true);
  if (infoBytes < 40 || width < 1 || height < 1) throw new Error(`a size of ${width} x ${signedHeight}`);
  if (bits !== 8) refuse(`${bits} bits a pixel`);
  if (view.getUint32(30, true) !== 0) throw new Error('compressed pixels');
  const colours = view.getUint32(46, true) || 256;
  for (let i = 0; i < colours; i++) {
    const at = FILE_HEADER + infoBytes + 4 * i;
    if ([0, 1, 2].some((part) => view.getUint8(at + part) !== i)) refuse('colours of a palette');
  }
  const row = Math.ceil(width / 4) * 4;
  if (start + row * height > bytes.length)
    throw new Error(`${bytes.length} of ${start + row * height} bytes`);
  const page = new Uint8Array(width * height);
  for (let y = 0; y < height; y++) {
    const from = start + row * (signedHeight > 0 ? height - 1 - y : y);
    page.set(bytes.subarray(from, from + width), y * width);
  }
  return { width, height, pages: [page] };
}
