import type { ByteSource } from '../bytes/byte-source.ts';
import { parseJson, readJsonText, type JsonNode } from './json-text.ts';

/**
 * Volume of a voxel in mL by nnU-Net's dataset_fingerprint.json, where all its cases have the same spacing; null where
 * they differ or the file says none. It lists spacings without names, so that one case's own is not to be had.
 * @throws FormatError jsonInvalid, fileEmpty, jsonTooLarge
 */
export async function readCommonVoxelMl(source: ByteSource): Promise<number | null> {
  const root = parseJson(source.name, await readJsonText(source));
  const spacings =
    root.kind === 'object' ? root.entries.find(({ key }) => key === 'spacings')?.value : undefined;
  if (spacings?.kind !== 'array' || spacings.items.length === 0) return null;
  const volumes = spacings.items.map(volumeOf);
  const [first] = volumes;
  return first > 0 && volumes.every((volume) => Math.abs(volume - first) <= 1e-6 * first)
    ? first / 1000
    : null;
}

/** In mm³; NaN where it is no list of three numbers. */
function volumeOf(node: JsonNode): number {
  if (node.kind !== 'array' || node.items.length !== 3) return Number.NaN;
  return node.items.reduce(
    (product, item) =>
      product * (item.kind === 'value' && typeof item.value === 'number' ? item.value : Number.NaN),
    1,
  );
}
