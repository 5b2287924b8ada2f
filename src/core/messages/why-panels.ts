import { integer, sentence, words } from './sentence.ts';

const voxels = (n: number) => `${integer(n)} ${n === 1 ? 'voxel' : 'voxels'}`;

/** The account of a number that is no plain fraction of counts. */
export const metricPanelWords = {
  source: words('Source:', '来源：'),
  noBoundary: words('The reference has no boundary of this structure.', '参考中没有该结构的边界。'),
  bandNote: sentence<{ mm: number }>(
    ({ mm }) => `Counted within ${mm} mm of the reference boundary.`,
    ({ mm }) => `只计参考边界 ${mm} mm 以内。`,
  ),
  interiorNote: sentence<{ mm: number }>(
    ({ mm }) => `Counted deeper than ${mm} mm inside the reference, where there can be no false positive.`,
    ({ mm }) => `只计参考内部深于 ${mm} mm 处，此处不可能有假阳性。`,
  ),
  toleranceNote: sentence<{ mm: number }>(
    ({ mm }) => `At a tolerance of ${mm} mm.`,
    ({ mm }) => `容差 ${mm} mm。`,
  ),
  areas: sentence<{ reference: string; predicted: string }>(
    ({ reference, predicted }) => `Surface of the reference ${reference}, of the prediction ${predicted}.`,
    ({ reference, predicted }) => `参考表面积 ${reference}，预测表面积 ${predicted}。`,
  ),
} as const;

/** One number by all definitions. */
export const definitionsPanelWords = {
  title: words('One pair, all definitions', '同一对数据，所有定义'),
  close: words('Close the definitions', '关闭定义'),
  tool: words('Tool', '工具'),
  metric: words('Metric', '指标'),
  cite: words('Cite as', '引用'),
  nsdAt: sentence<{ mm: number }>(
    ({ mm }) => `NSD ${mm} mm`,
    ({ mm }) => `NSD ${mm} mm`,
  ),
  lesionDice: words('lesion Dice', '病灶 Dice'),
  copyCitation: sentence<{ tool: string }>(
    ({ tool }) => `Copy how to cite it as ${tool} computes it`,
    ({ tool }) => `复制按 ${tool} 计算的引用说明`,
  ),
  waiting: words('The structure is being measured.', '正在测量该结构。'),
  unknown: words('not known', '未知'),
  showEmpty: words('What each tool reports where a structure is absent', '结构缺失时各工具的报告值'),
  hideEmpty: words('Hide what is reported where a structure is absent', '隐藏结构缺失时的报告值'),
} as const;

/** A structure lesion by lesion. */
export const lesionViewWords = {
  title: words('Lesion by lesion', '逐个病灶'),
  caption: words('connected pieces, by size', '连通块，按大小排列'),
  structure: words('Structure taken apart', '拆分的结构'),
  waiting: words('The structure is being taken apart.', '正在拆分该结构。'),
  rule: words('lesions as in', '病灶规则'),
  ruleTitle: sentence<{ dilation: number; volumeMm3: number }>(
    ({ dilation, volumeMm3 }) =>
      `Lesion-wise Dice after BraTS 2023: the reference grows by ${dilation} ${dilation === 1 ? 'step' : 'steps'} before pieces are joined and matched; lesions of at most ${volumeMm3} mm³ are left out`,
    ({ dilation, volumeMm3 }) =>
      `按 BraTS 2023 的病灶级 Dice：参考先膨胀 ${dilation} 步再合并与匹配；不大于 ${volumeMm3} mm³ 的病灶不计`,
  ),
  neighbours: {
    6: words('Voxels that share a face hang together', '共面的体素相连'),
    18: words('Voxels that share a face or an edge hang together', '共面或共棱的体素相连'),
    26: words('Voxels that share a face, an edge or a corner hang together', '共面、共棱或共角的体素相连'),
  },
  wiseNote: sentence<{ lesions: number; falsePieces: number; leftOut: number }>(
    ({ lesions, falsePieces, leftOut }) =>
      `mean over ${integer(lesions)} ${lesions === 1 ? 'lesion' : 'lesions'} and ${integer(falsePieces)} false` +
      (leftOut > 0 ? `; ${integer(leftOut)} too small` : ''),
    ({ lesions, falsePieces, leftOut }) =>
      `${integer(lesions)} 个病灶与 ${integer(falsePieces)} 个假阳性块的平均` +
      (leftOut > 0 ? `；${integer(leftOut)} 个过小不计` : ''),
  ),
  panopticNote: sentence<{ tp: number; fp: number; fn: number }>(
    ({ tp, fp, fn }) => `${integer(tp)} matched, ${integer(fp)} false, ${integer(fn)} missed at IoU 0.5`,
    ({ tp, fp, fn }) => `IoU 0.5：匹配 ${integer(tp)}，假阳性 ${integer(fp)}，漏检 ${integer(fn)}`,
  ),
  openMetric: sentence<{ name: string; value: string }>(
    ({ name, value }) => `${name}, ${value}: open its account`,
    ({ name, value }) => `${name} ${value}：查看计算明细`,
  ),
  lesion: words('Piece', '连通块'),
  status: words('Found', '检出情况'),
  voxels: words('Voxels', '体素'),
  diceTitle: words(
    'Dice of a lesion against all predicted pieces that share a voxel with it',
    '病灶与所有和它有共同体素的预测块之间的 Dice',
  ),
  go: sentence<{ number: number; status: string; voxels: number }>(
    ({ number, status, voxels: n }) => `Go to piece ${integer(number)}, ${status}, ${voxels(n)}`,
    ({ number, status, voxels: n }) => `转到第 ${integer(number)} 块，${status}，${integer(n)} 个体素`,
  ),
  more: sentence<{ more: number }>(
    ({ more }) => `Show ${integer(more)} more`,
    ({ more }) => `再显示 ${integer(more)} 个`,
  ),
  fewer: words('Show fewer', '收起'),
} as const;

/** Tools that change the label map, and what they changed. */
export const whatIfWords = {
  open: words('What if', '假设'),
  openTitle: words(
    'Change the prediction and see what follows: grow, shrink, shift, clean up, swap labels',
    '改动预测并查看结果：膨胀、腐蚀、平移、清理、交换标签',
  ),
  title: words('What if', '假设'),
  tools: words('How the prediction is changed', '如何改动预测'),
  boundary: words('Grow, shrink', '膨胀、腐蚀'),
  shift: words('Shift', '平移'),
  'drop-small': words('Drop small', '去除小块'),
  'keep-largest': words('Keep largest', '保留最大块'),
  swap: words('Swap labels', '交换标签'),
  titles: {
    boundary: words(
      'Move the boundary of a structure outwards or inwards by mm',
      '将结构的边界向外或向内移动若干 mm',
    ),
    shift: words('Shift a structure by whole voxels', '将结构平移整数个体素'),
    'drop-small': words('Drop connected pieces below a volume', '去除小于某体积的连通块'),
    'keep-largest': words(
      'Keep only the largest connected piece, as nnU-Net’s postprocessing does',
      '只保留最大的连通块，与 nnU-Net 后处理一致',
    ),
    swap: words('Two labels trade places', '两个标签互换'),
  },
  structure: words('Structure that is changed', '被改动的结构'),
  boundaryBy: words('By how many mm the boundary moves, outwards or inwards', '边界向外或向内移动多少 mm'),
  mm: sentence<{ mm: number }>(
    ({ mm }) => (mm === 0 ? '0 mm' : `${mm > 0 ? '+' : '−'}${Math.abs(mm).toFixed(1)} mm`),
    ({ mm }) => (mm === 0 ? '0 mm' : `${mm > 0 ? '+' : '−'}${Math.abs(mm).toFixed(1)} mm`),
  ),
  shiftAlong: sentence<{ axis: string }>(
    ({ axis }) => `Shift along ${axis}, voxels`,
    ({ axis }) => `沿 ${axis} 平移，体素`,
  ),
  voxels: words('voxels', '个体素'),
  below: words('pieces below', '小于'),
  keepLargest: words('Keep the largest piece', '保留最大的一块'),
  keepNote: words('26 neighbours; all of them where several are as large', '26 邻域；并列最大时全部保留'),
  swapLabel: words('Label to swap', '要交换的标签'),
  with: words('with', '与'),
  swapNow: words('Swap', '交换'),
  undo: words('Take the last change back', '撤销上一步改动'),
  reset: words('Original', '恢复原样'),
  edits: sentence<{ edits: number }>(
    ({ edits }) => `${edits} ${edits === 1 ? 'change' : 'changes'}`,
    ({ edits }) => `${edits} 处改动`,
  ),
  strip: words('Dice, original and changed', 'Dice：原值与改动后'),
} as const;
