import type { CaseResult, StructureScore } from '../case/case-result.ts';
import { eachCell } from './joint-counts.ts';
import type { ConfusionPart, Selection, StructureRef } from '../labels/selection.ts';

/** So many voxels have this label on the side in question. */
export interface LabelShare {
  readonly label: number;
  readonly voxels: number;
}

/** What TP, FP and FN of a structure consist of; most voxels first, empty ones left out. */
export interface MakeUp {
  readonly tp: readonly LabelShare[];
  readonly fp: readonly LabelShare[];
  readonly fn: readonly LabelShare[];
}

/**
 * TP and FP by reference label, FN by the label predicted instead. For a region's raw mask (`raw`) FN is by
 * reference label too, since a mask says not which label stands there. Sums are those of the structure's score.
 */
export function makeUpOf(result: CaseResult, structure: StructureRef, raw: boolean): MakeUp {
  if (raw && structure.kind === 'region' && result.patterns) return rawMakeUp(result, structure.index);
  const labels = new Set(labelsOf(result, structure));
  const [tp, fp, fn] = [new Map<number, number>(), new Map<number, number>(), new Map<number, number>()];
  eachCell(result.joint, (row, column, voxels) => {
    const [reference, predicted] = [result.labels[row], result.labels[column]];
    if (!labels.has(reference) && !labels.has(predicted)) return;
    if (!labels.has(predicted)) add(fn, predicted, voxels);
    else add(labels.has(reference) ? tp : fp, reference, voxels);
  });
  return { tp: shares(tp), fp: shares(fp), fn: shares(fn) };
}

/** The pattern rows leave out voxels where no region is set: those are what the rows of N have in addition. */
function rawMakeUp(result: CaseResult, region: number): MakeUp {
  const inRegion = new Set(result.scheme.regions[region].labels);
  const [tp, fp, fn] = [new Map<number, number>(), new Map<number, number>(), new Map<number, number>()];
  eachCell(result.joint, (row, _, voxels) => {
    if (inRegion.has(result.labels[row])) add(fn, result.labels[row], voxels);
  });
  for (const { pattern, byReference } of result.patterns ?? []) {
    if ((pattern & (1 << region)) === 0) continue;
    byReference.forEach((voxels, row) => {
      const label = result.labels[row];
      add(inRegion.has(label) ? tp : fp, label, voxels);
      if (inRegion.has(label)) add(fn, label, -voxels);
    });
  }
  return { tp: shares(tp), fp: shares(fp), fn: shares(fn) };
}

function add(sums: Map<number, number>, label: number, voxels: number): void {
  sums.set(label, (sums.get(label) ?? 0) + voxels);
}

function shares(sums: ReadonlyMap<number, number>): LabelShare[] {
  return [...sums]
    .filter(([, voxels]) => voxels > 0)
    .map(([label, voxels]) => ({ label, voxels }))
    .sort((a, b) => b.voxels - a.voxels || a.label - b.label);
}

/** The label values of a structure; none for a region that the scheme does not have. */
export function labelsOf(result: CaseResult, structure: StructureRef): readonly number[] {
  return structure.kind === 'label'
    ? [structure.value]
    : (result.scheme.regions[structure.index]?.labels ?? []);
}

/** The score of a structure, of its raw mask where asked for and given; null where the result has none. */
export function scoreOf(result: CaseResult, structure: StructureRef, raw: boolean): StructureScore | null {
  const regions = (raw && result.rawRegionScores) || result.regionScores;
  const scores = structure.kind === 'region' ? regions : result.labelScores;
  return scores.find((score) => isSameStructure(score.structure, structure)) ?? null;
}

export function isSameStructure(a: StructureRef | null, b: StructureRef | null): boolean {
  if (!a || !b) return false;
  if (a.kind === 'label') return b.kind === 'label' && a.value === b.value;
  return b.kind === 'region' && a.index === b.index;
}

/** The structure of a selection; null for a cell or a pattern. */
export function structureOf(selection: Selection | null): StructureRef | null {
  return selection?.kind === 'structure' ? selection.structure : null;
}

/** Whether a selection is exactly this part of this structure, of the raw mask or not. */
export function isSelected(
  selection: Selection | null,
  structure: StructureRef,
  part: ConfusionPart,
  raw: boolean,
): boolean {
  return (
    selection?.kind === 'structure' &&
    selection.part === part &&
    isSameStructure(selection.structure, structure) &&
    (structure.kind === 'label' || selection.raw === raw)
  );
}

/**
 * The score to compare with: of a label the region at whose node it hangs, of a region the label that only it
 * and its ancestors contain (the one that drops most, where there are several); null where there is none.
 */
export function naturalPartner(
  result: CaseResult,
  structure: StructureRef,
  raw: boolean,
): StructureScore | null {
  if (structure.kind === 'label') {
    const drop = result.drops.find(({ label }) => label === structure.value);
    return drop ? scoreOf(result, { kind: 'region', index: drop.region }, raw) : null;
  }
  const own = result.drops.filter(({ region }) => region === structure.index);
  const [most] = own.sort((a, b) => (Number.isNaN(b.drop) ? -1 : Number.isNaN(a.drop) ? 1 : b.drop - a.drop));
  return most ? scoreOf(result, { kind: 'label', value: most.label }, false) : null;
}
