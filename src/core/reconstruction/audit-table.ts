import { eachCell, type JointCounts } from '../counts/joint-counts.ts';

/**
 * Which labels a label map has where each code stands: `shares[code]` has the voxels of each label value, most
 * first. What a code is says `countCodes`: a pattern, or a pattern with its winner.
 */
export interface AuditTable {
  readonly regions: number;
  readonly voxels: number;
  readonly shares: ReadonlyMap<number, CodeShares>;
}

export interface CodeShares {
  readonly voxels: number;
  readonly labels: readonly LabelVoxels[];
}

export interface LabelVoxels {
  readonly label: number;
  readonly voxels: number;
}

/** The table of counts (row = code, column = code of the label map) by label value. */
export function tabulateAudit(counts: JointCounts, labels: readonly number[], regions: number): AuditTable {
  const byCode = new Map<number, Map<number, number>>();
  let total = 0;
  eachCell(counts, (code, column, voxels) => {
    const ofCode = byCode.get(code) ?? new Map<number, number>();
    ofCode.set(labels[column], (ofCode.get(labels[column]) ?? 0) + voxels);
    byCode.set(code, ofCode);
    total += voxels;
  });
  const shares = [...byCode]
    .sort(([a], [b]) => a - b)
    .map(([code, ofCode]): [number, CodeShares] => {
      const byLabel = [...ofCode].map(([label, voxels]) => ({ label, voxels }));
      byLabel.sort((a, b) => b.voxels - a.voxels || a.label - b.label);
      return [code, { voxels: byLabel.reduce((sum, { voxels }) => sum + voxels, 0), labels: byLabel }];
    });
  return { regions, voxels: total, shares: new Map(shares) };
}

/** The same table without the voxels of one label value. */
export function withoutLabel(table: AuditTable, label: number): AuditTable {
  const shares = [...table.shares]
    .map(([code, { labels }]): [number, CodeShares] => {
      const kept = labels.filter((share) => share.label !== label);
      return [code, { labels: kept, voxels: kept.reduce((sum, { voxels }) => sum + voxels, 0) }];
    })
    .filter(([, { voxels }]) => voxels > 0);
  return {
    regions: table.regions,
    voxels: shares.reduce((sum, [, { voxels }]) => sum + voxels, 0),
    shares: new Map(shares),
  };
}

/** Voxels at which this label stands where this code does. */
export function voxelsWith(shares: CodeShares, label: number): number {
  return shares.labels.find((share) => share.label === label)?.voxels ?? 0;
}

/** Voxels that have another label than `written[code]`. */
export function countUnexplained(table: AuditTable, written: ArrayLike<number>): number {
  let unexplained = 0;
  for (const [code, shares] of table.shares) unexplained += shares.voxels - voxelsWith(shares, written[code]);
  return unexplained;
}

/** Voxels that are not of their code's most frequent label: 0 where the label is a function of the code. */
export function countAmbiguous({ shares }: AuditTable): number {
  let ambiguous = 0;
  for (const { voxels, labels } of shares.values()) ambiguous += voxels - labels[0].voxels;
  return ambiguous;
}
