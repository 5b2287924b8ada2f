import { FormatError } from '../../core/errors.ts';
import type { Warning } from '../../core/errors.ts';
import { formatRegionKey } from '../../core/labels/label-scheme.ts';
import type { Label, LabelScheme, Region } from '../../core/labels/label-scheme.ts';
import type { ByteSource } from '../bytes/byte-source.ts';
import { formatJson, parseJson, readJsonText } from './json-text.ts';
import type { JsonEntry, JsonNode } from './json-text.ts';

/** What dataset.json says, and what was noticed. */
export interface ReadScheme {
  readonly scheme: LabelScheme;
  readonly warnings: readonly Warning[];
}

/** An entry of "labels": an integer, or a list of them. */
interface LabelEntry {
  readonly name: string;
  readonly values: readonly number[];
  readonly isList: boolean;
  readonly offset: number;
}

/**
 * Labels, regions, ignore label and channel names of nnU-Net's dataset.json, in the order of the file. Regions
 * are there if any entry but background and ignore lists more than one label; then every such entry is a region, a bare
 * integer too, and `labels` are the labels of the regions, ascending, named by an entry that is that label alone.
 * The form of v1, {"0": "background"}, is read with a warning.
 * Source: nnU-Net v2, utilities/label_handling/label_handling.py, `LabelManager`.
 * @throws FormatError that says what nnU-Net would refuse too
 */
export function parseDatasetJson(text: string, file: string): ReadScheme {
  const root = parseJson(file, text);
  if (root.kind !== 'object') {
    throw new FormatError('jsonNotObject', { file, offset: root.offset, found: formatJson(root) });
  }
  const field = (key: string) => root.entries.findLast((entry) => entry.key === key)?.value;
  const labels = field('labels');
  if (labels?.kind !== 'object') {
    const keys = root.entries.map(({ key }) => key);
    throw new FormatError('datasetNoLabels', { file, offset: labels?.offset ?? root.offset, keys });
  }
  refuseTwice(file, labels.entries);
  const isV1 = labels.entries.length > 0 && labels.entries.every(isV1Entry);
  const all = isV1
    ? labels.entries.map(parseV1Entry)
    : labels.entries.map((entry) => parseEntry(file, entry));
  const ignore = findIgnore(file, all);
  checkBackground(file, all, labels.offset);
  const entries = all.filter((entry) => entry !== ignore && !isZero(entry));

  const hasRegions = entries.some(({ values }) => values.length > 1);
  const regions = hasRegions ? toRegions(file, entries, field('regions_class_order'), labels.offset) : [];
  if (!hasRegions) refuseSameValues(file, entries);
  const values = [...new Set(entries.flatMap((entry) => entry.values))].sort((a, b) => a - b);
  const warnings: Warning[] = isV1 ? [{ code: 'dataset-v1', facts: { file } }] : [];
  if (ignore) checkIgnore(file, ignore, entries, values, warnings);
  return {
    scheme: {
      labels: hasRegions ? values.map((value) => nameLabel(value, entries)) : entries.map(toLabel),
      regions,
      ignore: ignore ? ignore.values[0] : null,
      channelNames: readChannelNames(field('channel_names') ?? field('modality')),
    },
    warnings,
  };
}

/** As `parseDatasetJson`, from a file in UTF-8. */
export async function readDatasetJson(source: ByteSource): Promise<ReadScheme> {
  return parseDatasetJson(await readJsonText(source), source.name);
}

function refuseTwice(file: string, entries: readonly JsonEntry[]): void {
  const seen = new Set<string>();
  for (const { key, value } of entries) {
    if (seen.has(key)) throw new FormatError('datasetNameTwice', { file, offset: value.offset, name: key });
    seen.add(key);
  }
}

function isV1Entry({ key, value }: JsonEntry): boolean {
  return /^\d+$/.test(key) && value.kind === 'value' && typeof value.value === 'string';
}

function parseV1Entry({ key, value }: JsonEntry): LabelEntry {
  const name = value.kind === 'value' ? String(value.value) : key;
  return { name, values: [Number(key)], isList: false, offset: value.offset };
}

function parseEntry(file: string, { key: name, value: node }: JsonEntry): LabelEntry {
  const isList = node.kind === 'array';
  const values = (isList ? node.items : [node]).map((item) => (item.kind === 'value' ? item.value : null));
  const isLabel = (value: unknown): value is number => Number.isSafeInteger(value) && (value as number) >= 0;
  if (values.length === 0 || !values.every(isLabel)) {
    throw new FormatError('datasetValueBad', { file, offset: node.offset, name, found: formatJson(node) });
  }
  return { name, values, isList, offset: node.offset };
}

/** nnU-Net's "ignore" is a key, whatever its value. */
function findIgnore(file: string, entries: readonly LabelEntry[]): LabelEntry | null {
  const ignore = entries.find(({ name }) => name === 'ignore');
  if (!ignore) return null;
  if (ignore.values.length > 1 || ignore.values[0] === 0) {
    const found = ignore.isList ? JSON.stringify(ignore.values) : String(ignore.values[0]);
    throw new FormatError('datasetIgnoreBad', { file, offset: ignore.offset, found });
  }
  return ignore;
}

function checkBackground(file: string, entries: readonly LabelEntry[], offset: number): void {
  const background = entries.find(({ name }) => name === 'background') ?? entries.find(isZero);
  if (!background) throw new FormatError('datasetNoBackground', { file, offset });
  if (!isZero(background)) {
    const found = background.isList ? JSON.stringify(background.values) : String(background.values[0]);
    throw new FormatError('datasetBackgroundNotZero', { file, offset: background.offset, found });
  }
  const other = entries.find((entry) => entry !== background && isZero(entry));
  if (other) {
    const facts = { first: background.name, second: other.name, found: '0' };
    throw new FormatError('datasetValueTwice', { file, offset: other.offset, ...facts });
  }
}

/** As nnU-Net leaves background out of the regions: by its value. */
function isZero({ values }: LabelEntry): boolean {
  return values.every((value) => value === 0);
}

function toRegions(
  file: string,
  entries: readonly LabelEntry[],
  order: JsonNode | undefined,
  offset: number,
): Region[] {
  const count = entries.length;
  if (!order) throw new FormatError('regionsOrderMissing', { file, offset, regions: count });
  const items = order.kind === 'array' ? order.items : [];
  const writes = items.map((item) => (item.kind === 'value' ? item.value : null));
  const isOrder = (value: unknown): value is number => Number.isSafeInteger(value) && (value as number) >= 0;
  if (writes.length !== count || !writes.every(isOrder)) {
    const facts = { file, offset: order.offset, regions: count, found: formatJson(order) };
    throw new FormatError('regionsOrderBad', facts);
  }
  refuseSameValues(file, entries);
  return entries.map(({ name, values, isList }, i) => ({
    key: isList ? formatRegionKey(values) : String(values[0]),
    name,
    labels: [...new Set(values)],
    writes: writes[i],
  }));
}

/** Two entries of the same label, or of the same labels, cannot be told apart in any result. */
function refuseSameValues(file: string, entries: readonly LabelEntry[]): void {
  const names = new Map<string, string>();
  for (const { name, values, offset } of entries) {
    const found = [...new Set(values)].sort((a, b) => a - b).join(', ');
    const first = names.get(found);
    if (first !== undefined)
      throw new FormatError('datasetValueTwice', { file, offset, first, second: name, found });
    names.set(found, name);
  }
}

function checkIgnore(
  file: string,
  ignore: LabelEntry,
  entries: readonly LabelEntry[],
  values: readonly number[],
  warnings: Warning[],
): void {
  const [value] = ignore.values;
  const other = entries.find((entry) => entry.values.includes(value));
  if (other) {
    const facts = { first: other.name, second: ignore.name, found: String(value) };
    throw new FormatError('datasetValueTwice', { file, offset: ignore.offset, ...facts });
  }
  const highest = values.at(-1) ?? 0;
  if (value !== highest + 1) {
    warnings.push({ code: 'ignore-not-highest', facts: { file, ignore: value, highest } });
  }
}

function nameLabel(value: number, entries: readonly LabelEntry[]): Label {
  const alone = entries.find(({ values }) => values.every((other) => other === value));
  return { value, name: alone?.name ?? `label ${value}` };
}

function toLabel({ name, values }: LabelEntry): Label {
  return { value: values[0], name };
}

/** By channel number; {"0": "T1"} in both versions. Anything else gives no names. */
function readChannelNames(node: JsonNode | undefined): string[] {
  if (node?.kind !== 'object') return [];
  return node.entries
    .filter(({ key }) => /^\d{1,4}$/.test(key))
    .sort((a, b) => Number(a.key) - Number(b.key))
    .map(({ value }) => (value.kind === 'value' ? String(value.value) : formatJson(value)));
}
