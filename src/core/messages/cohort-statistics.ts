import { integer, sentence, words } from './sentence.ts';

/** The statistics of a cohort, and the means under other rules. */
export const statisticsWords = {
  title: words('Statistics', '统计'),
  caption: sentence<{ draws: number; seed: number }>(
    ({ draws, seed }) =>
      `BCa bootstrap, ${integer(draws)} resamples, seed ${seed}; pooled = one Dice over all voxels`,
    ({ draws, seed }) => `BCa 自助法，重采样 ${integer(draws)} 次，种子 ${seed}；合并 = 全部体素的一个 Dice`,
  ),
  counting: words('Drawing the cases anew…', '正在重采样…'),
  region: words('Region', '区域'),
  label: words('Label', '标签'),
  mean: words('mean', '均值'),
  meanTitle: words(
    'nnU-Net’s mean: over the cases in which the structure is in either map',
    'nnU-Net 的均值：取该结构至少出现在一方的病例',
  ),
  interval: words('95 % interval', '95% 区间'),
  median: words('median', '中位数'),
  quartiles: words('quartiles', '四分位数'),
  pooled: words('pooled', '合并'),
  pooledTitle: words(
    '2 Σ TP / (2 Σ TP + Σ FP + Σ FN): large structures weigh more',
    '2 Σ TP / (2 Σ TP + Σ FP + Σ FN)：大的结构权重更高',
  ),
  pooledLessMean: words('pooled − mean', '合并 − 均值'),
  zero: words('score 0', '0 分'),
  absent: words('absent', '缺失'),
  absentTitle: words('in neither map: no score, left out of the mean', '双方均无：没有得分，不计入均值'),
  to: sentence<{ low: string; high: string }>(
    ({ low, high }) => `${low} to ${high}`,
    ({ low, high }) => `${low} 至 ${high}`,
  ),
  foregroundMean: words('foreground_mean', 'foreground_mean'),
  compared: sentence<{ a: string; b: string; cases: number }>(
    ({ a, b, cases }) => `A = ${a}, B = ${b}; ${integer(cases)} ${cases === 1 ? 'case' : 'cases'} in both`,
    ({ a, b, cases }) => `A = ${a}，B = ${b}；共同病例 ${integer(cases)} 个`,
  ),
  comparison: words('Two models', '两个模型'),
  byRegions: words('By regions', '按区域'),
  byLabels: words('By labels', '按标签'),
  structure: words('Structure', '结构'),
  pairs: words('pairs', '配对'),
  pairsTitle: sentence<{ leftOut: number; zeros: number }>(
    ({ leftOut, zeros }) =>
      `${integer(leftOut)} left out because a Dice is NaN; ${integer(zeros)} without a difference, dropped by the test`,
    ({ leftOut, zeros }) =>
      `${integer(leftOut)} 对因 Dice 为 NaN 而略去；${integer(zeros)} 对无差异，检验中剔除`,
  ),
  meanA: words('A', 'A'),
  meanB: words('B', 'B'),
  difference: words('B − A', 'B − A'),
  p: words('p', 'p'),
  pTitle: sentence<{ method: 'exact' | 'normal' | 'none' }>(
    ({ method }) =>
      method === 'exact'
        ? 'Wilcoxon signed-rank, two-sided, exact: at most 50 pairs, no ties, no zeros'
        : method === 'normal'
          ? 'Wilcoxon signed-rank, two-sided, normal approximation corrected for ties, without continuity correction'
          : 'Nothing to rank: no pair differs',
    ({ method }) =>
      method === 'exact'
        ? 'Wilcoxon 符号秩检验，双侧，精确：至多 50 对，无结、无零差'
        : method === 'normal'
          ? 'Wilcoxon 符号秩检验，双侧，正态近似，结校正，无连续性校正'
          : '无可排序：没有配对存在差异',
  ),
  exact: words('exact', '精确'),
  pHolm: words('p, Holm', 'p（Holm）'),
  pHolmTitle: words('corrected over the structures of this way of evaluating', '在该评估方式的各结构间校正'),
  effect: words('effect', '效应量'),
  effectTitle: words(
    'matched-pairs rank-biserial correlation, −1 to 1; above 0, B is better',
    '配对秩双列相关，−1 至 1；大于 0 表示 B 更好',
  ),
  stability: sentence<{ model: string; share: string; draws: number }>(
    ({ model, share, draws }) => `${model} is first in ${share} of ${integer(draws)} draws of the cases`,
    ({ model, share, draws }) => `病例重抽样 ${integer(draws)} 次，${model} 在 ${share} 的次数中居首`,
  ),
  stabilityNone: words(
    'One case only: drawing cases anew says nothing about the order of the models.',
    '只有一个病例：重抽样无法说明模型的排序。',
  ),
  otherReference: sentence<{ cases: number }>(
    ({ cases }) =>
      `${integer(cases)} ${cases === 1 ? 'case has' : 'cases have'} references of different sizes in A and B: the difference there is not the models’ alone.`,
    ({ cases }) => `${integer(cases)} 个病例在 A 与 B 中参考的体积不同：其差异不只来自模型。`,
  ),
} as const;

/** The mean explorer. */
export const meanWords = {
  title: words('Mean explorer', '均值探索'),
  caption: words('an empty structure …', '空结构……'),
  nnunet: words('left out', '不计入'),
  nnunetNote: words('absent in both; as nnU-Net', '双方均无；同 nnU-Net'),
  zero: words('counts 0', '计为 0'),
  zeroNote: words('absent in both', '双方均无'),
  one: words('counts 1', '计为 1'),
  oneNote: words('absent in both; as BraTS', '双方均无；同 BraTS'),
  monai: words('dropped', '剔除'),
  monaiNote: words('reference empty; as MONAI', '参考为空；同 MONAI'),
  monaiTitle: sentence<{ mean: string }>(
    ({ mean }) =>
      `MONAI itself averages the structures of a case first, then the cases: ${mean}. Here every rule is averaged as nnU-Net does.`,
    ({ mean }) =>
      `MONAI 本身先对每个病例的各结构取平均，再对病例取平均：${mean}。此处各规则均按 nnU-Net 的方式取平均。`,
  ),
  foregroundMean: words('foreground_mean', 'foreground_mean'),
  change: words('change', '变化'),
  scores: words('scores', '得分数'),
  scoresTitle: sentence<{ scores: number; cases: number }>(
    (facts) =>
      `${integer(facts.scores)} ${facts.scores === 1 ? 'score' : 'scores'} in ${integer(facts.cases)} ${facts.cases === 1 ? 'case' : 'cases'} differ from nnU-Net’s rule`,
    (facts) => `${integer(facts.cases)} 个病例中的 ${integer(facts.scores)} 个得分不同于 nnU-Net 规则`,
  ),
  convention: words('What a structure counts that is missing from a map', '缺失结构的计分规则'),
  order: words('order', '排序'),
  reordered: words('the order of the models changes', '模型排序改变'),
  structures: words('Means of the structures under this rule', '此规则下各结构的均值'),
  none: words('none', '无'),
} as const;
