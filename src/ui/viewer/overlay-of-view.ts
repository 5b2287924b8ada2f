import type { CaseResult } from '../../core/case/case-result.ts';
import { eachCell } from '../../core/counts/joint-counts.ts';
import type { Selection } from '../../core/labels/selection.ts';
import { comparisonWords as text, viewWords } from '../../core/messages/view-settings.ts';
import type { Sentence } from '../../core/messages/sentence.ts';
import { AGREEMENT, COMPARED, keysOf, type ComparisonTables } from '../../core/volume/overlay-comparison.ts';
import { tabulateLooks } from '../../core/volume/overlay-looks.ts';
import { colourOfLabel, type OverlayMode } from '../../core/volume/overlay.ts';
import type { CodeMeaning } from '../../core/volume/select-voxels.ts';
import type { ViewSettings } from '../../core/volume/view-settings.ts';
import {
  ERROR_OPACITY,
  FALSE_NEGATIVE_COLOUR,
  FALSE_POSITIVE_COLOUR,
  LABELS,
  OVERLAY,
  SIDES,
  TRUE_POSITIVE_OPACITY,
  type Hex,
} from '../labels/palette.ts';
import { LABEL_STYLES, labelLegend, outlineEntry, overlayOfCase } from './overlay-of-case.ts';
import { outlinesOf } from './overlay-outlines.ts';
import type { FillStyle } from './overlay-pixels.ts';
import { said, type LegendEntry, type OverlaySpec } from './overlay-spec.ts';

type Result = Parameters<typeof overlayOfCase>[0] & Pick<CaseResult, 'labelScores'>;

/** A case and how it is looked at. */
export interface ViewedCase {
  readonly result: Result;
  readonly meaning: CodeMeaning;
  readonly mode: OverlayMode;
  readonly selection: Selection;
  readonly view: Pick<ViewSettings, 'compare' | 'everything' | 'flicker' | 'looks'>;
  /** A second prediction, where there is one, and the names of both. */
  readonly other: { readonly labels: readonly number[] } | null;
  readonly names: readonly [string, string];
}

/** The overlay, and what it is compared with: names are sentences where no model is named. */
export interface ViewedOverlay {
  readonly overlay: OverlaySpec;
  readonly second: OverlaySpec | null;
  readonly names: readonly [string | Sentence, string | Sentence] | null;
}

const solid = (fill: Hex, opacity = ERROR_OPACITY): FillStyle => ({ fill, hatch: null, opacity, rim: false });

const COMPARED_STYLES = [
  null,
  solid(OVERLAY.truePositive, TRUE_POSITIVE_OPACITY),
  solid(FALSE_POSITIVE_COLOUR),
  solid(FALSE_NEGATIVE_COLOUR),
  solid(SIDES.inner),
];
/** Coloured by who is wrong: A stays orange and B pink, both wrong is white. */
const AGREEMENT_STYLES = [
  null,
  solid(OVERLAY.truePositive, TRUE_POSITIVE_OPACITY),
  solid(OVERLAY.prediction),
  solid('#c86b9f'),
  solid('#ffffff'),
];

/**
 * What is laid over a case by settings other than the usual: errors of all labels at once, labels with looks of
 * their own, and comparisons of reference and prediction or of two models.
 */
export function overlayOfView(viewed: ViewedCase): ViewedOverlay {
  const { result, meaning, mode, selection, view, other, names } = viewed;
  const alone = (overlay: OverlaySpec): ViewedOverlay => ({ overlay, second: null, names: null });
  const maps = [viewWords.reference, viewWords.prediction] as const;
  switch (view.compare) {
    case 'flicker':
      return { overlay: labelsOf(viewed, view.flicker), second: null, names: [viewWords[view.flicker], ''] };
    case 'agreement':
      if (other) return alone(agreementOf(viewed, other.labels));
      break;
    case 'side-by-side':
      if (other) {
        return { overlay: errorsOf(viewed, null), second: errorsOf(viewed, other.labels), names };
      }
      return { overlay: labelsOf(viewed, 'reference'), second: labelsOf(viewed, 'prediction'), names: maps };
    case 'swipe':
      return { overlay: labelsOf(viewed, 'reference'), second: labelsOf(viewed, 'prediction'), names: maps };
    case 'none':
  }
  if (mode === 'errors' && view.everything) return alone(errorsOf(viewed, null));
  if (mode === 'reference' || mode === 'prediction') {
    const outlines = outlinesOf(result, meaning, mode, selection);
    const labels = labelsOf(viewed, mode);
    return alone({ ...labels, outlines, legend: [...labels.legend, ...outlines.map(outlineEntry)] });
  }
  return alone(overlayOfCase(result, meaning, mode, selection));
}

/** A label map in the looks of its labels, without outlines: two of them are held against each other. */
function labelsOf({ result, meaning, view }: ViewedCase, shown: 'reference' | 'prediction'): OverlaySpec {
  const { tables, looks } = tabulateLooks(shown, meaning, view.looks);
  const own = looks.map((look): FillStyle | null => {
    const label = Number(Object.keys(view.looks).find((value) => view.looks[Number(value)] === look));
    const colour = look.colour ?? LABELS[colourOfLabel(label) - 1] ?? OVERLAY.ignored;
    return solid(colour, TRUE_POSITIVE_OPACITY * look.opacity);
  });
  const legend = labelLegend(result, shown).flatMap((entry): LegendEntry[] => {
    const look = view.looks[Number.parseInt(typeof entry.text === 'string' ? entry.text : '', 10)];
    if (look && !look.visible) return [];
    return [look?.colour ? { ...entry, colour: look.colour } : entry];
  });
  return { mode: shown, tables, styles: [...LABEL_STYLES, ...own], outlines: [], legend };
}

/** The labels compared as one: those of the structure chosen, null for every label apart. */
function structureOf({ result, selection, view }: ViewedCase): readonly number[] | null {
  if (view.everything || selection.kind !== 'structure') return null;
  const { structure } = selection;
  return structure.kind === 'label'
    ? [structure.value]
    : (result.scheme.regions[structure.index]?.labels ?? []);
}

/** Errors of the prediction, or of a second one, with the reference's outline where one structure is chosen. */
function errorsOf(viewed: ViewedCase, other: readonly number[] | null): OverlaySpec {
  const { meaning } = viewed;
  const structure = structureOf(viewed);
  const keys = (labels: readonly number[]) => keysOf(labels, structure, meaning.ignore);
  const tables: ComparisonTables = {
    reads: 'comparison',
    reference: keys(meaning.reference),
    a: other ? null : keys(meaning.predicted),
    b: other && keys(other),
  };
  const counts = other ? null : countErrors(viewed, structure);
  const entries = [
    [COMPARED.right, text.tp],
    [COMPARED.falsePositive, text.fp],
    [COMPARED.falseNegative, text.fn],
    ...(structure ? [] : [[COMPARED.swap, text.swap] as const]),
  ] as const;
  return comparison(viewed, tables, COMPARED_STYLES, entries, counts);
}

function agreementOf(viewed: ViewedCase, other: readonly number[]): OverlaySpec {
  const { meaning } = viewed;
  const structure = structureOf(viewed);
  const keys = (labels: readonly number[]) => keysOf(labels, structure, meaning.ignore);
  const tables: ComparisonTables = {
    reads: 'comparison',
    reference: keys(meaning.reference),
    a: keys(meaning.predicted),
    b: keys(other),
  };
  const entries = [
    [AGREEMENT.bothRight, text.bothRight],
    [AGREEMENT.onlyAWrong, text.onlyA],
    [AGREEMENT.onlyBWrong, text.onlyB],
    [AGREEMENT.bothWrong, text.bothWrong],
  ] as const;
  return comparison(viewed, tables, AGREEMENT_STYLES, entries, null);
}

function comparison(
  viewed: ViewedCase,
  tables: ComparisonTables,
  styles: readonly (FillStyle | null)[],
  entries: readonly (readonly [number, Sentence])[],
  counts: readonly number[] | null,
): OverlaySpec {
  const { result, meaning, selection } = viewed;
  const outlines = structureOf(viewed) ? outlinesOf(result, meaning, 'errors', selection) : [];
  const legend = entries.map(([value, name]): LegendEntry => ({
    swatch: 'dot',
    colour: styles[value]?.fill ?? OVERLAY.chosen,
    text: said(name),
    note: null,
    voxels: counts?.[value] ?? null,
  }));
  return { mode: 'errors', tables, styles, outlines, legend: [...legend, ...outlines.map(outlineEntry)] };
}

/** Voxels of each class of `COMPARED` in the whole volume, from the joint counts. */
function countErrors({ result, meaning }: ViewedCase, structure: readonly number[] | null): number[] {
  const keys = keysOf(result.labels, structure, meaning.ignore);
  const counts = [0, 0, 0, 0, 0];
  eachCell(result.joint, (row, column, voxels) => {
    const [truth, predicted] = [keys[row], keys[column] || 0];
    if (Number.isNaN(truth)) return;
    if (truth === predicted) counts[truth === 0 ? 0 : COMPARED.right] += voxels;
    else if (truth === 0) counts[COMPARED.falsePositive] += voxels;
    else counts[predicted === 0 ? COMPARED.falseNegative : COMPARED.swap] += voxels;
  });
  return counts;
}
