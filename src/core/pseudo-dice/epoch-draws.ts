import type { PatchDraws } from './patch-sampler.ts';

/** Patches of one epoch in one case. */
export interface CaseDraws {
  readonly all: number;
  /** Of those, forced onto a structure. */
  readonly forced: number;
}

/** How often each of `count` cases was drawn in an epoch; all 0 for an epoch that was not simulated. */
export function countDraws(
  { perEpoch, cases, forced }: PatchDraws,
  count: number,
  epoch: number,
): CaseDraws[] {
  const draws = Array.from({ length: count }, () => ({ all: 0, forced: 0 }));
  const end = Math.min(cases.length, (epoch + 1) * perEpoch);
  for (let patch = epoch * perEpoch; patch < end; patch++) {
    const of = draws[cases[patch]];
    of.all++;
    if (forced[patch] >= 0) of.forced++;
  }
  return draws;
}

/** Cases along some axis of which the patch is longer than the image, so that it is padded. */
export function countPadded(
  cases: readonly { readonly size: readonly number[] }[],
  patch: readonly number[],
): number {
  return cases.filter(({ size }) => size.some((length, axis) => patch[axis] > length)).length;
}
