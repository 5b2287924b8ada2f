import { deflateSync, gzipSync } from 'node:zlib';

/** An NRRD file of these lines and voxels; `encoding` packs them. */
export function makeNrrd(
  lines: readonly string[],
  voxels: Uint8Array,
  encoding = 'raw',
): Uint8Array<ArrayBuffer> {
  const data = encoding === 'gzip' ? gzipSync(voxels) : voxels;
  return joined(`NRRD0004\n# made for a test\n${[...lines, `encoding: ${encoding}`].join('\n')}\n\n`, data);
}

/** A MetaImage file of these lines and voxels behind its header, packed where `isPacked` says so. */
export function makeMetaImage(
  lines: readonly string[],
  voxels: Uint8Array,
  isPacked = false,
): Uint8Array<ArrayBuffer> {
  const header = ['ObjectType = Image', ...lines, `CompressedData = ${isPacked ? 'True' : 'False'}`];
  const data = isPacked ? deflateSync(voxels) : voxels;
  return joined(`${header.join('\n')}\nElementDataFile = LOCAL\n`, data);
}

function joined(header: string, data: Uint8Array): Uint8Array<ArrayBuffer> {
  const text = new TextEncoder().encode(header);
  const bytes = new Uint8Array(text.length + data.length);
  bytes.set(text);
  bytes.set(data, text.length);
  return bytes;
}
