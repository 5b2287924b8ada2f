import fc from 'fast-check';
import { formatRegionKey, type LabelScheme, type Region } from '../../../src/core/labels/label-scheme.ts';
import type { Rule } from '../../../src/core/reconstruction/rule.ts';

/** Regions of these labels, each writing its entry of the order; named alphabetically backwards unless told. */
export function regionsOf(
  sets: readonly (readonly number[])[],
  order: readonly number[],
  names: readonly string[] = sets.map((_, i) => `region ${i}`),
): Region[] {
  return sets.map((labels, i) => ({
    key: formatRegionKey(labels),
    name: names[i],
    labels,
    writes: order[i],
  }));
}

/** A scheme of these regions, its labels named by their value. */
export function schemeOf(regions: readonly Region[], ignore: number | null = null): LabelScheme {
  const values = [...new Set(regions.flatMap(({ labels }) => labels))].sort((a, b) => a - b);
  return {
    labels: values.map((value) => ({ value, name: `label ${value}` })),
    regions,
    ignore,
    channelNames: [],
  };
}

/** Any regions of labels 1 to 5, up to `most`, writing any of these labels. */
export const anyRegions = (most: number) =>
  fc
    .array(fc.tuple(fc.subarray([1, 2, 3, 4, 5], { minLength: 1 }), fc.integer({ min: 1, max: 5 })), {
      minLength: 1,
      maxLength: most,
    })
    .map((entries) =>
      regionsOf(
        entries.map(([labels]) => labels),
        entries.map(([, label]) => label),
      ),
    );

/** Any rule for n regions, with thresholds from `threshold`. */
export const anyRule = (n: number, threshold: fc.Arbitrary<number>): fc.Arbitrary<Rule> =>
  fc.record({
    kind: fc.constantFrom('overwrite', 'nested', 'argmax'),
    sequence: fc.shuffledSubarray([...Array(n).keys()], { minLength: n, maxLength: n }),
    writes: fc.array(fc.integer({ min: 1, max: 6 }), { minLength: n, maxLength: n }),
    thresholds: fc.array(threshold, { minLength: n, maxLength: n }),
    comparison: fc.constantFrom('>', '>='),
    argmax: fc.record({ thresholded: fc.boolean(), writes: fc.constantFrom('index', 'label') }),
  });

/** The label of one voxel from its probabilities, as the rule's description says, word for word. */
export function plainLabel(
  values: readonly number[],
  rule: Rule,
  thresholds: readonly number[],
  regions: readonly Region[],
): number {
  const negative = (p: number) => p < 0 || Object.is(p, -0);
  const set = values.map(
    (p, i) => !negative(p) && (rule.comparison === '>' ? p > thresholds[i] : p >= thresholds[i]),
  );
  if (rule.kind === 'argmax') {
    const sizes = values.map((p) => (Number.isNaN(p) || negative(p) ? 0 : p));
    const winner = sizes.indexOf(Math.max(...sizes));
    if (rule.argmax.thresholded && !set[winner]) return 0;
    return rule.argmax.writes === 'index' ? winner + 1 : rule.writes[winner];
  }
  const contains = (outer: Region, inner: Region) =>
    inner.labels.every((label) => outer.labels.includes(label)) &&
    outer.labels.some((label) => !inner.labels.includes(label));
  let label = 0;
  for (const i of rule.sequence) {
    const counts =
      rule.kind === 'overwrite' || regions.every((outer, o) => !contains(outer, regions[i]) || set[o]);
    if (set[i] && counts) label = rule.writes[i];
  }
  return label;
}
