import { sentence, words, type Sentence } from './sentence.ts';

/** What a metric is, in words: its name, its formula, and what it is where the formula has nothing to divide by. */
export interface DefinitionWords {
  readonly name: Sentence;
  readonly formula: Sentence;
  readonly edgeCases: Sentence;
}

const overlapEdge = words(
  'Not defined (NaN) where the structure is in neither map; 0 where it is in only one.',
  '两张图中都没有该结构时未定义 (NaN)；只在一张图中时为 0。',
);
const surfaceEdge = words(
  'Not defined (NaN) where the structure is absent in either map.',
  '任一张图中缺少该结构时未定义 (NaN)。',
);
const pieceEdge = words(
  'Not defined (NaN) where neither map has a piece; 0 where no piece is matched.',
  '两张图中都没有连通块时未定义 (NaN)；没有匹配时为 0。',
);
const accountEdge = words(
  'Not defined where label or region is in neither map: the account says so in words.',
  '标签或区域在两张图中都没有时未定义，并以文字说明。',
);

/** Every metric of the application by key. */
export const definitionWords = {
  dice: {
    name: words('Dice', 'Dice'),
    formula: words('2 TP / (2 TP + FP + FN): twice the overlap over the sum of both sizes.', '2 TP / (2 TP + FP + FN)：重叠的两倍除以两者大小之和。'), // prettier-ignore
    edgeCases: overlapEdge,
  },
  iou: {
    name: words('IoU', 'IoU'),
    formula: words('TP / (TP + FP + FN): the overlap over the union.', 'TP / (TP + FP + FN)：重叠除以并集。'),
    edgeCases: overlapEdge,
  },
  precision: {
    name: words('precision', '精确率'),
    formula: words(
      'TP / (TP + FP): the share of the prediction that is right.',
      'TP / (TP + FP)：预测中正确的比例。',
    ),
    edgeCases: words('Not defined (NaN) where nothing was predicted.', '没有预测体素时未定义 (NaN)。'),
  },
  recall: {
    name: words('recall', '召回率'),
    formula: words(
      'TP / (TP + FN): the share of the reference that was found.',
      'TP / (TP + FN)：参考中被找到的比例。',
    ),
    edgeCases: words('Not defined (NaN) where the reference has none.', '参考中没有体素时未定义 (NaN)。'),
  },
  'drop-volume': {
    name: words('volume effect', '体积效应'),
    formula: words(
      'E(R) / V(l) − E(R) / V(R): the errors of the region over the smaller size of the label. E = FP + FN, V = reference plus predicted voxels.',
      'E(R) / V(l) − E(R) / V(R)：区域的错误除以标签较小的大小。E = FP + FN，V = 参考与预测体素数之和。',
    ),
    edgeCases: accountEdge,
  },
  'drop-hierarchy': {
    name: words('hierarchy effect', '层级效应'),
    formula: words(
      '(E(l) − E(R)) / V(l): errors between the label and the rest of its region, less the errors that skip the label. Volume and hierarchy effect are the drop, exactly.',
      '(E(l) − E(R)) / V(l)：标签与区域其余部分之间的错误，减去不涉及该标签的错误。体积效应与层级效应之和恰为 Dice 的下降。',
    ),
    edgeCases: accountEdge,
  },
  'hd-elements': {
    name: words('HD, surface elements', 'HD，表面元'),
    formula: words(
      'The largest distance from a point of either surface to the other surface; points are the corners between voxels that the surface passes.',
      '任一表面上的点到另一表面的最大距离；点为表面经过的体素间角点。',
    ),
    edgeCases: surfaceEdge,
  },
  'hd95-elements': {
    name: words('HD95, surface elements', 'HD95，表面元'),
    formula: words(
      'The larger of the two distances within which 95 % of a surface’s area lies; an order statistic over areas, without interpolation.',
      '两个表面各自 95 % 面积所在距离中的较大者；按面积累积的次序统计量，不插值。',
    ),
    edgeCases: surfaceEdge,
  },
  'nsd-elements': {
    name: words('NSD, surface elements', 'NSD，表面元'),
    formula: words(
      'The area of both surfaces that lies within the tolerance of the other one (at most that far), over all their area.',
      '两个表面中到另一表面距离不超过容差的面积之和，除以两者总面积。',
    ),
    edgeCases: surfaceEdge,
  },
  'asd-elements': {
    name: words('mean surface distance, surface elements', '平均表面距离，表面元'),
    formula: words(
      'The mean over area of the distances from one surface to the other: from reference to prediction, and back.',
      '一个表面到另一表面的距离按面积的平均值：参考到预测，以及预测到参考。',
    ),
    edgeCases: surfaceEdge,
  },
  'hd-border': {
    name: words('HD, border voxels', 'HD，边界体素'),
    formula: words(
      'The largest distance from a border voxel of either map to the nearest border voxel of the other, between centres.',
      '任一图的边界体素到另一图最近边界体素的最大距离，按体素中心计算。',
    ),
    edgeCases: surfaceEdge,
  },
  'hd95-border-max': {
    name: words('HD95, border voxels, larger of two', 'HD95，边界体素，取较大者'),
    formula: words(
      'The 95th percentile of the distances each way, with linear interpolation; the larger of the two.',
      '两个方向距离各自的第 95 百分位数（线性插值），取较大者。',
    ),
    edgeCases: surfaceEdge,
  },
  'hd95-border-pooled': {
    name: words('HD95, border voxels, pooled', 'HD95，边界体素，合并'),
    formula: words(
      'The 95th percentile of the distances of both directions together, with linear interpolation.',
      '两个方向的距离合并后的第 95 百分位数（线性插值）。',
    ),
    edgeCases: surfaceEdge,
  },
  'nsd-border-pooled': {
    name: words('NSD, border voxels, pooled', 'NSD，边界体素，合并'),
    formula: words(
      'The border voxels of both maps that lie within the tolerance of the other border, over all border voxels.',
      '两张图中到另一边界距离不超过容差的边界体素数，除以全部边界体素数。',
    ),
    edgeCases: surfaceEdge,
  },
  'nsd-border-mean': {
    name: words('NSD, border voxels, mean of directed', 'NSD，边界体素，双向平均'),
    formula: words(
      'The share of border voxels within the tolerance, for each map by itself; the mean of the two.',
      '两张图各自在容差内的边界体素比例，取平均。',
    ),
    edgeCases: surfaceEdge,
  },
  'assd-pooled': {
    name: words('ASSD, border voxels, pooled', 'ASSD，边界体素，合并'),
    formula: words(
      'The mean of the distances of all border voxels of both maps to the other border.',
      '两张图全部边界体素到另一边界距离的平均值。',
    ),
    edgeCases: surfaceEdge,
  },
  'assd-mean-of-means': {
    name: words('ASSD, border voxels, mean of means', 'ASSD，边界体素，均值的均值'),
    formula: words(
      'The mean distance each way; the mean of the two (MASD in MetricsReloaded).',
      '两个方向平均距离的平均值（MetricsReloaded 中称 MASD）。',
    ),
    edgeCases: surfaceEdge,
  },
  'surface-to-volume': {
    name: words('surface to volume', '表面积与体积之比'),
    formula: words(
      'The area of the reference’s surface elements over the volume of the reference, 1/mm.',
      '参考的表面元面积除以参考体积，单位 1/mm。',
    ),
    edgeCases: words('Not defined (NaN) where the reference has none.', '参考中没有该结构时未定义 (NaN)。'),
  },
  displacement: {
    name: words('mean boundary displacement', '平均边界位移'),
    formula: words(
      '(FP + FN) × voxel volume / mean of both surfaces’ areas, mm: how far the boundaries lie apart if the errors are spread evenly over them.',
      '(FP + FN) × 体素体积 / 两个表面面积的平均值，单位 mm：把错误均匀铺在表面上时两条边界相距多远。',
    ),
    edgeCases: words(
      'Not defined (NaN) where neither map has a surface.',
      '两张图都没有表面时未定义 (NaN)。',
    ),
  },
  'band-dice': {
    name: words('Dice in the band', '边界带内 Dice'),
    formula: words(
      'Dice over the voxels that lie at most the width of the band from the reference boundary; a voxel’s distance runs from its centre to the nearest centre across the boundary.',
      '只计到参考边界距离不超过带宽的体素；体素的距离为其中心到边界另一侧最近体素中心的距离。',
    ),
    edgeCases: words('Not defined (NaN) where the reference has no boundary, or the band no voxel of the structure.', '参考没有边界，或带内没有该结构的体素时未定义 (NaN)。'), // prettier-ignore
  },
  'band-errors': {
    name: words('errors in the band', '边界带内的错误'),
    formula: words('The share of FP and FN that lie in the band.', '位于边界带内的 FP 与 FN 所占比例。'),
    edgeCases: words('Not defined (NaN) where there is no error.', '没有错误时未定义 (NaN)。'),
  },
  'error-density': {
    name: words('error density', '错误密度'),
    formula: words(
      'At each signed distance from the reference boundary, the share of all voxels there that are wrong.',
      '在到参考边界的每个有符号距离上，错误体素占该处全部体素的比例。',
    ),
    edgeCases: words(
      'Not defined (NaN) where no voxel lies at that distance.',
      '该距离上没有体素时未定义 (NaN)。',
    ),
  },
  'lesion-dice': {
    name: words('lesion-wise Dice', '病灶级 Dice'),
    formula: words(
      'The sum of the lesions’ Dice over the number of lesions and false pieces. Reference pieces that touch once grown are one lesion; its Dice is against all predicted pieces that touch it once grown; small lesions are left out.',
      '各病灶 Dice 之和除以病灶数与假阳性块数之和。膨胀后相接的参考连通块算作一个病灶；其 Dice 与膨胀后相接触的全部预测块计算；过小的病灶不计。',
    ),
    edgeCases: words('Not defined (NaN) with neither lesion nor false piece; BraTS reports 1 there.', '没有病灶也没有假阳性块时未定义 (NaN)；BraTS 此时报告 1。'), // prettier-ignore
  },
  rq: {
    name: words('recognition quality (RQ)', '识别质量 (RQ)'),
    formula: words('TP / (TP + FP / 2 + FN / 2) over connected pieces matched at an IoU of at least 0.5.', '以 IoU 不低于 0.5 匹配的连通块计：TP / (TP + FP / 2 + FN / 2)。'), // prettier-ignore
    edgeCases: pieceEdge,
  },
  sq: {
    name: words('segmentation quality (SQ)', '分割质量 (SQ)'),
    formula: words('The mean IoU of the matched pieces.', '匹配连通块的平均 IoU。'),
    edgeCases: pieceEdge,
  },
  pq: {
    name: words('panoptic quality (PQ)', '全景质量 (PQ)'),
    formula: words('RQ × SQ.', 'RQ × SQ。'),
    edgeCases: pieceEdge,
  },
  'mean-dice': {
    name: words('mean Dice of cases', '病例平均 Dice'),
    formula: words(
      'The mean of the Dice of the cases in which it is defined.',
      '有定义的病例 Dice 的平均值。',
    ),
    edgeCases: words('Cases without the structure in either map are left out (nanmean).', '两张图中都没有该结构的病例不计（nanmean）。'), // prettier-ignore
  },
  'pooled-dice': {
    name: words('pooled Dice', '合并 Dice'),
    formula: words('Dice of the voxel counts of all cases added up.', '所有病例体素计数相加后的 Dice。'),
    edgeCases: overlapEdge,
  },
  'pseudo-dice': {
    name: words('pseudo Dice', '伪 Dice'),
    formula: words(
      'Dice of the counts added over the validation patches of one epoch; for regions on raw masks.',
      '一个 epoch 全部验证图块计数相加后的 Dice；区域按原始掩膜计算。',
    ),
    edgeCases: overlapEdge,
  },
  ema: {
    name: words('EMA of the pseudo Dice', '伪 Dice 的 EMA'),
    formula: words(
      '0.9 × the average before + 0.1 × the mean pseudo Dice of the epoch; the first epoch is its own average.',
      '0.9 × 之前的平均 + 0.1 × 本 epoch 的平均伪 Dice；首个 epoch 以自身为平均。',
    ),
    edgeCases: words(
      'NaN for ever after an epoch whose mean is NaN.',
      '某个 epoch 的均值为 NaN 后一直为 NaN。',
    ),
  },
} as const satisfies Record<string, DefinitionWords>;

/** What known tools do, in words. */
export const toolWords = {
  why: words(
    'The tools disagree because they measure between different surfaces (elements between voxels, weighted by area, or a layer of voxels), and because they join the two directions differently.',
    '各工具结果不同，原因在于所用表面不同（体素间按面积加权的表面元，或一层体素），以及两个方向的合并方式不同。',
  ),
  notReported: words('not reported', '不报告'),
  raises: words('raises an error', '抛出错误'),
  unguarded: words('not guarded: depends on where the object lies', '未加保护：结果取决于物体所在位置'),
  'image-diagonal': words('the diagonal of the image', '图像对角线长度'),
  dropped: words('the case is dropped', '该病例被舍弃'),
  bothEmpty: words('in neither map', '两张图中都没有'),
  referenceEmpty: words('in the prediction only', '只在预测中'),
  predictionEmpty: words('in the reference only', '只在参考中'),
  cite: sentence<{ metrics: string; definition: string; tool: string; reference: string }>(
    ({ metrics, definition, tool, reference }) =>
      `${metrics} by ${definition}, as defined by ${tool} (${reference}), computed with DiceLens.`,
    ({ metrics, definition, tool, reference }) =>
      `${metrics}按${definition}计算，定义与 ${tool}（${reference}）一致，由 DiceLens 计算。`,
  ),
} as const;
