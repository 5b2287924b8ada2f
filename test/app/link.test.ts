import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  formatHash,
  hasPlace,
  HOME,
  NO_PLACE,
  OVERLAYS,
  PAGES,
  parseHash,
  type LinkedView,
} from '../../src/app/link.ts';
import type { Selection } from '../../src/core/labels/selection.ts';

const label = fc.integer({ min: -9, max: 65535 });
const selection: fc.Arbitrary<Selection> = fc.oneof(
  fc.record({
    kind: fc.constant('structure' as const),
    structure: fc.oneof(
      fc.record({ kind: fc.constant('label' as const), value: label }),
      fc.record({ kind: fc.constant('region' as const), index: fc.nat(15) }),
    ),
    part: fc.constantFrom('all' as const, 'tp' as const, 'fp' as const, 'fn' as const),
    raw: fc.boolean(),
  }),
  fc.record({ kind: fc.constant('cell' as const), reference: label, predicted: label }),
  fc.record({ kind: fc.constant('pattern' as const), pattern: fc.nat(65535) }),
);
const caseView: fc.Arbitrary<LinkedView> = fc.record({
  page: fc.constantFrom(...PAGES.filter((page) => !hasPlace(page))),
  place: fc.constant(NO_PLACE),
  voxel: fc.option(fc.tuple(fc.nat(999), fc.nat(999), fc.nat(999))),
  overlay: fc.constantFrom(...OVERLAYS),
  selection: fc.option(selection),
});
const ownView: fc.Arbitrary<LinkedView> = fc.record({
  page: fc.constantFrom(...PAGES.filter(hasPlace)),
  place: fc.record({
    path: fc.stringMatching(/^[a-z/-]{0,9}$/),
    query: fc.stringMatching(/^[a-z0-9=&.%?-]{0,20}$/),
  }),
  voxel: fc.constant(null),
  overlay: fc.constant(HOME.overlay),
  selection: fc.constant(null),
});
const view = fc.oneof(caseView, ownView);

test('what a link says is read back as it was', () => {
  fc.assert(
    fc.property(view, (linked) => {
      expect(parseHash(formatHash(linked))).toEqual(linked);
    }),
  );
});

test('any text is some view, and nonsense is the case page at rest', () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      expect(PAGES).toContain(parseHash(text).page);
    }),
  );
  expect(parseHash('#/nowhere?at=1,2&show=all&of=label_x')).toEqual(HOME);
});
