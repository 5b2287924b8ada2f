import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  formatFigureState,
  initialValues,
  nearestValue,
  parseFigureState,
  type FigureParameter,
} from '../../../src/core/learn/figure-state.ts';
import { LESSONS } from '../../../src/core/learn/lessons.ts';
import { words } from '../../../src/core/messages/sentence.ts';

const label = words('x', 'x');
const radius: FigureParameter = { name: 'radius', min: 2, max: 25, step: 0.5, initial: 5, label };
const error: FigureParameter = { name: 'error', min: -1.5, max: 3, step: 0.25, initial: 1, label };
const figures = LESSONS.flatMap(({ sections }) => sections.map(({ figure }) => figure!));

test('every state of every figure comes back from its link, and nothing of it is clamped', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...figures),
      fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 4, maxLength: 4 }),
      ({ parameters }, shares) => {
        const values = Object.fromEntries(
          parameters.map((one, i) => [
            one.name,
            nearestValue(one, one.min + shares[i % 4] * (one.max - one.min)),
          ]),
        );
        expect(parseFigureState(formatFigureState(values, parameters), parameters)).toEqual({
          values,
          clamped: [],
        });
      },
    ),
  );
});

test('any text gives values that the figure has', () => {
  fc.assert(
    fc.property(fc.string(), fc.string(), (a, b) => {
      const { values } = parseFigureState(`radius=${a}&error=${b}`, [radius, error]);
      for (const one of [radius, error]) expect(nearestValue(one, values[one.name])).toBe(values[one.name]);
    }),
  );
});

test('the first values of every figure are values that it has', () => {
  for (const { parameters } of figures) {
    for (const one of parameters) expect(nearestValue(one, one.initial)).toBe(one.initial);
  }
});

test.each([
  [1.99, 2],
  [2, 2],
  [2.24, 2],
  [2.25, 2.5],
  [25, 25],
  [25.01, 25],
  [Number.POSITIVE_INFINITY, 25],
  [Number.NEGATIVE_INFINITY, 2],
  [Number.NaN, 5],
])('a radius of %f is shown as %f', (asked, used) => {
  expect(nearestValue(radius, asked)).toBe(used);
});

test('what is out of range, between steps or no number is moved, and said with what stood in the link', () => {
  const { values, clamped } = parseFigureState('radius=99&error=1.1&other=7', [radius, error]);
  expect(values).toEqual({ radius: 25, error: 1 });
  expect(clamped).toEqual([
    { parameter: radius, asked: '99', used: 25 },
    { parameter: error, asked: '1.1', used: 1 },
  ]);
  expect(parseFigureState('radius=0x5', [radius]).clamped).toEqual([
    { parameter: radius, asked: '0x5', used: 5 },
  ]);
  expect(parseFigureState('', [radius])).toEqual({ values: initialValues([radius]), clamped: [] });
});

test('a figure as it is at first has no query', () => {
  expect(formatFigureState(initialValues([radius, error]), [radius, error])).toBe('');
  expect(formatFigureState({ radius: 8, error: -0.25 }, [radius, error])).toBe('radius=8&error=-0.25');
});
