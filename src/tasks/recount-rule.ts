import type { CaseResult, CountedBy } from '../core/case-result.ts';
import { DiceLensError } from '../core/errors.ts';
import { evaluateCounts } from '../core/evaluate-counts.ts';
import { eachCell, mapCounts, type JointCounts } from '../core/joint-counts.ts';
import type { LabelScheme } from '../core/label-scheme.ts';
import { nnunetRule, type Rule } from '../core/rule.ts';
import { describeRulePatterns } from '../core/rule-patterns.ts';
import { patternOfCode, ruleTable } from '../core/rule-table.ts';
import type { ThresholdHistogram } from '../core/threshold-curves.ts';
import type { Codes } from '../core/volume.ts';
import { countJointCpu } from '../engine/cpu/joint-counts.ts';
import { maskCodes } from '../engine/cpu/mask-codes.ts';
import { computeRuleCodes, type RuleCodes } from '../engine/cpu/rule-codes.ts';
import { countThresholdHistogram } from '../engine/cpu/threshold-histogram.ts';
import type { CaseVolumes } from './read-case.ts';

/** An open case whose rule can be changed: nnU-Net's labels and numbers are kept to compare with. */
export interface RecountBase {
  readonly volumes: CaseVolumes;
  readonly scheme: LabelScheme;
  readonly nnunet: { readonly result: CaseResult; readonly written: WrittenLabels };
}

/** A label map as a rule writes it: the label of a voxel is `labels[codes[voxel]]`. */
export interface WrittenLabels extends RuleCodes {
  readonly labels: readonly number[];
}

/** What a rule changed against nnU-Net's own. Differences are Dice under the rule minus Dice under nnU-Net's. */
export interface RuleChange {
  /** Voxels that have another label, ignored ones among them. */
  readonly voxels: number;
  /** By region, in the order of dataset.json; NaN where the region is absent under one of them. */
  readonly regions: readonly number[];
  readonly labels: readonly { readonly label: number; readonly difference: number }[];
}

/** Every number of a case under a rule. */
export interface Recount {
  readonly rule: Rule;
  /** As of a case evaluated by this rule; raw regions are at the thresholds of the rule. */
  readonly result: CaseResult;
  readonly written: WrittenLabels;
  readonly changed: RuleChange;
}

const COUNTED_BY_CPU: CountedBy = { kind: 'cpu', adapter: '', checked: true, reason: 'asked' };

/**
 * Prepares a case for `recountRule`: counts it under nnU-Net's rule.
 * @throws DiceLensError nothingToCompare where the case has neither probabilities nor masks.
 */
export async function openRecount(
  volumes: CaseVolumes,
  scheme: LabelScheme,
  signal?: AbortSignal,
): Promise<RecountBase> {
  const rule = nnunetRule(scheme.regions);
  const written = await writeLabels(volumes, scheme, rule, signal);
  const counts = await countWritten(volumes, written, signal);
  return { volumes, scheme, nnunet: { result: resultOf(volumes, scheme, counts, written), written } };
}

/**
 * Counts the case again under another rule: one pass from probabilities to codes, two over the codes. Where only
 * masks were given they are probabilities of 0 and 1 whatever the thresholds. `into` is memory to fill again,
 * such as the codes of a recount that is no longer shown.
 */
export async function recountRule(
  { volumes, scheme, nnunet }: RecountBase,
  rule: Rule,
  signal?: AbortSignal,
  into?: Codes,
): Promise<Recount> {
  const written = await writeLabels(volumes, scheme, rule, signal, into);
  const result = resultOf(volumes, scheme, await countWritten(volumes, written, signal), written);
  const pairs = await countJointCpu(
    {
      rows: nnunet.written.count,
      columns: written.count,
      reference: nnunet.written.codes,
      predicted: written.codes,
    },
    signal,
  );
  let voxels = 0;
  eachCell(pairs, (before, now, n) => {
    if (nnunet.written.labels[before] !== written.labels[now]) voxels += n;
  });
  return { rule, result, written, changed: { voxels, ...scoreChanges(result, nnunet.result) } };
}

/**
 * The histogram of the threshold curves of a rule (`thresholdCurves`); null where the case has masks alone,
 * which have no threshold.
 */
export async function countCurves(
  { volumes: { reference, probabilities }, scheme: { regions } }: RecountBase,
  rule: Rule,
  signal?: AbortSignal,
): Promise<ThresholdHistogram | null> {
  if (!probabilities) return null;
  return countThresholdHistogram(
    { reference: reference.codes, referenceLabels: reference.labels, probabilities, regions, rule },
    signal,
  );
}

async function writeLabels(
  { probabilities, masks, files }: CaseVolumes,
  { regions }: LabelScheme,
  rule: Rule,
  signal?: AbortSignal,
  into?: Codes,
): Promise<WrittenLabels> {
  if (!probabilities && !masks) throw new DiceLensError('nothingToCompare', { file: files.reference });
  const codes = probabilities
    ? await computeRuleCodes(probabilities, rule, signal, into)
    : maskCodes(masks!.patterns, rule.kind);
  return { ...codes, labels: [...ruleTable(rule, regions)] };
}

function countWritten({ reference }: CaseVolumes, written: WrittenLabels, signal?: AbortSignal) {
  return countJointCpu(
    {
      rows: reference.labels.length,
      columns: written.count,
      reference: reference.codes,
      predicted: written.codes,
    },
    signal,
  );
}

function resultOf(
  { name, reference, warnings }: CaseVolumes,
  scheme: LabelScheme,
  counts: JointCounts,
  written: WrittenLabels,
): CaseResult {
  const { regions, ignore } = scheme;
  const columns = Array.from({ length: written.count }, (_, code) => code);
  const rows = Array.from({ length: counts.rows }, (_, row) => row);
  const patternOf = columns.map((code) => patternOfCode(code, regions.length));
  const result = evaluateCounts({
    name,
    grid: reference.grid,
    engine: COUNTED_BY_CPU,
    scheme,
    referenceLabels: reference.labels,
    labelMap: { counts, labels: written.labels },
    patterns: mapCounts(counts, counts.rows, 2 ** regions.length, rows, patternOf),
    warnings,
  });
  const rowOf = reference.labels.map((label) => (label === ignore ? -1 : result.labels.indexOf(label)));
  const kept = mapCounts(counts, result.labels.length, written.count, rowOf, columns);
  return { ...result, patterns: describeRulePatterns(kept, result.labels, regions, written.labels) };
}

function scoreChanges(now: CaseResult, before: CaseResult): Omit<RuleChange, 'voxels'> {
  return {
    regions: now.regionScores.map(({ dice }, i) => dice - before.regionScores[i].dice),
    labels: now.labelScores.map(({ labels: [label], dice }) => {
      const old = before.labelScores.find(({ labels }) => labels[0] === label);
      return { label, difference: dice - (old?.dice ?? Number.NaN) };
    }),
  };
}
