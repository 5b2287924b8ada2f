import type { FigureNumbers } from '../learn/figure-model.ts';
import { sentence, words } from './sentence.ts';

const signed = (value: number, decimals: number) =>
  `${value < 0 ? '−' : value > 0 ? '+' : ''}${Math.abs(value).toFixed(decimals)}`;

/** Words of the figures of the lesson on regions and labels. */
export const regionsWords = {
  radius: words('Radius', '半径'),
  boundaryError: words('Boundary error', '边界误差'),
  mm: sentence<number>(
    (value) => `${value.toFixed(1)} mm`,
    (value) => `${value.toFixed(1)} mm`,
  ),
  mmSigned: sentence<number>(
    (value) => `${signed(value, 2)} mm`,
    (value) => `${signed(value, 2)} mm`,
  ),
  mm2: sentence<number>(
    (value) => `${value.toFixed(2)} mm`,
    (value) => `${value.toFixed(2)} mm`,
  ),
  mm0: sentence<number>(
    (value) => `${value} mm`,
    (value) => `${value} mm`,
  ),
  shift: words('Shift of the innermost mask', '最内层掩膜的偏移'),
  order: words('regions_class_order', 'regions_class_order'),
  order123: words('1, 2, 3', '1, 2, 3'),
  order132: words('1, 3, 2', '1, 3, 2'),
  order213: words('2, 1, 3', '2, 1, 3'),
  order321: words('3, 2, 1', '3, 2, 1'),
  threshold: words('Threshold', '阈值'),
  coreRadius: words('Radius of the core', '核心半径'),
  outerError: words('Outer border', '外边界误差'),
  innerError: words('Inner border', '内边界误差'),
  structures: words('Structures', '结构'),
  nested: words('nested', '嵌套'),
  besideEachOther: words('side by side', '并列'),
  doubt: words('Doubt between labels', '标签间的模糊范围'),
  sameFp: sentence<number>(
    (mm) => `FP, the same ${mm} mm everywhere`,
    (mm) => `FP，处处都是 ${mm} mm`,
  ),
  sameFn: sentence<number>(
    (mm) => `FN, the same ${mm} mm everywhere`,
    (mm) => `FN，处处都是 ${mm} mm`,
  ),
  ballRadius: sentence<number>(
    (mm) => `radius ${mm} mm`,
    (mm) => `半径 ${mm} mm`,
  ),
  radiusOfVolume: words('radius of a ball of the same volume, mm', '同体积球的半径，mm'),
  formula: words('formula', '公式'),
  counted: words('counted', '计数'),
  sameErrorChart: sentence<FigureNumbers>(
    ({ radius, error, dice, formula }) =>
      `Dice over the radius. At ${radius} mm with an error of ${error} mm: ${dice.toFixed(3)} counted, ${formula.toFixed(3)} by the formula.`,
    ({ radius, error, dice, formula }) =>
      `Dice 随半径的变化。半径 ${radius} mm、误差 ${error} mm 时：计数 ${dice.toFixed(3)}，公式 ${formula.toFixed(3)}。`,
  ),
  reference: words('reference', '参考'),
  labelsWritten: words('label map written', '写出的标签图'),
  maskOf: sentence<string>(
    (region) => `mask of ${region}: TP green, FP orange, FN blue`,
    (region) => `${region} 的掩膜：TP 绿，FP 橙，FN 蓝`,
  ),
  regionsSet: words('Regions set', '置位的区域'),
  writes: words('Label written', '写出的标签'),
  voxels: words('Voxels', '体素'),
  changedBy: words('Changed by writing', '写出时的改变'),
  gained: sentence<string>(
    (regions) => `${regions} gained`,
    (regions) => `增加 ${regions}`,
  ),
  lost: sentence<string>(
    (regions) => `${regions} lost`,
    (regions) => `丢失 ${regions}`,
  ),
  region: words('Region', '区域'),
  asTrained: words('Dice of the mask', '掩膜的 Dice'),
  asWritten: words('after writing', '写出后的 Dice'),
  ofItsLabel: words('of its label', '对应标签的 Dice'),
  roundTripHolds: words(
    'Round trip: every label, taken apart into its regions and written again, comes back.',
    '往返检查：每个标签拆成区域再写出后，都能还原。',
  ),
  roundTripBreaks: sentence<string>(
    (changes) =>
      `Round trip: labels do not come back when they are taken apart into their regions and written again (${changes}). No training can mend that, since the rule writes the wrong label.`,
    (changes) =>
      `往返检查：标签拆成区域再写出后无法还原（${changes}）。规则写出的标签本身就是错的，任何训练都无法弥补。`,
  ),
  regionsAsWritten: words('regions, whole:', '区域，整体：'),
  orderChart: sentence<FigureNumbers>(
    ({ threshold, whole, label1, label2, label3 }) =>
      `Dice over the threshold. At ${threshold}: whole tumour ${whole.toFixed(3)}; labels 1, 2, 3: ${label1.toFixed(3)}, ${label2.toFixed(3)}, ${label3.toFixed(3)}.`,
    ({ threshold, whole, label1, label2, label3 }) =>
      `Dice 随阈值的变化。阈值 ${threshold} 时：整个肿瘤 ${whole.toFixed(3)}；标签 1、2、3：${label1.toFixed(3)}、${label2.toFixed(3)}、${label3.toFixed(3)}。`,
  ),
  diceOf: sentence<string>(
    (name) => `Dice of ${name}`,
    (name) => `${name} 的 Dice`,
  ),
  volumeEffect: words('smaller structure', '结构更小'),
  innerBorder: words('border inside the region', '区域内部的边界'),
  sparedErrors: words('errors that skip the label', '不涉及该标签的错误'),
  errorsByBorder: words('middle slice: errors by the border they lie at', '中间切片：按所在边界区分错误'),
  accountChart: sentence<FigureNumbers>(
    ({ region, volume, inner, spared, label }) =>
      `From region ${region.toFixed(4)}: volume ${(-volume).toFixed(4)}, inner border ${(-inner).toFixed(4)}, errors that skip the label ${(-spared).toFixed(4)}; label ${label.toFixed(4)}.`,
    ({ region, volume, inner, spared, label }) =>
      `从区域 ${region.toFixed(4)} 起：体积 ${(-volume).toFixed(4)}，内边界 ${(-inner).toFixed(4)}，不涉及该标签的错误 ${(-spared).toFixed(4)}；标签 ${label.toFixed(4)}。`,
  ),
  outerErrors: sentence<string>(
    (voxels) => `outer border: ${voxels} voxels, in region and label`,
    (voxels) => `外边界：${voxels} 个体素，区域与标签都计入`,
  ),
  innerErrors: sentence<string>(
    (voxels) => `inner border: ${voxels} voxels, in the label alone`,
    (voxels) => `内边界：${voxels} 个体素，只有标签计入`,
  ),
  skippedErrors: sentence<string>(
    (voxels) => `core against the outside: ${voxels} voxels, in the region alone`,
    (voxels) => `核心与区域外之间：${voxels} 个体素，只有区域计入`,
  ),
  byRegions: words('regions: p > 0.5 of each, then written', '区域训练：各自 p > 0.5，再写出'),
  byLabels: words('labels: the most probable one', '标签训练：取概率最大者'),
  byRegionsShort: words('regions', '区域'),
  byLabelsShort: words('labels', '标签'),
  difference: words('difference', '差'),
  allTogether: words('all labels together', '全部标签合并'),
} as const;
