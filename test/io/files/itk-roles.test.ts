import { expect, test } from 'vitest';
import { recogniseRoles } from '../../../src/io/files/file-roles.ts';

const rolesOf = (...names: readonly string[]) => recogniseRoles(names.map((name) => ({ name, folder: '' })));

test('a segmentation and a volume of NRRD are of one case', () => {
  const roles = rolesOf('case1_gt.seg.nrrd', 'case1_pred.mha');
  expect(roles.map(({ role, caseName }) => [role, caseName])).toEqual([
    ['reference', 'case1'],
    ['prediction', 'case1'],
  ]);
});

test.each([
  ['a_gt.mhd', 'a_gt.raw'],
  ['a_gt.mhd', 'a_gt.zraw'],
  ['a_gt.nhdr', 'a_gt.raw.gz'],
])('%s and %s are a header and its data', (header, data) => {
  const [first, second] = rolesOf(data, header);
  expect([first.role, first.partner, second.role, second.partner]).toEqual(['pair-data', 1, 'reference', 0]);
});

test('data without their header are no volume, and a header of another family is none of theirs', () => {
  expect(rolesOf('a.raw')[0].role).toBe('other');
  expect(rolesOf('a.raw', 'a.hdr').map(({ partner }) => partner)).toEqual([null, null]);
});
