import type { ContentBox } from '../../core/volume/content-box.ts';
import type { Grid } from '../../core/volume/grid.ts';
import type { LabelScheme } from '../../core/labels/label-scheme.ts';
import { reconstructionTable } from '../../core/reconstruction/reconstruction.ts';
import { tabulateSelection, type CodeMeaning } from '../../core/volume/select-voxels.ts';
import type { StructureRef } from '../../core/labels/selection.ts';
import { boxesOfCodes, boxOfCodes } from '../../core/volume/structure-boxes.ts';
import { IN_REFERENCE, type StructurePair } from '../../core/labels/structure-pair.ts';
import type { Codes, PatternVolume } from '../../core/volume/volume.ts';
import { patternsOf } from './evaluate-case.ts';
import type { CaseVolumes } from './read-case.ts';

/** The boxes that hold a structure in each map; null where it is absent. */
export interface StructureBoxes {
  readonly reference: ContentBox | null;
  readonly predicted: ContentBox | null;
}

/** The volumes of a case with the box of every code, which are found once for all structures. */
export interface CaseToMeasure {
  readonly grid: Grid;
  readonly reference: Codes;
  /** Codes of the evaluated label map; without one the patterns stand for what they write. */
  readonly predicted: Codes;
  readonly patterns: PatternVolume | null;
  readonly meaning: CodeMeaning;
  readonly boxes: {
    readonly reference: readonly (ContentBox | null)[];
    readonly predicted: readonly (ContentBox | null)[];
    readonly patterns: readonly (ContentBox | null)[];
  };
}

/** One structure of the case, of its raw mask or not. */
export interface StructureToMeasure {
  readonly pair: StructurePair;
  readonly boxes: StructureBoxes;
}

/**
 * Looks at every voxel once, for the box of each code: what is measured afterwards costs what its box holds. Another
 * scheme over the same volumes (regions defined anew) needs no second look: `{ ...measured, meaning }`.
 */
export function prepareMeasures(
  volumes: CaseVolumes,
  scheme: LabelScheme,
  patterns: PatternVolume | null = patternsOf(volumes, scheme),
): CaseToMeasure {
  const { reference, prediction } = volumes;
  const { size } = reference.grid;
  const predicted = prediction?.codes ?? patterns?.codes ?? new Uint8Array(reference.codes.length);
  const labels = prediction?.labels ?? [...reconstructionTable(scheme.regions)];
  const ofPatterns = patterns ? boxesOfCodes(patterns.codes, size, 2 ** patterns.regions) : [];
  return {
    grid: reference.grid,
    reference: reference.codes,
    predicted,
    patterns,
    meaning: {
      regions: scheme.regions,
      ignore: scheme.ignore,
      reference: reference.labels,
      predicted: labels,
    },
    boxes: {
      reference: boxesOfCodes(reference.codes, size, reference.labels.length),
      predicted: predicted === patterns?.codes ? ofPatterns : boxesOfCodes(predicted, size, labels.length),
      patterns: ofPatterns,
    },
  };
}

/** A structure as a pair of sets of voxels, with its boxes; `raw` takes a region's mask before reconstruction. */
export function structureToMeasure(
  { grid, reference, predicted, patterns, meaning, boxes }: CaseToMeasure,
  structure: StructureRef,
  raw: boolean,
): StructureToMeasure {
  const tables = tabulateSelection({ kind: 'structure', structure, part: 'all', raw }, meaning);
  const { inReference, inPrediction } = tables;
  const ofPatterns = tables.compares === 'patterns';
  return {
    pair: {
      size: grid.size,
      reference,
      predicted: ofPatterns ? (patterns?.codes ?? predicted) : predicted,
      inReference,
      inPrediction,
    },
    boxes: {
      reference: boxOfCodes(boxes.reference, inReference, IN_REFERENCE),
      predicted: boxOfCodes(ofPatterns ? boxes.patterns : boxes.predicted, inPrediction),
    },
  };
}
