import type { CaseResult, CountedBy } from '../../core/case/case-result.ts';
import { DiceLensError } from '../../core/errors.ts';
import { evaluateCounts } from '../../core/counts/evaluate-counts.ts';
import { eachCell, mapCounts, type JointCounts } from '../../core/counts/joint-counts.ts';
import type { LabelScheme } from '../../core/labels/label-scheme.ts';
import { nnunetRule, type Rule } from '../../core/reconstruction/rule.ts';
import { describeRulePatterns } from '../../core/reconstruction/rule-patterns.ts';
import { patternOfCode, ruleTable } from '../../core/reconstruction/rule-table.ts';
import type { ThresholdHistogram } from '../../core/reconstruction/threshold-curves.ts';
import type { Codes } from '../../core/volume/volume.ts';
import { openCpuEngine } from '../../engine/cpu/cpu-engine.ts';
import { countThresholdHistogram } from '../../engine/cpu/threshold-histogram.ts';
import type { Engine, HeldRegions } from '../../engine/engine.ts';
import { holdMasks } from '../case/held-masks.ts';
import type { CaseVolumes } from '../case/read-case.ts';
import { type RegionCase, writeLabels, type WrittenLabels } from './written-labels.ts';

/** An open case whose rule can be changed: nnU-Net's labels and numbers are kept to compare with. */
export interface RecountBase extends RegionCase {
  readonly nnunet: {
    readonly result: CaseResult;
    /** Made when it is first asked for. */
    readonly written: WrittenLabels;
  };
  /** The volumes where the engine counts them. */
  readonly held: HeldRegions;
  /** Gives the engine's memory back; a recount under way rejects with AbortError. */
  close(): void;
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
  /** Made when it is first asked for, at once; `computeWritten` is what can be stopped. */
  readonly written: WrittenLabels;
  readonly changed: RuleChange;
}

/**
 * Prepares a case for `recountRule`: counts it under nnU-Net's rule. The volumes stay where the engine counts
 * them until the base is closed.
 * @throws DiceLensError nothingToCompare where the case has neither probabilities nor masks.
 */
export async function openRecount(
  volumes: CaseVolumes,
  scheme: LabelScheme,
  signal?: AbortSignal,
  engine: Engine = openCpuEngine('asked'),
): Promise<RecountBase> {
  const rule = nnunetRule(scheme.regions);
  const held = await hold(volumes, engine, signal);
  try {
    const { counts, countedBy } = await held.countRule(rule, null, signal);
    const result = resultOf(volumes, scheme, counts, [...ruleTable(rule, scheme.regions)], countedBy);
    const written = lazily(() => writeLabels({ volumes, scheme }, rule));
    const nnunet = { result, get written() { return written(); } }; // prettier-ignore
    return { volumes, scheme, nnunet, held, close: () => held.close() };
  } catch (error) {
    held.close();
    throw error;
  }
}

/**
 * Counts the case again under another rule, where the engine holds it: one pass, in which nnU-Net's codes are told
 * anew. Where only masks were given they are probabilities of 0 and 1 whatever the thresholds. `into` is memory for
 * `written`, such as the codes of a recount that is no longer shown.
 */
export async function recountRule(
  base: RecountBase,
  rule: Rule,
  signal?: AbortSignal,
  into?: Codes,
): Promise<Recount> {
  const { volumes, scheme, nnunet, held } = base;
  const nnunets = nnunetRule(scheme.regions);
  const { counts, changes, countedBy } = await held.countRule(rule, nnunets, signal);
  const labels = [...ruleTable(rule, scheme.regions)];
  const result = resultOf(volumes, scheme, counts, labels, countedBy);
  const before = ruleTable(nnunets, scheme.regions);
  let voxels = 0;
  if (changes) {
    eachCell(changes, (from, to, n) => {
      if (before[from] !== labels[to]) voxels += n;
    });
  }
  const written = lazily(() => writeLabels(base, rule, into));
  return {
    rule,
    result,
    changed: { voxels, ...scoreChanges(result, nnunet.result) },
    get written() {
      return written();
    },
  };
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

async function hold(
  { reference: { codes, labels }, probabilities, masks, files }: CaseVolumes,
  engine: Engine,
  signal?: AbortSignal,
): Promise<HeldRegions> {
  if (probabilities) return engine.holdRegions({ rows: labels.length, reference: codes, probabilities });
  if (!masks) throw new DiceLensError('nothingToCompare', { file: files.reference });
  return holdMasks(engine, { codes, count: labels.length }, masks.patterns, signal);
}

function lazily<T>(make: () => T): () => T {
  let made: { readonly value: T } | null = null;
  return () => (made ??= { value: make() }).value;
}

function resultOf(
  { name, reference, warnings }: CaseVolumes,
  scheme: LabelScheme,
  counts: JointCounts,
  written: readonly number[],
  engine: CountedBy,
): CaseResult {
  const { regions, ignore } = scheme;
  const columns = Array.from({ length: counts.columns }, (_, code) => code);
  const rows = Array.from({ length: counts.rows }, (_, row) => row);
  const patternOf = columns.map((code) => patternOfCode(code, regions.length));
  const result = evaluateCounts({
    name,
    grid: reference.grid,
    engine,
    scheme,
    referenceLabels: reference.labels,
    labelMap: { counts, labels: written },
    patterns: mapCounts(counts, counts.rows, 2 ** regions.length, rows, patternOf),
    warnings,
  });
  const rowOf = reference.labels.map((label) => (label === ignore ? -1 : result.labels.indexOf(label)));
  const kept = mapCounts(counts, result.labels.length, counts.columns, rowOf, columns);
  return { ...result, patterns: describeRulePatterns(kept, result.labels, regions, written) };
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
