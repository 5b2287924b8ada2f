import { mapCounts } from '../../core/counts/joint-counts.ts';
import { countCodes } from '../../core/reconstruction/rule.ts';
import type { Codes } from '../../core/volume/volume.ts';
import { checkedCounts } from '../check-counts.ts';
import type { CodeRule, EngineReport, HeldRegions, RegionPair, RuleTables } from '../engine.ts';
import { countRuns } from './count-runs.ts';
import { countTable } from './count-table.ts';
import { CHUNK, inChunks } from './in-chunks.ts';
import { computeRuleCodes, roomForCodes, ruleFiller, type RuleCodes } from './rule-codes.ts';

/**
 * A case to be counted under many rules, in memory as it is; with it stays one volume of codes of the rule that
 * others are compared with, which seldom changes.
 */
export function holdRegionsCpu(pair: RegionPair, countedBy: EngineReport): HeldRegions {
  let kept: { readonly rule: CodeRule; readonly compared: Compared } | null = null;
  let closed = false;
  return {
    async countRule(rule, from, signal) {
      if (closed) throw new DOMException('The case was closed.', 'AbortError');
      const compared = from && (await comparedWith(from, signal));
      return { ...(await countAgainst(pair, rule, compared, signal)), countedBy };
    },
    close() {
      closed = true;
      kept = null;
    },
  };

  async function comparedWith(rule: CodeRule, signal?: AbortSignal): Promise<Compared> {
    if (kept && isSame(kept.rule, rule)) return kept.compared;
    const compared = await compareWith(pair, rule, signal);
    if (!closed) kept = { rule, compared };
    return compared;
  }
}

/** As `HeldRegions.countRule`, once. */
export async function countRuleCpu(
  pair: RegionPair,
  rule: CodeRule,
  from: CodeRule | null,
  signal?: AbortSignal,
): Promise<RuleTables> {
  return countAgainst(pair, rule, from && (await compareWith(pair, from, signal)), signal);
}

/** The codes of the other rule, crossed with the reference's where 16 bits hold both (`crossWith`). */
interface Compared {
  readonly codes: RuleCodes;
  readonly crossed: boolean;
}

async function compareWith(pair: RegionPair, rule: CodeRule, signal?: AbortSignal): Promise<Compared> {
  const codes = await computeRuleCodes(pair.probabilities, rule, signal);
  const crossed = codes.count * pair.rows < 65_536;
  return { codes: crossed ? await crossWith(pair, codes, signal) : codes, crossed };
}

/**
 * `code * rows + reference` of every voxel: counted against other codes it gives both tables in the time of one.
 * A reference outside the table is `count`, outside too.
 */
async function crossWith(
  { rows, reference }: RegionPair,
  { size, count, codes }: RuleCodes,
  signal?: AbortSignal,
): Promise<RuleCodes> {
  const crossed = roomForCodes(count * rows + 1, reference.length, codes);
  await inChunks(reference.length, signal, (start, end) => {
    for (let i = start; i < end; i++) {
      crossed[i] = reference[i] < rows ? codes[i] * rows + reference[i] : count * rows;
    }
  });
  return { size, count: count * rows, codes: crossed };
}

/** One pass, against the reference and, where they are given, the codes of another rule. */
async function countAgainst(
  { rows, reference, probabilities }: RegionPair,
  rule: CodeRule,
  compared: Compared | null,
  signal?: AbortSignal,
): Promise<RuleTables> {
  const [x, y, z] = probabilities.size;
  if (reference.length !== x * y * z) throw new RangeError('The volumes differ in size.');
  const columns = countCodes(rule.kind, probabilities.channels);
  if (!compared) {
    const [counts] = await countEach([{ count: rows, codes: reference }]);
    return { counts, changes: null };
  }
  if (!compared.crossed) {
    const [counts, changes] = await countEach([{ count: rows, codes: reference }, compared.codes]);
    return { counts, changes };
  }
  const { count } = compared.codes;
  const [crossed] = await countEach([compared.codes]);
  const rowsBy = (rowOf: (code: number) => number) => Array.from({ length: count }, (_, code) => rowOf(code));
  const same = Array.from({ length: columns }, (_, column) => column);
  const byReference = rowsBy((code) => code % rows);
  const byCode = rowsBy((code) => Math.floor(code / rows));
  return {
    counts: mapCounts(crossed, rows, columns, byReference, same),
    changes: mapCounts(crossed, count / rows, columns, byCode, same),
  };

  /** The table of each of these codes against those of the rule. */
  async function countEach(others: readonly { readonly count: number; readonly codes: Codes }[]) {
    const fill = ruleFiller(probabilities, rule);
    const tables = others.map((other) => countTable(other.count, columns));
    const room = roomForCodes(columns, Math.min(CHUNK, reference.length));
    await inChunks(reference.length, signal, (start, end) => {
      const codes = room.subarray(0, end - start);
      fill(codes, start);
      others.forEach((other, i) => countRuns(tables[i], other.codes.subarray(start, end), codes));
    });
    return tables.map((table) => checkedCounts(table.toCounts(), reference.length));
  }
}

function isSame(a: CodeRule, b: CodeRule): boolean {
  return (
    a.kind === b.kind &&
    a.comparison === b.comparison &&
    a.thresholds.length === b.thresholds.length &&
    a.thresholds.every((threshold, i) => Object.is(threshold, b.thresholds[i]))
  );
}
