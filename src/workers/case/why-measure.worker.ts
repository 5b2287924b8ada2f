import { expose, transfer } from 'comlink';
import type { StructureScore } from '../../core/case/case-result.ts';
import { codeDistances, type DrawnDistances } from '../../core/surface/drawn-distances.ts';
import type { Grid } from '../../core/volume/grid.ts';
import type { CodeMeaning } from '../../core/volume/select-voxels.ts';
import type { StructureRef } from '../../core/labels/selection.ts';
import { boxesOfCodes } from '../../core/volume/structure-boxes.ts';
import { surfaceMetrics, type SurfaceDistances } from '../../core/surface/surface-metrics.ts';
import type { Codes, PatternVolume } from '../../core/volume/volume.ts';
import { makeRuler, measureSurfaces } from '../../engine/cpu/surface-distances.ts';
import { measureStructureBoundary } from '../../tasks/case/measure-boundaries.ts';
import { structureToMeasure, type CaseToMeasure } from '../../tasks/case/measure-case.ts';
import { measureLesions, type LesionWishes, type MeasuredLesions } from '../../tasks/case/measure-lesions.ts';
import { settle, type Outcome } from '../outcome.ts';
import type { StructureMeasure } from './why-session.ts';

/** The volumes that are measured. */
export interface MeasuredVolumes {
  readonly grid: Grid;
  readonly reference: Codes;
  readonly predicted: Codes;
  /** The regions as they were predicted; null where only a label map was given. */
  readonly patterns: PatternVolume | null;
  readonly meaning: CodeMeaning;
}

/** A measure with the distances as they are drawn; null without a boundary, and where they were handed over before. */
export interface Measured {
  readonly measure: StructureMeasure;
  readonly drawn: DrawnDistances | null;
}

/** What the measuring worker does; it is ended where it is to stop. */
export interface Measurer {
  open(volumes: MeasuredVolumes): void;
  /** Measures a structure. The distances between its surfaces are kept: another tolerance costs next to nothing. */
  measure(score: StructureScore, raw: boolean, tolerancesMm: readonly number[]): Promise<Outcome<Measured>>;
  measureLesions(structure: StructureRef, wishes: LesionWishes): Promise<Outcome<MeasuredLesions>>;
}

interface Kept {
  readonly distances: SurfaceDistances;
  readonly boundary: Omit<StructureMeasure, 'surface'>;
}

let open: CaseToMeasure | null = null;
const kept = new Map<string, Kept>();

function measure(score: StructureScore, raw: boolean, tolerancesMm: readonly number[]): Measured {
  if (!open) throw new Error('No volumes are open.');
  const { size, spacingMm } = open.grid;
  const key = JSON.stringify([score.structure, raw]);
  const known = kept.get(key);
  if (known) {
    return {
      measure: { ...known.boundary, surface: surfaceMetrics(known.distances, tolerancesMm) },
      drawn: null,
    };
  }
  const { pair, boxes } = structureToMeasure(open, score.structure, raw);
  const distances = measureSurfaces(pair, boxes, makeRuler(size, spacingMm));
  const surface = surfaceMetrics(distances, tolerancesMm);
  const { boundary, difficulty } = measureStructureBoundary(open, score, raw, surface);
  const found = { histogram: boundary?.histogram ?? null, difficulty };
  kept.set(key, { distances, boundary: found });
  return {
    measure: { ...found, surface },
    drawn: boundary && codeDistances(boundary.box, boundary.signedMm),
  };
}

const measurer: Measurer = {
  open: (volumes) => {
    const { reference, predicted, patterns, meaning, grid } = volumes;
    kept.clear();
    open = {
      ...volumes,
      boxes: {
        reference: boxesOfCodes(reference, grid.size, meaning.reference.length),
        predicted: boxesOfCodes(predicted, grid.size, meaning.predicted.length),
        patterns: patterns ? boxesOfCodes(patterns.codes, grid.size, 2 ** patterns.regions) : [],
      },
    };
  },
  measureLesions: (structure, wishes) =>
    settle(
      (async () => {
        if (!open) throw new Error('No volumes are open.');
        return measureLesions(open, structure, false, wishes);
      })(),
    ),
  measure: async (score, raw, tolerancesMm) => {
    const outcome = await settle((async () => measure(score, raw, tolerancesMm))());
    return 'value' in outcome && outcome.value.drawn
      ? transfer(outcome, [outcome.value.drawn.codes.buffer as ArrayBuffer])
      : outcome;
  },
};

expose(measurer);
