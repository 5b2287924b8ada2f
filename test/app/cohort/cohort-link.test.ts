import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseCohortPlace, placeOfCohort } from '../../../src/app/cohort/cohort-link.ts';
import { COHORT_PANELS, NO_COHORT } from '../../../src/app/cohort/cohort-state.ts';
import type { TableCase } from '../../../src/core/cohort/cohort-table-case.ts';
import { TABLE_FILTERS } from '../../../src/core/cohort/cohort-table-order.ts';
import { TABLE_METRICS } from '../../../src/core/cohort/cohort-table.ts';

const cases = ['patient_a', 'patient_b', 'patient_c'].map((id) => ({ id, name: id }) as TableCase);

test('what a link says is what was shown, and no name of a case is in it', () => {
  const view = fc.record({
    way: fc.constantFrom('regions' as const, 'labels' as const),
    metric: fc.constantFrom(...TABLE_METRICS),
    filter: fc.constantFrom(...TABLE_FILTERS),
    panel: fc.constantFrom(...COHORT_PANELS),
    isGrouped: fc.boolean(),
    structure: fc.constantFrom('', '1', '(1, 2, 3)', '(3,)'),
    sort: fc.record({
      column: fc.constantFrom('mean', 'name', 'fp', 'score:(1, 2)', 'volume:12'),
      isDescending: fc.boolean(),
    }),
    caseIndex: fc.integer({ min: -1, max: 2 }),
  });
  fc.assert(
    fc.property(view, (linked) => {
      const { caseIndex, ...fields } = linked;
      const place = placeOfCohort({ ...NO_COHORT, ...fields, cases, chosen: cases[caseIndex]?.id ?? '' });
      expect(place.query).not.toMatch(/patient/);
      expect(parseCohortPlace(place)).toEqual(linked);
    }),
  );
});

test('any other address is as at first', () => {
  fc.assert(
    fc.property(fc.string(), (query) => {
      const { way, metric, caseIndex } = parseCohortPlace({ path: '', query: `zz=${query}` });
      expect([way, metric, caseIndex]).toEqual(['regions', 'dice', -1]);
    }),
  );
  expect(placeOfCohort(NO_COHORT).query).toBe('');
});
