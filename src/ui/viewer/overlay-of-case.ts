import type { CaseResult, StructureScore } from '../../core/case/case-result.ts';
import { eachCell } from '../../core/counts/joint-counts.ts';
import { legendWords } from '../../core/messages/viewer.ts';
import {
  causesOf,
  IGNORED_CLASS,
  LABEL_COLOURS,
  colourOfLabel,
  overlayOfSelection,
  tabulateCauses,
  tabulateLabels,
  type OverlayMode,
} from '../../core/volume/overlay.ts';
import { regionsIn } from '../../core/reconstruction/reconstruction.ts';
import { tabulateSelection, type CodeMeaning } from '../../core/volume/select-voxels.ts';
import type { Selection } from '../../core/labels/selection.ts';
import type { FillStyle } from './overlay-pixels.ts';
import { outlinesOf, type NamedOutline } from './overlay-outlines.ts';
import { said, type LegendEntry, type OverlaySpec } from './overlay-spec.ts';
import { causeLegend, causeStyles } from './overlay-causes.ts';
import {
  ERROR_OPACITY,
  FALSE_NEGATIVE_COLOUR,
  FALSE_POSITIVE_COLOUR,
  LABELS,
  OVERLAY,
  TRUE_POSITIVE_OPACITY,
  type Hex,
} from '../labels/palette.ts';

type Result = Pick<
  CaseResult,
  'scheme' | 'labelScores' | 'regionScores' | 'rawRegionScores' | 'patterns' | 'joint' | 'labels'
>;

/** Labels named in a legend; of more, the largest ones. */
const MOST_LABELS = 8;

const solid = (fill: Hex, opacity: number): FillStyle => ({ fill, hatch: null, opacity, rim: false });

/**
 * What is laid over the image of a case: the tables by which voxels become classes, the style of each class,
 * outlines and the legend. `meaning` says what the codes on the slices stand for.
 */
export function overlayOfCase(
  result: Result,
  meaning: CodeMeaning,
  mode: OverlayMode,
  selection: Selection,
): OverlaySpec {
  const outlines = outlinesOf(result, meaning, mode, selection);
  const spec = (parts: Omit<OverlaySpec, 'mode' | 'outlines'>): OverlaySpec => ({
    mode,
    ...parts,
    outlines,
    legend: [...parts.legend, ...outlines.map(outlineEntry)],
  });
  switch (mode) {
    case 'reference':
    case 'prediction':
      return spec({
        tables: tabulateLabels(mode, meaning),
        styles: LABEL_STYLES,
        legend: labelLegend(result, mode),
      });
    case 'errors':
      return spec({
        tables: overlayOfSelection(tabulateSelection(selection, meaning)),
        styles: errorStyles(selection),
        legend: errorLegend(result, selection),
      });
    case 'reconstruction': {
      const causes = causesOf(result.patterns ?? []);
      return spec({
        tables: tabulateCauses(causes, meaning),
        styles: causeStyles(causes),
        legend: causeLegend(causes, result),
      });
    }
  }
}

/** The style of every label colour, and of the ignore label. */
export const LABEL_STYLES: readonly (FillStyle | null)[] = Array.from(
  { length: IGNORED_CLASS + 1 },
  (_, colour) => {
    if (colour === 0) return null;
    if (colour > LABEL_COLOURS) return { fill: null, hatch: OVERLAY.ignored, opacity: 0.6, rim: false };
    return solid(LABELS[colour - 1], TRUE_POSITIVE_OPACITY);
  },
);

/** A line for each of the largest labels of a map. */
export function labelLegend(
  { labelScores }: Pick<CaseResult, 'labelScores'>,
  mode: 'reference' | 'prediction',
): LegendEntry[] {
  const voxelsOf = (score: StructureScore) => (mode === 'reference' ? score.nRef : score.nPred);
  const found = labelScores.filter((score) => voxelsOf(score) > 0);
  const shown = [...found].sort((a, b) => voxelsOf(b) - voxelsOf(a)).slice(0, MOST_LABELS);
  const entries = found
    .filter((score) => shown.includes(score))
    .map((score): LegendEntry => {
      const colour = LABELS[colourOfLabel(score.labels[0]) - 1] ?? OVERLAY.ignored;
      const text = `${score.labels[0]} ${score.name}`;
      return { swatch: 'square', colour, text, note: null, voxels: voxelsOf(score) };
    });
  const more = found.length - shown.length;
  return more === 0 ? entries : [...entries, plainEntry(said(legendWords.moreLabels, { more }), null)];
}

function errorStyles(selection: Selection): readonly (FillStyle | null)[] {
  return [
    null,
    solid(OVERLAY.truePositive, TRUE_POSITIVE_OPACITY),
    solid(FALSE_POSITIVE_COLOUR, ERROR_OPACITY),
    solid(FALSE_NEGATIVE_COLOUR, ERROR_OPACITY),
    chosenStyle(selection),
  ];
}

/** A cell is drawn by what it is for background: right, only predicted, only in the reference, or confused. */
function chosenStyle(selection: Selection): FillStyle {
  if (selection.kind === 'cell') {
    const { reference, predicted } = selection;
    if (reference === predicted) return solid(OVERLAY.truePositive, TRUE_POSITIVE_OPACITY);
    if (reference === 0) return solid(FALSE_POSITIVE_COLOUR, ERROR_OPACITY);
    if (predicted === 0) return solid(FALSE_NEGATIVE_COLOUR, ERROR_OPACITY);
  }
  return { fill: OVERLAY.chosen, hatch: null, opacity: ERROR_OPACITY, rim: true };
}

function errorLegend(result: Result, selection: Selection): LegendEntry[] {
  const colour = chosenStyle(selection).fill ?? OVERLAY.chosen;
  if (selection.kind === 'cell') {
    const { reference, predicted } = selection;
    const text = said(legendWords.cell, { reference, predicted });
    return [
      { swatch: 'square', colour, text, note: null, voxels: voxelsOfCell(result, reference, predicted) },
    ];
  }
  if (selection.kind === 'pattern') {
    const row = result.patterns?.find(({ pattern }) => pattern === selection.pattern);
    const regions = regionsIn(selection.pattern).map((index) => result.scheme.regions[index]?.name ?? '');
    const text = said(legendWords.pattern, { regions, writes: row?.writes ?? 0 });
    return [{ swatch: 'square', colour, text, note: null, voxels: row?.voxels ?? 0 }];
  }
  const score = scoreOf(result, selection);
  const entries = [
    { part: 'tp', colour: OVERLAY.truePositive, text: said(legendWords.tp) },
    { part: 'fp', colour: FALSE_POSITIVE_COLOUR, text: said(legendWords.fp) },
    { part: 'fn', colour: FALSE_NEGATIVE_COLOUR, text: said(legendWords.fn) },
  ] as const;
  return entries
    .filter(({ part }) => selection.part === 'all' || selection.part === part)
    .map(({ part, colour: ink, text }) => ({
      swatch: 'dot',
      colour: ink,
      text,
      note: null,
      voxels: score?.[part] ?? null,
    }));
}

/** The score of the structure chosen, of the raw masks where those are meant. */
function scoreOf(
  result: Result,
  selection: Extract<Selection, { kind: 'structure' }>,
): StructureScore | null {
  const { structure, raw } = selection;
  if (structure.kind === 'label') {
    return result.labelScores.find(({ labels }) => labels[0] === structure.value) ?? null;
  }
  const scores = raw ? result.rawRegionScores : result.regionScores;
  return scores?.[structure.index] ?? null;
}

function voxelsOfCell({ joint, labels }: Result, reference: number, predicted: number): number {
  let found = 0;
  eachCell(joint, (row, column, voxels) => {
    if (labels[row] === reference && labels[column] === predicted) found = voxels;
  });
  return found;
}

/** The line of the legend that an outline has. */
export function outlineEntry({ name, note, colour, dashed }: NamedOutline): LegendEntry {
  return { swatch: dashed ? 'dashed' : 'outline', colour, text: name, note: said(note), voxels: null };
}

function plainEntry(text: LegendEntry['text'], voxels: number | null): LegendEntry {
  return { swatch: 'none', colour: OVERLAY.ignored, text, note: null, voxels };
}
