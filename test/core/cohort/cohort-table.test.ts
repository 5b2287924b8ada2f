import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findInCohort, sayFinding } from '../../../src/core/cohort/cohort-table-finding.ts';
import { formatTableCsv, formatTableJson } from '../../../src/core/cohort/cohort-table-export.ts';
import { orderRows, TABLE_FILTERS, passesFilter } from '../../../src/core/cohort/cohort-table-order.ts';
import { largestError, tableRows, TINTS, tintOf } from '../../../src/core/cohort/cohort-table.ts';
import type { TableCase } from '../../../src/core/cohort/cohort-table-case.ts';
import { DiceLensError } from '../../../src/core/errors.ts';
import { parseCohortJson } from '../../../src/io/json/cohort-json.ts';

type Counts = readonly [tp: number, fp: number, fn: number];

const structures = [
  { key: '1', name: 'liver' },
  { key: '2', name: 'tumour' },
];
const scheme = {
  regions: [],
  labels: [
    { value: 1, name: 'liver' },
    { value: 2, name: 'tumour' },
  ],
};

function tableCase(name: string, counts: readonly Counts[], model = ''): TableCase {
  return {
    id: `${name} ${model}`,
    name,
    model,
    group: '',
    evaluated: {
      name,
      files: { reference: `r/${name}.nii.gz`, prediction: `p/${name}.nii.gz` },
      counted: 1000,
      regions: [],
      labels: counts.map(([tp, fp, fn], s) => ({ key: `${s + 1}`, tp, fp, fn, tn: 1000 - tp - fp - fn })),
    },
    voxelMl: 0.001,
    grid: { size: [10, 10, 10], spacingMm: [1, 1, 1], affine: [1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0] },
    warnings: [],
    error: null,
    isReused: false,
    index: 0,
  };
}

const failed: TableCase = {
  ...tableCase('broken', []),
  evaluated: null,
  error: new DiceLensError('fileMissing', { file: 'broken.nii.gz' }),
};
const rowsOf = (cases: readonly TableCase[]) => tableRows(cases, structures, 'labels', 'dice');
const order = {
  sort: { column: 'mean', isDescending: false },
  filter: 'all',
  query: '',
  model: null,
  isGrouped: false,
  structure: 0,
} as const;
const namesOf = (cases: readonly TableCase[], wishes: Partial<Parameters<typeof orderRows>[2]> = {}) =>
  orderRows(rowsOf(cases), ['1', '2'], { ...order, ...wishes }).map(({ of }) => of.name);

const count = fc.integer({ min: 0, max: 300 });
const anyCase = fc
  .tuple(fc.integer({ min: 0, max: 99 }), fc.tuple(count, count, count), fc.tuple(count, count, count))
  .map(([number, first, second]) => tableCase(`case_${number}`, [first, second]));

describe('rows', () => {
  test('have a score, a mean without NaN, and false and missing structures', () => {
    const [row] = rowsOf([
      tableCase('a', [
        [0, 5, 0],
        [0, 0, 0],
      ]),
    ]);
    expect(row.scores).toEqual([0, Number.NaN]);
    expect([row.mean, row.falseStructures, row.missingStructures]).toEqual([0, [0], []]);
    const [other] = rowsOf([
      tableCase('b', [
        [0, 0, 5],
        [9, 1, 1],
      ]),
    ]);
    expect([other.mean, other.falseStructures, other.missingStructures]).toEqual([0.45, [], [0]]);
  });

  test('are made once for a result', () => {
    const one = tableCase('a', [
      [1, 1, 1],
      [1, 1, 1],
    ]);
    expect(rowsOf([one])[0]).toBe(rowsOf([one])[0]);
    const reused = { ...one, isReused: true };
    expect(rowsOf([reused])[0]).toMatchObject({ of: { isReused: true }, mean: 0.5 });
    expect(tableRows([one], structures, 'labels', 'precision')[0].scores).toEqual([0.5, 0.5]);
  });

  test('the tint grows with what is missing, towards the error that leads', () => {
    expect(tintOf(1, { tp: 1, fp: 0, fn: 0 })).toBe(0);
    expect(tintOf(0, { tp: 0, fp: 3, fn: 0 })).toBe(TINTS);
    expect(tintOf(0, { tp: 0, fp: 0, fn: 3 })).toBe(-TINTS);
    expect(tintOf(Number.NaN, { tp: 0, fp: 0, fn: 0 })).toBe(0);
    fc.assert(
      fc.property(
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (a, b) => {
          const [low, high] = [Math.min(a, b), Math.max(a, b)];
          const tint = (score: number) => tintOf(score, { tp: 0, fp: 1, fn: 0 });
          expect(tint(low)).toBeGreaterThanOrEqual(tint(high));
        },
      ),
    );
  });

  test('the largest error is of the lowest score that has one', () => {
    expect(
      largestError(
        rowsOf([
          tableCase('a', [
            [9, 1, 0],
            [5, 1, 7],
          ]),
        ])[0],
      ),
    ).toEqual({ structure: 1, part: 'fn' });
    expect(
      largestError(
        rowsOf([
          tableCase('a', [
            [9, 0, 0],
            [0, 0, 0],
          ]),
        ])[0],
      ),
    ).toBeNull();
  });
});

describe('order', () => {
  test('cases without a value stand last either way, failed ones behind them', () => {
    const cases = [
      failed,
      tableCase('empty', [
        [0, 0, 0],
        [0, 0, 0],
      ]),
      tableCase('good', [
        [9, 0, 0],
        [9, 0, 0],
      ]),
      tableCase('bad', [
        [0, 9, 0],
        [0, 9, 0],
      ]),
    ];
    expect(namesOf(cases)).toEqual(['bad', 'good', 'empty', 'broken']);
    expect(namesOf(cases, { sort: { column: 'mean', isDescending: true } })).toEqual([
      'good',
      'bad',
      'empty',
      'broken',
    ]);
  });

  test('names sort by their numbers, and a search passes over letter case', () => {
    const cases = [10, 9, 1].map((n) =>
      tableCase(`Case_${n}`, [
        [1, 0, 0],
        [1, 0, 0],
      ]),
    );
    expect(namesOf(cases, { sort: { column: 'name', isDescending: false } })).toEqual([
      'Case_1',
      'Case_9',
      'Case_10',
    ]);
    expect(namesOf(cases, { query: ' case_1' })).toEqual(['Case_1', 'Case_10']);
  });

  test('every column sorts as its numbers do', () => {
    const columns: readonly [string, (one: TableCase) => number][] = [
      ['volume:2', ({ evaluated }) => evaluated!.labels[1].tp + evaluated!.labels[1].fn],
      ['fp', ({ evaluated }) => evaluated!.labels[0].fp],
      ['fn', ({ evaluated }) => evaluated!.labels[0].fn],
    ];
    fc.assert(
      fc.property(
        fc.array(anyCase, { maxLength: 12 }),
        fc.constantFrom(...columns),
        (cases, [column, value]) => {
          const rows = orderRows(rowsOf(cases), ['1', '2'], {
            ...order,
            sort: { column, isDescending: true },
          });
          const values = rows.map(({ of }) => value(of));
          expect(values).toEqual([...values].sort((a, b) => b - a));
          expect(rows).toHaveLength(cases.length);
        },
      ),
    );
  });

  test('each filter lists what it says', () => {
    fc.assert(
      fc.property(fc.array(anyCase), fc.constantFrom(...TABLE_FILTERS), (cases, filter) => {
        const listed = orderRows(rowsOf([...cases, failed]), ['1', '2'], { ...order, filter });
        const expected = rowsOf([...cases, failed]).filter((row) => passesFilter(row, filter));
        expect(listed).toHaveLength(expected.length);
        if (filter === 'failed') expect(listed.map(({ of }) => of.name)).toEqual(['broken']);
      }),
    );
  });
});

describe('the sentence on top', () => {
  const say = (cases: readonly TableCase[], models = ['']) => {
    const found = findInCohort(rowsOf(cases), structures, models);
    return found && sayFinding(found, 'en');
  };

  test('names the zeros and what they take from a mean', () => {
    const cases = [
      tableCase('a', [
        [8, 2, 2],
        [0, 3, 0],
      ]),
      tableCase('b', [
        [8, 2, 2],
        [8, 2, 2],
      ]),
      failed,
    ];
    expect(say(cases)).toBe('1 of 2 cases scores 0 in tumour and takes 0.400 from its mean.');
  });

  test('else the lowest structure and its worst case', () => {
    const cases = [
      tableCase('a', [
        [9, 1, 1],
        [8, 2, 2],
      ]),
      tableCase('b', [
        [9, 1, 1],
        [6, 4, 4],
      ]),
    ];
    expect(say(cases)).toBe(
      'tumour has the lowest mean Dice of 2 cases, 0.700; its worst case is b with 0.600.',
    );
    expect(
      say([
        tableCase('a', [
          [0, 0, 0],
          [0, 0, 0],
        ]),
      ]),
    ).toMatch(/every score is absent/);
    expect(say([failed])).toBeNull();
  });

  test('of several models the best, over the cases that all have', () => {
    const cases = [
      tableCase(
        'a',
        [
          [9, 1, 1],
          [9, 1, 1],
        ],
        'unet',
      ),
      tableCase(
        'a',
        [
          [8, 2, 2],
          [8, 2, 2],
        ],
        'other',
      ),
      tableCase(
        'b',
        [
          [1, 9, 9],
          [1, 9, 9],
        ],
        'other',
      ),
    ];
    expect(say(cases, ['other', 'unet'])).toBe(
      'unet has the highest foreground mean of Dice, 0.9000: +0.1000 against other, over 1 common case.',
    );
  });
});

describe('exports', () => {
  test('JSON is what the reader of cohorts reads: the same counts, failed cases apart', () => {
    fc.assert(
      fc.property(fc.uniqueArray(anyCase, { selector: ({ name }) => name }), (cases) => {
        const read = parseCohortJson(formatTableJson([...cases, failed], scheme), 'cohort.json');
        expect(read.cases.map(({ evaluated }) => evaluated)).toEqual(cases.map(({ evaluated }) => evaluated));
        expect(read.failed.map((one) => one.case)).toEqual(['broken']);
      }),
      { numRuns: 30 },
    );
  });

  test('CSV has a line for each structure of each case, NaN is an empty field', () => {
    const csv = formatTableCsv(
      [
        tableCase('=a', [
          [1, 0, 1],
          [0, 0, 0],
        ]),
        failed,
      ],
      scheme,
    ).split('\r\n');
    expect(csv).toHaveLength(4);
    expect(csv[1]).toBe("'=a,,,label,1,liver,1,0,1,0.6666666666666666,0.5,1,0.5,2,1,0.002,0.001");
    expect(csv[2]).toBe("'=a,,,label,2,tumour,0,0,0,,,,,0,0,0,0");
  });
});
