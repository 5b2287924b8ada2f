import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  checkDataset,
  entriesOf,
  sayFinding,
  type DatasetEntries,
} from '../../../src/core/labels/dataset-checks.ts';
import { checkRoundTrip, patternOf } from '../../../src/core/reconstruction/reconstruction.ts';
import { suggestOrder } from '../../../src/core/reconstruction/suggest-order.ts';
import { parseDatasetEntries } from '../../../src/io/json/dataset-entries.ts';
import { anyRegions, regionsOf, schemeOf } from '../reconstruction/rules.ts';

const entries = (labels: string, order?: readonly number[]): DatasetEntries =>
  parseDatasetEntries(
    `{"labels": {${labels}}${order ? `, "regions_class_order": ${JSON.stringify(order)}` : ''}}`,
    'dataset.json',
  );
const found = (dataset: DatasetEntries) =>
  checkDataset(dataset).map(({ code, key, line }) => ({ code, key, line }));
const CHAIN = '"background": 0, "whole": [1, 2, 3], "core": [2, 3], "rim": [3]';

describe('no false alarm', () => {
  test.each<[string, string, number[] | undefined]>([
    ['a chain', CHAIN, [1, 2, 3]],
    ['KiTS', '"background": 0, "kidney": [1, 2, 3], "masses": [2, 3], "tumor": 2', [1, 3, 2]],
    ['BraTS 2023', '"background": 0, "whole": [1, 2, 3], "core": [1, 3], "enhancing": [3]', [2, 1, 3]],
    ['a tree', '"background": 0, "all": [1,2,3,4,5,6,7], "a": [2,3,4,5,6,7], "b": [2,4,5,6,7], "c": 4, "d": 5, "e": 6, "f": 7', [1, 3, 2, 4, 5, 6, 7]],
    ['a region that is only the union of others', '"background": 0, "both": [1, 2], "left": 1, "right": 2', [1, 1, 2]],
    ['ignore one above', `${CHAIN}, "ignore": 4`, [1, 2, 3]],
    ['ignore before the others', '"background": 0, "ignore": 3, "a": [1, 2], "b": 2', [1, 2]],
    ['labels', '"background": 0, "a": 1, "b": 2', undefined],
    ['labels with an order, which is not looked at', '"background": 0, "a": 1, "b": 2', [9]],
    ['lists of one are labels', '"background": 0, "a": [1], "b": [2]', undefined],
    ['background as part of a region', '"background": 0, "body": [1, 2], "organ": 2', [1, 2]],
  ])('%s', (_, labels, order) => expect(found(entries(labels, order))).toEqual([])); // prettier-ignore
});

describe('what is wrong, with the key and the line to write instead', () => {
  test.each<[string, string, number[] | undefined, string, string, string]>([
    ['no background', '"a": 1', undefined, 'background-missing', 'labels.background', '"background": 0'],
    ['background 1', '"background": 1, "a": 2', undefined, 'background-not-zero', 'labels.background', '"background": 0'],
    ['background [0]', '"background": [0], "a": 2', undefined, 'background-not-zero', 'labels.background', '"background": 0'],
    ['ignore in between', '"background": 0, "a": 1, "ignore": 2, "b": 3', undefined, 'ignore-not-highest', 'labels.ignore', '"ignore": 4'],
    ['ignore 255', `${CHAIN}, "ignore": 255`, [1, 2, 3], 'ignore-not-highest', 'labels.ignore', '"ignore": 4'],
    ['no order', CHAIN, undefined, 'order-missing', 'regions_class_order', '"regions_class_order": [1, 2, 3]'],
    ['no order, an odd one needed', '"background": 0, "kidney": [1, 2, 3], "masses": [2, 3], "tumor": 2', undefined, 'order-missing', 'regions_class_order', '"regions_class_order": [1, 3, 2]'],
    ['too short an order', CHAIN, [1, 2], 'order-length', 'regions_class_order', '"regions_class_order": [1, 2, 3]'],
    ['two regions, labels exchanged', '"background": 0, "a": [1, 2], "b": 1', [1, 2], 'round-trip', 'regions_class_order', '"regions_class_order": [2, 1]'],
    ['BraTS 2023, wrong', '"background": 0, "whole": [1, 2, 3], "core": [1, 3], "enhancing": [3]', [1, 2, 3], 'round-trip', 'regions_class_order', '"regions_class_order": [2, 1, 3]'],
    ['three levels, wrong', '"background": 0, "a": [1, 2, 3, 4], "b": [1, 2, 3], "c": 1', [1, 2, 3], 'round-trip', 'regions_class_order', ''],
  ])('%s', (_, labels, order, code, key, line) => {
    const [first] = found(entries(labels, order));
    expect(first).toMatchObject({ code, key });
    if (line) expect(first.line).toBe(line);
  }); // prettier-ignore

  test('keys sorted by name need another order of keys', () => {
    const dataset = entries('"background": 0, "core": [2, 3], "rim": [3], "whole": [1, 2, 3]', [1, 2, 3]);
    const findings = checkDataset(dataset);
    expect(findings.map(({ code, key }) => [code, key])).toEqual([['round-trip', 'labels']]);
    expect(findings[0].facts).toMatchObject({ broken: [{ label: 1, becomes: 3 }, { label: 2, becomes: 3 }] }); // prettier-ignore
    expect(findings[0].line).toBe(
      '"labels": {"background": 0, "whole": [1, 2, 3], "core": [2, 3], "rim": [3]}, "regions_class_order": [1, 2, 3]',
    );
  });

  test('a value that is no label', () => {
    const findings = checkDataset(entries(CHAIN, [1, 2, 4]));
    expect(findings.map(({ code }) => code)).toEqual([
      'order-value-unknown',
      'round-trip',
      'region-never-written',
    ]);
    expect(findings[0].facts).toMatchObject({ unknown: [4] });
  });

  test('a region that is always written over', () => {
    const findings = checkDataset(
      entries('"background": 0, "rim": [3], "core": [2, 3], "whole": [1, 2, 3]', [3, 2, 1]),
    );
    expect(findings.map(({ code }) => code)).toEqual(['round-trip', 'region-never-written']);
    expect(findings[1].facts).toMatchObject({ names: ['rim', 'core'] });
  });

  test('two labels with the same regions', () => {
    const findings = checkDataset(entries('"background": 0, "a": [1, 2, 3], "b": 3', [1, 3]));
    expect(findings.map(({ code, line }) => [code, line])).toEqual([['labels-alike', '"label_2": 2']]);
    expect(sayFinding(findings[0], 'en')).toContain('nnU-Net writes 1 for all of them');
  });

  test('several at once, each in both languages', () => {
    const findings = checkDataset(
      entries('"whole": [1, 2, 3], "core": [2, 3], "rim": [3], "ignore": 2', [3, 2, 1]),
    );
    expect(findings.map(({ code }) => code)).toEqual([
      'background-missing',
      'ignore-not-highest',
      'round-trip',
    ]);
    for (const finding of findings) {
      expect(sayFinding(finding, 'en')).toContain(finding.line);
      expect(sayFinding(finding, 'zh-CN')).toContain(finding.line);
    }
  });
});

test('a sound scheme is sound, and a finding is there exactly where the round trip breaks', () => {
  fc.assert(
    fc.property(anyRegions(4), (regions) => {
      const scheme = schemeOf(regions);
      if (!regions.some(({ labels }) => labels.length > 1)) return;
      const findings = checkDataset(entriesOf(scheme));
      expect(findings.length > 0).toBe(checkRoundTrip(regions).length > 0 || findings.some(({ code }) => code === 'order-value-unknown')); // prettier-ignore
    }),
  );
});

test('the suggestion gives back every label that can come back', () => {
  fc.assert(
    fc.property(anyRegions(4), (regions) => {
      const { regions: sorted, order } = suggestOrder(regions);
      const mended = sorted.map((region, i) => ({ ...region, writes: order[i] }));
      for (const { label, becomes } of checkRoundTrip(mended)) {
        expect(patternOf(label, mended)).toBe(patternOf(becomes, mended)); // alike, so that no order can help
      }
    }),
  );
});

test('an order that is right is not changed', () => {
  const kits = regionsOf([[1, 2, 3], [2, 3], [2]], [1, 3, 2]);
  expect(suggestOrder(kits)).toEqual({ regions: kits, order: [1, 3, 2], sequence: false });
});

test('regions that overlap get a region for what lies in both', () => {
  const { regions, order, sequence } = suggestOrder(regionsOf([[1, 2], [2, 3]], [1, 3])); // prettier-ignore
  expect(sequence).toBe(true);
  expect(checkRoundTrip(regions.map((region, i) => ({ ...region, writes: order[i] })))).toEqual([]);
});

test('entries that are no labels are left out, and what is no object has none', () => {
  expect(parseDatasetEntries('{"labels": {"background": 0, "a": "1", "b": [1, "x"], "c": 2}}', 'd')).toEqual({
    entries: [
      { name: 'background', values: [0], isList: false },
      { name: 'c', values: [2], isList: false },
    ],
    order: null,
  });
  expect(parseDatasetEntries('[]', 'd')).toEqual({ entries: [], order: null });
});
