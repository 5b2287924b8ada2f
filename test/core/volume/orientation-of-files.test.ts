import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import type { Grid } from '../../../src/core/volume/grid.ts';
import { orientationCode, orientationOf } from '../../../src/core/volume/orientation.ts';
import { PLANES, sliceGeometry } from '../../../src/core/volume/slice-geometry.ts';
import { bytesSource } from '../../../src/io/bytes/byte-source.ts';
import { readLabelMap } from '../../../src/io/volumes/read-label-map.ts';

interface KnownFile {
  readonly file: string;
  readonly grid: Grid;
  /** Worked out by hand from the header, as nibabel's `aff2axcodes` takes the nearest axes. */
  readonly axcodes: string;
  /** Pixels across, pixels down, slices and the size of a pixel in mm: axial, coronal, sagittal. */
  readonly slices: readonly (readonly [number, number, number, number, number])[];
}

/** As 32-bit floats of a header hold 0.58594 and 3.3 mm. */
const MM = { across: 0.5859400033950806, thick: 3.299999952316284 };

const FILES: readonly KnownFile[] = [
  {
    file: 'odd-files/lps.nii.gz', // sform: x and y run to L and P
    grid: { size: [35, 51, 35], spacingMm: [1, 1, 1], affine: [-1, 0, 0, 30, 0, -1, 0, 40, 0, 0, 1, -20] },
    axcodes: 'LPS',
    slices: [
      [35, 51, 35, 1, 1],
      [35, 35, 51, 1, 1],
      [51, 35, 35, 1, 1],
    ],
  },
  {
    file: 'odd-files/oblique.nii.gz', // sform: largest of each column on the diagonal, all positive
    grid: {
      size: [35, 51, 35],
      spacingMm: [0.9999589920043945, 0.9983616471290588, 0.9996825456619263],
      affine: [
        0.9430000185966492, -0.24199999868869781, 0.2290000021457672, -14, 0.2619999945163727,
        0.9610000252723694, -0.06390000134706497, -22, -0.20499999821186066, 0.12099999934434891,
        0.9710000157356262, 8,
      ],
    },
    axcodes: 'RAS',
    slices: [
      [35, 51, 35, 0.9999589920043945, 0.9983616471290588],
      [35, 35, 51, 0.9999589920043945, 0.9996825456619263],
      [51, 35, 35, 0.9983616471290588, 0.9996825456619263],
    ],
  },
  {
    file: 'odd-files/qform-only.nii.gz', // quaternion 0, qfac -1: z turns round, 2 mm each
    grid: { size: [35, 51, 35], spacingMm: [1, 1, 2], affine: [1, 0, 0, -17, 0, 1, 0, -25, 0, 0, -2, 9] },
    axcodes: 'RAI',
    slices: [
      [35, 51, 35, 1, 1],
      [35, 35, 51, 1, 2],
      [51, 35, 35, 1, 2],
    ],
  },
  {
    // No form and no spacing: 1 mm is taken, and x runs to L as nibabel's base affine has it.
    file: 'odd-files/pixdim-zero.nii.gz',
    grid: { size: [35, 51, 35], spacingMm: [1, 1, 1], affine: [-1, 0, 0, 17, 0, 1, 0, -25, 0, 0, 1, -17] },
    axcodes: 'LAS',
    slices: [
      [35, 51, 35, 1, 1],
      [35, 35, 51, 1, 1],
      [51, 35, 35, 1, 1],
    ],
  },
  {
    file: 'spine-anisotropic/reference.nii.gz', // sform: x to P, y to I, z to R
    grid: {
      size: [512, 512, 17],
      spacingMm: [MM.across, MM.across, MM.thick],
      affine: [
        0,
        0,
        MM.thick,
        -12.2353515625,
        -MM.across,
        -2.869348205217226e-12,
        0,
        153.2694091796875,
        2.869348205217226e-12,
        -MM.across,
        0,
        202.25729370117188,
      ],
    },
    axcodes: 'PIR',
    slices: [
      [17, 512, 512, MM.thick, MM.across],
      [17, 512, 512, MM.thick, MM.across],
      [512, 512, 17, MM.across, MM.across],
    ],
  },
];

describe.each(FILES)('$file', ({ file, grid, axcodes, slices }) => {
  test('its axes run as its header says', () => {
    expect(orientationCode(orientationOf(grid.affine))).toBe(axcodes);
  });

  test('its slices stand in anatomical axes, in their millimetres, whatever the order in the file', () => {
    const geometries = PLANES.map((plane) => sliceGeometry(grid, plane));
    expect(
      geometries.map(({ width, height, slices: count, spacingMm }) => [width, height, count, ...spacingMm]),
    ).toEqual(slices);
    expect(
      geometries.map(({ letters: { left, right, top, bottom } }) => `${left}${right}${top}${bottom}`),
    ).toEqual(['RLAP', 'RLSI', 'APSI']);
  });

  const path = fileURLToPath(new URL(`../../../../shared/data/${file}`, import.meta.url));
  test.skipIf(!existsSync(path))(
    'the file itself (of the shared folder) is read with this grid',
    async () => {
      const read = await readLabelMap([bytesSource(path, readFileSync(path))]);
      expect(read.grid.size).toEqual(grid.size);
      expect(read.grid.spacingMm).toEqual(grid.spacingMm);
      read.grid.affine.forEach((value, i) => expect(value).toBeCloseTo(grid.affine[i], 12));
    },
  );
});
