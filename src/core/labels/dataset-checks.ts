import { formatRegionKey, type LabelScheme, type Region } from './label-scheme.ts';
import { datasetChecks } from '../messages/dataset-checks.ts';
import { say } from '../messages/say.ts';
import type { FactsOf, Language, Sentence } from '../messages/sentence.ts';
import { checkRoundTrip, patternOf, reconstruct, regionsIn } from '../reconstruction/reconstruction.ts';
import { suggestOrder, type Suggestion } from '../reconstruction/suggest-order.ts';

/** An entry of "labels" in dataset.json. */
export interface DatasetEntry {
  readonly name: string;
  readonly values: readonly number[];
  /** Written as a list, be it of one. */
  readonly isList: boolean;
}

/** The parts of dataset.json that decide about labels, as they stand in the file, right or wrong. */
export interface DatasetEntries {
  /** In the order of the file, background and ignore among them. */
  readonly entries: readonly DatasetEntry[];
  /** regions_class_order, null where there is none. */
  readonly order: readonly number[] | null;
}

export type DatasetCheckCode = keyof typeof datasetChecks;

/** Something in dataset.json that does not do what was meant; plain data. */
export type DatasetFinding = {
  [Code in DatasetCheckCode]: {
    readonly code: Code;
    /** The key that is wrong, such as "regions_class_order" or "labels.ignore". */
    readonly key: string;
    /** What to write instead, as it stands in the file. */
    readonly line: string;
    readonly facts: FactsOf<(typeof datasetChecks)[Code]>;
  };
}[DatasetCheckCode];

/** What is wrong, what nnU-Net would do, and the line to write instead. */
export function sayFinding({ code, line, facts }: DatasetFinding, language: Language): string {
  return say(datasetChecks[code] as Sentence<never>, language, { ...facts, line });
}

/** The entries of a scheme that was read from a dataset.json without fault. */
export function entriesOf({ labels, regions, ignore }: LabelScheme): DatasetEntries {
  const named: DatasetEntry[] =
    regions.length > 0
      ? regions.map(({ name, key, labels: values }) => ({ name, values, isList: key.startsWith('(') }))
      : labels.map(({ name, value }) => ({ name, values: [value], isList: false }));
  const last: DatasetEntry[] = ignore === null ? [] : [{ name: 'ignore', values: [ignore], isList: false }];
  return {
    entries: [{ name: 'background', values: [0], isList: false }, ...named, ...last],
    order: regions.length > 0 ? regions.map(({ writes }) => writes) : null,
  };
}

/**
 * Everything in dataset.json that nnU-Net refuses or that makes it write other labels than were trained, gravest
 * first; empty for a sound file. Orders that look odd and are right, such as KiTS [1, 3, 2], pass.
 * Source: nnU-Net v2, label_handling.py, `LabelManager`; the round trip is this project's own.
 */
export function checkDataset(dataset: DatasetEntries): DatasetFinding[] {
  const background = dataset.entries.find(({ name }) => name === 'background');
  const ignore = dataset.entries.find(({ name }) => name === 'ignore');
  const entries = dataset.entries.filter(
    (entry) => entry !== ignore && entry !== background && entry.values.some((value) => value !== 0),
  );
  const isRegional = entries.some(({ values }) => values.length > 1);
  return [
    ...checkBackground(background),
    ...checkIgnore(ignore, entries),
    ...(isRegional ? checkOrder(entries, dataset.order) : []),
  ];
}

function checkBackground(background: DatasetEntry | undefined): DatasetFinding[] {
  const where = { key: 'labels.background', line: '"background": 0' };
  if (!background) return [{ code: 'background-missing', ...where, facts: { line: where.line } }];
  if (!background.isList && background.values[0] === 0) return [];
  const found = valuesText(background);
  return [{ code: 'background-not-zero', ...where, facts: { found, line: where.line } }];
}

function checkIgnore(ignore: DatasetEntry | undefined, entries: readonly DatasetEntry[]): DatasetFinding[] {
  if (!ignore) return [];
  const highest = Math.max(0, ...entries.flatMap(({ values }) => values));
  if (!ignore.isList && ignore.values[0] === highest + 1) return [];
  const line = `"ignore": ${highest + 1}`;
  return [
    {
      code: 'ignore-not-highest',
      key: 'labels.ignore',
      line,
      facts: { found: valuesText(ignore), highest, line },
    },
  ];
}

function checkOrder(entries: readonly DatasetEntry[], order: readonly number[] | null): DatasetFinding[] {
  const labels = new Set(entries.flatMap(({ values }) => values));
  const regions = entries.map(({ name, values, isList }, i): Region => ({
    key: isList ? formatRegionKey(values) : `${values[0]}`,
    name,
    labels: values,
    writes: order?.[i] ?? 0,
  }));
  const key = 'regions_class_order';
  const suggestion = suggestOrder(regions);
  const line = suggestedLine(suggestion);
  const count = regions.length;
  if (order === null) return [{ code: 'order-missing', key, line, facts: { regions: count, line } }];
  if (order.length !== count) {
    return [{ code: 'order-length', key, line, facts: { order, regions: count, line } }];
  }
  const unknown = order.filter((value) => value !== 0 && !labels.has(value));
  const alike = labelsAlike(regions);
  const broken = checkRoundTrip(regions).filter(
    ({ label, becomes }) => !alike.some((group) => group.includes(label) && group.includes(becomes)),
  );
  const never = regionsNeverWritten(regions);
  const findings: DatasetFinding[] = [];
  if (unknown.length > 0) {
    findings.push({ code: 'order-value-unknown', key, line, facts: { order, unknown, line } });
  }
  if (broken.length > 0) {
    const brokenKey = suggestion.sequence ? 'labels' : key;
    findings.push({ code: 'round-trip', key: brokenKey, line, facts: { order, broken, line } });
  }
  if (never.length > 0) {
    findings.push({ code: 'region-never-written', key, line, facts: { names: never, order, line } });
  }
  return [...findings, ...alike.map((group) => alikeFinding(group, regions))];
}

/** Groups of labels that stand in the very same regions: nothing tells them apart again. */
function labelsAlike(regions: readonly Region[]): number[][] {
  const byPattern = new Map<number, number[]>();
  for (const label of [...new Set(regions.flatMap(({ labels }) => labels))].sort((a, b) => a - b)) {
    const pattern = patternOf(label, regions);
    byPattern.set(pattern, [...(byPattern.get(pattern) ?? []), label]);
  }
  return [...byPattern.values()].filter((group) => group.length > 1);
}

function alikeFinding(labels: readonly number[], regions: readonly Region[]): DatasetFinding {
  const inRegions = regionsIn(patternOf(labels[0], regions));
  const kept = reconstruct(patternOf(labels[0], regions), regions);
  const lost = labels.filter((label) => label !== kept);
  const line = lost.map((label) => `"label_${label}": ${label}`).join(', ');
  const names = inRegions.map((region) => regions[region].name);
  return { code: 'labels-alike', key: 'labels', line, facts: { labels, names, kept, line } };
}

/** Names of the regions of which no label comes back from any label that is taken apart and reconstructed. */
function regionsNeverWritten(regions: readonly Region[]): string[] {
  const labels = new Set(regions.flatMap((region) => region.labels));
  const written = new Set([...labels].map((label) => reconstruct(patternOf(label, regions), regions)));
  return regions
    .filter((region) => !region.labels.some((label) => written.has(label)))
    .map(({ name }) => name);
}

function suggestedLine({ regions, order, sequence }: Suggestion): string {
  const orderLine = `"regions_class_order": [${order.join(', ')}]`;
  if (!sequence) return orderLine;
  const entries = regions.map(({ name, key, labels }) =>
    key.startsWith('(')
      ? `${JSON.stringify(name)}: [${labels.join(', ')}]`
      : `${JSON.stringify(name)}: ${labels[0]}`,
  );
  return `"labels": {"background": 0, ${entries.join(', ')}}, ${orderLine}`;
}

function valuesText({ values, isList }: DatasetEntry): string {
  return isList ? `[${values.join(', ')}]` : `${values[0]}`;
}
