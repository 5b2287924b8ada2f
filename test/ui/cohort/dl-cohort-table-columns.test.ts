import { expect, test } from 'vitest';
import type { TableRow } from '../../../src/core/cohort/cohort-table.ts';
import type { PlotStructure } from '../../../src/core/cohort/plot-cohort.ts';
import { formatVoxels } from '../../../src/core/text/format.ts';
import { layOutTable } from '../../../src/ui/cohort/dl-cohort-table-columns.ts';

const structures: readonly PlotStructure[] = [1, 2].map((value) => ({
  key: `${value}`,
  name: `label ${value}`,
  structure: { kind: 'label', value },
  labels: [value],
  colour: 'l1',
}));

/** One case with counts of voxels, of which a file tells the size or none does. */
function row(voxelMl: number | null): TableRow {
  const counts = structures.map(({ key }) => ({ key, tp: 0, fp: 169_302, fn: 999_999, tn: 0 }));
  const evaluated = {
    name: 'case',
    files: { reference: 'r.nii.gz', prediction: 'p.nii.gz' },
    counted: 0,
    regions: [],
    labels: counts,
  };
  return {
    of: {
      id: 'case',
      name: 'case',
      model: '',
      group: '',
      evaluated,
      voxelMl,
      grid: null,
      warnings: [],
      error: null,
      isReused: false,
      index: null,
    },
    scores: [0, 0],
    mean: 0,
    counts,
    falseStructures: [],
    missingStructures: [],
  };
}

const COUNTED = new Set(['volume', 'fp', 'fn']);
const countedWidths = (voxelMl: number | null) =>
  layOutTable(structures, new Set(), [row(voxelMl)], 500)
    .columns.filter(({ kind }) => COUNTED.has(kind))
    .map(({ width }) => width);

test('where no file tells the size of a voxel, columns hold six digits of voxels and a gap', () => {
  // digits of the table are 8 px wide at most, a comma 4; the cell keeps 8 px free at its right
  const longest = formatVoxels(999_999);
  for (const width of countedWidths(null)) expect(width).toBeGreaterThanOrEqual(6 * 8 + 4 + 8);
  expect(longest).toBe('999,999');
});

test('in mL, three digits, they stay narrow', () => {
  const voxels = countedWidths(null);
  countedWidths(0.001).forEach((width, i) => expect(width).toBeLessThan(voxels[i]));
});
