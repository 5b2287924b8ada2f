import type { Presence } from '../surface/surface-metrics.ts';

/** A number, or what happens instead of one; the words are in messages/definitions.ts. Null: not looked up. */
export type EmptyValue = number | 'raises' | 'unguarded' | 'image-diagonal' | 'dropped' | null;

/** What a tool reports of one metric where a structure is absent in one map or both. */
export interface EmptyConvention {
  readonly tool: string;
  readonly metric: 'dice' | 'iou' | 'hd' | 'hd95' | 'nsd' | 'assd';
  readonly neither: EmptyValue;
  /** In the prediction only: the reference is empty. */
  readonly prediction: EmptyValue;
  /** In the reference only: the prediction is empty. */
  readonly reference: EmptyValue;
  /** The file in which it was read. */
  readonly source: string;
}

const convention = (
  tool: string,
  metric: EmptyConvention['metric'],
  neither: EmptyValue,
  prediction: EmptyValue,
  reference: EmptyValue,
  source: string,
): EmptyConvention => ({ tool, metric, neither, prediction, reference, source });

const { NaN: none, POSITIVE_INFINITY: infinite } = Number;
const NNUNET = 'nnUNet 0e49508, nnunetv2/evaluation/evaluate_predictions.py';
const MONAI = 'MONAI d388d1c, monai/metrics';
const DEEPMIND = 'surface-distance 1f805ce, metrics.py and its test';
const RELOADED = 'MetricsReloaded cb38dfc, pairwise_measures.py';
const PANOPTICA = 'panoptica b0ac3e4, utils/edge_case_handling.py';
const MEDPY = 'medpy d6abf41, metric/binary.py';
const SEG = 'segmentation_metrics 9513586, seg_metrics.py';
const GANDLF = 'GaNDLF 3f9b772, metrics/segmentation.py';
const BRATS = 'BraTS-2023-Metrics 43c9052, metrics.py';
const MIST = 'MIST f727791, metrics/lesion_wise_metrics.py';
const DISTORCH = 'distorch 80f190c, distorch/metrics.py';

/** Read from the tools' sources. Distances in mm. */
export const EMPTY_CONVENTIONS: readonly EmptyConvention[] = [
  convention('nnU-Net v2', 'dice', none, 0, 0, NNUNET),
  convention('MONAI (ignore_empty)', 'dice', none, none, 0, `${MONAI}/meandice.py`),
  convention('MONAI', 'dice', 1, 0, 0, `${MONAI}/meandice.py, ignore_empty=False`),
  convention('MONAI', 'hd', none, infinite, infinite, `${MONAI}/hausdorff_distance.py`),
  convention('MONAI', 'hd95', none, infinite, infinite, `${MONAI}/hausdorff_distance.py`),
  convention('MONAI', 'assd', none, infinite, infinite, `${MONAI}/utils.py`),
  convention('MONAI', 'nsd', none, 0, 0, `${MONAI}/surface_dice.py`),
  convention('DeepMind surface-distance', 'dice', none, null, null, DEEPMIND),
  convention('DeepMind surface-distance', 'hd', infinite, infinite, infinite, DEEPMIND),
  convention('DeepMind surface-distance', 'hd95', infinite, infinite, infinite, DEEPMIND),
  convention('DeepMind surface-distance', 'nsd', none, 0, 0, DEEPMIND),
  convention('MetricsReloaded', 'dice', 1, 0, 0, RELOADED),
  convention('MetricsReloaded', 'iou', none, null, null, RELOADED),
  convention('MetricsReloaded', 'hd', 0, none, none, RELOADED),
  convention('MetricsReloaded', 'hd95', 0, none, none, RELOADED),
  convention('MetricsReloaded', 'nsd', 1, 'unguarded', 'unguarded', RELOADED),
  convention('panoptica', 'dice', none, 0, 0, PANOPTICA),
  convention('panoptica', 'assd', none, infinite, infinite, PANOPTICA),
  convention('MedPy', 'dice', 1, null, null, MEDPY),
  convention('MedPy', 'hd', 'raises', 'raises', 'raises', MEDPY),
  convention('MedPy', 'hd95', 'raises', 'raises', 'raises', MEDPY),
  convention('MedPy', 'assd', 'raises', 'raises', 'raises', MEDPY),
  convention('seg-metrics', 'dice', 1, null, null, SEG),
  convention('seg-metrics', 'hd', 0, null, null, SEG),
  convention('GaNDLF', 'hd', null, 0, 0, GANDLF),
  convention('GaNDLF', 'nsd', null, 0, 0, GANDLF),
  convention('BraTS 2023', 'dice', 1, 0, 0, BRATS),
  convention('BraTS 2023', 'hd95', 0, 374, 374, BRATS),
  convention('MIST', 'hd95', 'dropped', 'image-diagonal', 'image-diagonal', MIST),
  convention('DisTorch', 'dice', none, null, null, DISTORCH),
  convention('DisTorch', 'hd', none, none, none, DISTORCH),
];

/** What a tool reports of a metric where a structure is absent; null where it is in both maps or nothing is known. */
export function reportedForEmpty(
  tool: string,
  metric: EmptyConvention['metric'],
  presence: Presence,
): EmptyValue {
  if (presence === 'both') return null;
  const known = EMPTY_CONVENTIONS.find((entry) => entry.tool === tool && entry.metric === metric);
  return known ? known[presence] : null;
}
