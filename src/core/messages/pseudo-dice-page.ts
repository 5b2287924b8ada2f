import { formatScore, formatShare } from '../text/format.ts';
import type { LimitedSetting } from '../pseudo-dice/clamp-settings.ts';
import { integer, sentence, words } from './sentence.ts';

const score = (value: number) => (Number.isNaN(value) ? '–' : value.toFixed(3));
const signed = (value: number) => `${value < 0 ? '−' : '+'}${Math.abs(value).toFixed(3)}`;
const many = (count: number, one: string, more: string) => `${integer(count)} ${count === 1 ? one : more}`;
const structuresEn = (count: number, areRegions: boolean) =>
  areRegions ? many(count, 'region', 'regions') : many(count, 'label', 'labels');
const structuresZh = (count: number, areRegions: boolean) =>
  `${integer(count)} 个${areRegions ? '区域' : '标签'}`;

/** A part of what lies between validation and pseudo Dice. */
export interface FindingPart {
  readonly code: 'aggregation' | 'reconstruction' | 'sampling';
  readonly change: number;
}

const PART_EN: Readonly<Record<FindingPart['code'], string>> = {
  aggregation: 'how cases are added up',
  reconstruction: 'raw masks instead of the reconstructed map',
  sampling: 'where patches lie',
};
const PART_ZH: Readonly<Record<FindingPart['code'], string>> = {
  aggregation: '病例的累加方式',
  reconstruction: '用原始掩膜而非重建后的标签图',
  sampling: '图块的位置',
};
const NAME_EN: Readonly<Record<LimitedSetting, string>> = {
  patch: 'a patch length',
  batch: 'the batch',
  iterations: 'the iterations',
  epochs: 'the epochs',
  oversampling: 'the forced share',
  seed: 'the seed',
};
const NAME_ZH: Readonly<Record<LimitedSetting, string>> = {
  patch: '图块边长',
  batch: '批大小',
  iterations: '迭代次数',
  epochs: '轮数',
  oversampling: '强制比例',
  seed: '随机种子',
};

/** The page of the pseudo Dice: finding, chart, footer. */
export const pseudoDicePageWords = {
  finding: sentence<{ pseudo: number; validation: number; parts: readonly FindingPart[] }>(
    ({ pseudo, validation, parts }) =>
      `Pseudo Dice ${score(pseudo)}, validation ${score(validation)}: ` +
      (parts.length === 0
        ? 'adding up cases and drawing patches changes next to nothing.'
        : `${parts.map(({ code, change }) => `${signed(change)} is ${PART_EN[code]}`).join(', ')}.`),
    ({ pseudo, validation, parts }) =>
      `Pseudo Dice ${score(pseudo)}，验证 ${score(validation)}：` +
      (parts.length === 0
        ? '累加病例和抽取图块几乎不改变数值。'
        : `${parts.map(({ code, change }) => `${PART_ZH[code]} ${signed(change)}`).join('，')}。`),
  ),
  noFinding: sentence<{ epochs: number }>(
    ({ epochs }) =>
      `No patch of ${many(epochs, 'epoch', 'epochs')} holds a structure, so there is no pseudo Dice: take larger patches or force more of them.`,
    ({ epochs }) =>
      `${integer(epochs)} 轮中没有图块包含任何结构，因此没有 pseudo Dice：请增大图块或提高强制比例。`,
  ),
  simulating: words('Drawing patches as nnU-Net does.', '正在按 nnU-Net 的方式抽取图块。'),
  stopped: words(
    'The simulation was stopped; the figures are those from before.',
    '模拟已停止；数值为此前的结果。',
  ),
  stoppedEmpty: words('The simulation was stopped before its first figures.', '模拟在得出数值之前已停止。'),
  again: words('Simulate', '模拟'),
  noCases: words(
    'Patches are drawn of cases with a reference and a prediction: drop both folders, or open the demo.',
    '图块取自同时具有参考与预测的病例：请拖入两个文件夹，或打开演示病例。',
  ),
  leftOut: sentence<{ names: readonly string[] }>(
    ({ names }) => `Without a prediction, so left out: ${names.join(', ')}.`,
    ({ names }) => `没有预测，未计入：${names.join('、')}。`,
  ),
  failed: sentence<{ name: string; reason: string }>(
    ({ name, reason }) => `${name} is left out: ${reason}`,
    ({ name, reason }) => `${name} 未计入：${reason}`,
  ),
  title: words('Simulated epochs', '模拟的轮次'),
  dots: words('an epoch', '单轮'),
  ema: words('EMA', 'EMA'),
  emaTextbook: words('EMA, textbook order', 'EMA（教科书顺序）'),
  emaNnunet: words('EMA, nnU-Net’s order', 'EMA（nnU-Net 顺序）'),
  band: words('5 to 95 % of epochs', '5% 至 95% 的轮次'),
  rangeOf: sentence<{ low: number; high: number }>(
    ({ low, high }) => `${score(low)} to ${score(high)}`,
    ({ low, high }) => `${score(low)} 至 ${score(high)}`,
  ),
  expected: sentence<{ dice: number }>(
    ({ dice }) => `${score(dice)} expected`,
    ({ dice }) => `${score(dice)} 期望`,
  ),
  pooled: sentence<{ dice: number }>(
    ({ dice }) => `${score(dice)} pooled`,
    ({ dice }) => `${score(dice)} 合并`,
  ),
  rawPooled: sentence<{ dice: number }>(
    ({ dice }) => `${score(dice)} raw, pooled`,
    ({ dice }) => `${score(dice)} 原始合并`,
  ),
  mean: sentence<{ dice: number }>(
    ({ dice }) => `${score(dice)} mean`,
    ({ dice }) => `${score(dice)} 平均`,
  ),
  meanOf: sentence<{ cases: number; structures: number; areRegions: boolean }>(
    ({ cases, structures, areRegions }) =>
      `of ${many(cases, 'case', 'cases')}, ${structuresEn(structures, areRegions)}`,
    ({ cases, structures, areRegions }) => `${integer(cases)} 例，${structuresZh(structures, areRegions)}`,
  ),
  best: sentence<{ epoch: number; ema: number }>(
    ({ epoch, ema }) => `best EMA, epoch ${epoch}: ${formatScore(ema, 4)}`,
    ({ epoch, ema }) => `最佳 EMA，第 ${epoch} 轮：${formatScore(ema, 4)}`,
  ),
  nanStrip: words('NaN', 'NaN'),
  nanNote: sentence<{ epochs: number }>(
    ({ epochs }) => `${many(epochs, 'epoch', 'epochs')} in which a structure is in no patch and its Dice NaN`,
    ({ epochs }) => `${integer(epochs)} 轮中某个结构不在任何图块内，其 Dice 为 NaN`,
  ),
  description: sentence<{
    epochs: number;
    mean: number;
    low: number;
    high: number;
    pooled: number;
    validation: number;
  }>(
    ({ epochs, mean, low, high, pooled, validation }) =>
      `Pseudo Dice of ${many(epochs, 'simulated epoch', 'simulated epochs')}: ${score(mean)} on average, ${score(low)} to ${score(high)} in 90 % of them; ${score(pooled)} pooled over whole volumes, ${score(validation)} as the mean over cases`,
    ({ epochs, mean, low, high, pooled, validation }) =>
      `${integer(epochs)} 个模拟轮次的 pseudo Dice：平均 ${score(mean)}，90% 在 ${score(low)} 至 ${score(high)} 之间；整幅图像合并为 ${score(pooled)}，病例平均为 ${score(validation)}`,
  ),
  curves: words('Curves', '曲线'),
  curvesMean: words('Mean', '平均'),
  curvesEach: words('Each structure', '各结构'),
  otherWays: words('other ways to draw, mean over the epochs', '其他抽样方式，各轮平均'),
  forcedShare: sentence<{ share: number }>(
    ({ share }) => `forced ${formatShare(share)}`,
    ({ share }) => `强制 ${formatShare(share)}`,
  ),
  textbook: words('textbook', '教科书'),
  nnunet: words('nnU-Net', 'nnU-Net'),
  epoch: sentence<{ epoch: number }>(
    ({ epoch }) => `epoch ${epoch}`,
    ({ epoch }) => `第 ${epoch} 轮`,
  ),
  epochTitle: sentence<{ epoch: number }>(
    ({ epoch }) => `Patches of epoch ${epoch}`,
    ({ epoch }) => `第 ${epoch} 轮的图块`,
  ),
  pseudo: words('pseudo Dice', 'pseudo Dice'),
  newBest: words('new best', '新最佳'),
  bestKeys: words('next and previous best', '下一个、上一个最佳'),
  patches: words('patches', '图块'),
  counted: sentence<{ epochs: number; patches: number }>(
    ({ epochs, patches }) =>
      `${many(epochs, 'epoch', 'epochs')}, ${many(patches, 'patch', 'patches')}, summed volumes`,
    ({ epochs, patches }) => `${integer(epochs)} 轮，${integer(patches)} 个图块，累加体积表`,
  ),
  onCases: sentence<{ cases: number; structures: number; areRegions: boolean }>(
    ({ cases, structures, areRegions }) =>
      `${many(cases, 'case', 'cases')}, ${structuresEn(structures, areRegions)}`,
    ({ cases, structures, areRegions }) => `${integer(cases)} 例，${structuresZh(structures, areRegions)}`,
  ),
  reading: sentence<{ name: string }>(
    ({ name }) => `Reading ${name}`,
    ({ name }) => `正在读取 ${name}`,
  ),
  counting: sentence<{ name: string }>(
    ({ name }) => `Counting the patches of ${name}`,
    ({ name }) => `正在统计 ${name} 的图块`,
  ),
  comparing: words('Comparing other ways to draw', '正在比较其他抽样方式'),
  secondsLeft: sentence<{ seconds: number }>(
    ({ seconds }) =>
      seconds < 1 ? 'less than a second left' : `about ${integer(Math.ceil(seconds))} s left`,
    ({ seconds }) => (seconds < 1 ? '剩余不到 1 秒' : `约剩 ${integer(Math.ceil(seconds))} 秒`),
  ),
  ownAccount: words('These cases', '当前病例'),
  planner: words('Sampling planner', '抽样规划'),
  plannerNote: words(
    'how often a training sees each case and structure, and what it keeps in memory',
    '训练看到每个病例和结构的频率，以及占用的内存',
  ),
  sliding: words('Sliding window', '滑动窗口'),
  slidingNote: words(
    'how the chosen case is predicted: tiles, weights, passes',
    '所选病例的预测方式：分块、权重、前向次数',
  ),
} as const;

/** Settings of the sampler. */
export const samplerWords = {
  title: words('Sampler', '抽样器'),
  fromPlans: words('From plans.json', '取自 plans.json'),
  fromPlansTitle: words(
    'Patch and batch from plans.json or nnUNetPlans.json of nnU-Net v2, or plans.pkl of v1',
    '从 nnU-Net v2 的 plans.json、nnUNetPlans.json 或 v1 的 plans.pkl 读取图块与批大小',
  ),
  configuration: words('configuration', '配置'),
  patch: words('patch, voxels', '图块，体素'),
  patchAlong: sentence<{ axis: string }>(
    ({ axis }) => `Patch along ${axis}, voxels`,
    ({ axis }) => `图块 ${axis} 方向，体素`,
  ),
  batch: words('batch', '批大小'),
  iterations: words('iterations', '迭代'),
  epochs: words('epochs', '轮数'),
  forced: words('forced', '强制'),
  forcedTitle: words('Share of samples forced onto a structure, 0 to 1', '强制落在结构上的样本比例，0 到 1'),
  seed: words('seed', '种子'),
  order: words('Order of drawing', '抽样顺序'),
  nnunet: words('nnU-Net: case, class, voxel', 'nnU-Net：病例、类别、体素'),
  textbook: words('Textbook: class, case, voxel', '教科书：类别、病例、体素'),
  textbookTitle: words(
    'As articles describe it: the class first, rarer ones preferred, then a case that has it',
    '文章中的描述：先选类别（优先稀有类别），再选含有它的病例',
  ),
  probabilistic: words('each sample by chance', '逐样本随机'),
  probabilisticTitle: words(
    'Every sample is forced with this probability, instead of the last samples of every batch',
    '每个样本以此概率被强制，而不是每批的最后若干样本',
  ),
  copyLink: words('Copy the link with all settings', '复制包含全部设置的链接'),
  copied: words('Link copied', '链接已复制'),
  forcedOfBatch: sentence<{ oversampling: number; forced: number; batch: number }>(
    ({ oversampling, forced, batch }) =>
      `${oversampling} forces ${forced === 0 ? 'none' : integer(forced)} of ${many(batch, 'sample', 'samples')}, so ${formatShare(forced / batch)}.`,
    ({ oversampling, forced, batch }) =>
      `${oversampling} 会强制每批 ${integer(batch)} 个样本中的 ${integer(forced)} 个，即 ${formatShare(forced / batch)}。`,
  ),
  forcedByChance: sentence<{ oversampling: number }>(
    ({ oversampling }) => `Every sample is forced with a chance of ${formatShare(oversampling)}.`,
    ({ oversampling }) => `每个样本以 ${formatShare(oversampling)} 的概率被强制。`,
  ),
  grid: words(
    'Drawn on the original grid; nnU-Net draws on the resampled image.',
    '在原始网格上抽取；nnU-Net 在重采样后的图像上抽取。',
  ),
  betweenSentences: words(' ', ''),
  halfPatch: words(
    'The patch is half of the first case along every axis until plans or you say otherwise.',
    '在给出计划或手动设置之前，图块取第一个病例各轴的一半。',
  ),
  largerThanImage: sentence<{ cases: number }>(
    ({ cases }) =>
      `The patch is larger than ${many(cases, 'case', 'cases')} along an axis; the rest of it is padded with background, as nnU-Net does.`,
    ({ cases }) => `图块在某个轴上大于 ${integer(cases)} 个病例；超出部分如 nnU-Net 一样以背景填充。`,
  ),
  clamped: sentence<{ setting: LimitedSetting; asked: number; taken: number; isTooMany: boolean }>(
    ({ setting, asked, taken, isTooMany }) =>
      isTooMany
        ? `${integer(asked)} epochs would be more patches than one simulation draws; ${integer(taken)} are simulated.`
        : `${asked} cannot be ${NAME_EN[setting]}; ${taken} is taken.`,
    ({ setting, asked, taken, isTooMany }) =>
      isTooMany
        ? `${integer(asked)} 轮的图块数超过一次模拟的上限；改为模拟 ${integer(taken)} 轮。`
        : `${asked} 不能作为${NAME_ZH[setting]}；改用 ${taken}。`,
  ),
} as const;

/** The table of draws per case. */
export const drawsWords = {
  title: words('Draws per case', '各病例的抽取次数'),
  case: words('Case', '病例'),
  drawnIn: sentence<{ epoch: number }>(
    ({ epoch }) => `drawn in epoch ${epoch}`,
    ({ epoch }) => `第 ${epoch} 轮抽取`,
  ),
  bar: sentence<{ name: string; forced: number; all: number }>(
    ({ name, forced, all }) => `${name}: ${many(all, 'patch', 'patches')}, ${integer(forced)} forced`,
    ({ name, forced, all }) => `${name}：${integer(all)} 个图块，其中强制 ${integer(forced)} 个`,
  ),
  all: words('all', '全部'),
  forced: words('forced', '强制'),
  dice: sentence<{ name: string }>(
    ({ name }) => `Dice of ${name} in the whole volume`,
    ({ name }) => `${name} 在整幅图像中的 Dice`,
  ),
  absent: words('absent', '不存在'),
} as const;
