import fc from 'fast-check';
import { readHeader, readImage, type NIFTI1 } from 'nifti-reader-js';
import { expect, test } from 'vitest';
import type { Affine, Grid, Vec3 } from '../../../src/core/volume/grid.ts';
import { formatNifti, type NiftiVoxels } from '../../../src/io/volumes/write-nifti.ts';

const IDENTITY = [1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0];

function gridOf(size: Vec3, spacingMm: Vec3 = [1, 1, 1], affine: Affine = IDENTITY): Grid {
  return { size, spacingMm, affine };
}

function headerOf(file: Uint8Array<ArrayBuffer>): NIFTI1 {
  return readHeader(file.buffer) as NIFTI1;
}

/** The rotation that b, c, d and qfac describe, as nifti1.h spells it, times the spacing. */
function affineOfQform(file: Uint8Array<ArrayBuffer>): number[] {
  const view = new DataView(file.buffer);
  const [b, c, d, x, y, z] = [0, 1, 2, 3, 4, 5].map((i) => view.getFloat32(256 + 4 * i, true));
  const [qfac, dx, dy, dz] = [0, 1, 2, 3].map((i) => view.getFloat32(76 + 4 * i, true));
  const a = Math.sqrt(Math.max(0, 1 - b * b - c * c - d * d));
  return [
    [a * a + b * b - c * c - d * d, 2 * (b * c - a * d), 2 * (b * d + a * c)],
    [2 * (b * c + a * d), a * a + c * c - b * b - d * d, 2 * (c * d - a * b)],
    [2 * (b * d - a * c), 2 * (c * d + a * b), a * a + d * d - b * b - c * c],
  ].flatMap(([i, j, k], row) => [i * dx, j * dy, k * dz * qfac, [x, y, z][row]]);
}

test.each<[string, NiftiVoxels, number, number]>([
  ['Uint8Array', Uint8Array.of(0, 255), 2, 8],
  ['Int8Array', Int8Array.of(-128, 127), 256, 8],
  ['Int16Array', Int16Array.of(-32768, 32767), 4, 16],
  ['Uint16Array', Uint16Array.of(0, 65535), 512, 16],
  ['Int32Array', Int32Array.of(-2147483648, 2147483647), 8, 32],
  ['Uint32Array', Uint32Array.of(0, 4294967295), 768, 32],
  ['Float32Array', Float32Array.of(-0.1, Number.NaN), 16, 32],
  ['Float64Array', Float64Array.of(Math.PI, -Infinity), 64, 64],
])('%s is written with its data type and comes back bit by bit', (_, voxels, code, bits) => {
  const file = formatNifti(gridOf([2, 1, 1]), voxels);
  const header = headerOf(file);
  expect([header.datatypeCode, header.numBitsPerVoxel, header.littleEndian]).toEqual([code, bits, true]);
  const image = new Uint8Array(readImage(header, file.buffer));
  expect(image).toEqual(new Uint8Array(voxels.buffer, voxels.byteOffset, voxels.byteLength));
});

test('the header names size, spacing, scaling, description and where the voxels start', () => {
  const options = { slope: 4, intercept: -7, description: 'x'.repeat(100) };
  const affine = [0.5, 0, 0, -3, 0, 0.75, 0, -2, 0, 0, 3, 9];
  const header = headerOf(formatNifti(gridOf([3, 2, 1], [0.5, 0.75, 3], affine), new Uint8Array(6), options));
  expect(header.dims).toEqual([3, 3, 2, 1, 1, 1, 1, 1]);
  expect(header.pixDims.slice(0, 4)).toEqual([1, 0.5, 0.75, 3]);
  expect([header.vox_offset, header.scl_slope, header.scl_inter]).toEqual([352, 4, -7]);
  expect([header.qform_code, header.sform_code, header.xyzt_units]).toEqual([1, 1, 2]);
  expect(header.magic).toContain('n+1');
  expect(header.description.replaceAll('\0', '')).toBe('x'.repeat(79));
  expect(header.affine.flat()).toEqual([...affine, 0, 0, 0, 1]);
});

test('qform and sform describe the same affine for every rotation, mirrored or not', () => {
  const part = fc.double({ min: -1, max: 1, noNaN: true });
  const length = fc.double({ min: 0.3, max: 6, noNaN: true });
  const spacing = fc.tuple(length, length, length);
  fc.assert(
    fc.property(
      fc.tuple(part, part, part, part),
      spacing,
      fc.boolean(),
      (quaternion, spacingMm, mirrored) => {
        const norm = Math.hypot(...quaternion);
        fc.pre(norm > 0.1);
        const [a, b, c, d] = quaternion.map((value) => value / norm);
        const [i, j, k] = spacingMm.map((value, axis) => (mirrored && axis === 2 ? -value : value));
        const affine = [
          [i * (1 - 2 * (c * c + d * d)), j * 2 * (b * c - a * d), k * 2 * (b * d + a * c), -80],
          [i * 2 * (b * c + a * d), j * (1 - 2 * (b * b + d * d)), k * 2 * (c * d - a * b), 12.5],
          [i * 2 * (b * d - a * c), j * 2 * (c * d + a * b), k * (1 - 2 * (b * b + c * c)), 0],
        ].flat();
        const file = formatNifti(gridOf([1, 1, 1], spacingMm, affine), new Uint8Array(1));
        affineOfQform(file).forEach((value, at) => expect(value).toBeCloseTo(affine[at], 2));
        expect(headerOf(file).qform_code).toBe(1);
      },
    ),
  );
});

test('half turns about every axis have a qform, though a of the quaternion is 0', () => {
  for (const signs of [
    [1, -1, -1],
    [-1, 1, -1],
    [-1, -1, 1],
    [-1, -1, -1],
  ]) {
    const affine = [signs[0], 0, 0, 1, 0, signs[1], 0, 2, 0, 0, signs[2], 3];
    const file = formatNifti(gridOf([1, 1, 1], [1, 1, 1], affine), new Uint8Array(1));
    affineOfQform(file).forEach((value, at) => expect(value).toBeCloseTo(affine[at], 5));
  }
});

test('a sheared affine has a sform and no qform', () => {
  const sheared = [1, 0.2, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0];
  const header = headerOf(formatNifti(gridOf([1, 1, 1], [1, 1, 1], sheared), new Uint8Array(1)));
  expect([header.qform_code, header.sform_code]).toEqual([0, 1]);
});

test('voxels that do not fill the grid and axes too long for NIfTI-1 are refused', () => {
  expect(() => formatNifti(gridOf([2, 2, 2]), new Uint8Array(7))).toThrow(RangeError);
  expect(() => formatNifti(gridOf([32768, 1, 1]), new Uint8Array(32768))).toThrow(RangeError);
  expect(formatNifti(gridOf([32767, 1, 1]), new Uint8Array(32767))).toHaveLength(352 + 32767);
  expect(formatNifti(gridOf([0, 4, 4]), new Uint8Array(0))).toHaveLength(352);
});
