import { integer, sentence, words } from './sentence.ts';

const voxels = (n: number) => `${integer(n)} ${n === 1 ? 'voxel' : 'voxels'}`;

/** What is said where the worker that measures ends of itself. */
export const whyPageErrors = {
  measurerEnded: words(
    'The part of DiceLens that measures distances ended unexpectedly, most likely for want of memory; the numbers that are there stay: close other programs and measure the rest.',
    'DiceLens 中测量距离的部分意外终止，多半是内存不足；已有的数值保留：请关闭其他程序后继续测量。',
  ),
} as const;

/** The waterfall from region Dice to label Dice. */
export const waterfallWords = {
  title: words('Where the Dice goes', 'Dice 去了哪里'),
  exact: words('exact: volume + hierarchy = drop', '精确：体积 + 层级 = 下降'),
  picture: words('From the Dice of each region to the Dice of its label', '从各区域的 Dice 到其标签的 Dice'),
  to: words('to', '→'),
  end: sentence<{ name: string; dice: string }>(
    ({ name, dice }) => `Dice of ${name}, ${dice}: show its voxels`,
    ({ name, dice }) => `${name} 的 Dice ${dice}：显示其体素`,
  ),
  volume: words('volume', '体积'),
  inner: words('inner border', '内边界'),
  skipped: words('skipped', '跳过'),
  hierarchy: sentence<{ amount: string }>(
    ({ amount }) => `hierarchy ${amount}`,
    ({ amount }) => `层级 ${amount}`,
  ),
  level: sentence<{ name: string; dice: string }>(
    ({ name, dice }) => `to ${name}, ${dice}`,
    ({ name, dice }) => `至 ${name}，${dice}`,
  ),
  volumeTitle: sentence<{ name: string; amount: string; errors: number }>(
    ({ name, amount, errors }) =>
      `Volume effect, ${amount}: the same ${integer(errors)} errors of ${name} over a smaller structure; show them`,
    ({ name, amount, errors }) =>
      `体积效应 ${amount}：${name} 的同样 ${integer(errors)} 个错误体素落在更小的结构上；显示这些体素`,
  ),
  innerTitle: sentence<{ name: string; amount: string; errors: number }>(
    ({ name, amount, errors }) =>
      `Inner border, ${amount}: ${voxels(errors)} confused between ${name} and the rest of its region; show them`,
    ({ name, amount, errors }) =>
      `内边界 ${amount}：${name} 与其区域其余部分之间混淆的 ${integer(errors)} 个体素；显示这些体素`,
  ),
  skippedTitle: sentence<{ name: string; amount: string; errors: number }>(
    ({ name, amount, errors }) =>
      `Skipped errors, ${amount}: ${voxels(errors)} between the rest of the region and the outside do not touch ${name}; show them`,
    ({ name, amount, errors }) =>
      `跳过的错误 ${amount}：区域其余部分与外部之间的 ${integer(errors)} 个体素与 ${name} 无关；显示这些体素`,
  ),
  pairs: words('Nearest region', '最近的区域'),
  chains: words('All regions', '所有区域'),
  pairsTitle: words('From the smallest region that holds the label', '从包含该标签的最小区域开始'),
  chainsTitle: words('From the largest region, level by level', '从最大的区域逐级到标签'),
  which: words('Where each waterfall begins', '瀑布图的起点'),
  model: words('Which prediction', '哪个预测'),
} as const;

/** The account of every label in voxels. */
export const accountTableWords = {
  title: words('The account in voxels', '以体素计的明细'),
  caption: words(
    'E: false positives and negatives; V: reference plus prediction',
    'E：假阳性与假阴性；V：参考加预测',
  ),
  pair: words('Pair', '区域与标签'),
  label: words('Label', '标签'),
  regionErrors: words('E region', 'E 区域'),
  regionSize: words('V region', 'V 区域'),
  labelErrors: words('E label', 'E 标签'),
  labelSize: words('V label', 'V 标签'),
  ratio: words('V ratio', 'V 之比'),
  outer: words('outer side', '外侧'),
  inner: words('inner side', '内侧'),
  sibling: words('sibling', '同级'),
  skipped: words('skipped', '跳过'),
  others: words('errors by the label on the other side', '错误按另一侧的标签'),
  moreOthers: sentence<{ labels: number; voxels: number }>(
    ({ labels, voxels: n }) => `and ${integer(n)} with ${labels} more ${labels === 1 ? 'label' : 'labels'}`,
    ({ labels, voxels: n }) => `另有 ${labels} 个标签共 ${integer(n)}`,
  ),
  show: sentence<{ voxels: number }>(
    ({ voxels: n }) => `show these ${voxels(n)}`,
    ({ voxels: n }) => `显示这 ${integer(n)} 个体素`,
  ),
} as const;

/** What the colours on the slices of this page mean. */
export const whyLegendWords = {
  inner: words('inner side', '内侧'),
  outer: words('outer side', '外侧'),
  sibling: words('sibling', '同级'),
  added: words('inner border', '内边界'),
  skipped: words('skipped by the label', '与标签无关'),
  other: words('chosen errors', '所选错误'),
  rest: words('other errors', '其他错误'),
  agreed: words('agreed', '一致'),
  band: sentence<{ mm: number }>(
    ({ mm }) => `${mm} mm around it`,
    ({ mm }) => `其周围 ${mm} mm`,
  ),
} as const;

/** The table that compares structures by their boundary. */
export const boundaryTableWords = {
  title: words('Boundary, compared fairly', '边界：公平比较'),
  structure: words('Structure', '结构'),
  band: words('in band', '带内'),
  interior: words('interior', '内部'),
  share: words('errors in band', '带内错误'),
  surface: words('surface / volume 1/mm', '表面积/体积 1/mm'),
  displacement: words('displacement mm', '位移 mm'),
  hd95: words('HD95 mm', 'HD95 mm'),
  tolerance: words('at mm', '容差 mm'),
  toleranceTitle: words(
    'Tolerance of NSD in mm: how far apart two surfaces may lie and still count as the same',
    'NSD 的容差（mm）：两个表面相距多远仍视为相同',
  ),
  toleranceOf: sentence<{ name: string }>(
    ({ name }) => `Tolerance of NSD of ${name}, mm`,
    ({ name }) => `${name} 的 NSD 容差，mm`,
  ),
  showBand: sentence<{ name: string }>(
    ({ name }) => `Draw the boundary band of ${name}`,
    ({ name }) => `绘制 ${name} 的边界带`,
  ),
  openMetric: sentence<{ metric: string; name: string; value: string }>(
    ({ metric, name, value }) => `${metric} of ${name}, ${value}: open its account`,
    ({ metric, name, value }) => `${name} 的${metric} ${value}：查看计算明细`,
  ),
  emptyAs: words('absent structures as', '缺失结构按'),
  emptyZone: words(
    'Not defined: no voxel of this zone is in either map',
    '未定义：该区段内两张图均无此结构的体素',
  ),
  noErrors: words(
    'Not defined: there is no error, or no boundary in the reference',
    '未定义：没有错误，或参考中没有边界',
  ),
  metricNames: {
    dice: words('Dice', 'Dice'),
    band: words('Dice in the band', '带内 Dice'),
    interior: words('Dice of the interior', '内部 Dice'),
    share: words('Share of errors in the band', '带内错误占比'),
    surface: words('Surface to volume', '表面积与体积之比'),
    displacement: words('Mean boundary displacement', '平均边界位移'),
    nsd: words('NSD', 'NSD'),
    hd95: words('HD95', 'HD95'),
  },
  headTitles: {
    dice: sentence<{ mm: number }>(
      () => 'Dice over the whole volume',
      () => '整个体积内的 Dice',
    ),
    band: sentence<{ mm: number }>(
      ({ mm }) => `Dice of the voxels within ${mm} mm of the reference boundary`,
      ({ mm }) => `参考边界 ${mm} mm 以内体素的 Dice`,
    ),
    interior: sentence<{ mm: number }>(
      ({ mm }) => `Dice of the voxels deeper than ${mm} mm inside the reference`,
      ({ mm }) => `参考内部深于 ${mm} mm 的体素的 Dice`,
    ),
    share: sentence<{ mm: number }>(
      ({ mm }) => `Share of FP and FN within ${mm} mm of the reference boundary`,
      ({ mm }) => `位于参考边界 ${mm} mm 以内的 FP 与 FN 占比`,
    ),
    surface: sentence<{ mm: number }>(
      () => 'Area of the reference surface over its volume, 1/mm: how much boundary a structure has',
      () => '参考的表面积除以体积，1/mm：结构的边界有多少',
    ),
    displacement: sentence<{ mm: number }>(
      () =>
        'Volume of all errors over the mean area of both surfaces, mm: comparable between structures of any size',
      () => '所有错误的体积除以两个表面的平均面积，mm：不同大小的结构之间可比',
    ),
    nsd: sentence<{ mm: number }>(
      () => 'Normalized surface Dice: the share of both surfaces within the tolerance of the other',
      () => '归一化表面 Dice：两个表面中落在对方容差以内的部分所占比例',
    ),
    hd95: sentence<{ mm: number }>(
      () => '95th percentile of the distance between the surfaces, the larger of both directions',
      () => '两个表面间距离的第 95 百分位数，取两个方向中的较大者',
    ),
  },
} as const;

/** The band round a boundary. */
export const bandWords = {
  title: words('Boundary band', '边界带'),
  width: words('Width of the band to either side', '边界带两侧的宽度'),
  structure: words('Structure whose band is drawn', '绘制边界带的结构'),
  mm: sentence<{ mm: string }>(
    ({ mm }) => `${mm} mm`,
    ({ mm }) => `${mm} mm`,
  ),
} as const;

/** The curve of errors over distance. */
export const densityWords = {
  picture: words(
    'Share of voxels that is wrong, by distance from the reference boundary; inside is negative',
    '各距离处错误体素的占比，距离从参考边界算起，内部为负',
  ),
  caption: words('share wrong, by mm from the reference boundary', '错误占比，按距参考边界的 mm'),
  step: sentence<{ from: string; to: string; share: string; errors: number; voxels: number }>(
    ({ from, to, share, errors, voxels: n }) =>
      `${from} to ${to} mm: ${integer(errors)} of ${voxels(n)} wrong, ${share}`,
    ({ from, to, share, errors, voxels: n }) =>
      `${from} 至 ${to} mm：${integer(n)} 个体素中 ${integer(errors)} 个错误，${share}`,
  ),
} as const;

/** The page round its parts. */
export const whyPageWords = {
  allDefinitions: words('All definitions', '所有定义'),
  distances: words('Measuring distances', '正在测量距离'),
  stopped: words('Distances were not measured to the end.', '距离测量未完成。'),
  resume: words('Measure the rest', '继续测量'),
  piecesOf: sentence<{ voxels: number; count: number }>(
    ({ voxels: n, count }) => `${voxels(n)} in ${integer(count)} ${count === 1 ? 'piece' : 'pieces'}`,
    ({ voxels: n, count }) => `${integer(n)} 个体素，共 ${integer(count)} 块`,
  ),
  nothingChosen: words('Choose a bar or a number to see its voxels', '选择柱形或数字以查看其体素'),
  noVoxels: words('no voxel', '没有体素'),
  noCase: words(
    'A reference and a prediction are needed to explain a Dice.',
    '需要参考与预测才能解释 Dice。',
  ),
  toCase: words('Open a case', '打开病例'),
  defineRegions: words('Define regions', '定义区域'),
  noRegionsNote: words(
    'The errors of every label are listed by the label on the other side; boundaries, lesions and what-if work as with regions.',
    '各标签的错误按另一侧的标签列出；边界、病灶与假设分析照常可用。',
  ),
  partTitles: {
    'region-errors': words('Errors of', '错误：'),
    'region-size': words('Voxels of', '体素：'),
    'label-errors': words('Errors of', '错误：'),
    'label-size': words('Voxels of', '体素：'),
    outer: words('Outer side of', '外侧：'),
    inner: words('Inner side of', '内侧：'),
    sibling: words('Sibling side of', '同级侧：'),
    added: words('Inner border of', '内边界：'),
    skipped: words('Errors that skip', '跳过的错误：'),
    other: words('Errors of', '错误：'),
    selection: words('Voxels of', '体素：'),
  },
  against: words('with', '与'),
  colon: words(': ', '：'),
  model: sentence<{ number: number }>(
    ({ number }) => `Model ${number}`,
    ({ number }) => `模型 ${number}`,
  ),
} as const;
