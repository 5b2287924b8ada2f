import { html, type TemplateResult } from 'lit';
import type { StructureRef } from '../../core/labels/selection.ts';
import './dl-label-chip.ts';
import './dl-region-chip.ts';

/** The chip of a structure: one square for a label, squares in one outline for a region. */
export function structureChip(structure: StructureRef, labels: readonly number[]): TemplateResult {
  return structure.kind === 'label'
    ? html`<dl-label-chip .label=${structure.value}></dl-label-chip>`
    : html`<dl-region-chip .labels=${labels}></dl-region-chip>`;
}
