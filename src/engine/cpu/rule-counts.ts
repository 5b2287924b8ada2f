import { countCodes } from '../../core/rule.ts';
import { checkedCounts } from '../check-counts.ts';
import type { CodeRule, EngineReport, HeldRegions, RegionPair, RuleTables } from '../engine.ts';
import { countRuns } from './count-runs.ts';
import { countTable } from './count-table.ts';
import { CHUNK, inChunks } from './in-chunks.ts';
import { computeRuleCodes, roomForCodes, ruleFiller, type RuleCodes } from './rule-codes.ts';

/**
 * A case to be counted under many rules, in memory as it is; with it stays the volume of codes of the rule that
 * others are compared with, which seldom changes.
 */
export function holdRegionsCpu(pair: RegionPair, countedBy: EngineReport): HeldRegions {
  let compared: { readonly rule: CodeRule; readonly codes: RuleCodes } | null = null;
  let closed = false;
  return {
    async countRule(rule, from, signal) {
      if (closed) throw new DOMException('The case was closed.', 'AbortError');
      const before = from && (await codesOf(from, signal));
      return { ...(await countAgainst(pair, rule, before, signal)), countedBy };
    },
    close() {
      closed = true;
      compared = null;
    },
  };

  async function codesOf(rule: CodeRule, signal?: AbortSignal): Promise<RuleCodes> {
    if (compared && isSame(compared.rule, rule)) return compared.codes;
    const codes = await computeRuleCodes(pair.probabilities, rule, signal);
    if (!closed) compared = { rule, codes };
    return codes;
  }
}

/** As `HeldRegions.countRule`, once. */
export async function countRuleCpu(
  pair: RegionPair,
  rule: CodeRule,
  from: CodeRule | null,
  signal?: AbortSignal,
): Promise<RuleTables> {
  return countAgainst(pair, rule, from && (await computeRuleCodes(pair.probabilities, from, signal)), signal);
}

/** One pass, against the reference and, where they are given, the codes of another rule. */
async function countAgainst(
  { rows, reference, probabilities }: RegionPair,
  rule: CodeRule,
  from: RuleCodes | null,
  signal?: AbortSignal,
): Promise<RuleTables> {
  const { size, channels } = probabilities;
  const voxels = size[0] * size[1] * size[2];
  if (reference.length !== voxels) throw new RangeError('The volumes differ in size.');
  const fill = ruleFiller(probabilities, rule);
  const columns = countCodes(rule.kind, channels);
  const counts = countTable(rows, columns);
  const changes = from && countTable(from.count, columns);
  const room = roomForCodes(columns, Math.min(CHUNK, voxels));
  await inChunks(voxels, signal, (start, end) => {
    const codes = room.subarray(0, end - start);
    fill(codes, start);
    countRuns(counts, reference.subarray(start, end), codes);
    if (changes) countRuns(changes, from.codes.subarray(start, end), codes);
  });
  return {
    counts: checkedCounts(counts.toCounts(), voxels),
    changes: changes && checkedCounts(changes.toCounts(), voxels),
  };
}

function isSame(a: CodeRule, b: CodeRule): boolean {
  return (
    a.kind === b.kind &&
    a.comparison === b.comparison &&
    a.thresholds.length === b.thresholds.length &&
    a.thresholds.every((threshold, i) => Object.is(threshold, b.thresholds[i]))
  );
}
