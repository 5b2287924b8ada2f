import type { CaseResult } from '../../core/case/case-result.ts';
import { nameOf, type LabelScheme } from '../../core/labels/label-scheme.ts';
import type { Sentence } from '../../core/messages/sentence.ts';
import { legendWords } from '../../core/messages/viewer.ts';
import { causesOf, type OverlayMode } from '../../core/volume/overlay.ts';
import type { CodeMeaning } from '../../core/volume/select-voxels.ts';
import type { Selection, StructureRef } from '../../core/labels/selection.ts';
import type { OutlineSpec } from './overlay-spec.ts';
import { OVERLAY } from '../labels/palette.ts';

/** An outline with what the legend calls it. */
export interface NamedOutline extends OutlineSpec {
  readonly name: string;
  readonly note: Sentence;
}

/**
 * The borders drawn over a slice. Errors of a structure: the reference of the smallest region round it (the
 * structure itself where there is none). A label map: the selected structure of the other map, since its own
 * is to be seen anyway. Reconstruction: the raw masks of up to two regions that were changed most.
 */
export function outlinesOf(
  { scheme, patterns }: Pick<CaseResult, 'scheme' | 'patterns'>,
  meaning: CodeMeaning,
  mode: OverlayMode,
  selection: Selection,
): NamedOutline[] {
  if (mode === 'reconstruction') return rawOutlines({ scheme, patterns });
  const structure = structureOf(selection);
  if (!structure) return [];
  if (mode === 'errors') {
    return [outlineOf(scheme, surroundingOf(scheme, structure), meaning.reference, 'reference')];
  }
  return mode === 'reference'
    ? [outlineOf(scheme, structure, meaning.predicted, 'predicted')]
    : [outlineOf(scheme, structure, meaning.reference, 'reference')];
}

/** The smallest region that holds all labels of a structure and more; the structure itself where none does. */
export function surroundingOf(scheme: LabelScheme, structure: StructureRef): StructureRef {
  const inside = labelsOf(scheme, structure);
  let smallest: StructureRef = structure;
  let size = Infinity;
  scheme.regions.forEach(({ labels }, index) => {
    const holds = labels.length > inside.length && inside.every((label) => labels.includes(label));
    if (!holds || labels.length >= size) return;
    smallest = { kind: 'region', index };
    size = labels.length;
  });
  return smallest;
}

function structureOf(selection: Selection): StructureRef | null {
  if (selection.kind === 'structure') return selection.structure;
  if (selection.kind === 'pattern') return null;
  const { reference, predicted } = selection;
  return reference || predicted ? { kind: 'label', value: reference || predicted } : null;
}

function labelsOf(scheme: LabelScheme, structure: StructureRef): readonly number[] {
  return structure.kind === 'label' ? [structure.value] : (scheme.regions[structure.index]?.labels ?? []);
}

function outlineOf(
  scheme: LabelScheme,
  structure: StructureRef,
  labels: readonly number[],
  of: 'reference' | 'predicted',
): NamedOutline {
  const inside = labelsOf(scheme, structure);
  return {
    of,
    members: Uint8Array.from(labels, (label) => (inside.includes(label) ? 1 : 0)),
    colour: OVERLAY.outline,
    dashed: of === 'predicted',
    name:
      structure.kind === 'label'
        ? nameOf(scheme, structure.value)
        : (scheme.regions[structure.index]?.name ?? ''),
    note: of === 'reference' ? legendWords.ofReference : legendWords.ofPrediction,
  };
}

function rawOutlines({ scheme, patterns }: Pick<CaseResult, 'scheme' | 'patterns'>): NamedOutline[] {
  const changed = new Map<number, number>();
  for (const cause of causesOf(patterns ?? [])) {
    for (const { gained, lost, voxels } of cause.patterns) {
      for (const region of [...gained, ...lost]) changed.set(region, (changed.get(region) ?? 0) + voxels);
    }
  }
  const regions = [...changed].sort((a, b) => b[1] - a[1]).slice(0, 2);
  return regions.map(([region], i) => ({
    of: 'pattern',
    members: Uint8Array.from({ length: 2 ** scheme.regions.length }, (_, bits) => (bits >> region) & 1),
    colour: i === 0 ? OVERLAY.outline : OVERLAY.secondOutline,
    dashed: false,
    name: scheme.regions[region]?.name ?? '',
    note: legendWords.ofRaw,
  }));
}
