import { nodeOf } from './drop-account.ts';
import type { Region } from '../labels/label-scheme.ts';

/** How regions lie in each other. */
export interface Hierarchy {
  /** For each region the smallest one that contains it, -1 for one that none contains. Of equal sets the first contains the others. */
  readonly parents: readonly number[];
  /** The first two regions that overlap although neither contains the other; null for a tree. */
  readonly overlap: readonly [number, number] | null;
}

/** Where the other side of an error lies, seen from a label at its node (SPEC 4). */
export type ErrorSide = 'outer' | 'inner' | 'sibling';

/** The tree that regions form by inclusion, or the pair that keeps them from being one. */
export function findHierarchy(regions: readonly Region[]): Hierarchy {
  const parents = regions.map((_, region) => {
    const containing = regions.map((_, i) => i).filter((other) => contains(regions, other, region));
    return containing.reduce(
      (least, other) => (least < 0 || contains(regions, least, other) ? other : least),
      -1,
    );
  });
  return { parents, overlap: findOverlap(regions) };
}

function findOverlap(regions: readonly Region[]): readonly [number, number] | null {
  for (let a = 0; a < regions.length; a++) {
    for (let b = a + 1; b < regions.length; b++) {
      const shared = regions[a].labels.some((label) => regions[b].labels.includes(label));
      if (shared && !contains(regions, a, b) && !contains(regions, b, a)) return [a, b];
    }
  }
  return null;
}

/** Whether region `outer` contains region `inner`; of equal sets the first contains the others. */
function contains(regions: readonly Region[], outer: number, inner: number): boolean {
  if (outer === inner) return false;
  const [a, b] = [regions[outer].labels, regions[inner].labels];
  if (!b.every((label) => a.includes(label))) return false;
  return a.length > b.length || !a.every((label) => b.includes(label)) || outer < inner;
}

/** The regions that contain a label, the largest first, down to its node; empty for a label without a node. */
export function chainOf(label: number, regions: readonly Region[], { parents }: Hierarchy): number[] {
  const chain: number[] = [];
  for (let region = nodeOf(label, regions); region >= 0; region = parents[region]) chain.unshift(region);
  return chain;
}

/**
 * On which side of `label` an error with `other` lies: outer for background, for a label outside every region and for
 * a label at an ancestor's node; inner for a label at a descendant's node; sibling for any other.
 */
export function sideOf(
  label: number,
  other: number,
  regions: readonly Region[],
  hierarchy: Hierarchy,
): ErrorSide {
  const own = chainOf(label, regions, hierarchy);
  const others = chainOf(other, regions, hierarchy);
  const [node, otherNode] = [own.at(-1), others.at(-1)];
  if (otherNode === undefined || node === undefined) return 'outer';
  if (node === otherNode) return 'sibling';
  if (own.includes(otherNode)) return 'outer';
  return others.includes(node) ? 'inner' : 'sibling';
}
