import type { PatchDraws } from './patch-sampler.ts';

/** The patches of one case: which they are among all, and x, y, z of their first voxels. */
export interface CasePatches {
  readonly patches: Uint32Array;
  readonly starts: Int32Array;
}

/** The patches of each case, in the order in which they were drawn. */
export function groupByCase({ cases, starts }: PatchDraws, count: number): CasePatches[] {
  const sizes = new Uint32Array(count);
  for (const index of cases) sizes[index]++;
  const groups = Array.from(sizes, (size) => ({
    patches: new Uint32Array(size),
    starts: new Int32Array(3 * size),
  }));
  const filled = new Uint32Array(count);
  for (let patch = 0; patch < cases.length; patch++) {
    const { patches, starts: own } = groups[cases[patch]];
    const at = filled[cases[patch]]++;
    patches[at] = patch;
    own[3 * at] = starts[3 * patch];
    own[3 * at + 1] = starts[3 * patch + 1];
    own[3 * at + 2] = starts[3 * patch + 2];
  }
  return groups;
}
