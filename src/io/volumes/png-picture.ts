import { decode } from 'fast-png';
import { FormatError } from '../../core/errors.ts';
import type { GreyPicture } from './picture-volume.ts';

const CHANNELS = ['', 'grey', 'grey and alpha', 'RGB', 'RGBA'];
/** The most pixels that are decoded, as many as deflate can hold in the file. */
const MAX_EXPANSION = 1032;

/**
 * The grey values of a PNG of 8 or 16 bits. A palette is refused: nnU-Net's reader turns it into colours.
 * @throws FormatError colourPicture, pictureDamaged; what the decoder throws
 */
export function readPng(bytes: Uint8Array, file: string): GreyPicture {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  const [claimedWidth, claimedHeight] = [view.getUint32(16), view.getUint32(20)];
  if (claimedWidth * claimedHeight > bytes.length * MAX_EXPANSION * 8) {
    throw new Error(`${claimedWidth} x ${claimedHeight} pixels, more than the file can hold`);
  }
  const colours = bytes[25];
  if (colours === 3) refuse('colours of a palette');
  const picture = decode(bytes, { checkCrc: true });
  if (picture.channels !== 1) refuse(CHANNELS[picture.channels] ?? `${picture.channels} channels`);
  if (picture.depth < 8) refuse(`${picture.depth} bits a pixel`);
  const { width, height, data } = picture;
  const page = data instanceof Uint16Array ? data : new Uint8Array(data.buffer, data.byteOffset, data.length);
  return { width, height, pages: [page] };

  function refuse(channels: string): never {
    throw new FormatError('colourPicture', { file, offset: 24, format: 'PNG', channels });
  }
}
