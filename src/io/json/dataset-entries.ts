import type { DatasetEntries, DatasetEntry } from '../../core/labels/dataset-checks.ts';
import { parseJson, type JsonNode } from './json-text.ts';

/**
 * The entries of dataset.json as they stand there, for the checks of core/dataset-checks.ts: files that
 * `parseDatasetJson` refuses too. Entries that are no integers or lists of them are left out.
 * @throws FormatError jsonInvalid
 */
export function parseDatasetEntries(text: string, file: string): DatasetEntries {
  const root = parseJson(file, text);
  const field = (key: string) =>
    root.kind === 'object' ? root.entries.findLast((entry) => entry.key === key)?.value : undefined;
  const labels = field('labels');
  const order = field('regions_class_order');
  return {
    entries:
      labels?.kind === 'object' ? labels.entries.flatMap(({ key, value }) => parseEntry(key, value)) : [],
    order: order ? integersOf(order) : null,
  };
}

function parseEntry(name: string, node: JsonNode): DatasetEntry[] {
  const values = integersOf(node);
  return values && values.length > 0 ? [{ name, values, isList: node.kind === 'array' }] : [];
}

function integersOf(node: JsonNode): number[] | null {
  const values = (node.kind === 'array' ? node.items : [node]).map((item) =>
    item.kind === 'value' && Number.isSafeInteger(item.value) ? Number(item.value) : null,
  );
  return values.every((value) => value !== null) ? values : null;
}
