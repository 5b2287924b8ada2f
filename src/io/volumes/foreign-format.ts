import type { FormatName } from '../../core/messages/format-names.ts';

type Signature = readonly [format: FormatName | 'gitLfs', offset: number, text: string];

/** First bytes of formats that come under the name of one that is read, as Latin-1; the first that fits counts. */
const SIGNATURES: readonly Signature[] = [
  ['gitLfs', 16, 'git-lfs'], // behind "version" and the scheme of an address
  ['zip', 0, 'PK\x03\x04'],
  ['zip', 0, 'PK\x05\x06'],
  ['hdf5', 0, '\x89HDF\r\n'],
  ['minc', 0, 'CDF\x01'],
  ['minc', 0, 'CDF\x02'],
  ['nrrd', 0, 'NRRD000'],
  ['metaimage', 0, 'ObjectType'],
  ['metaimage', 0, 'NDims'],
  ['dicom', 128, 'DICM'],
  ['mgh', 0, '\x00\x00\x00\x01\x00\x00'],
  ['numpy', 0, '\x93NUMPY'],
  ['bzip2', 0, 'BZh'],
  ['xz', 0, '\xfd7zXZ\x00'],
  ['zstd', 0, '\x28\xb5\x2f\xfd'],
  ['gzip', 0, '\x1f\x8b\x08'],
  ['picture', 0, '\x89PNG'],
  ['picture', 0, '\xff\xd8\xff'],
  ['pdf', 0, '%PDF'],
];

const LOOK_BYTES = 512;

/** What these first bytes of a file are, where they are a known other format or plain text; else null. */
export function recogniseFormat(bytes: Uint8Array): FormatName | 'gitLfs' | null {
  const start = String.fromCharCode(...bytes.subarray(0, LOOK_BYTES));
  const found = SIGNATURES.find(([, offset, text]) => start.startsWith(text, offset));
  if (found) return found[0];
  if (!isText(bytes.subarray(0, LOOK_BYTES))) return null;
  const text = start.replace(/^\xef\xbb\xbf/, '').trimStart();
  if (/^<(!doctype|html|\?xml|head)/i.test(text)) return 'html';
  return /^[{[]/.test(text) ? 'json' : 'text';
}

/** Whether every byte could stand in a text file of ASCII or UTF-8. */
function isText(bytes: Uint8Array): boolean {
  return bytes.length > 0 && bytes.every((byte) => byte >= 32 || (byte >= 9 && byte <= 13));
}
