import { existsSync, readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bytesSource } from '../../../src/io/bytes/byte-source.ts';
import { parseDatasetJson } from '../../../src/io/json/dataset-json.ts';
import { parseJson, readJsonText } from '../../../src/io/json/json-text.ts';
import { parseRegionOption } from '../../../src/io/json/region-option.ts';
import { codeOf } from '../expect-dicelens-error.ts';

const parse = (value: unknown) =>
  parseDatasetJson(typeof value === 'string' ? value : JSON.stringify(value), 'dataset.json');
const code = (value: unknown) => codeOf(() => parse(value));
const regions = { background: 0, whole_tumor: [1, 2, 3], tumor_core: [2, 3], enhancing_tumor: [3] };

test('regions, their keys and what they write, in the order of the file', () => {
  const { scheme, warnings } = parse({
    channel_names: { '1': 'T1', '0': 'FLAIR' },
    labels: { ...regions, ignore: 4 },
    regions_class_order: [1, 2, 3],
  });
  expect(warnings).toEqual([]);
  expect(scheme).toEqual({
    channelNames: ['FLAIR', 'T1'],
    ignore: 4,
    labels: [
      { value: 1, name: 'label 1' },
      { value: 2, name: 'label 2' },
      { value: 3, name: 'enhancing_tumor' },
    ],
    regions: [
      { key: '(1, 2, 3)', name: 'whole_tumor', labels: [1, 2, 3], writes: 1 },
      { key: '(2, 3)', name: 'tumor_core', labels: [2, 3], writes: 2 },
      { key: '(3,)', name: 'enhancing_tumor', labels: [3], writes: 3 },
    ],
  });
});

test('a bare integer among regions is a region of one with a bare key', () => {
  const { scheme } = parse({ labels: { background: [0], a: [2, 1], b: 2 }, regions_class_order: [1, 2] });
  expect(scheme.regions).toEqual([
    { key: '(2, 1)', name: 'a', labels: [2, 1], writes: 1 },
    { key: '2', name: 'b', labels: [2], writes: 2 },
  ]);
  expect(scheme.labels).toEqual([
    { value: 1, name: 'label 1' },
    { value: 2, name: 'b' },
  ]);
});

test('without a list of several the order is ignored and there are no regions', () => {
  const { scheme } = parse({ labels: { background: 0, z: 2, a: [1] }, regions_class_order: 'anything' });
  expect(scheme).toMatchObject({ regions: [], ignore: null, channelNames: [] });
  expect(scheme.labels).toEqual([
    { value: 2, name: 'z' },
    { value: 1, name: 'a' },
  ]);
});

test('keys that look like integers keep their place', () => {
  const text =
    '{"labels": {"background": 0, "z": [3, 4], "10": [3], "2": [4]}, "regions_class_order": [3, 3, 4]}';
  expect(parse(text).scheme.regions.map(({ name }) => name)).toEqual(['z', '10', '2']);
});

test('the form of v1 is read with a warning', () => {
  const { scheme, warnings } = parse({
    modality: { '0': 'T1' },
    labels: { '0': 'background', '1': 'edema', '10': 'rim', '2': 'core' },
  });
  expect(scheme.labels.map(({ value, name }) => `${value} ${name}`).sort()).toEqual([
    '1 edema',
    '10 rim',
    '2 core',
  ]);
  expect([scheme.channelNames, warnings]).toEqual([
    ['T1'],
    [{ code: 'dataset-v1', facts: { file: 'dataset.json' } }],
  ]);
});

test('a byte order mark, NaN and Infinity are tolerated', async () => {
  const text = '\ufeff{"numTraining": NaN, "x": [-Infinity, "NaN"], "labels": {"background": 0, "a": 1}}';
  expect(parse(text).scheme.labels).toEqual([{ value: 1, name: 'a' }]);
  const bytes = Uint8Array.of(0xef, 0xbb, 0xbf, ...new TextEncoder().encode('{}'));
  expect(await readJsonText(bytesSource('dataset.json', bytes))).toBe('{}');
  expect(parseJson('x', '["NaN", NaN]')).toMatchObject({ items: [{ value: 'NaN' }, { kind: 'object' }] });
});

test('an ignore label that is not the highest plus one is a warning', () => {
  const { scheme, warnings } = parse({ labels: { background: 0, a: 1, ignore: 255 } });
  expect(scheme.ignore).toBe(255);
  expect(warnings).toEqual([
    { code: 'ignore-not-highest', facts: { file: 'dataset.json', ignore: 255, highest: 1 } },
  ]);
});

test.each([
  [[1, 2], 'jsonNotObject'],
  ['3', 'jsonNotObject'],
  [{}, 'datasetNoLabels'],
  [{ labels: ['a', 'b'] }, 'datasetNoLabels'],
  [{ labels: {} }, 'datasetNoBackground'],
  [{ labels: { a: 1 } }, 'datasetNoBackground'],
  [{ labels: { background: 1, a: 0 } }, 'datasetBackgroundNotZero'],
  [{ labels: { background: 0, a: 0 } }, 'datasetValueTwice'],
  [{ labels: { background: 0, a: 1.5 } }, 'datasetValueBad'],
  [{ labels: { background: 0, a: '1' } }, 'datasetValueBad'],
  [{ labels: { background: 0, a: -1 } }, 'datasetValueBad'],
  [{ labels: { background: 0, a: [] } }, 'datasetValueBad'],
  [{ labels: { background: 0, a: [[1]] } }, 'datasetValueBad'],
  [{ labels: { background: 0, a: null } }, 'datasetValueBad'],
  ['{"labels": {"background": 0, "a": NaN}}', 'datasetValueBad'],
  [{ labels: { background: 0, a: 1, b: 1 } }, 'datasetValueTwice'],
  [{ labels: { background: 0, a: [1, 2], b: [2, 1] }, regions_class_order: [1, 2] }, 'datasetValueTwice'],
  ['{"labels": {"background": 0, "a": 1, "a": 2}}', 'datasetNameTwice'],
  [{ labels: { background: 0, a: 1, ignore: 1 } }, 'datasetValueTwice'],
  [{ labels: { background: 0, a: 1, ignore: [2, 3] } }, 'datasetIgnoreBad'],
  [{ labels: { background: 0, a: 1, ignore: 0 } }, 'datasetIgnoreBad'],
  [{ labels: regions }, 'regionsOrderMissing'],
  [{ labels: regions, regions_class_order: [1, 2] }, 'regionsOrderBad'],
  [{ labels: regions, regions_class_order: [1, 2, 'c'] }, 'regionsOrderBad'],
  [{ labels: regions, regions_class_order: { a: 1 } }, 'regionsOrderBad'],
  ['', 'jsonInvalid'],
  ['{"labels": {}} x', 'jsonInvalid'],
  ['{"labels": {},}', 'jsonInvalid'],
  ['{/* no */}', 'jsonInvalid'],
  ['['.repeat(200_000), 'jsonInvalid'],
])('%j is refused: %s', async (value, expected) => {
  expect(await code(value)).toBe(expected);
});

test('invalid JSON is placed by line and column', () => {
  const text = '{\n  "labels": {\r\n    "a" 1\n  }\n}';
  expect(() => parse(text)).toThrow('line 3, column 9');
});

describe('any text', () => {
  test('gives a value or a FormatError', async () => {
    const texts = fc.oneof(
      fc.string(),
      fc.json(),
      fc.json().map((json) => `{"labels": ${json}}`),
    );
    await fc.assert(
      fc.asyncProperty(texts, async (text) => void (await code(text))),
      { numRuns: 1500 },
    );
  });

  test('with characters taken out or changed', async () => {
    const whole = JSON.stringify({
      labels: regions,
      regions_class_order: [1, 2, 3],
      channel_names: { 0: 'T1' },
    });
    for (let length = 0; length < whole.length; length++) {
      expect(await code(whole.slice(0, length))).toBe('jsonInvalid');
    }
    await fc.assert(
      fc.asyncProperty(fc.nat(whole.length - 1), fc.string({ maxLength: 3 }), async (at, text) => {
        await code(whole.slice(0, at) + text + whole.slice(at + 1));
      }),
      { numRuns: 1500 },
    );
  });

  test('any JSON is read as JSON.parse reads it', () => {
    const plain = (node: ReturnType<typeof parseJson>): unknown => {
      if (node.kind === 'value') return node.value;
      if (node.kind === 'array') return node.items.map(plain);
      return Object.fromEntries(node.entries.map(({ key, value }) => [key, plain(value)]));
    };
    fc.assert(
      fc.property(fc.json(), (json) => {
        if (!json.includes('__proto__')) expect(plain(parseJson('x', json))).toEqual(JSON.parse(json));
      }),
      { numRuns: 500 },
    );
  });
});

describe('regions by hand', () => {
  test('each writes its lowest label that no smaller region contains', () => {
    const expected = [
      { key: '(1, 2, 3)', name: 'whole_tumor', labels: [1, 2, 3], writes: 1 },
      { key: '(2, 3)', name: 'tumor_core', labels: [2, 3], writes: 2 },
      { key: '(3,)', name: 'enhancing', labels: [3], writes: 3 },
    ];
    expect(parseRegionOption('whole_tumor=1,2,3;tumor_core=2,3; enhancing = 3 ')).toEqual(expected);
    expect(parseRegionOption(['whole_tumor=1,2,3', 'tumor_core=2, 3;enhancing=3'])).toEqual(expected);
    expect(parseRegionOption('kidney=1,2,3;masses=2,3;tumour=2').map(({ writes }) => writes)).toEqual([
      1, 3, 2,
    ]);
    expect(parseRegionOption('all=1,2;a=1;b=2').map(({ writes }) => writes)).toEqual([1, 1, 2]);
  });

  test.each(['x', 'x=', '=1', 'x=1,', 'x=a', 'x=-1', 'x=0,1', 'x=1.5', ' =1', 'x=1 2'])(
    '%j is refused',
    async (text) => {
      expect(await codeOf(() => parseRegionOption(text))).toBe('regionOptionBad');
    },
  );

  test('two of the same name or labels are refused', async () => {
    expect(await codeOf(() => parseRegionOption('a=1;a=2'))).toBe('regionOptionTwice');
    expect(await codeOf(() => parseRegionOption(['a=1,2', 'b=2,1']))).toBe('regionOptionTwice');
  });

  test('any text gives regions or a DiceLensError', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string(), async (text) => void (await codeOf(() => parseRegionOption(text)))),
      { numRuns: 500 },
    );
  });
});

const shared = new URL('../../../../shared/', import.meta.url);
test.skipIf(!existsSync(shared))(
  'every dataset.json of the shared folder is read (skipped where it is not there)',
  () => {
    const names = readdirSync(shared, { recursive: true, encoding: 'utf8' });
    const files = names.filter((name) => /(^|\/)dataset(_labels)?\.json$/.test(name));
    for (const name of files) {
      const { scheme } = parseDatasetJson(readFileSync(new URL(name, shared), 'utf8'), name);
      expect(scheme.labels.length).toBeGreaterThan(0);
    }
  },
);
