import { FormatError } from '../../core/errors.ts';
import type { CaseCounts, EvaluationSummary, SummaryCase } from '../../core/runs/run-summary.ts';
import type { ByteSource } from '../bytes/byte-source.ts';
import { formatJson, parseJson, readJsonText, type JsonNode } from './json-text.ts';

/**
 * nnU-Net's summary.json of v2, or of v1, whose counts follow from Dice and volumes and whose background is left out.
 * NaN is read as such. A case without counts of a structure just lacks it.
 * @throws FormatError jsonInvalid, jsonNotObject, summaryNoCases
 */
export function parseSummaryJson(text: string, file: string): EvaluationSummary {
  const root = parseJson(file, text);
  if (root.kind !== 'object') {
    throw new FormatError('jsonNotObject', { file, offset: root.offset, found: formatJson(root) });
  }
  const v2 = field(root, 'metric_per_case');
  const v1 = field(field(root, 'results'), 'all');
  if (v2?.kind === 'array') {
    const cases = v2.items.map((item) =>
      readCase(
        nameOf(field(item, 'prediction_file') ?? field(item, 'reference_file')),
        field(item, 'metrics'),
        v2Counts,
      ),
    );
    const meanDice = numberOf(field(field(root, 'foreground_mean'), 'Dice'));
    return { version: 2, keys: keysOf(cases), cases, meanDice };
  }
  if (v1?.kind !== 'array') throw new FormatError('summaryNoCases', { file, offset: root.offset });
  const cases = v1.items.map((item) => readCase(nameOf(field(item, 'test')), item, v1Counts));
  const keys = keysOf(cases);
  const means = keys.map((key) => numberOf(field(field(field(field(root, 'results'), 'mean'), key), 'Dice')));
  const meanDice = means.reduce((sum, mean) => sum + mean, 0) / means.length;
  return { version: 1, keys, cases, meanDice };
}

/** As `parseSummaryJson`, from a file. */
export async function readSummaryJson(source: ByteSource): Promise<EvaluationSummary> {
  return parseSummaryJson(await readJsonText(source), source.name);
}

function readCase(
  name: string,
  metrics: JsonNode | undefined,
  countsOf: (node: JsonNode) => CaseCounts | null,
): SummaryCase {
  const entries = metrics?.kind === 'object' ? metrics.entries : [];
  const counts = entries
    .filter(({ key }) => key !== '0')
    .map(({ key, value }) => [key, countsOf(value)] as const)
    .filter(([, found]) => found !== null);
  return { name, counts: Object.fromEntries(counts) as Record<string, CaseCounts> };
}

function v2Counts(node: JsonNode): CaseCounts | null {
  const [tp, fp, fn] = ['TP', 'FP', 'FN'].map((key) => numberOf(field(node, key)));
  return [tp, fp, fn].some(Number.isNaN) ? null : { tp, fp, fn, dice: numberOf(field(node, 'Dice')) };
}

/** Dice = 2 TP / (reference + test), so TP follows exactly but for rounding. */
function v1Counts(node: JsonNode): CaseCounts | null {
  const [reference, test] = ['Total Positives Reference', 'Total Positives Test'].map((key) =>
    numberOf(field(node, key)),
  );
  const dice = numberOf(field(node, 'Dice'));
  if (Number.isNaN(reference) || Number.isNaN(test)) return null;
  const tp = Number.isNaN(dice) ? 0 : Math.round((dice * (reference + test)) / 2);
  return { tp, fp: test - tp, fn: reference - tp, dice };
}

function keysOf(cases: readonly SummaryCase[]): string[] {
  return [...new Set(cases.flatMap(({ counts }) => Object.keys(counts)))];
}

function field(node: JsonNode | undefined, key: string): JsonNode | undefined {
  return node?.kind === 'object' ? node.entries.findLast((entry) => entry.key === key)?.value : undefined;
}

/** NaN where it is no number: Python writes NaN, which the reader leaves as an empty object. */
function numberOf(node: JsonNode | undefined): number {
  return node?.kind === 'value' && typeof node.value === 'number' ? node.value : Number.NaN;
}

/** Paths are those of the machine that evaluated, Windows' too. */
function nameOf(node: JsonNode | undefined): string {
  const path = node?.kind === 'value' ? String(node.value) : '';
  return (path.split(/[\\/]/).at(-1) ?? '').replace(
    /\.nii(?:\.gz)?$|\.(?:(?:seg\.)?nrrd|nhdr|mha|mhd|tiff?|png|bmp)$/i,
    '',
  );
}
