import type { CaseResult } from '../../core/case/case-result.ts';
import type { AccountTerm } from '../../core/account/account-terms.ts';
import type { CaseAccount } from '../../core/account/account-labels.ts';
import { tabulateCells } from '../../core/counts/cell-tables.ts';
import { PREDICTED_CODE } from '../../core/surface/drawn-distances.ts';
import { legendWords } from '../../core/messages/viewer.ts';
import { whyLegendWords as text } from '../../core/messages/why-page.ts';
import { tabulateSelection, type CodeMeaning } from '../../core/volume/select-voxels.ts';
import type { StructureRef } from '../../core/labels/selection.ts';
import { chosenPart, type WhyChoice } from '../../core/account/why-choice.ts';
import type { FillStyle } from '../viewer/overlay-pixels.ts';
import { overlayOfCase } from '../viewer/overlay-of-case.ts';
import {
  said,
  type LegendEntry,
  type OutlineSpec,
  type OverlaySpec,
  type Said,
} from '../viewer/overlay-spec.ts';
import {
  ERROR_OPACITY,
  FALSE_NEGATIVE_COLOUR,
  FALSE_POSITIVE_COLOUR,
  OVERLAY,
  SIDES,
  TRUE_POSITIVE_OPACITY,
  type Hex,
} from '../labels/palette.ts';

/** A term as it is drawn, with its line of the legend. */
interface Layer {
  readonly term: AccountTerm;
  readonly fill: FillStyle;
  readonly swatch: LegendEntry['swatch'];
  readonly colour: Hex;
  readonly text: Said;
}

/** What is not chosen stays behind what is. */
const BEHIND = 0.45;

/**
 * The voxels of a choice over the image: errors of a label by the side on which they lie, of a region as FP and FN, and
 * what both maps agree on, with the border of the reference.
 */
export function overlayOfChoice(
  result: CaseResult,
  meaning: CodeMeaning,
  account: CaseAccount,
  choice: WhyChoice,
): OverlaySpec {
  if (choice.kind === 'selection') return overlayOfCase(result, meaning, 'errors', choice.selection);
  const chosen = chosenPart(account, choice);
  const label = account.labels.find((one) => one.label === choice.label);
  const side =
    choice.kind === 'part' && choice.part.startsWith('region')
      ? (label?.ladder.at(choice.step)?.from ?? label?.own)
      : (label?.ladder.at(choice.kind === 'part' ? choice.step : -1)?.to ?? label?.own);
  const structure: StructureRef = side?.score.structure ?? { kind: 'label', value: choice.label };
  const isApart = choice.kind === 'part' && label?.ladder.length === 0; // without a region there are no sides
  const isWhole = !chosen || isApart || (choice.kind === 'part' && choice.part === 'region-errors');
  const isOwn = structure.kind === 'label';
  if (isWhole || !label || !isOwn || !side) {
    if (chosen && choice.kind === 'part' && (choice.part === 'added' || choice.part === 'skipped')) {
      return specOf([layerOf(choice.part, chosen.term, 1)], meaning, structure);
    }
    return overlayOfCase(result, meaning, 'errors', {
      kind: 'structure',
      structure,
      part: 'all',
      raw: false,
    });
  }
  const { tp } = label.score;
  const agreed: AccountTerm = {
    voxels: tp,
    cells: tp > 0 ? [{ reference: label.label, predicted: label.label, voxels: tp }] : [],
  };
  const agreedLayer: Layer = {
    term: agreed,
    fill: solid(OVERLAY.truePositive, TRUE_POSITIVE_OPACITY),
    swatch: 'square',
    colour: OVERLAY.truePositive,
    text: said(text.agreed),
  };
  return specOf([...errorLayers(choice, chosen.term, label), agreedLayer], meaning, structure);
}

function errorLayers(
  choice: Exclude<WhyChoice, { kind: 'selection' }>,
  term: AccountTerm,
  { sides, own }: CaseAccount['labels'][number],
): Layer[] {
  const part = choice.kind === 'part' ? choice.part : 'other';
  if (part === 'skipped') return [layerOf('skipped', term, 1)];
  if (part === 'other' || !sides) {
    const rest = without(own.errors, term);
    return [layerOf('other', term, 1), ...(rest.voxels > 0 ? [layerOf('rest', rest, BEHIND)] : [])];
  }
  const isChosen = (side: 'outer' | 'inner' | 'sibling') =>
    part === 'label-errors' ||
    part === side ||
    (part === 'added' && side !== 'outer' && isAllIn(sides[side], term));
  return (['inner', 'outer', 'sibling'] as const)
    .filter((side) => sides[side].voxels > 0)
    .map((side) => layerOf(side, sides[side], isChosen(side) ? 1 : BEHIND));
}

function layerOf(kind: LayerKind, term: AccountTerm, strength: number): Layer {
  const colour = COLOURS[kind];
  const isHatched = kind === 'skipped';
  return {
    term,
    fill: isHatched
      ? { fill: null, hatch: colour, opacity: ERROR_OPACITY, rim: true }
      : solid(colour, ERROR_OPACITY * strength),
    swatch: isHatched ? 'hatch' : 'square',
    colour,
    text: said(text[kind]),
  };
}

type LayerKind = keyof typeof SIDES | 'added' | 'skipped' | 'other' | 'rest';

const COLOURS: Readonly<Record<LayerKind, Hex>> = {
  ...SIDES,
  added: SIDES.inner,
  skipped: OVERLAY.chosen,
  other: OVERLAY.chosen,
  rest: SIDES.outer,
};

const solid = (fill: Hex, opacity: number): FillStyle => ({ fill, hatch: null, opacity, rim: false });

function isAllIn(some: AccountTerm, all: AccountTerm): boolean {
  return some.cells.every((cell) =>
    all.cells.some(
      ({ reference, predicted }) => reference === cell.reference && predicted === cell.predicted,
    ),
  );
}

function without(all: AccountTerm, some: AccountTerm): AccountTerm {
  const cells = all.cells.filter(
    (cell) =>
      !some.cells.some(
        ({ reference, predicted }) => reference === cell.reference && predicted === cell.predicted,
      ),
  );
  return { cells, voxels: cells.reduce((sum, { voxels }) => sum + voxels, 0) };
}

function specOf(layers: readonly Layer[], meaning: CodeMeaning, structure: StructureRef): OverlaySpec {
  const outline = referenceOutline(structure, meaning);
  return {
    mode: 'errors',
    tables: tabulateCells(
      layers.map(({ term }) => term.cells),
      meaning,
    ),
    styles: [null, ...layers.map(({ fill }) => fill)],
    outlines: [outline],
    legend: [
      ...layers.map(({ swatch, colour, text: words, term }): LegendEntry => ({
        swatch,
        colour,
        text: words,
        note: null,
        voxels: term.voxels,
      })),
      {
        swatch: 'outline',
        colour: outline.colour,
        text: said(legendWords.ofReference),
        note: null,
        voxels: null,
      },
    ],
  };
}

/** The border of a structure in the reference, white. */
export function referenceOutline(structure: StructureRef, meaning: CodeMeaning): OutlineSpec {
  const { inReference } = tabulateSelection(
    { kind: 'structure', structure, part: 'all', raw: false },
    meaning,
  );
  return {
    of: 'reference',
    members: inReference.map((value) => (value === 1 ? 1 : 0)),
    colour: OVERLAY.outline,
    dashed: false,
  };
}

/** A structure's errors with the band round its reference boundary, `pattern` of the slice holding distance codes. */
export function overlayOfBand(
  result: CaseResult,
  meaning: CodeMeaning,
  structure: StructureRef,
  widthMm: number,
): OverlaySpec {
  const { inReference } = tabulateSelection(
    { kind: 'structure', structure, part: 'all', raw: false },
    meaning,
  );
  const tenths = Math.round(widthMm * 10);
  const inBand = Uint8Array.from({ length: 256 }, (_, code) => (code % PREDICTED_CODE <= tenths ? 1 : 0));
  const second = inBand.map((value, code) => value + (code >= PREDICTED_CODE ? 2 : 0));
  const [BAND, TP, FP, FN, INTERIOR] = [1, 2, 3, 4, 5];
  const classes = Uint8Array.from([0, BAND, FP, FP, FN, FN, INTERIOR, TP, 0, 0, 0, 0]);
  const scores = structure.kind === 'region' ? result.regionScores : result.labelScores;
  const score = scores.find(({ structure: own }) => JSON.stringify(own) === JSON.stringify(structure));
  const entry = (
    swatch: LegendEntry['swatch'],
    colour: Hex,
    words: Said,
    voxels: number | null,
  ): LegendEntry => ({
    swatch,
    colour,
    text: words,
    note: null,
    voxels,
  });
  return {
    mode: 'errors',
    tables: { reads: 'patterns', columns: 4, first: inReference, second, classes },
    styles: [
      null,
      solid('#ffffff', 0.16),
      solid(OVERLAY.truePositive, TRUE_POSITIVE_OPACITY),
      solid(FALSE_POSITIVE_COLOUR, ERROR_OPACITY),
      solid(FALSE_NEGATIVE_COLOUR, ERROR_OPACITY),
      solid(OVERLAY.truePositive, 0.35),
    ],
    outlines: [
      { of: 'pattern', members: inBand, colour: OVERLAY.secondOutline, dashed: false },
      referenceOutline(structure, meaning),
    ],
    legend: [
      entry('dot', FALSE_POSITIVE_COLOUR, said(legendWords.fp), score?.fp ?? null),
      entry('dot', FALSE_NEGATIVE_COLOUR, said(legendWords.fn), score?.fn ?? null),
      entry('outline', OVERLAY.outline, said(legendWords.ofReference), null),
      entry('outline', OVERLAY.secondOutline, said(text.band, { mm: widthMm }), null),
    ],
  };
}
