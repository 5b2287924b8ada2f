import type { ConfusionPart, Selection, StructureRef } from '../../core/labels/selection.ts';

/** The event by which every element says what a person has chosen; it crosses shadow roots. */
export function selectionChange(selection: Selection): CustomEvent<Selection> {
  return new CustomEvent('selection-change', { detail: selection, bubbles: true, composed: true });
}

/** A structure or a part of it; `raw` means nothing for a label and is then false. */
export function structureSelection(structure: StructureRef, part: ConfusionPart, raw: boolean): Selection {
  return { kind: 'structure', structure, part, raw: raw && structure.kind === 'region' };
}

/** Another event of an element, with its detail. */
export function elementEvent<Detail>(name: string, detail?: Detail): CustomEvent<Detail> {
  return new CustomEvent(name, { detail, bubbles: true, composed: true });
}
