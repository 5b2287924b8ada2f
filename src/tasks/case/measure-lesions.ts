import type { Connectivity } from '../../core/volume/components.ts';
import { voxelVolumeMl } from '../../core/volume/grid.ts';
import { listLesions, type ListedLesion } from '../../core/lesions/lesion-list.ts';
import { panopticQuality, type PanopticQuality } from '../../core/lesions/lesion-panoptic.ts';
import { findLesions } from '../../core/lesions/lesion-pieces.ts';
import {
  BRATS_RULES,
  scoreLesions,
  type LesionRule,
  type LesionWise,
} from '../../core/lesions/lesion-wise.ts';
import type { StructureRef } from '../../core/labels/selection.ts';
import { classifyVoxels, growBox, joinBoxes, sizeOfBox } from '../../core/labels/structure-pair.ts';
import { structureToMeasure, type CaseToMeasure } from './measure-case.ts';

/** How lesions are counted; what is left out is 26 neighbours, IoU 0.5 and the rule of BraTS-GLI. */
export interface LesionWishes {
  readonly connectivity?: Connectivity;
  readonly threshold?: number;
  readonly rule?: LesionRule;
}

/** The lesion-wise view of one structure. */
export interface MeasuredLesions {
  readonly connectivity: Connectivity;
  readonly listed: readonly ListedLesion[];
  readonly panoptic: PanopticQuality;
  readonly lesionWise: LesionWise;
}

/** Takes one structure apart into lesions; the cost follows the box that holds it in both maps. */
export function measureLesions(
  measured: CaseToMeasure,
  structure: StructureRef,
  raw: boolean,
  { connectivity = 26, threshold = 0.5, rule = BRATS_RULES['BraTS-GLI'] }: LesionWishes = {},
): MeasuredLesions {
  const { grid } = measured;
  const { pair, boxes } = structureToMeasure(measured, structure, raw);
  const tight = joinBoxes(boxes.reference, boxes.predicted) ?? { first: [0, 0, 0], last: [0, 0, 0] };
  const box = growBox(tight, [rule.dilation, rule.dilation, rule.dilation], grid.size);
  const [classes, size] = [classifyVoxels(pair, box), sizeOfBox(box)];
  const pieces = findLesions(classes, size, connectivity);
  const voxelMl = voxelVolumeMl(grid);
  return {
    connectivity,
    listed: listLesions(pieces, voxelMl, box.first),
    panoptic: panopticQuality(pieces, threshold),
    lesionWise: scoreLesions(classes, size, 1000 * voxelMl, rule),
  };
}
