import fc from 'fast-check';
import { expect, test } from 'vitest';
import { formatPythonFloat } from '../../../src/core/text/python-float.ts';
import { compareCodePoints, formatPythonJson, PythonFloat } from '../../../src/core/text/python-json.ts';

test.each([
  [0, '0.0'],
  [-0, '-0.0'],
  [7, '7.0'],
  [-2.5, '-2.5'],
  [100, '100.0'],
  [0.0001, '0.0001'],
  [0.00012345, '0.00012345'],
  [0.00001, '1e-05'],
  [1e-7, '1e-07'],
  [1e15, '1000000000000000.0'],
  [9999999999999998, '9999999999999998.0'],
  [1e16, '1e+16'],
  [123456789012345680, '1.2345678901234568e+17'],
  [1e22, '1e+22'],
  [1.5e300, '1.5e+300'],
  [5e-324, '5e-324'],
  [2.2250738585072014e-308, '2.2250738585072014e-308'],
  [0.1 + 0.2, '0.30000000000000004'],
  [143.99999999999997, '143.99999999999997'],
  [Number.NaN, 'NaN'],
  [Infinity, 'Infinity'],
  [-Infinity, '-Infinity'],
])('%d is written as Python 3 writes it: %s', (value, expected) => {
  expect(formatPythonFloat(value)).toBe(expected);
});

test('a float that is written reads back as the same number, and never looks like an int', () => {
  fc.assert(
    fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (value) => {
      const text = formatPythonFloat(value);
      expect(Object.is(Number(text), value)).toBe(true);
      expect(text).toMatch(/[.e]/);
    }),
    { numRuns: 2000 },
  );
});

test('json.dump with indent 4 and sorted keys, as Python writes it', () => {
  const value = {
    é: 'a"\\\n\u007f\u{1f600}/',
    '10': 1,
    '2': [1, new PythonFloat(2), new PythonFloat(Number.NaN)],
    '1': {},
    '(1, 2)': [],
  };
  expect(formatPythonJson(value)).toBe(
    [
      '{',
      '    "(1, 2)": [],',
      '    "1": {},',
      '    "10": 1,',
      '    "2": [',
      '        1,',
      '        2.0,',
      '        NaN',
      '    ],',
      String.raw`    "\u00e9": "a\"\\\n\u007f\ud83d\ude00/"`,
      '}',
    ].join('\n'),
  );
});

test('texts that are written read back as they were, in ASCII only', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      const written = formatPythonJson(text);
      expect(JSON.parse(written)).toBe(text);
      expect(written).toMatch(/^[ -~]*$/);
    }),
  );
});

test('names sort by code points: one beyond the basic plane stands last, where UTF-16 has it earlier', () => {
  const names = ['\u{1f600}', '\uff5e', 'b', 'B', '10', '2', ''];
  expect(names.toSorted(compareCodePoints)).toEqual(['', '10', '2', 'B', 'b', '\uff5e', '\u{1f600}']);
});
