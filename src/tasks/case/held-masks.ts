import { eachCell, mapCounts, sparseCounts, type JointCounts } from '../../core/counts/joint-counts.ts';
import { countCodes } from '../../core/reconstruction/rule.ts';
import type { Codes, PatternVolume } from '../../core/volume/volume.ts';
import { maskCodeTable } from '../../engine/cpu/mask-codes.ts';
import type { CodeRule, Engine, HeldRegions } from '../../engine/engine.ts';

/**
 * Masks to be counted under many rules, as probabilities of 0 and 1 whatever the thresholds: the code of a voxel
 * follows from its pattern, so the volumes are counted once, here, and every rule from that table.
 * @throws DiceLensError engineCountsWrong; the signal's reason, once aborted.
 */
export async function holdMasks(
  engine: Engine,
  reference: { readonly codes: Codes; readonly count: number },
  { codes, regions }: PatternVolume,
  signal?: AbortSignal,
): Promise<HeldRegions> {
  const pair = { rows: reference.count, columns: 2 ** regions, reference: reference.codes, predicted: codes };
  const patterns = await engine.countJoint(pair, signal);
  const countedBy = engine.report;
  const rows = Array.from({ length: reference.count }, (_, row) => row);
  return {
    async countRule(rule, from, stop) {
      stop?.throwIfAborted();
      const codeOf = maskCodeTable(rule.kind, regions);
      const columns = countCodes(rule.kind, regions);
      return {
        counts: mapCounts(patterns, reference.count, columns, rows, codeOf),
        changes: from && changesOf(patterns, regions, rule, from),
        countedBy,
      };
    },
    close() {},
  };
}

function changesOf(patterns: JointCounts, regions: number, rule: CodeRule, from: CodeRule): JointCounts {
  const [codeOf, fromCodeOf] = [rule, from].map(({ kind }) => maskCodeTable(kind, regions));
  const columns = countCodes(rule.kind, regions);
  const sums = new Map<number, number>();
  eachCell(patterns, (_row, pattern, voxels) => {
    const cell = fromCodeOf[pattern] * columns + codeOf[pattern];
    sums.set(cell, (sums.get(cell) ?? 0) + voxels);
  });
  return sparseCounts(countCodes(from.kind, regions), columns, sums);
}
