import { formatScore } from '../text/format.ts';
import { integer, sentence, words } from './sentence.ts';

const cases = (n: number) => `${integer(n)} ${n === 1 ? 'case' : 'cases'}`;
/** A Dice in a sentence, or that there is none. */
const score = (value: number, absent: string) => (Number.isNaN(value) ? absent : formatScore(value));

/** The plots of a cohort. */
export const plotWords = {
  distribution: words('Distribution', '分布'),
  distributionCaption: words(
    'box: quartiles; diamond: mean; axis stretched towards 1',
    '箱：四分位数；菱形：均值；坐标轴向 1 方向拉伸',
  ),
  median: words('median', '中位数'),
  volume: words('Dice against volume', 'Dice 与体积'),
  agreement: words('Agreement of volumes', '体积一致性'),
  agreementCaption: words(
    'Bland-Altman: predicted − reference, bias and 95 % limits',
    'Bland-Altman：预测 − 参考，偏差与 95% 一致性界限',
  ),
  pairs: words('The same case by both models', '同一病例，两个模型'),
  scatter: words('Label against region', '标签与区域'),
  scatterCaption: words('below the line, the label scores less', '线以下表示标签得分更低'),
  structure: words('Structure', '结构'),
  model: words('Model', '模型'),
  spearman: sentence<{ rho: string; pairs: string }>(
    ({ rho, pairs }) => `Spearman ${rho}, n = ${pairs}`,
    ({ rho, pairs }) => `Spearman ${rho}，n = ${pairs}`,
  ),
  spearmanTitle: words(
    'Rank correlation of Dice and reference volume over the cases whose reference has the structure',
    '在参考包含该结构的病例中，Dice 与参考体积的等级相关',
  ),
  runningMedian: sentence<{ window: number }>(
    ({ window }) => `running median of ${window}`,
    ({ window }) => `${window} 例滑动中位数`,
  ),
  casesAtZero: sentence<{ cases: number }>(
    (facts) => `${cases(facts.cases)} at 0`,
    (facts) => `${integer(facts.cases)} 例为 0`,
  ),
  referenceMl: words('reference volume, mL', '参考体积（mL）'),
  referenceVoxels: words('reference volume, voxels', '参考体积（体素）'),
  meanMl: words('mean of both volumes, mL', '两者体积均值（mL）'),
  meanVoxels: words('mean of both volumes, voxels', '两者体积均值（体素）'),
  ml: words('mL', 'mL'),
  voxels: words('voxels', '体素'),
  bias: sentence<{ value: string }>(
    ({ value }) => `bias ${value}`,
    ({ value }) => `偏差 ${value}`,
  ),
  limit: sentence<{ value: string }>(
    ({ value }) => `95 % limit ${value}`,
    ({ value }) => `95% 界限 ${value}`,
  ),
  outside: sentence<{ outside: number; pairs: number }>(
    ({ outside, pairs }) => `${integer(outside)} of ${integer(pairs)} outside`,
    ({ outside, pairs }) => `${integer(pairs)} 例中 ${integer(outside)} 例在界外`,
  ),
  better: sentence<{ a: number; b: number; pairs: number }>(
    ({ a, b, pairs }) =>
      `A better in ${integer(a)}, B in ${integer(b)}, the same in ${integer(pairs - a - b)}`,
    ({ a, b, pairs }) =>
      `A 更好 ${integer(a)} 例，B 更好 ${integer(b)} 例，相同 ${integer(pairs - a - b)} 例`,
  ),
  models: sentence<{ a: string; b: string }>(
    ({ a, b }) => `A = ${a}, B = ${b}; thick line: medians`,
    ({ a, b }) => `A = ${a}，B = ${b}；粗线：中位数`,
  ),
  below: sentence<{ below: number; cases: number }>(
    (facts) => `label lower in ${integer(facts.below)} of ${integer(facts.cases)}`,
    (facts) => `${integer(facts.cases)} 例中 ${integer(facts.below)} 例标签更低`,
  ),
  diceOf: sentence<{ name: string }>(
    ({ name }) => `Dice of ${name}`,
    ({ name }) => `${name} 的 Dice`,
  ),
  svg: sentence<{ plot: string }>(
    ({ plot }) => `Save “${plot}” as SVG`,
    ({ plot }) => `将“${plot}”保存为 SVG`,
  ),
  png: sentence<{ plot: string }>(
    ({ plot }) => `Save “${plot}” as PNG`,
    ({ plot }) => `将“${plot}”保存为 PNG`,
  ),
  keys: words('Arrow keys go from mark to mark, Enter opens the case.', '方向键在标记间移动，回车打开病例。'),
  nothing: words(
    'No case has a Dice of this structure, so there is nothing to draw.',
    '没有病例具有该结构的 Dice，因此无图可画。',
  ),
  mark: sentence<{ case: string; structure: string; dice: number; model: string }>(
    (facts) =>
      `${facts.case}${facts.model && ` (${facts.model})`}: ${facts.structure} ${score(facts.dice, 'absent')}`,
    (facts) =>
      `${facts.case}${facts.model && `（${facts.model}）`}：${facts.structure} ${score(facts.dice, '缺失')}`,
  ),
  markVolumes: sentence<{ reference: string; predicted: string; unit: string }>(
    ({ reference, predicted, unit }) => `reference ${reference}, predicted ${predicted} ${unit}`,
    ({ reference, predicted, unit }) => `参考 ${reference}，预测 ${predicted} ${unit}`,
  ),
  distributionPicture: sentence<{ structures: readonly { name: string; median: number }[] }>(
    ({ structures }) =>
      `Dice of every case by structure. Medians: ${structures.map(({ name, median }) => `${name} ${score(median, 'none')}`).join(', ')}.`,
    ({ structures }) =>
      `各结构在每个病例中的 Dice。中位数：${structures.map(({ name, median }) => `${name} ${score(median, '无')}`).join('，')}。`,
  ),
  volumePicture: sentence<{ name: string; cases: number; rho: string }>(
    (facts) =>
      `Dice of ${facts.name} against the volume of its reference in ${cases(facts.cases)}; Spearman ${facts.rho}.`,
    (facts) =>
      `${integer(facts.cases)} 个病例中 ${facts.name} 的 Dice 与参考体积的关系；Spearman ${facts.rho}。`,
  ),
  agreementPicture: sentence<{ name: string; cases: number; bias: string; unit: string }>(
    (facts) =>
      `Predicted minus reference volume of ${facts.name} against their mean in ${cases(facts.cases)}; bias ${facts.bias} ${facts.unit}.`,
    (facts) =>
      `${integer(facts.cases)} 个病例中 ${facts.name} 的预测与参考体积之差对两者均值作图；偏差 ${facts.bias} ${facts.unit}。`,
  ),
  pairsPicture: sentence<{
    a: string;
    b: string;
    structures: readonly { name: string; pairs: number; aBetter: number; bBetter: number }[];
  }>(
    ({ a, b, structures }) =>
      `Dice of each case by ${a} and by ${b}: ${structures.map((one) => `${one.name}, ${integer(one.bBetter)} of ${integer(one.pairs)} better by ${b}`).join('; ')}.`,
    ({ a, b, structures }) =>
      `每个病例由 ${a} 和 ${b} 得到的 Dice：${structures.map((one) => `${one.name}，${integer(one.pairs)} 例中 ${integer(one.bBetter)} 例 ${b} 更好`).join('；')}。`,
  ),
  scatterPicture: sentence<{ region: string; label: string; cases: number; below: number }>(
    (facts) =>
      `Dice of the label ${facts.label} against Dice of the region ${facts.region} in ${cases(facts.cases)}; the label scores less in ${integer(facts.below)}.`,
    (facts) =>
      `${integer(facts.cases)} 个病例中标签 ${facts.label} 与区域 ${facts.region} 的 Dice；其中 ${integer(facts.below)} 例标签更低。`,
  ),
} as const;
