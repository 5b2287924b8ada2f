import fc from 'fast-check';
import { expect, test } from 'vitest';
import { accountLabels } from '../../../src/core/account/account-labels.ts';
import { tabulateTerms } from '../../../src/core/account/account-selection.ts';
import { sayAccount, sayWhy } from '../../../src/core/account/account-sentence.ts';
import type { CaseResult } from '../../../src/core/case/case-result.ts';
import { evaluateCounts } from '../../../src/core/counts/evaluate-counts.ts';
import type { Region } from '../../../src/core/labels/label-scheme.ts';
import { LANGUAGES } from '../../../src/core/messages/sentence.ts';
import { countPairs, voxelPairs, type VoxelPair } from '../counts/joint-tables.ts';

const LABELS = 7; // 0 to 6, and 7 is ignored
const grid = { size: [1, 1, 1], spacingMm: [1, 1, 1], affine: [1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0] } as const;

function caseOf(regions: readonly Region[], voxels: readonly VoxelPair[]): CaseResult {
  const labels = Array.from({ length: LABELS + 1 }, (_, i) => i);
  return evaluateCounts({
    name: 'case',
    grid,
    engine: { kind: 'cpu', adapter: '', checked: true, reason: null },
    scheme: {
      labels: labels.slice(1, LABELS).map((value) => ({ value, name: `structure ${value}` })),
      regions,
      ignore: LABELS,
      channelNames: [],
    },
    referenceLabels: labels,
    labelMap: { counts: countPairs(voxels, LABELS + 1), labels },
    patterns: null,
    warnings: [],
  });
}

const region = (labels: readonly number[], i: number): Region => ({
  key: `(${labels.join(', ')},)`,
  name: `region ${i}`,
  labels,
  writes: labels[0],
});

/** Regions that split again and again: chains where a part takes all but one label, trees elsewhere. */
const tree: fc.Arbitrary<Region[]> = fc
  .tuple(fc.shuffledSubarray([1, 2, 3, 4, 5, 6], { minLength: 1 }), fc.array(fc.nat(99), { maxLength: 5 }))
  .map(([labels, cuts]) => {
    const sets: number[][] = [labels];
    for (const cut of cuts) {
      const parent = sets[cut % sets.length];
      const taken = new Set(
        sets.filter((set) => set !== parent && set.every((l) => parent.includes(l))).flat(),
      );
      const free = parent.filter((label) => !taken.has(label));
      const part = free.slice(0, 1 + (cut % Math.max(1, free.length)));
      if (part.length > 0 && part.length < parent.length) sets.push(part);
    }
    return sets.map(region);
  });

const voxels = voxelPairs(LABELS + 1, LABELS);
const kept = (all: readonly VoxelPair[]) => all.filter(([reference]) => reference !== LABELS);
const count = (all: readonly VoxelPair[], holds: (r: number, p: number) => boolean) =>
  kept(all).filter(([r, p]) => holds(r, p)).length;

test('volume and hierarchy give the drop to 1e-12 at every step of every ladder, each term as counted voxel by voxel', () => {
  fc.assert(
    fc.property(tree, voxels, (regions, all) => {
      const { labels, hierarchy } = accountLabels(caseOf(regions, all));
      expect(hierarchy.overlap).toBeNull();
      for (const { label, ladder, own, sides, byOther } of labels) {
        const holders = regions.filter((r) => r.labels.includes(label));
        expect(ladder.length).toBe(holders.length);
        for (const { from, to, added, skipped, ...step } of ladder) {
          const [R, L] = [from.score.labels, to.score.labels];
          const rest = (l: number) => R.includes(l) && !L.includes(l);
          const errors = (of: readonly number[]) => count(all, (r, p) => of.includes(r) !== of.includes(p));
          expect([from.errors.voxels, to.errors.voxels]).toEqual([errors(R), errors(L)]);
          expect(added.voxels).toBe(
            count(all, (r, p) => (L.includes(r) && rest(p)) || (L.includes(p) && rest(r))),
          );
          expect(skipped.voxels).toBe(
            count(all, (r, p) => (!R.includes(r) && rest(p)) || (!R.includes(p) && rest(r))),
          );
          expect(to.errors.voxels - from.errors.voxels).toBe(added.voxels - skipped.voxels);
          if (to.size === 0) expect(step.drop).toBe(Number.NaN);
          else {
            expect(Math.abs(step.volume + step.hierarchy - step.drop)).toBeLessThan(1e-12);
            expect(Math.abs(step.inner + step.spared - step.hierarchy)).toBeLessThan(1e-12);
          }
        }
        expect(byOther.reduce((sum, { term }) => sum + term.voxels, 0)).toBe(own.errors.voxels);
        const { outer, inner, sibling } = sides!;
        expect(outer.voxels + inner.voxels + sibling.voxels).toBe(own.errors.voxels);
      }
    }),
    { numRuns: 200 },
  );
});

test('the sides of an error are those of the tree', () => {
  fc.assert(
    fc.property(tree, voxels, (regions, all) => {
      const nodeOf = (label: number) =>
        regions.filter((r) => r.labels.includes(label)).sort((a, b) => a.labels.length - b.labels.length)[0];
      for (const { label, sides } of accountLabels(caseOf(regions, all)).labels) {
        const own = nodeOf(label);
        const side = (other: number) => {
          const node = nodeOf(other);
          if (!node || !own) return 'outer';
          if (node === own) return 'sibling';
          if (own.labels.every((l) => node.labels.includes(l))) return 'outer';
          return node.labels.every((l) => own.labels.includes(l)) ? 'inner' : 'sibling';
        };
        for (const name of ['outer', 'inner', 'sibling'] as const) {
          expect(sides?.[name].voxels).toBe(
            count(all, (r, p) => (r === label) !== (p === label) && side(r === label ? p : r) === name),
          );
        }
      }
    }),
    { numRuns: 200 },
  );
});

test('terms select exactly their voxels, and none whose reference is ignored', () => {
  fc.assert(
    fc.property(tree, voxels, (regions, all) => {
      const codes = Array.from({ length: LABELS + 1 }, (_, i) => i);
      for (const { ladder } of accountLabels(caseOf(regions, all)).labels) {
        for (const { added, skipped } of ladder) {
          const table = tabulateTerms([added, skipped], codes, codes);
          const chosen = (term: number) =>
            all.filter(([r, p]) => table[r * codes.length + p] === term).length;
          expect([chosen(1), chosen(2)]).toEqual([added.voxels, skipped.voxels]);
        }
      }
    }),
  );
});

test('every sentence is said without NaN in every language, whatever is absent', () => {
  const anyRegions = fc
    .array(fc.shuffledSubarray([1, 2, 3, 4, 5, 6], { minLength: 1 }), { maxLength: 4 })
    .map((sets) => sets.map(region));
  fc.assert(
    fc.property(fc.oneof(tree, anyRegions), voxels, (regions, all) => {
      const result = caseOf(regions, all);
      const account = accountLabels(result);
      for (const language of LANGUAGES) {
        expect(sayWhy(account, result, language)).not.toMatch(/NaN|undefined|Infinity|null/);
        for (const label of account.labels) {
          const text = sayAccount(label, account, result, language);
          expect(text).toMatch(language === 'en' ? /^[a-zA-Z0-9].*\.$/ : /。$/);
          expect(text).not.toMatch(/NaN|undefined|Infinity|null|: \.|：。/);
        }
      }
    }),
    { numRuns: 200 },
  );
});

test('regions that overlap are named, and the cells are accounted for alone', () => {
  const result = caseOf([region([1, 2], 0), region([2, 3], 1)], [[2, 1], [2, 2], [3, 0]]); // prettier-ignore
  const account = accountLabels(result);
  expect(account.hierarchy.overlap).toEqual([0, 1]);
  expect(account.labels[1]).toMatchObject({ sides: null, ladder: [], byOther: [{ other: 1, side: null }] });
  expect(sayAccount(account.labels[1], account, result, 'en')).toContain('region 0 and region 1 overlap');
});

test('the sentence says volume, border and what comes back', () => {
  const many = (n: number, r: number, p: number) => new Array<VoxelPair>(n).fill([r, p]);
  const result = caseOf(
    [region([1, 2], 0), region([1], 1)].map((r, i) => ({ ...r, name: ['whole', 'rim'][i] })),
    [...many(1000, 2, 2), ...many(90, 1, 1), ...many(60, 0, 2), ...many(30, 1, 2), ...many(20, 2, 0), ...many(10, 1, 0)],
  ); // prettier-ignore
  const account = accountLabels(result);
  expect(sayAccount(account.labels[1], account, result, 'en')).toBe(
    'Of 0.014 lost, 0.004 is volume: the same errors count 1.1 times as much in the smaller structure; 0.014 comes from the border to structure 1; 0.005 comes back with 10 errors that skip the label.',
  );
  expect(sayAccount(account.labels[0], account, result, 'en')).toBe('Region rim and label are the same voxels, so nothing is lost.'); // prettier-ignore
});
