import { voxelsWith, type AuditTable, type CodeShares } from './audit-table.ts';

/** The most regions for which all sequences are searched. */
export const MAX_SEARCHED_REGIONS = 7;

/** An overwrite rule and how many voxels have another label than it writes. */
export interface OrderFit {
  /** Regions in the order of writing. */
  readonly sequence: readonly number[];
  /** The label that each region writes, by region. */
  readonly writes: readonly number[];
  readonly unexplained: number;
}

/** How many voxels speak for a label where a region wins. */
type Votes = ReadonlyMap<number, number>;

/**
 * The labels that explain most voxels when the regions write in this sequence: no search is needed, since the
 * last region set at a voxel decides alone, so that each region's label is the most frequent one where it
 * decides. A region that never decides keeps its `own` label, and so does one whose votes tie.
 */
export function fitWrites(table: AuditTable, sequence: readonly number[], own: readonly number[]): OrderFit {
  const votes = own.map(() => new Map<number, number>());
  let unexplained = 0;
  for (const [pattern, shares] of table.shares) {
    const winner = sequence.findLast((region) => pattern & (1 << region));
    if (winner === undefined) unexplained += shares.voxels - voxelsWith(shares, 0);
    else addVotes(votes[winner], shares);
  }
  const writes = own.map((label, region) => mostFrequent(votes[region], label));
  writes.forEach((label, region) => (unexplained += against(votes[region], label)));
  return { sequence, writes, unexplained };
}

/**
 * As `fitWrites`, the labels being a permutation of `own`: each label as often as there. Null where the
 * labels that decide voxels are none, or where there is more than one region left with none to take.
 */
export function fitPermutation(
  table: AuditTable,
  sequence: readonly number[],
  own: readonly number[],
): OrderFit | null {
  const best = fitWrites(table, sequence, own);
  const decides = own.map((_, region) => decidesSomewhere(table, sequence, region));
  const left = [...own];
  const take = (label: number) => {
    const at = left.indexOf(label);
    if (at >= 0) left.splice(at, 1);
    return at >= 0;
  };
  if (!best.writes.every((label, region) => !decides[region] || take(label))) return null;
  const writes = [...best.writes];
  const open = own.map((_, region) => region).filter((region) => !decides[region]);
  const others = open.filter((region) => !take(own[region])); // their own label is taken elsewhere
  others.forEach((region, i) => (writes[region] = left[i]));
  return { ...best, writes };
}

/** Whether some voxel has its label from this region. */
export function decidesSomewhere(table: AuditTable, sequence: readonly number[], region: number): boolean {
  const later = sequence.slice(sequence.indexOf(region) + 1).reduce((bits, i) => bits | (1 << i), 0);
  for (const pattern of table.shares.keys()) {
    if (pattern & (1 << region) && (pattern & later) === 0) return true;
  }
  return false;
}

/**
 * The sequence, among all, in which the regions explain most voxels; null above `MAX_SEARCHED_REGIONS`.
 * `writes`: the label of each region, or null where each may write what explains most. Of equal sequences the
 * one nearest to the file's.
 *
 * All n! sequences are covered in 2^n steps: built from the last region backwards, the voxels that a region
 * decides depend on the set of those behind it, not on their order.
 */
export function fitSequence(
  table: AuditTable,
  own: readonly number[],
  writes: readonly number[] | null,
): OrderFit | null {
  const n = own.length;
  if (n > MAX_SEARCHED_REGIONS) return null;
  const sets = 2 ** n;
  const unexplained = new Float64Array(sets).fill(Number.POSITIVE_INFINITY);
  const frontmost = new Int8Array(sets);
  unexplained[0] = 0;
  for (let behind = 0; behind < sets; behind++) {
    for (let region = n - 1; region >= 0; region--) {
      if (behind & (1 << region)) continue;
      const votes = votesOf(table, region, behind);
      const cost = unexplained[behind] + against(votes, writes?.[region] ?? mostFrequent(votes, own[region]));
      const set = behind | (1 << region);
      // among equals the region that stands first in the file comes first
      if (cost < unexplained[set] || (cost === unexplained[set] && region < frontmost[set])) {
        unexplained[set] = cost;
        frontmost[set] = region;
      }
    }
  }
  const sequence: number[] = [];
  const chosen = [...own];
  for (let set = sets - 1; set > 0; set &= ~(1 << frontmost[set])) {
    const region = frontmost[set];
    sequence.push(region);
    const votes = votesOf(table, region, set & ~(1 << region));
    chosen[region] = writes?.[region] ?? mostFrequent(votes, own[region]);
  }
  const background = table.shares.get(0);
  const wrong = background ? background.voxels - voxelsWith(background, 0) : 0;
  return { sequence, writes: chosen, unexplained: unexplained[sets - 1] + wrong };
}

/** The labels of the voxels that a region decides when these regions write after it. */
function votesOf(table: AuditTable, region: number, behind: number): Votes {
  const votes = new Map<number, number>();
  for (const [pattern, shares] of table.shares) {
    if (pattern & (1 << region) && (pattern & behind) === 0) addVotes(votes, shares);
  }
  return votes;
}

function addVotes(votes: Map<number, number>, { labels }: CodeShares): void {
  for (const { label, voxels } of labels) votes.set(label, (votes.get(label) ?? 0) + voxels);
}

function mostFrequent(votes: Votes, own: number): number {
  let best = own;
  for (const [label, voxels] of votes) if (voxels > (votes.get(best) ?? 0)) best = label;
  return best;
}

function against(votes: Votes, label: number): number {
  let voxels = 0;
  for (const [other, n] of votes) if (other !== label) voxels += n;
  return voxels;
}
