import { definitionWords, type DefinitionWords } from '../messages/definitions.ts';

export type DefinitionKey = keyof typeof definitionWords;

/** One metric: what an explain panel and the manual show of it. */
export interface Definition extends DefinitionWords {
  readonly key: DefinitionKey;
  /** 'share' in [0, 1]. */
  readonly unit: 'share' | 'mm' | '1/mm';
  /** Where the definition comes from: a tool's file, or an article. */
  readonly source: string;
}

const NNUNET = 'nnU-Net v2, evaluation/evaluate_predictions.py';
const OVERLAP = 'standard; nnU-Net does not report it';
const DEEPMIND = 'google-deepmind/surface-distance, metrics.py and lookup_tables.py';
const ACCOUNT = 'DiceLens';
const BRATS = 'rachitsaluja/BraTS-2023-Metrics, metrics.py';
const PANOPTICA = 'Kirillov et al., Panoptic Segmentation, CVPR 2019; BrainLesion/panoptica';
const LOGGER = 'nnU-Net v2, training/nnUNetTrainer and training/logging';

const FACTS: Readonly<Record<DefinitionKey, readonly [unit: Definition['unit'], source: string]>> = {
  dice: ['share', NNUNET],
  iou: ['share', NNUNET],
  precision: ['share', OVERLAP],
  recall: ['share', OVERLAP],
  'drop-volume': ['share', ACCOUNT],
  'drop-hierarchy': ['share', ACCOUNT],
  'hd-elements': ['mm', DEEPMIND],
  'hd95-elements': ['mm', DEEPMIND],
  'nsd-elements': ['share', `${DEEPMIND}; Nikolov et al., 2018`],
  'asd-elements': ['mm', DEEPMIND],
  'hd-border': ['mm', 'MONAI, MedPy, MetricsReloaded'],
  'hd95-border-max': ['mm', 'MONAI, metrics/hausdorff_distance.py; MetricsReloaded'],
  'hd95-border-pooled': ['mm', 'MedPy, metric/binary.py; panoptica'],
  'nsd-border-pooled': ['share', 'MONAI, metrics/surface_dice.py; MetricsReloaded'],
  'nsd-border-mean': ['share', 'panoptica'],
  'assd-pooled': ['mm', 'MONAI; MetricsReloaded'],
  'assd-mean-of-means': ['mm', 'MedPy; panoptica; MetricsReloaded (MASD)'],
  'surface-to-volume': ['1/mm', ACCOUNT],
  displacement: ['mm', ACCOUNT],
  'band-dice': ['share', ACCOUNT],
  'band-errors': ['share', ACCOUNT],
  'error-density': ['share', ACCOUNT],
  'lesion-dice': ['share', BRATS],
  rq: ['share', PANOPTICA],
  sq: ['share', PANOPTICA],
  pq: ['share', PANOPTICA],
  'mean-dice': ['share', NNUNET],
  'pooled-dice': ['share', ACCOUNT],
  'pseudo-dice': ['share', LOGGER],
  ema: ['share', LOGGER],
};

/** Every metric of the application, in the order of the manual. */
export const DEFINITIONS: readonly Definition[] = Object.entries(definitionWords).map(([key, text]) => {
  const [unit, source] = FACTS[key as DefinitionKey];
  return { key: key as DefinitionKey, unit, source, ...text };
});

/** The definition of one metric. */
export function definitionOf(key: DefinitionKey): Definition {
  const [unit, source] = FACTS[key];
  return { key, unit, source, ...definitionWords[key] };
}
