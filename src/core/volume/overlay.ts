import type { CodeMeaning, SelectionTables } from './select-voxels.ts';
import type { PatternRow } from '../case/case-result.ts';
import { classifyComparison, type ComparisonTables } from './overlay-comparison.ts';
import type { Codes } from './volume.ts';

/** What is laid over the image: label maps, a structure's TP, FP and FN, or what the reconstruction changed. */
export type OverlayMode = 'reference' | 'prediction' | 'errors' | 'reconstruction';

/**
 * How pixels become classes: `classes[first[reference code] * columns + second[code]]`, where `reads` says
 * whether `second` is of predicted labels, of a second prediction or of patterns ('none': column 0). Class 0 is not drawn.
 */
export interface OverlayTables {
  readonly reads: 'labels' | 'patterns' | 'other' | 'none';
  readonly columns: number;
  readonly first: Uint8Array;
  readonly second: Uint8Array;
  readonly classes: Uint8Array;
}

/** The codes of one slice, all of one length. */
export interface CodePlanes {
  readonly reference: Codes | null;
  readonly predicted: Codes | null;
  readonly pattern: Codes | null;
  /** Of a second prediction. */
  readonly other?: Codes | null;
}

/** Number of label colours; beyond it they repeat, and the number tells. */
export const LABEL_COLOURS = 12;
/** The class of the ignore label in a label overlay: after the label colours. */
export const IGNORED_CLASS = LABEL_COLOURS + 1;

/** The colour of a label, 1 to 12; 0 for background and below. */
export function colourOfLabel(value: number): number {
  return value > 0 ? ((value - 1) % LABEL_COLOURS) + 1 : 0;
}

/** Tables that show a label map; the class of a label is its colour, of the ignore label `IGNORED_CLASS`. */
export function tabulateLabels(shown: 'reference' | 'prediction', meaning: CodeMeaning): OverlayTables {
  const colours = (labels: readonly number[]) =>
    Uint8Array.from(labels, (label) => (label === meaning.ignore ? IGNORED_CLASS : colourOfLabel(label)));
  const classes = Uint8Array.from({ length: IGNORED_CLASS + 1 }, (_, colour) => colour);
  const none = new Uint8Array(meaning.reference.length);
  return shown === 'reference'
    ? { reads: 'none', columns: 1, first: colours(meaning.reference), second: new Uint8Array(1), classes }
    : {
        reads: 'labels',
        columns: IGNORED_CLASS + 1,
        first: none,
        second: colours(meaning.predicted),
        classes,
      };
}

/** Tables that show exactly the voxels of a selection; classes are those of core/selection.ts. */
export function overlayOfSelection(selection: SelectionTables): OverlayTables {
  return {
    reads: selection.compares,
    columns: 2,
    first: selection.inReference,
    second: selection.inPrediction,
    classes: Uint8Array.from(selection.classes),
  };
}

/** Colours per kind of cause; causes beyond share the last one. */
export const CAUSE_TONES = 4;

/** What the reconstruction changed, as it is told apart on the slices: patterns in one colour. */
export interface Cause {
  /** Its class on the slices: 1 to 4 gained, 5 to 8 lost, 9 to 12 both at once. */
  readonly class: number;
  readonly kind: 'gained' | 'lost' | 'both';
  /** 0 to 3, by voxels among the causes of its kind. */
  readonly tone: number;
  readonly patterns: readonly PatternRow[];
  readonly voxels: number;
}

/** The causes of a case, most voxels first within each kind; more than `CAUSE_TONES` of a kind share the last. */
export function causesOf(patterns: readonly PatternRow[]): Cause[] {
  const kinds = ['gained', 'lost', 'both'] as const;
  const kindOf = ({ gained, lost }: PatternRow) =>
    gained.length === 0 ? (lost.length === 0 ? null : 'lost') : lost.length === 0 ? 'gained' : 'both';
  return kinds.flatMap((kind, k) => {
    const rows = patterns.filter((row) => kindOf(row) === kind).sort((a, b) => b.voxels - a.voxels);
    const groups = rows.slice(0, CAUSE_TONES).map((row) => [row]);
    groups.at(-1)?.push(...rows.slice(CAUSE_TONES));
    return groups.map((group, tone) => ({
      class: 1 + k * CAUSE_TONES + tone,
      kind,
      tone,
      patterns: group,
      voxels: group.reduce((sum, row) => sum + row.voxels, 0),
    }));
  });
}

/** Tables that show the voxels that the reconstruction changed, by cause; ignored voxels are left out. */
export function tabulateCauses(causes: readonly Cause[], meaning: CodeMeaning): OverlayTables {
  const columns = 3 * CAUSE_TONES + 1;
  const second = new Uint8Array(2 ** meaning.regions.length);
  for (const cause of causes) for (const row of cause.patterns) second[row.pattern] = cause.class;
  const classes = Uint8Array.from({ length: 2 * columns }, (_, cell) => (cell < columns ? cell : 0));
  const first = Uint8Array.from(meaning.reference, (label) => (label === meaning.ignore ? 1 : 0));
  return { reads: 'patterns', columns, first, second, classes };
}

/**
 * The class of every pixel of a slice; all 0 where the codes that the tables read are missing. Without a
 * reference every pixel counts as reference code 0.
 */
export function classifyPlane(
  tables: OverlayTables | ComparisonTables,
  planes: CodePlanes,
  pixels: number,
): Uint8Array {
  if (tables.reads === 'comparison') return classifyComparison(tables, planes, pixels);
  const { reads, columns, first, second, classes } = tables;
  const result = new Uint8Array(pixels);
  const { reference } = planes;
  const codes = { labels: planes.predicted, patterns: planes.pattern, other: planes.other, none: null }[
    reads
  ];
  if (reads === 'none') {
    for (let i = 0; reference && i < pixels; i++) result[i] = classes[first[reference[i]] * columns];
  } else if (codes && reference) {
    for (let i = 0; i < pixels; i++) result[i] = classes[first[reference[i]] * columns + second[codes[i]]];
  } else if (codes) {
    for (let i = 0; i < pixels; i++) result[i] = classes[first[0] * columns + second[codes[i]]];
  }
  return result;
}

/** Which pixels of a slice belong to a structure (1) or not (0): `members[code]` is 1 for codes that do. */
export function structureMask(codes: Codes, members: Uint8Array): Uint8Array {
  const mask = new Uint8Array(codes.length);
  for (let i = 0; i < codes.length; i++) mask[i] = members[codes[i]];
  return mask;
}
