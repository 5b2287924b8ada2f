import { colourOfLabel, IGNORED_CLASS, type OverlayTables } from './overlay.ts';
import type { CodeMeaning } from './select-voxels.ts';
import type { LabelLook } from './view-settings.ts';

/** Classes are bytes: looks beyond this many in one case are left as usual. */
const MOST_LOOKS = 255 - IGNORED_CLASS;

/** Tables that show a label map with looks, and the look of each class from `IGNORED_CLASS + 1` on. */
export interface LookedTables {
  readonly tables: OverlayTables;
  readonly looks: readonly LabelLook[];
}

/**
 * As `tabulateLabels`, where labels with a look of their own have a class of their own; hidden ones are not drawn.
 * `other` is the labels by code of a second prediction, shown in place of the first.
 */
export function tabulateLooks(
  shown: 'reference' | 'prediction' | 'other',
  meaning: CodeMeaning,
  looksOf: Readonly<Record<number, LabelLook>>,
  other: readonly number[] = [],
): LookedTables {
  const labels = { reference: meaning.reference, prediction: meaning.predicted, other }[shown];
  const looks: LabelLook[] = [];
  const classOf = new Map<number, number>();
  for (const label of labels) {
    const look = looksOf[label];
    if (!look || classOf.has(label)) continue;
    if (!look.visible) classOf.set(label, 0);
    else if (looks.length < MOST_LOOKS) {
      looks.push(look);
      classOf.set(label, IGNORED_CLASS + looks.length);
    }
  }
  const usual = (label: number) => (label === meaning.ignore ? IGNORED_CLASS : colourOfLabel(label));
  const codes = Uint8Array.from(labels, (label) => classOf.get(label) ?? usual(label));
  const columns = IGNORED_CLASS + 1 + looks.length;
  const classes = Uint8Array.from({ length: columns }, (_, value) => value);
  const tables: OverlayTables =
    shown === 'reference'
      ? { reads: 'none', columns: 1, first: codes, second: new Uint8Array(1), classes }
      : {
          reads: shown === 'other' ? 'other' : 'labels',
          columns,
          first: new Uint8Array(meaning.reference.length),
          second: codes,
          classes,
        };
  return { tables, looks };
}
