import { sentence, words } from './sentence.ts';

/** Errors of distances and surfaces. */
export const surfaceErrors = {
  spacingUnusable: sentence<{ spacingMm: readonly number[] }>(
    ({ spacingMm }) =>
      `Distances need a voxel size above 0 mm along every axis, and it is ${spacingMm.join(' × ')} mm; correct the spacing in the header of the reference.`,
    ({ spacingMm }) =>
      `计算距离要求各轴的体素间距均大于 0 mm，而当前为 ${spacingMm.join(' × ')} mm；请修正参考文件头中的间距。`,
  ),
  toleranceUnusable: sentence<{ tolerance: string }>(
    ({ tolerance }) => `A tolerance is a number of mm from 0 on, not "${tolerance}".`,
    ({ tolerance }) => `容差应为不小于 0 的毫米数，而不是“${tolerance}”。`,
  ),
} as const;

/** Surface metrics and the reasons why one is missing. */
export const surfaceWords = {
  elements: words('surface elements', '表面元'),
  elementsNote: words(
    'The surface runs between voxels: every 2 × 2 × 2 neighbourhood that is neither empty nor full is one element, weighted by its area. As in DeepMind’s surface-distance, which the Medical Segmentation Decathlon, BraTS and TotalSegmentator use.',
    '表面位于体素之间：每个既非全空也非全满的 2 × 2 × 2 邻域为一个表面元，按面积加权。与 DeepMind 的 surface-distance 一致，Medical Segmentation Decathlon、BraTS 和 TotalSegmentator 均采用。',
  ),
  border: words('border voxels', '边界体素'),
  borderNote: words(
    'The surface is the layer of voxels that touch the outside by a face; every voxel counts the same. As in MONAI, MedPy, MetricsReloaded and panoptica. Outside the image is background.',
    '表面是与外部共面的一层体素，每个体素权重相同。与 MONAI、MedPy、MetricsReloaded 和 panoptica 一致；图像之外视为背景。',
  ),
  absentBoth: words(
    'Not defined: the structure is in neither map, so there is no surface to measure between.',
    '未定义：两张图中都没有该结构，没有可测量的表面。',
  ),
  absentReference: words(
    'Not defined: the structure is in the prediction only, so there is no reference surface to measure to.',
    '未定义：该结构只在预测中，没有参考表面可供测量。',
  ),
  absentPrediction: words(
    'Not defined: the structure is in the reference only, so there is no predicted surface to measure to.',
    '未定义：该结构只在参考中，没有预测表面可供测量。',
  ),
  oneSlice: words(
    'The image has one slice, so surfaces are contours and distances lie in its plane.',
    '图像只有一层，因此表面为轮廓线，距离在层面内计算。',
  ),
} as const;
