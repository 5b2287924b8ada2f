import { integer, sentence, words } from './sentence.ts';

const voxelsEn = (voxels: number) => `${integer(voxels)} ${voxels === 1 ? 'voxel' : 'voxels'}`;

/** The rule and its controls. */
export const ruleWords = {
  title: words('Rule', '规则'),
  kind: words('How labels are made of regions', '由区域生成标签的方式'),
  overwrite: words('Overwrite, as nnU-Net', '覆盖（同 nnU-Net）'),
  overwriteTitle: words(
    'Each region that is set writes its label in turn; later ones overwrite.',
    '被预测的区域依次写入其标签，后写的覆盖先写的。',
  ),
  nested: words('Nested', '嵌套'),
  nestedTitle: words(
    'As nnU-Net, but a region counts only where every region around it is set too.',
    '同 nnU-Net，但只有当外层区域都被预测时，内层区域才有效。',
  ),
  argmax: words('Argmax', 'Argmax'),
  argmaxTitle: words(
    'The region with the largest probability writes; the sequence is not used.',
    '概率最大的区域写入标签，不使用先后顺序。',
  ),
  comparison: words('How a probability must stand to its threshold', '概率与阈值的比较'),
  above: words('above its threshold, as nnU-Net', '大于阈值（同 nnU-Net）'),
  atLeast: words('at or above its threshold', '大于或等于阈值'),
  argmaxThreshold: words('Whether the largest must pass its threshold', '最大概率是否须超过阈值'),
  withThreshold: words('with threshold', '有阈值'),
  withoutThreshold: words('without', '无阈值'),
  argmaxWrites: words('What argmax writes', 'argmax 写入的值'),
  writesLabel: words('its label', '其标签'),
  writesIndex: words('index + 1', '序号 + 1'),
  undo: words('Undo', '撤销'),
  reset: words('nnU-Net’s rule', 'nnU-Net 规则'),
  order: words('Region, in order of writing', '区域（按写入顺序）'),
  noOrder: words('Region', '区域'),
  writes: words('writes', '写入'),
  curves: words('Dice over its threshold', 'Dice 随阈值变化'),
  curvesTogether: words('Dice over one threshold for all', 'Dice 随统一阈值变化'),
  ofRegion: words('region', '区域'),
  ofLabel: words('label written', '写入的标签'),
  moved: words('Which thresholds a slider moves', '滑块移动哪些阈值'),
  each: words('this region alone', '仅此区域'),
  together: words('all as one', '全部统一'),
  threshold: words('threshold', '阈值'),
  best: words('best, Dice', '最佳，Dice'),
  move: sentence<{ name: string; at: number; of: number }>(
    ({ name, at, of }) => `${name} writes ${at} of ${of}: drag, or Alt with up and down`,
    ({ name, at, of }) => `${name} 第 ${at} 个写入，共 ${of} 个：拖动，或按 Alt 加上下键`,
  ),
  moved1: sentence<{ name: string; at: number; of: number }>(
    ({ name, at, of }) => `${name} now writes ${at} of ${of}`,
    ({ name, at, of }) => `${name} 现在第 ${at} 个写入，共 ${of} 个`,
  ),
  labelOf: sentence<{ name: string }>(
    ({ name }) => `Label that ${name} writes`,
    ({ name }) => `${name} 写入的标签`,
  ),
  thresholdOf: sentence<{ name: string }>(
    ({ name }) => `Threshold of ${name}`,
    ({ name }) => `${name} 的阈值`,
  ),
  sliderOf: sentence<{ name: string }>(
    ({ name }) => `Threshold of ${name}, slider`,
    ({ name }) => `${name} 的阈值滑块`,
  ),
  takeBest: sentence<{ name: string; threshold: string; dice: string }>(
    ({ name, threshold, dice }) => `Set ${name} to ${threshold}, where its Dice is ${dice}`,
    ({ name, threshold, dice }) => `将 ${name} 设为 ${threshold}，其 Dice 为 ${dice}`,
  ),
  curveOf: sentence<{ name: string; label: number }>(
    ({ name, label }) => `Dice of ${name} and of label ${label} over the threshold`,
    ({ name, label }) => `${name} 与标签 ${label} 的 Dice 随阈值的变化`,
  ),
  masksOnly: words(
    'Masks have no threshold: the order, the labels and the rule can be changed.',
    '掩膜没有阈值：可更改顺序、标签和规则。',
  ),
  labelsOnly: words(
    'No probabilities or region masks in this case, so the patterns are those that the label map implies, and there is no rule to change. Drop probabilities.npz or region_NAME.nii.gz to see what the reconstruction did.',
    '此病例没有概率或区域掩膜，因此组合由标签图推出，也没有可更改的规则。拖入 probabilities.npz 或 region_NAME.nii.gz 即可查看重建的影响。',
  ),
  labelsTitle: words(
    'Only a label map is here: what its reconstruction cost cannot be told.',
    '这里只有标签图，无法得知重建的代价。',
  ),
  noRegions: words(
    'This case has no regions, so nothing was reconstructed. Drop nnU-Net’s dataset.json with regions, and probabilities.npz or one region_NAME.nii.gz per region.',
    '此病例没有区域，因此不存在重建。请拖入含区域定义的 nnU-Net dataset.json，以及 probabilities.npz 或每个区域的 region_NAME.nii.gz。',
  ),
  defineRegions: words('Define regions on the case page', '在病例页面定义区域'),
} as const;

/** What changed against nnU-Net's rule. */
export const changeWords = {
  none: words('No voxel differs from nnU-Net’s rule.', '与 nnU-Net 规则没有差异。'),
  isNnunet: words('This is nnU-Net’s rule.', '这就是 nnU-Net 的规则。'),
  differ: sentence<{ voxels: number }>(
    ({ voxels }) => `${voxels === 1 ? 'voxel differs' : 'voxels differ'} from nnU-Net’s rule`,
    () => '个体素与 nnU-Net 规则不同',
  ),
  same: words('every Dice as before', '各 Dice 不变'),
  unfair: words(
    'A threshold chosen on the case it is scored on is not a fair one.',
    '在被评分的病例上选择阈值，得到的结果并不公正。',
  ),
  difference: sentence<{ name: string; difference: string }>(
    ({ name, difference }) => `${name}: Dice ${difference} against nnU-Net’s rule`,
    ({ name, difference }) => `${name}：与 nnU-Net 规则相比 Dice ${difference}`,
  ),
} as const;

/** Dice three ways. */
export const threeWaysWords = {
  title: words('Dice, three ways', '三种方式的 Dice'),
  structure: words('Structure', '结构'),
  raw: words('Raw masks', '原始 掩膜'),
  rule: words('After the rule', '规则 之后'),
  label: words('As a label', '作为 标签'),
  twoWays: words('Dice, two ways', '两种方式的 Dice'),
  region: words('As a region', '作为 区域'),
  show: sentence<{ name: string; dice: string; tp: number; fp: number; fn: number }>(
    ({ name, dice, tp, fp, fn }) =>
      `${name}: 2 × ${integer(tp)} / (2 × ${integer(tp)} + ${integer(fp)} + ${integer(fn)}) = ${dice}; show TP, FP and FN`,
    ({ name, dice, tp, fp, fn }) =>
      `${name}：2 × ${integer(tp)} / (2 × ${integer(tp)} + ${integer(fp)} + ${integer(fn)}) = ${dice}；显示 TP、FP、FN`,
  ),
  absent: words('absent', '缺失'),
  absentTitle: words('In neither map: not defined (NaN)', '两张图中都没有，未定义 (NaN)'),
  plot: words('Dice of each structure as raw masks, after the rule and as a label', '各结构三种方式的 Dice'),
} as const;

/** The table of patterns. */
export const rulePatternWords = {
  title: words('Patterns', '组合'),
  summary: sentence<{ share: string; voxels: number }>(
    ({ voxels, share }) => `${voxels === 1 ? 'voxel' : 'voxels'} changed, ${share} of the foreground`,
    ({ share }) => `个体素被改变，占前景的 ${share}`,
  ),
  implied: words('as the label map implies them', '由标签图推出'),
  filter: words('Filter', '筛选'),
  filterHint: words('region, label, changed', '区域、标签、changed'),
  predicted: words('Predicted', '预测'),
  gained: words('gained', '新增'),
  lost: words('lost', '去除'),
  voxels: words('Voxels', '体素'),
  ml: words('mL', 'mL'),
  share: words('%', '%'),
  shareTitle: words(
    'Of the foreground: voxels with a region predicted or a label written',
    '占前景的比例：有预测区域或写入标签的体素',
  ),
  writes: words('Writes', '写入'),
  adds: words('Adds to TP and FP', 'TP 与 FP 的变化'),
  pieces: words('Pieces', '块数'),
  piecesTitle: words('Connected pieces, 26 neighbours', '连通块（26 邻域）'),
  unchanged: words('unchanged', '未改变'),
  changedText: words('changed', '被改变'),
  more: sentence<{ more: number }>(
    ({ more }) => `and ${integer(more)} more; filter to see them`,
    ({ more }) => `另有 ${integer(more)} 行；筛选后可见`,
  ),
  noneFound: words('No pattern fits the filter.', '没有符合筛选的组合。'),
  effect: sentence<{ name: string; tp: string; fp: string; fn: string }>(
    ({ name, tp, fp, fn }) => `${name}: TP ${tp}, FP ${fp}, FN ${fn}`,
    ({ name, tp, fp, fn }) => `${name}：TP ${tp}，FP ${fp}，FN ${fn}`,
  ),
  row: sentence<{ pattern: string; voxels: number; writes: number }>(
    ({ pattern, voxels, writes }) =>
      `${pattern || 'no region'} predicted, ${writes} written, ${voxelsEn(voxels)}`,
    ({ pattern, voxels, writes }) => `预测 ${pattern || '无区域'}，写入 ${writes}，${integer(voxels)} 个体素`,
  ),
} as const;

/** The slices of the laboratory, and the line below them. */
export const laboratoryWords = {
  overlay: words('What is laid over the image', '叠加内容'),
  labels: words('Labels', '标签'),
  changes: words('Gained and lost', '新增与去除'),
  probability: words('Probability', '概率'),
  errors: words('Errors', '误差'),
  audit: words('Your label map', '您的标签图'),
  probabilityOf: words('Region whose probability is shown', '显示其概率的区域'),
  thresholdLine: words('threshold', '阈值'),
  probabilityIs: sentence<{ from: string }>(
    ({ from }) => `p ${from}`,
    ({ from }) => `p ${from}`,
  ),
  instead: sentence<{ found: number; expected: number }>(
    ({ found, expected }) => `${found} instead of ${expected}`,
    ({ found, expected }) => `${found}，应为 ${expected}`,
  ),
  noDifference: words('Your label map is what nnU-Net writes', '您的标签图与 nnU-Net 写出的一致'),
  kept: words('kept as predicted', '与预测一致'),
  piece: sentence<{ at: number; count: number }>(
    ({ at, count }) => `piece ${integer(at)} of ${integer(count)}`,
    ({ at, count }) => `第 ${integer(at)} 块，共 ${integer(count)} 块`,
  ),
  pieceSize: sentence<{ voxels: number; ml: string }>(
    ({ voxels, ml }) => `${voxelsEn(voxels)}, ${ml} mL`,
    ({ voxels, ml }) => `${integer(voxels)} 个体素，${ml} mL`,
  ),
  none: words('no voxel is chosen', '没有选中的体素'),
  next: words('Next piece', '下一块'),
  previous: words('Previous piece', '上一块'),
  pattern: words('pattern', '组合'),
  writes: words('writes', '写入'),
  noRegion: words('none', '无'),
} as const;

/** dataset.json and the audit of the user's own label map. */
export const auditPageWords = {
  passes: sentence<{ order: readonly number[] }>(
    ({ order }) =>
      `dataset.json passes the round trip: each label, taken apart into its regions, comes back as itself with regions_class_order [${order.join(', ')}].`,
    ({ order }) =>
      `dataset.json 通过往返检查：使用 regions_class_order [${order.join(', ')}] 时，每个标签拆成区域后都能还原。`,
  ),
  copyLine: words('Copy the line to write', '复制应写的内容'),
  title: words('Your label map', '您的标签图'),
  running: words('Comparing your label map with the regions', '正在将标签图与区域对照'),
  stopped: words('The comparison was stopped.', '对照已停止。'),
  start: words('Compare', '开始对照'),
  stop: words('Cancel', '取消'),
  show: words('Show the evidence', '查看依据'),
  differing: sentence<{ voxels: number }>(
    ({ voxels }) => `${voxelsEn(voxels)} differ from what nnU-Net writes`,
    ({ voxels }) => `${integer(voxels)} 个体素与 nnU-Net 写出的不同`,
  ),
  predicted: words('Predicted', '预测'),
  expected: words('nnU-Net writes', 'nnU-Net 写入'),
  found: words('Yours has', '您的标签图'),
  voxels: words('Voxels', '体素'),
  agrees: words('as nnU-Net', '与 nnU-Net 一致'),
  row: sentence<{ found: number; expected: number; voxels: number }>(
    ({ found, expected, voxels }) =>
      `${found} where nnU-Net writes ${expected}: show these ${voxelsEn(voxels)}`,
    ({ found, expected, voxels }) =>
      `nnU-Net 写入 ${expected} 处为 ${found}：显示这 ${integer(voxels)} 个体素`,
  ),
} as const;

/** Saving what the laboratory shows. */
export const laboratoryExportWords = {
  button: words('Export labels', '导出标签'),
  labels: words('Reconstructed label map', '重建的标签图'),
  changes: words('What was gained and lost, as a label map', '新增与去除（标签图）'),
  snap: words('Its colours for ITK-SNAP', '其 ITK-SNAP 颜色表'),
  slicer: words('Its colours for 3D Slicer', '其 3D Slicer 颜色表'),
  json: words('Export JSON', '导出 JSON'),
  scores: words('Export CSV', '导出 CSV'),
  patterns: words('Patterns as CSV', '组合 CSV'),
} as const;
