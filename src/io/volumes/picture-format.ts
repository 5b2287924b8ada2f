/** The pictures that nnU-Net reads label maps from. */
export type PictureFormat = 'PNG' | 'TIFF' | 'BMP';

/** Which picture a file is, by its first bytes; null for none. */
export function pictureFormat(bytes: Uint8Array): PictureFormat | null {
  const start = String.fromCharCode(...bytes.subarray(0, 8)); // a decoder of "latin1" is windows-1252: 0x89 becomes U+2030
  if (start === '\x89PNG\r\n\x1a\n') return 'PNG';
  if (start.startsWith('II*\0') || start.startsWith('MM\0*')) return 'TIFF';
  return start.startsWith('BM') && bytes.length >= 54 ? 'BMP' : null;
}
