import type { Warning } from '../errors.ts';
import { quartilesOf, type Quartiles } from '../statistics/statistics.ts';
import { countVoxels, type Grid } from '../volume/grid.ts';
import { obliqueDegrees, orientationCode, orientationOf } from '../volume/orientation.ts';
import { countsOf, type CohortStructure, type Way } from './cohort-result.ts';
import type { TableCase } from './cohort-table-case.ts';

/** Least, middle and most of something over the cases. */
export interface Spread {
  readonly least: number;
  readonly median: number;
  readonly most: number;
}

/** How much of a structure the references of a cohort hold. */
export interface StructureFingerprint {
  readonly key: string;
  readonly name: string;
  /** Names of the cases whose reference has none of it. */
  readonly without: readonly string[];
  /** Voxels of all references together, and their share of all voxels that count. */
  readonly voxels: number;
  readonly share: number;
  /** Volumes of the cases that have it, in mL; ascending. */
  readonly volumesMl: readonly number[];
  readonly quartilesMl: Quartiles;
}

/** What a cohort's files are like, by its references. */
export interface CohortFingerprint {
  /** Cases that were evaluated; each once, however many models there are. */
  readonly cases: number;
  /** Along x, y and z as stored. */
  readonly size: readonly [Spread, Spread, Spread];
  readonly spacingMm: readonly [Spread, Spread, Spread];
  readonly voxels: Spread;
  /** How many different sizes and spacings there are. */
  readonly sizes: number;
  readonly spacings: number;
  /** Most frequent first. */
  readonly orientations: readonly { readonly code: string; readonly cases: number }[];
  /** Cases whose axes lean by more than a degree. */
  readonly oblique: number;
  readonly structures: readonly StructureFingerprint[];
  /** Voxels of the largest structure over those of the smallest that occurs; NaN with fewer than two. */
  readonly imbalance: number;
  /** Cases whose prediction lies elsewhere than the reference, or has another size. */
  readonly misplaced: readonly Misplaced[];
}

/** A case whose two files do not lie alike. */
export interface Misplaced {
  readonly case: string;
  readonly model: string;
  /** The warning, or null where the sizes differ and the case has an error. */
  readonly warning: Extract<Warning, { code: 'geometry-differs' }> | null;
  readonly error: TableCase['error'];
}

/** Axes that lean less are taken for straight. */
const STRAIGHT_DEGREES = 1;

/** What the references of a cohort are like; null before any case has been evaluated from its files. */
export function describeFingerprint(
  cases: readonly TableCase[],
  structures: readonly CohortStructure[],
  way: Way,
): CohortFingerprint | null {
  const seen = new Set<string>();
  const once = cases.filter(({ name, group, grid, evaluated }) => {
    const id = `${group}\n${name}`;
    return grid !== null && evaluated !== null && !seen.has(id) && seen.add(id);
  });
  const grids = once.flatMap(({ grid }) => grid ?? []);
  if (grids.length === 0) return null;
  const described = structures.map((structure) => describeStructure(once, structure, way));
  const counts = described.map(({ voxels }) => voxels).filter((voxels) => voxels > 0);
  const along = (of: (grid: Grid) => readonly number[]) =>
    [0, 1, 2].map((axis) => spreadOf(grids.map((grid) => of(grid)[axis]))) as unknown as [
      Spread,
      Spread,
      Spread,
    ];
  return {
    cases: grids.length,
    size: along(({ size }) => size),
    spacingMm: along(({ spacingMm }) => spacingMm),
    voxels: spreadOf(grids.map(({ size }) => countVoxels(size))),
    sizes: new Set(grids.map(({ size }) => size.join())).size,
    spacings: new Set(grids.map(({ spacingMm }) => spacingMm.map((mm) => mm.toPrecision(5)).join())).size,
    orientations: countOrientations(grids),
    oblique: grids.filter(({ affine }) => obliqueDegrees(affine) > STRAIGHT_DEGREES).length,
    structures: described,
    imbalance: counts.length < 2 ? Number.NaN : Math.max(...counts) / Math.min(...counts),
    misplaced: cases.flatMap(findMisplaced),
  };
}

function describeStructure(
  cases: readonly TableCase[],
  { key, name }: CohortStructure,
  way: Way,
): StructureFingerprint {
  let [voxels, counted] = [0, 0];
  const without: string[] = [];
  const volumesMl: number[] = [];
  for (const one of cases) {
    if (!one.evaluated) continue;
    const { tp, fn } = countsOf(one.evaluated, way, key);
    voxels += tp + fn;
    counted += one.evaluated.counted;
    if (tp + fn === 0) without.push(one.name);
    else volumesMl.push((tp + fn) * (one.voxelMl ?? Number.NaN));
  }
  volumesMl.sort((a, b) => a - b);
  return {
    key,
    name,
    without,
    voxels,
    share: voxels / counted,
    volumesMl,
    quartilesMl: quartilesOf(volumesMl),
  };
}

function spreadOf(values: readonly number[]): Spread {
  let [least, most] = [Infinity, -Infinity];
  for (const value of values) [least, most] = [Math.min(least, value), Math.max(most, value)];
  return { least, median: quartilesOf(values).median, most };
}

function countOrientations(grids: readonly Grid[]): { code: string; cases: number }[] {
  const counts = new Map<string, number>();
  for (const { affine } of grids) {
    const code = orientationCode(orientationOf(affine));
    counts.set(code, (counts.get(code) ?? 0) + 1);
  }
  return Array.from(counts, ([code, cases]) => ({ code, cases })).sort((a, b) => b.cases - a.cases);
}

function findMisplaced({ name, model, warnings, error }: TableCase): Misplaced[] {
  const isOtherSize = error?.code === 'shapesDiffer';
  const found = warnings.flatMap((warning) => (warning.code === 'geometry-differs' ? [warning] : []));
  if (found.length === 0 && !isOtherSize) return [];
  return [{ case: name, model, warning: found[0] ?? null, error: isOtherSize ? error : null }];
}
