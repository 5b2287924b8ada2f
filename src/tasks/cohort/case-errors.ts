import { listCaseErrors, sumCauses, type ErrorOptions } from '../../core/errors-of-case/case-errors.ts';
import { BOUNDARY_LAYER_MM } from '../../core/errors-of-case/error-cause.ts';
import type { ErrorVolumes } from '../../core/errors-of-case/error-pieces.ts';
import { cutThumbnail } from '../../core/errors-of-case/error-thumbnail.ts';
import type { CaseErrors } from '../../core/errors-of-case/pictured-errors.ts';
import { pairSides } from '../../core/errors-of-case/mirrored-labels.ts';
import type { LabelScheme } from '../../core/labels/label-scheme.ts';
import { joinBoxes } from '../../core/labels/structure-pair.ts';
import { patternOf, reconstruct } from '../../core/reconstruction/reconstruction.ts';
import { sliceGeometry } from '../../core/volume/slice-geometry.ts';
import { boxOfCodes } from '../../core/volume/structure-boxes.ts';
import { prepareMeasures, type CaseToMeasure } from '../case/measure-case.ts';
import type { CaseVolumes } from '../case/read-case.ts';

export interface CaseErrorsWishes {
  /** How many are kept one by one. */
  readonly most?: number;
  readonly layerMm?: number;
}

/** Errors that a case keeps one by one: with its pictures some 100 kB. */
export const ERRORS_KEPT = 40;

/**
 * The errors of a case in its evaluated label map, with causes and pictures. Memory follows the box of the foreground.
 * @throws DiceLensError spacingUnusable
 */
export function findCaseErrors(
  volumes: CaseVolumes,
  scheme: LabelScheme,
  wishes: CaseErrorsWishes = {},
): CaseErrors {
  return listMeasuredErrors(prepareMeasures(volumes, scheme), scheme, wishes);
}

/** The label maps of a case as its errors are found in them. */
export function errorVolumesOf(measured: Omit<CaseToMeasure, 'boxes'>, scheme: LabelScheme): ErrorVolumes {
  const { grid, meaning } = measured;
  return {
    size: grid.size,
    spacingMm: grid.spacingMm,
    reference: measured.reference,
    predicted: measured.predicted,
    referenceLabels: meaning.reference,
    predictedLabels: meaning.predicted,
    ignore: meaning.ignore,
    changed: changedOf(measured, scheme),
  };
}

/**
 * Every error of a case whose boxes are known, most voxels first, with the voxels of each.
 * @throws DiceLensError spacingUnusable
 */
export function listEveryError(
  measured: CaseToMeasure,
  scheme: LabelScheme,
  options: Omit<ErrorOptions, 'sides'> = {},
): ReturnType<typeof listCaseErrors> {
  const { boxes, meaning } = measured;
  const foreground = (labels: readonly number[]) =>
    Uint8Array.from(labels, (label) => (label === 0 || label === meaning.ignore ? 0 : 1));
  const box = joinBoxes(
    boxOfCodes(boxes.reference, foreground(meaning.reference)),
    boxOfCodes(boxes.predicted, foreground(meaning.predicted)),
  );
  const volumes = errorVolumesOf(measured, scheme);
  return listCaseErrors(volumes, box, { ...options, sides: pairSides(scheme.labels) });
}

/** As `findCaseErrors`, of a case whose boxes are known. */
export function listMeasuredErrors(
  measured: CaseToMeasure,
  scheme: LabelScheme,
  { most = ERRORS_KEPT, layerMm = BOUNDARY_LAYER_MM }: CaseErrorsWishes = {},
): CaseErrors {
  const volumes = errorVolumesOf(measured, scheme);
  const { errors, members } = listEveryError(measured, scheme, { layerMm });
  const axial = sliceGeometry(measured.grid, 'axial');
  return {
    largest: errors.slice(0, most).map((error, i) => ({
      ...error,
      thumbnail: cutThumbnail(volumes, axial, error.anchor, members[i]),
    })),
    causes: sumCauses(errors),
    pieces: errors.length,
    voxels: errors.reduce((sum, { voxels }) => sum + voxels, 0),
  };
}

/** What the reconstruction changed by pattern; null where no regions were predicted. */
function changedOf(
  { patterns }: Pick<CaseToMeasure, 'patterns'>,
  { regions }: LabelScheme,
): ErrorVolumes['changed'] {
  if (!patterns) return null;
  const kinds = Uint8Array.from({ length: 2 ** regions.length }, (_, pattern) => {
    const implied = patternOf(reconstruct(pattern, regions), regions);
    if (implied & ~pattern) return 1;
    return pattern & ~implied ? 2 : 0;
  });
  return { patterns: patterns.codes, kinds };
}
