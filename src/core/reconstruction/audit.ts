import { matchOf, type AuditCandidate, type AuditCause, type AuditMatch } from './audit-cause.ts';
import { decidesSomewhere } from './audit-orders.ts';
import { countAmbiguous, countUnexplained, type AuditTable, type LabelVoxels } from './audit-table.ts';
import type { Vec3 } from '../volume/grid.ts';
import type { LabelScheme } from '../labels/label-scheme.ts';
import { auditVerdict, type VerdictFacts } from '../messages/audit.ts';
import type { Language } from '../messages/sentence.ts';
import { regionsIn } from './reconstruction.ts';
import { nnunetRule } from './rule.ts';
import { ruleTable } from './rule-table.ts';

/** One pattern and the labels that stand there. */
export interface AuditPattern {
  readonly pattern: number;
  readonly voxels: number;
  /** The label that nnU-Net writes. */
  readonly expected: number;
  /** The labels of the map, most voxels first; one where the map follows a rule of the patterns. */
  readonly found: readonly LabelVoxels[];
}

/** A voxel whose label is not what the rule writes. */
export interface Contradiction {
  readonly voxel: Vec3;
  readonly pattern: number;
  readonly expected: number;
  readonly found: number;
}

/** What a label map was made by. */
export interface AuditResult {
  readonly matches: AuditMatch;
  /** What explains every voxel; null where nothing known does. */
  readonly cause: AuditCause | null;
  /** Further causes that would write the very same map. */
  readonly also: readonly AuditCause[];
  /** Where nothing explains every voxel: what explains most. */
  readonly nearest: AuditCause | null;
  /** The label that each region writes under the cause, or under the nearest, by region. */
  readonly order: readonly number[];
  /** The regions in the order in which they write; those left out are not in it. */
  readonly sequence: readonly number[];
  /** Regions whose label shows at no voxel, so that it cannot be told. */
  readonly undecided: readonly number[];
  /** Whether every pattern has one label. */
  readonly isFunction: boolean;
  readonly patterns: readonly AuditPattern[];
  /** Voxels that the cause, or the nearest one, does not explain: 0 exactly where `cause` is there. */
  readonly contradictions: number;
  /** The first of them, in the order of the volume. */
  readonly firstContradictions: readonly Contradiction[];
  /** Voxels that have another label than nnU-Net writes. */
  readonly differing: number;
  readonly voxels: number;
}

/**
 * The first candidate that explains all voxels, with the others that do; without one the nearest. Of several
 * equally near ones the first; a general one, which fits anything, only where it leaves less than half of what the others leave.
 */
export function chooseCandidate(
  specific: readonly AuditCandidate[],
  general: readonly AuditCandidate[] = [],
): { readonly chosen: AuditCandidate; readonly also: readonly AuditCandidate[] } {
  const exact = [...specific, ...general].filter(({ unexplained }) => unexplained === 0);
  if (exact.length > 0) return { chosen: exact[0], also: exact.slice(1) };
  const least = (candidates: readonly AuditCandidate[]) =>
    candidates.reduce<AuditCandidate | null>(
      (best, next) => (!best || next.unexplained < best.unexplained ? next : best),
      null,
    );
  const [near, any] = [least(specific), least(general)];
  if (!near) throw new RangeError('There is no candidate to choose from.');
  return { chosen: any && any.unexplained < near.unexplained / 2 ? any : near, also: [] };
}

/** The result of an audit. `table`: pattern of p > 0.5, or of the masks, against label. */
export function concludeAudit(
  table: AuditTable,
  { regions }: LabelScheme,
  { chosen, also }: ReturnType<typeof chooseCandidate>,
  firstContradictions: readonly Contradiction[],
): AuditResult {
  const { cause, unexplained, writes, sequence } = chosen;
  const expected = ruleTable(nnunetRule(regions), regions);
  const isExact = unexplained === 0;
  return {
    matches: isExact ? matchOf(cause) : 'none',
    cause: isExact ? cause : null,
    also: also.map((other) => other.cause),
    nearest: isExact ? null : cause,
    order: writes,
    sequence,
    undecided: sequence.filter((region) => !decidesSomewhere(table, sequence, region)),
    isFunction: countAmbiguous(table) === 0,
    patterns: [...table.shares]
      .map(([pattern, { voxels, labels }]) => ({
        pattern,
        voxels,
        expected: expected[pattern],
        found: labels,
      }))
      .sort((a, b) => b.voxels - a.voxels || a.pattern - b.pattern),
    contradictions: unexplained,
    firstContradictions,
    differing: countUnexplained(table, expected),
    voxels: table.voxels,
  };
}

/** The verdict in one line. */
export function sayVerdict(result: AuditResult, scheme: LabelScheme, language: Language): string {
  return auditVerdict[language](verdictFacts(result, scheme));
}

function verdictFacts(result: AuditResult, { regions }: LabelScheme): VerdictFacts {
  const [first] = result.firstContradictions;
  const name = (region: number) => regions[region].name;
  return {
    cause: result.cause,
    also: result.also,
    nearest: result.nearest,
    own: regions.map(({ writes }) => writes),
    names: regions.map(({ name }) => name),
    contradictions: result.contradictions,
    first: first ? { ...first, regions: regionsIn(first.pattern).map(name) } : null,
  };
}

/** An audit as the page exports it and the command line writes it (SPEC 9, dicelens/audit@1). */
export function formatAudit(result: AuditResult, scheme: LabelScheme) {
  const keys = scheme.regions.map(({ key }) => key);
  const keysOf = (pattern: number) => regionsIn(pattern).map((region) => keys[region]);
  return {
    schema: 'dicelens/audit@1',
    verdict: sayVerdict(result, scheme, 'en'),
    matches: result.matches,
    order: result.order,
    sequence: result.sequence.map((region) => keys[region]),
    undecided: result.undecided.map((region) => keys[region]),
    also: [...new Set(result.also.map(matchOf))],
    nearest: result.nearest && matchOf(result.nearest),
    patterns: result.patterns.map(({ pattern, voxels, expected, found }) => ({
      regions: keysOf(pattern),
      voxels,
      writes: expected,
      found,
    })),
    isFunction: result.isFunction,
    contradictions: result.contradictions,
    firstContradictions: result.firstContradictions.map(({ voxel, pattern, expected, found }) => ({
      voxel,
      regions: keysOf(pattern),
      writes: expected,
      found,
    })),
    differing: result.differing,
    voxels: result.voxels,
  };
}
