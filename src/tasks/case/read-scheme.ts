import type { Warning } from '../../core/errors.ts';
import { NO_SCHEME, type LabelScheme } from '../../core/labels/label-scheme.ts';
import type { ByteSource } from '../../io/bytes/byte-source.ts';
import { parseDatasetJson } from '../../io/json/dataset-json.ts';

/**
 * The label scheme of dataset.json, `NO_SCHEME` without one. A second file of the same form, such as the label
 * version of a data set with regions, only names the labels.
 */
export async function readScheme(
  dataset: ByteSource | null,
  labelNames: ByteSource | null = null,
): Promise<{ scheme: LabelScheme; warnings: readonly Warning[] }> {
  if (!dataset) return labelNames ? readScheme(labelNames) : { scheme: NO_SCHEME, warnings: [] };
  const own = parseDatasetJson(await readText(dataset), dataset.name);
  if (!labelNames) return own;
  const names = parseDatasetJson(await readText(labelNames), labelNames.name).scheme.labels;
  const labels = own.scheme.labels.map((label) => ({
    ...label,
    name: names.find(({ value }) => value === label.value)?.name ?? label.name,
  }));
  return { scheme: { ...own.scheme, labels }, warnings: own.warnings };
}

async function readText(source: ByteSource): Promise<string> {
  return new TextDecoder().decode(await source.read(0, source.size));
}
