import type { AuditResult } from '../../core/reconstruction/audit.ts';
import type { CaseResult } from '../../core/case/case-result.ts';
import { legendWords } from '../../core/messages/viewer.ts';
import { laboratoryWords } from '../../core/messages/reconstruction-page.ts';
import { causesOf, colourOfLabel, IGNORED_CLASS, type OverlayTables } from '../../core/volume/overlay.ts';
import { regionInitials } from '../../core/labels/region-initials.ts';
import {
  classesOfRows,
  foregroundRows,
  isChanged,
  keyOfRow,
  tabulateRuleSelection,
  type RuleMeaning,
  type RuleSelection,
} from '../../core/reconstruction/rule-selection.ts';
import { LABEL_STYLES, labelLegend } from '../viewer/overlay-of-case.ts';
import type { FillStyle } from '../viewer/overlay-pixels.ts';
import { said, type LegendEntry, type OutlineSpec, type OverlaySpec } from '../viewer/overlay-spec.ts';
import { auditOverlay } from './rule-overlay-audit.ts';
import { probabilityOverlay } from './rule-overlay-probability.ts';
import {
  ERROR_OPACITY,
  FALSE_NEGATIVE_COLOUR,
  FALSE_POSITIVE_COLOUR,
  GAINED_TONES,
  LOST_TONES,
  OVERLAY,
  TRUE_POSITIVE_OPACITY,
} from '../labels/palette.ts';

/** Causes that the legend names; of more, the largest. */
const MOST_CAUSES = 6;

/** What is laid over the slices of the laboratory; their `pattern` holds the codes of the rule unless told otherwise. */
export interface RuleOverlay {
  readonly result: CaseResult;
  readonly meaning: RuleMeaning;
  readonly mode: 'labels' | 'changes' | 'probability' | 'errors' | 'audit';
  readonly choice:
    RuleSelection | { readonly kind: 'evidence'; readonly pattern: number; readonly label: number } | null;
  /** Of `probability`: the region, whose probability, 0 to 255, stands as `pattern`. */
  readonly region: number;
  /** Of `audit`: what was found, and what the codes of the label map given mean. */
  readonly audit: { readonly audit: AuditResult; readonly meaning: RuleMeaning } | null;
}

/** The tables, styles, outlines and legend of a mode of the laboratory. */
export function overlayOfRule(shown: RuleOverlay): OverlaySpec {
  const { result, meaning, mode, choice, audit } = shown;
  switch (mode) {
    case 'labels':
      return spec({
        tables: byCode(meaning, Uint8Array.from(meaning.written, colourOfLabel), IGNORED_CLASS + 1),
        styles: LABEL_STYLES,
        legend: labelLegend(result, 'prediction'),
        outlines: [],
      });
    case 'changes':
      return changesOverlay(result, meaning, choice?.kind === 'pattern' ? choice : null);
    case 'probability':
      return probabilityOverlay(result, meaning, shown.region);
    case 'errors':
      return choice?.kind === 'structure' ? errorsOverlay(result, meaning, choice) : NOTHING;
    case 'audit':
      return audit
        ? auditOverlay(audit.audit, audit.meaning, choice?.kind === 'evidence' ? choice : null)
        : NOTHING;
  }
}

/** An overlay of the laboratory: all of them show what a reconstruction did. */
export function spec(parts: Omit<OverlaySpec, 'mode'>): OverlaySpec {
  return { mode: 'reconstruction', ...parts };
}

const NOTHING: OverlaySpec = spec({
  tables: {
    reads: 'none',
    columns: 1,
    first: new Uint8Array(1),
    second: new Uint8Array(1),
    classes: new Uint8Array(1),
  },
  styles: [null],
  legend: [],
  outlines: [],
});

/** Tables in which the class of a voxel is that of its code; with an ignored reference it has none. */
function byCode({ reference, ignore }: RuleMeaning, second: Uint8Array, columns: number): OverlayTables {
  const first = Uint8Array.from(reference, (label) => (label === ignore ? 1 : 0));
  const classes = Uint8Array.from({ length: 2 * columns }, (_, cell) => (cell < columns ? cell : 0));
  return { reads: 'patterns', columns, first, second, classes };
}

function changesOverlay(
  result: CaseResult,
  meaning: RuleMeaning,
  choice: Extract<RuleSelection, { kind: 'pattern' }> | null,
): OverlaySpec {
  const rows = foregroundRows(result.patterns ?? []);
  const causes = causesOf(rows);
  const chosen = choice && rows.find((row) => keyOfRow(row) === keyOfRow(choice));
  const causeOfChoice = causes.find(({ patterns }) => chosen && patterns.includes(chosen));
  const shown = [...rows.filter(isChanged), ...(chosen && !causeOfChoice ? [chosen] : [])];
  const styles: (FillStyle | null)[] = [null];
  shown.forEach((row, i) => {
    const cause = causes.find(({ patterns }) => patterns.includes(row));
    // rows that share a colour are told apart by being chosen
    const isBehind = cause === causeOfChoice && row !== chosen;
    styles[Math.min(i + 1, 255)] = cause
      ? {
          fill: cause.kind === 'lost' ? null : GAINED_TONES[cause.tone],
          hatch: cause.kind === 'gained' ? null : LOST_TONES[cause.tone],
          opacity: isBehind ? 0.35 : 1,
          rim: true,
        }
      : { fill: OVERLAY.chosen, hatch: null, opacity: ERROR_OPACITY, rim: true };
  });
  const outlines = rawOutlines(result, meaning);
  return spec({
    tables: byCode(meaning, classesOfRows(shown, meaning), 256),
    styles,
    legend: [...changesLegend(result, chosen && !causeOfChoice ? chosen : null), ...outlines.legend],
    outlines: outlines.specs,
  });
}

function changesLegend(result: CaseResult, kept: ReturnType<typeof foregroundRows>[0] | null): LegendEntry[] {
  const causes = causesOf(foregroundRows(result.patterns ?? []));
  const initials = regionInitials(result.scheme.regions.map(({ name }) => name));
  const names = (regions: readonly number[]) => regions.map((region) => initials[region]);
  const shown = [...causes].sort((a, b) => b.voxels - a.voxels).slice(0, MOST_CAUSES);
  const more = causes.length - shown.length;
  const entries = causes
    .filter((cause) => shown.includes(cause))
    .map((cause): LegendEntry => {
      const [row] = cause.patterns;
      const regionsOf = ({ gained, lost }: typeof row) => `${gained} ${lost}`;
      const alike = causes.filter(
        (other) => other.kind === cause.kind && regionsOf(other.patterns[0]) === regionsOf(row),
      );
      const label = alike.length > 1 ? row.writes : null;
      const text = {
        gained: said(legendWords.gained, { regions: names(row.gained), label }),
        lost: said(legendWords.lost, { regions: names(row.lost), label }),
        both: said(legendWords.both, { gained: names(row.gained), lost: names(row.lost) }),
      }[cause.kind];
      const others = cause.patterns.length - 1;
      return {
        swatch: cause.kind === 'gained' ? 'square' : 'hatch',
        colour: (cause.kind === 'gained' ? GAINED_TONES : LOST_TONES)[cause.tone],
        text,
        note: others > 0 ? said(legendWords.morePatterns, { more: others }) : null,
        voxels: cause.voxels,
      };
    });
  if (more > 0) {
    const text = said(legendWords.moreLabels, { more });
    entries.push({ swatch: 'none', colour: OVERLAY.ignored, text, note: null, voxels: null });
  }
  if (kept) {
    const text = said(laboratoryWords.kept);
    entries.push({ swatch: 'square', colour: OVERLAY.chosen, text, note: null, voxels: kept.voxels });
  }
  if (entries.length > 0) return entries;
  const text = said(legendWords.nothingChanged);
  return [{ swatch: 'none', colour: OVERLAY.ignored, text, note: null, voxels: null }];
}

/** The raw masks of the two regions that were changed most. */
function rawOutlines({ patterns, scheme }: CaseResult, { patterns: patternOf }: RuleMeaning) {
  const changed = new Map<number, number>();
  for (const { gained, lost, voxels } of patterns ?? []) {
    for (const region of [...gained, ...lost]) changed.set(region, (changed.get(region) ?? 0) + voxels);
  }
  const initials = regionInitials(scheme.regions.map(({ name }) => name));
  const regions = [...changed].sort((a, b) => b[1] - a[1]).slice(0, 2);
  const colourOf = (i: number) => (i === 0 ? OVERLAY.outline : OVERLAY.secondOutline);
  return {
    specs: regions.map(([region], i): OutlineSpec => ({
      of: 'pattern',
      members: Uint8Array.from(patternOf, (pattern) => (pattern >> region) & 1),
      colour: colourOf(i),
      dashed: false,
    })),
    legend: regions.map(([region], i): LegendEntry => ({
      swatch: 'outline',
      colour: colourOf(i),
      text: initials[region],
      note: said(legendWords.ofRaw),
      voxels: null,
    })),
  };
}

function errorsOverlay(
  result: CaseResult,
  meaning: RuleMeaning,
  choice: Extract<RuleSelection, { kind: 'structure' }>,
): OverlaySpec {
  const { inReference, inCodes, classes } = tabulateRuleSelection(choice, meaning);
  const { structure, raw } = choice;
  const score =
    structure.kind === 'label'
      ? result.labelScores.find(({ labels: [label] }) => label === structure.value)
      : (raw ? result.rawRegionScores : result.regionScores)?.[structure.index];
  const parts = [
    {
      colour: OVERLAY.truePositive,
      text: legendWords.tp,
      voxels: score?.tp ?? 0,
      opacity: TRUE_POSITIVE_OPACITY,
    },
    { colour: FALSE_POSITIVE_COLOUR, text: legendWords.fp, voxels: score?.fp ?? 0, opacity: ERROR_OPACITY },
    { colour: FALSE_NEGATIVE_COLOUR, text: legendWords.fn, voxels: score?.fn ?? 0, opacity: ERROR_OPACITY },
  ];
  return spec({
    tables: {
      reads: 'patterns',
      columns: 2,
      first: inReference,
      second: inCodes,
      classes: Uint8Array.from(classes),
    },
    styles: [
      null,
      ...parts.map(({ colour, opacity }) => ({ fill: colour, hatch: null, opacity, rim: false })),
    ],
    legend: [
      {
        swatch: 'none',
        colour: OVERLAY.ignored,
        text: score?.name ?? '',
        note: raw ? said(legendWords.ofRaw) : null,
        voxels: null,
      },
      ...parts.map(({ colour, text, voxels }): LegendEntry => ({
        swatch: 'dot',
        colour,
        text: said(text),
        note: null,
        voxels,
      })),
    ],
    outlines: [],
  });
}
