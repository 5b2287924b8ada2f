import {
  chooseCandidate,
  concludeAudit,
  type AuditResult,
  type Contradiction,
} from '../../core/reconstruction/audit.ts';
import {
  argmaxCandidates,
  atLeastCandidates,
  generalCandidates,
  thresholdCandidates,
} from '../../core/reconstruction/audit-candidates.ts';
import type { AuditCandidate } from '../../core/reconstruction/audit-cause.ts';
import { tabulateAudit, type AuditTable } from '../../core/reconstruction/audit-table.ts';
import { voxelAt } from '../../core/volume/grid.ts';
import type { LabelScheme } from '../../core/labels/label-scheme.ts';
import { MAX_ARGMAX_REGIONS, nnunetRule, type Rule } from '../../core/reconstruction/rule.ts';
import { patternOfCode, ruleTable } from '../../core/reconstruction/rule-table.ts';
import type { LabelMap } from '../../core/volume/volume.ts';
import { countJointCpu } from '../../engine/cpu/joint-counts.ts';
import { maskCodes } from '../../engine/cpu/mask-codes.ts';
import { isMoved, VOLUME_MOVES } from '../../engine/cpu/moved-labels.ts';
import { computeRuleCodes, type RuleCodes } from '../../engine/cpu/rule-codes.ts';
import type { AuditVolumes } from './read-audit.ts';

/** Contradicting voxels that are listed. */
const MAX_LISTED = 10;

/** Codes of the regions, and which labels stand at each. */
interface Counted {
  readonly codes: RuleCodes;
  readonly table: AuditTable;
}

/**
 * Says by which rule a label map was made of the regions. What follows from nnU-Net's own patterns is tried from
 * the table alone; only where that explains nothing are the volumes looked at again: for p >= 0.5, for argmax,
 * for a map that was flipped, shifted or transposed.
 * @throws the signal's reason, once aborted.
 */
export async function auditReconstruction(
  { labels, regions: volume }: AuditVolumes,
  scheme: LabelScheme,
  signal?: AbortSignal,
): Promise<AuditResult> {
  const { regions } = scheme;
  const rule = nnunetRule(regions);
  const count = async (changed: Partial<Rule>): Promise<Counted> => {
    const codes =
      'data' in volume
        ? await computeRuleCodes(volume, { ...rule, ...changed }, signal)
        : maskCodes(volume, changed.kind ?? rule.kind);
    const pair = {
      rows: codes.count,
      columns: labels.labels.length,
      reference: codes.codes,
      predicted: labels.codes,
    };
    return { codes, table: tabulateAudit(await countJointCpu(pair, signal), labels.labels, regions.length) };
  };

  const above = await count({});
  const counted: Record<AuditCandidate['codes'], Counted | null> = { above, 'at-least': null, argmax: null };
  const specific = thresholdCandidates(above.table, scheme);
  let general: AuditCandidate[] = [];
  const isExplained = () => [...specific, ...general].some(({ unexplained }) => unexplained === 0);
  if (!isExplained() && 'data' in volume) {
    counted['at-least'] = await count({ comparison: '>=' });
    specific.push(...atLeastCandidates(counted['at-least'].table, scheme));
    if (!isExplained() && regions.length <= MAX_ARGMAX_REGIONS) {
      counted.argmax = await count({ kind: 'argmax' });
      specific.push(...argmaxCandidates(counted.argmax.table, scheme));
    }
  }
  if (!isExplained()) general = generalCandidates(above.table, scheme);
  if (!isExplained()) specific.push(...findMoves(above, labels, scheme, signal));

  const choice = chooseCandidate(specific, general);
  const { chosen } = choice;
  const codes = counted[chosen.codes]?.codes ?? above.codes;
  const listed = chosen.unexplained > 0 ? listContradictions(codes, labels, chosen, regions.length) : [];
  return concludeAudit(above.table, scheme, choice, listed);
}

/** The moves after which the label map is exactly what nnU-Net writes. */
function findMoves(
  { codes }: Counted,
  labels: LabelMap,
  { regions }: LabelScheme,
  signal?: AbortSignal,
): AuditCandidate[] {
  const rule = nnunetRule(regions);
  const written = ruleTable(rule, regions);
  const pair = {
    size: codes.size,
    expected: codes.codes,
    found: labels.codes,
    foundCodes: labels.labels.length,
    agrees: Uint8Array.from({ length: codes.count * labels.labels.length }, (_, i) => {
      const code = Math.floor(i / labels.labels.length);
      return written[code] === labels.labels[i % labels.labels.length] ? 1 : 0;
    }),
    background: Uint8Array.from(written, (label) => (label === 0 ? 1 : 0)),
  };
  for (const move of VOLUME_MOVES) {
    signal?.throwIfAborted();
    if (!isMoved(pair, move)) continue;
    const { writes, sequence } = rule;
    return [{ cause: { matches: 'moved', move }, codes: 'above', written, writes, sequence, unexplained: 0 }];
  }
  return [];
}

function listContradictions(
  { size, codes }: RuleCodes,
  labels: LabelMap,
  { written }: AuditCandidate,
  regions: number,
): Contradiction[] {
  const listed: Contradiction[] = [];
  for (let i = 0; i < codes.length && listed.length < MAX_LISTED; i++) {
    const [expected, found] = [written[codes[i]], labels.labels[labels.codes[i]]];
    if (expected === found) continue;
    listed.push({ voxel: voxelAt(size, i), pattern: patternOfCode(codes[i], regions), expected, found });
  }
  return listed;
}
