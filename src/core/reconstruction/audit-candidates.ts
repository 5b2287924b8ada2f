import type { AuditCandidate, AuditCause } from './audit-cause.ts';
import { fitPermutation, fitSequence, fitWrites, type OrderFit } from './audit-orders.ts';
import { countUnexplained, voxelsWith, withoutLabel, type AuditTable } from './audit-table.ts';
import type { LabelScheme, Region } from '../labels/label-scheme.ts';
import { nnunetRule, type Rule } from './rule.ts';
import { ruleTable } from './rule-table.ts';

/** Up to so many regions every set of them is tried as missing, beyond that one at a time. */
const MAX_SUBSETS = 7;

/**
 * The known causes that start from nnU-Net's own patterns, p > 0.5, the likelier first. `table`: pattern
 * against label. Found from the table alone: no volume is touched again.
 */
export function thresholdCandidates(table: AuditTable, scheme: LabelScheme): AuditCandidate[] {
  const { regions } = scheme;
  const nnunet = nnunetRule(regions);
  const { sequence, writes } = nnunet;
  const rule = (cause: AuditCause, changed: Partial<Rule>): AuditCandidate =>
    ruleCandidate(table, 'above', cause, { ...nnunet, ...changed }, regions);
  const alphabetical = namesInOrder(regions);
  const byPlace = alphabetical.reduce<number[]>((labels, region, place) => {
    labels[region] = writes[place];
    return labels;
  }, []);
  const unmapped = regions.map((_, i) => i + 1);
  return [
    rule({ matches: 'nnunet' }, {}),
    ...orders(table, regions, [fitPermutation(table, sequence, writes), fitSequence(table, writes, writes)]),
    ...(alphabetical.every((region, i) => region === i)
      ? []
      : [
          rule({ matches: 'alphabetical', labels: 'own' }, { sequence: alphabetical }),
          rule({ matches: 'alphabetical', labels: 'by-place' }, { sequence: alphabetical, writes: byPlace }),
        ]),
    ...(isSame(unmapped, writes) ? [] : [rule({ matches: 'unmapped' }, { writes: unmapped })]),
    ...backgroundCandidates(table, regions),
    ...missingRegions(table, regions, rule),
    ...ignoreCandidates(table, scheme),
  ];
}

/** The causes that explain the most and say the least: any label for each region, in any sequence. */
export function generalCandidates(table: AuditTable, { regions }: LabelScheme): AuditCandidate[] {
  const { sequence, writes } = nnunetRule(regions);
  return orders(table, regions, [fitWrites(table, sequence, writes), fitSequence(table, writes, null)]);
}

/** nnU-Net's rule with p >= 0.5. `table`: pattern of p >= 0.5 against label. */
export function atLeastCandidates(table: AuditTable, { regions }: LabelScheme): AuditCandidate[] {
  const cause = { matches: 'greater-or-equal' } as const;
  return [ruleCandidate(table, 'at-least', cause, nnunetRule(regions), regions)];
}

/** The largest probability in all its forms. `table`: pattern with winner against label. */
export function argmaxCandidates(table: AuditTable, { regions }: LabelScheme): AuditCandidate[] {
  const nnunet = nnunetRule(regions);
  return [true, false].flatMap((thresholded) =>
    (['label', 'index'] as const).map((writes) => {
      const rule: Rule = { ...nnunet, kind: 'argmax', argmax: { thresholded, writes } };
      return ruleCandidate(table, 'argmax', { matches: 'argmax', thresholded, writes }, rule, regions);
    }),
  );
}

function ruleCandidate(
  table: AuditTable,
  codes: AuditCandidate['codes'],
  cause: AuditCause,
  rule: Rule,
  regions: readonly Region[],
): AuditCandidate {
  const written = ruleTable(rule, regions);
  const asIndex = rule.kind === 'argmax' && rule.argmax.writes === 'index';
  const writes = asIndex ? regions.map((_, i) => i + 1) : rule.writes;
  const { sequence } = rule;
  return { cause, codes, written, writes, sequence, unexplained: countUnexplained(table, written) };
}

/** nnU-Net's rule, its labels changed afterwards. */
function changedCandidate(
  table: AuditTable,
  cause: AuditCause,
  regions: readonly Region[],
  change: (label: number, code: number) => number,
): AuditCandidate {
  const nnunet = ruleCandidate(table, 'above', cause, nnunetRule(regions), regions);
  const written = nnunet.written.map(change);
  const writes = nnunet.writes.map((label) => change(label, -1));
  return { ...nnunet, written, writes, unexplained: countUnexplained(table, written) };
}

function orders(
  table: AuditTable,
  regions: readonly Region[],
  fits: readonly (OrderFit | null)[],
): AuditCandidate[] {
  const nnunet = nnunetRule(regions);
  return fits.flatMap((fit) => {
    if (!fit || (isSame(fit.writes, nnunet.writes) && isSame(fit.sequence, nnunet.sequence))) return [];
    const { writes, sequence } = fit;
    const cause: AuditCause = { matches: 'order', writes, sequence };
    return [ruleCandidate(table, 'above', cause, { ...nnunet, writes, sequence }, regions)];
  });
}

function missingRegions(
  table: AuditTable,
  regions: readonly Region[],
  rule: (cause: AuditCause, changed: Partial<Rule>) => AuditCandidate,
): AuditCandidate[] {
  const { sequence, writes } = nnunetRule(regions);
  const n = regions.length;
  const subsets =
    n <= MAX_SUBSETS
      ? Array.from({ length: 2 ** n - 2 }, (_, i) => sequence.filter((region) => (i + 1) & (1 << region)))
      : sequence.map((region) => [region]);
  subsets.sort((a, b) => a.length - b.length);
  return subsets.flatMap((missing) => {
    const kept = sequence.filter((region) => !missing.includes(region));
    const movedUp = [...writes];
    kept.forEach((region, place) => (movedUp[region] = writes[place]));
    return [
      rule({ matches: 'region-missing', missing, labels: 'own' }, { sequence: kept }),
      ...(isSame(movedUp, writes)
        ? []
        : [
            rule(
              { matches: 'region-missing', missing, labels: 'by-place' },
              { sequence: kept, writes: movedUp },
            ),
          ]),
    ];
  });
}

/** Background as another label, and all labels one off. */
function backgroundCandidates(table: AuditTable, regions: readonly Region[]): AuditCandidate[] {
  const found: AuditCandidate[] = [];
  const label = table.shares.get(0)?.labels[0].label ?? 0;
  if (label !== 0) {
    const cause: AuditCause = { matches: 'background', label };
    found.push(changedCandidate(table, cause, regions, (own, code) => (code === 0 ? label : own)));
  }
  for (const by of [1, -1]) {
    for (const background of [true, false]) {
      const cause: AuditCause = { matches: 'offset', by, background };
      const change = (own: number, code: number) => (code === 0 && !background ? 0 : own + by);
      found.push(changedCandidate(table, cause, regions, change));
    }
  }
  return found;
}

function ignoreCandidates(table: AuditTable, { regions, ignore }: LabelScheme): AuditCandidate[] {
  if (ignore === null) return [];
  let voxels = 0;
  for (const shares of table.shares.values()) voxels += voxelsWith(shares, ignore);
  if (voxels === 0) return [];
  const cause: AuditCause = { matches: 'ignore', label: ignore, voxels };
  return [changedCandidate(withoutLabel(table, ignore), cause, regions, (label) => label)];
}

/** Region indices in the order in which Python sorts their names. */
function namesInOrder(regions: readonly Region[]): number[] {
  const names = regions.map(({ name }) => [...name].map((letter) => letter.codePointAt(0) ?? 0));
  const order = (a: readonly number[], b: readonly number[]) => {
    const at = a.findIndex((code, i) => code !== b[i]);
    return at < 0 ? a.length - b.length : a[at] - (b[at] ?? -1);
  };
  return regions.map((_, i) => i).sort((a, b) => order(names[a], names[b]));
}

function isSame(a: readonly number[], b: readonly number[]): boolean {
  return a.length === b.length && a.every((value, i) => value === b[i]);
}
