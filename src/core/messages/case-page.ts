import { integer, sentence, words } from './sentence.ts';

interface Structure {
  kind: 'label' | 'region';
}
interface Named extends Structure {
  name: string;
}
const kindEn = ({ kind }: Structure) => kind;
const kindZh = ({ kind }: Structure) => (kind === 'label' ? '标签' : '区域');
const voxelsEn = (voxels: number) => `${integer(voxels)} ${voxels === 1 ? 'voxel' : 'voxels'}`;

/** Score tables of the case page. */
export const scoreWords = {
  regions: words('Regions', '区域'),
  labels: words('Labels', '标签'),
  region: words('Region', '区域'),
  label: words('Label', '标签'),
  referencePredicted: words('reference / predicted', '参考 / 预测'),
  drop: words('Drop', '差值'),
  dropTitle: words(
    'Dice of the label minus Dice of the region at which it hangs',
    '标签的 Dice 减去其所属最小区域的 Dice',
  ),
  dropOf: sentence<{ difference: string; label: string }>(
    ({ difference, label }) => `Drop ${difference}: open the account of ${label}`,
    ({ difference, label }) => `差值 ${difference}：查看 ${label} 的计算明细`,
  ),
  same: words('same', '相同'),
  reconstructed: words('Reconstructed', '重建后'),
  rawMasks: words('Raw masks', '原始掩膜'),
  regionsShown: words('Which regions are scored', '按哪种区域计分'),
  defineRegions: words('Define regions', '定义区域'),
  editRegions: words('Edit regions', '编辑区域'),
  noRegions: words(
    'dataset.json defines no regions. Define some to score this prediction by region too.',
    'dataset.json 没有定义区域。定义后也可按区域计分。',
  ),
  noLabels: words(
    'No label but background stands in the reference, the prediction or dataset.json.',
    '参考、预测和 dataset.json 中除背景外没有任何标签。',
  ),
  showRates: words('Precision, recall and volume difference', '精确率、召回率和体积差'),
  precision: words('Precision', '精确率'),
  recall: words('Recall', '召回率'),
  precisionShort: words('Prec.', '精确率'),
  recallShort: words('Recall', '召回率'),
  volumeDifference: words('ΔmL', 'ΔmL'),
  volumeDifferenceTitle: words('Predicted minus reference volume, in mL', '预测体积减参考体积，mL'),
  absent: words('absent', '缺失'),
  absentTitle: sentence<Structure>(
    (it) => `In neither map: this ${kindEn(it)} has no voxel to score (NaN)`,
    (it) => `两张图中都没有该${kindZh(it)}的体素，无法计分 (NaN)`,
  ),
  nothingPredicted: words('Nothing was predicted: not defined (NaN)', '没有预测体素，未定义 (NaN)'),
  nothingInReference: words('The reference has none: not defined (NaN)', '参考中没有体素，未定义 (NaN)'),
  structureTitle: sentence<Named & { reference: string; predicted: string }>(
    ({ name, reference, predicted }) => `${name}: reference ${reference} mL, predicted ${predicted} mL`,
    ({ name, reference, predicted }) => `${name}：参考 ${reference} mL，预测 ${predicted} mL`,
  ),
  openAccount: sentence<{ name: string; score: string }>(
    ({ name, score }) => `Dice of ${name}, ${score}: open its account`,
    ({ name, score }) => `${name} 的 Dice ${score}：查看计算明细`,
  ),
  showPart: sentence<{ part: string; name: string; voxels: number }>(
    ({ part, name, voxels }) => `${part} of ${name}: show these ${voxelsEn(voxels)}`,
    ({ part, name, voxels }) => `${name} 的 ${part}：显示这 ${integer(voxels)} 个体素`,
  ),
} as const;

/** The matrix of joint counts. */
export const jointWords = {
  title: words('Joint counts', '联合计数'),
  caption: words('rows reference, columns prediction, in voxels', '行为参考，列为预测，单位体素'),
  captionOfMap: words('of the reconstructed map, in voxels', '基于重建后的标签图，单位体素'),
  reference: words('Reference', '参考'),
  all: words('all', '合计'),
  /** The count stands first: where the caption is cut, the names go. */
  cell: sentence<{ reference: string; predicted: string; voxels: number }>(
    ({ reference, predicted, voxels }) =>
      `${voxelsEn(voxels)}: reference ${reference}, predicted ${predicted}`,
    ({ reference, predicted, voxels }) => `${integer(voxels)} 个体素：参考 ${reference}，预测 ${predicted}`,
  ),
} as const;

/** The account of one number. */
export const accountWords = {
  title: sentence<{ metric: string }>(
    ({ metric }) => `${metric} of`,
    ({ metric }) => `${metric}：`,
  ),
  dice: words('Dice', 'Dice'),
  iou: words('IoU', 'IoU'),
  metrics: words('Which number is accounted for', '选择指标'),
  close: words('Close the account', '关闭明细'),
  tpLabel: sentence<{ label: number }>(
    ({ label }) => `TP, label ${label} in both`,
    ({ label }) => `TP，两者均为标签 ${label}`,
  ),
  tp: words('TP, reference', 'TP，参考'),
  fp: words('FP, reference', 'FP，参考'),
  fn: words('FN, predicted', 'FN，预测'),
  fnRaw: words('FN, reference', 'FN，参考'),
  more: sentence<{ labels: number; voxels: number }>(
    ({ labels, voxels }) => `and ${integer(voxels)} in ${labels} more ${labels === 1 ? 'label' : 'labels'}`,
    ({ labels, voxels }) => `另有 ${labels} 个标签共 ${integer(voxels)}`,
  ),
  show: sentence<{ part: string; voxels: number }>(
    ({ part, voxels }) => `Show the ${part} on the slices (${voxelsEn(voxels)})`,
    ({ part, voxels }) => `在切片上显示 ${part}（${integer(voxels)} 个体素）`,
  ),
  /** Stands behind the squares of the other structure. */
  other: sentence<{
    score: string;
    errors: number;
    volume: string;
    ownKind: 'label' | 'region';
    ownErrors: number;
    ownVolume: string;
  }>(
    ({ score, errors, volume, ownKind, ownErrors, ownVolume }) =>
      `scores ${score}: ${integer(errors)} errors over ${volume} mL, both volumes added; ` +
      `this ${ownKind} ${integer(ownErrors)} over ${ownVolume} mL.`,
    ({ score, errors, volume, ownKind, ownErrors, ownVolume }) =>
      `的 Dice 为 ${score}：两个体积之和 ${volume} mL 中有 ${integer(errors)} 个错误体素；` +
      `此${kindZh({ kind: ownKind })}为 ${ownVolume} mL 中 ${integer(ownErrors)} 个。`,
  ),
  otherAbsent: words(
    'is in neither map, so there is nothing to compare with.',
    '在两张图中都不存在，无从比较。',
  ),
  why: words('Why', '原因'),
  absent: sentence<Structure>(
    (it) => `Absent: this ${kindEn(it)} is in neither map, so 0 would be divided by 0. nnU-Net writes NaN.`,
    (it) => `缺失：两张图中都没有该${kindZh(it)}，即 0 除以 0；nnU-Net 记为 NaN。`,
  ),
  absentPrecision: sentence<Structure>(
    () => 'Not defined: nothing was predicted, so 0 would be divided by 0.',
    () => '未定义：没有预测体素，即 0 除以 0。',
  ),
  absentRecall: sentence<Structure>(
    () => 'Not defined: the reference has no such voxel, so 0 would be divided by 0.',
    () => '未定义：参考中没有此类体素，即 0 除以 0。',
  ),
  onlyReference: sentence<Structure>(
    (it) => `0, since this ${kindEn(it)} is in the reference only: all of it was missed.`,
    (it) => `为 0：该${kindZh(it)}只在参考中，全部漏检。`,
  ),
  onlyPrediction: sentence<Structure>(
    (it) => `0, since this ${kindEn(it)} is in the prediction only: the reference has none.`,
    (it) => `为 0：该${kindZh(it)}只在预测中，参考中没有。`,
  ),
  diceNote: sentence<Structure>(
    (it) =>
      `Twice the overlap over the sum of both sizes. Not defined (NaN) where the ${kindEn(it)} is in neither map; 0 where it is in only one. As nnU-Net counts it:`,
    (it) =>
      `重叠的两倍除以两者大小之和。${kindZh(it)}在两张图中都没有时未定义 (NaN)，只在一张图中时为 0。与 nnU-Net 算法一致：`,
  ),
  iouNote: sentence<Structure>(
    (it) =>
      `The overlap over the union. Not defined (NaN) where the ${kindEn(it)} is in neither map; 0 where it is in only one. As nnU-Net counts it:`,
    (it) =>
      `重叠除以并集。${kindZh(it)}在两张图中都没有时未定义 (NaN)，只在一张图中时为 0。与 nnU-Net 算法一致：`,
  ),
  precisionNote: sentence<Structure>(
    () =>
      'The share of the predicted voxels that is right. Not defined (NaN) where nothing was predicted. nnU-Net does not report it; it follows from the same counts.',
    () => '预测体素中正确的比例。没有预测体素时未定义 (NaN)。nnU-Net 不报告此值，由同样的计数得出。',
  ),
  recallNote: sentence<Structure>(
    () =>
      'The share of the reference that was found. Not defined (NaN) where the reference has none. nnU-Net does not report it; it follows from the same counts.',
    () => '参考体素中被找到的比例。参考中没有体素时未定义 (NaN)。nnU-Net 不报告此值，由同样的计数得出。',
  ),
  rawNote: words('Raw masks, before reconstruction.', '原始掩膜，重建之前。'),
} as const;

/** Patterns predicted. */
export const patternWords = {
  title: words('Patterns predicted', '预测的区域组合'),
  caption: words('regions set at a voxel, and the label written there', '体素上被预测的区域，以及写入的标签'),
  kept: words('Kept', '保持不变'),
  changed: words('Changed', '被改变'),
  voxels: sentence<{ voxels: number }>(
    ({ voxels }) => voxelsEn(voxels),
    ({ voxels }) => `${integer(voxels)} 个体素`,
  ),
  outlined: words('outlined', '描边'),
  struck: words('struck', '划线'),
  regionsAdded: words(' regions are added', '的区域为新增'),
  regionsDropped: words(' regions are dropped', '的区域被去除'),
  comma: words(', ', '，'),
  writes: words('writes', '写入'),
  nothingChanged: words('The reconstruction changed no voxel.', '重建没有改变任何体素。'),
  noneKept: words('No pattern is kept as it was predicted.', '没有保持不变的组合。'),
  inPatterns: sentence<{ patterns: number }>(
    ({ patterns }) => ` in ${patterns} patterns`,
    ({ patterns }) => `，共 ${patterns} 种组合`,
  ),
  patternTitle: sentence<{ set: string; gained: string; lost: string; writes: string; voxels: number }>(
    ({ set, gained, lost, writes, voxels }) =>
      [
        `${voxelsEn(voxels)}: ${set ? `predicted ${set}` : 'no region predicted'}, written ${writes}`,
        gained && `gained ${gained}`,
        lost && `lost ${lost}`,
      ]
        .filter(Boolean)
        .join('; '),
    ({ set, gained, lost, writes, voxels }) =>
      [
        `${integer(voxels)} 个体素：${set ? `预测为 ${set}` : '没有预测任何区域'}，写入 ${writes}`,
        gained && `新增 ${gained}`,
        lost && `去除 ${lost}`,
      ]
        .filter(Boolean)
        .join('；'),
  ),
  asStrip: words('Strip', '条带'),
  asTable: words('Table', '表格'),
  shownAs: words('Show the patterns as', '组合的显示方式'),
  openLaboratory: words('Open the laboratory', '打开重建实验室'),
  labelWritten: words('Writes', '写入标签'),
  regionsSet: words('Regions set', '被预测的区域'),
  voxelsHead: words('Voxels', '体素'),
  ml: words('mL', 'mL'),
  gained: words('Gained', '新增'),
  lost: words('Lost', '去除'),
  effect: words('What the change did', '改变的影响'),
} as const;

/** Warnings, errors, loading and undo. */
export const stateWords = {
  warnings: words('Warnings', '警告'),
  moreWarnings: sentence<{ more: number }>(
    ({ more }) => `${more} more`,
    ({ more }) => `另有 ${more} 条`,
  ),
  showAll: words('Show the whole text', '显示全文'),
  fewer: words('Fewer', '收起'),
  dismiss: words('Dismiss', '关闭'),
  bug: sentence<{ what: string }>(
    ({ what }) => `Something in DiceLens itself went wrong (${what}); what was loaded before stays.`,
    ({ what }) => `DiceLens 自身出错（${what}）；此前载入的内容保留。`,
  ),
  copyReport: words('Copy report', '复制报告'),
  copied: words('Copied', '已复制'),
  reading: sentence<{ file: string }>(
    ({ file }) => `Reading ${file}`,
    ({ file }) => `正在读取 ${file}`,
  ),
  doneOf: sentence<{ done: string; total: string }>(
    ({ done, total }) => `${done} of ${total}`,
    ({ done, total }) => `${done} / ${total}`,
  ),
  cancel: words('Cancel', '取消'),
  undo: words('Undo', '撤销'),
} as const;
