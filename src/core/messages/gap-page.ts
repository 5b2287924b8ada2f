import type { GapCode } from '../pseudo-dice/gap-account.ts';
import { formatDifference, formatScore } from '../text/format.ts';
import { integer, sentence, words, type Sentence } from './sentence.ts';

const score = (value: number) => (Number.isNaN(value) ? '–' : formatScore(value));
const signed = (value: number) => (Number.isNaN(value) ? '–' : formatDifference(value));

/** Short names of the steps below the axis of the waterfall, and of its levels. */
export const gapStepNames: Readonly<Record<GapCode, Sentence>> = {
  validation: words('mean', '逐例平均'),
  aggregation: words('adding up', '合并'),
  reconstruction: words('raw masks', '原始掩膜'),
  sampling: words('patches', '图块'),
  remainder: words('the rest', '其余'),
};

/** What the gap account says beside the sentences of its steps. */
export const gapPageWords = {
  finding: sentence<{ name: string; validation: number; pooled: number; ema: number | null }>(
    ({ name, validation, pooled, ema }) =>
      ema === null
        ? `${name}: validation ${score(validation)}, ${score(pooled)} with all cases added up; its log would tell the pseudo Dice.`
        : `${name}: last EMA ${score(ema)}, validation ${score(validation)}; ${signed(pooled - validation)} is how cases are added up, ${signed(ema - pooled)} the rest.`,
    ({ name, validation, pooled, ema }) =>
      ema === null
        ? `${name}：验证 ${score(validation)}，所有病例合并后为 ${score(pooled)}；pseudo Dice 需由其日志给出。`
        : `${name}：末轮 EMA ${score(ema)}，验证 ${score(validation)}；其中 ${signed(pooled - validation)} 来自病例的合并方式，${signed(ema - pooled)} 为其余。`,
  ),
  open: words('Show the account step by step', '逐步查看差异说明'),
  title: words('Gap account', '差异说明'),
  labelsOnly: words('labels, so no reconstruction step', '按标签评估，因此没有重建这一步'),
  rawMissing: words(
    'no raw masks, so the reconstruction is part of the rest',
    '没有原始掩膜，重建的影响计入其余',
  ),
  expected: words('expected', '期望值'),
  ema: words('last EMA', '末轮 EMA'),
  picture: sentence<{ title: string }>(
    ({ title }) => `From the validation Dice to the pseudo Dice, step by step: ${title}`,
    ({ title }) => `从验证 Dice 到 pseudo Dice 的逐步说明：${title}`,
  ),
  level: sentence<{ name: string; dice: string }>(
    ({ name, dice }) => `${name}: ${dice}`,
    ({ name, dice }) => `${name}：${dice}`,
  ),
  step: sentence<{ name: string; change: string; from: string; to: string }>(
    ({ name, change, from, to }) => `${name}: ${change}, from ${from} to ${to}`,
    ({ name, change, from, to }) => `${name}：${change}，由 ${from} 变为 ${to}`,
  ),
  range: sentence<{ low: string; high: string }>(
    ({ low, high }) => `5 to 95 % of epochs: ${low} to ${high}`,
    ({ low, high }) => `5% 至 95% 的轮次：${low} 至 ${high}`,
  ),
  lead: sentence<{ change: string | null; name: string }>(
    ({ change, name }) =>
      change === null ? `${name[0].toUpperCase()}${name.slice(1)}.` : `${change} ${name}.`,
    ({ change, name }) => (change === null ? `${name}：` : `${change} ${name}：`),
  ),
  hint: words('Choose a bar to see what it is made of.', '选择一根柱子可查看其构成。'),
  close: words('Close', '关闭'),
  structure: words('structure', '结构'),
  case: words('case', '病例'),
  mean: words('mean of cases', '逐例平均'),
  cases: words('cases', '病例数'),
  zero: words('score 0', '0 分'),
  absent: words('absent in both', '两图皆无'),
  dice: words('Dice', 'Dice'),
  size: words('2 TP + FP + FN', '2 TP + FP + FN'),
  weightPooled: words('weight pooled', '合并权重'),
  weightMean: words('in the mean', '平均权重'),
  pull: words('pull', '影响'),
  pooled: words('pooled', '合并'),
  raw: words('raw masks', '原始掩膜'),
  change: words('change', '变化'),
  pseudo: words('mean of epochs', '各轮平均'),
  nanEpochs: words('NaN epochs', 'NaN 轮次'),
  tp: words('TP', 'TP'),
  fp: words('FP', 'FP'),
  fn: words('FN', 'FN'),
  falseAlarm: words(
    'not in the reference: 0 in the mean, hardly seen when pooled',
    '参考中没有：平均时记 0 分，合并时几乎不受影响',
  ),
  more: sentence<{ more: number; pull: string }>(
    ({ more, pull }) => `${integer(more)} more, together ${pull}`,
    ({ more, pull }) => `其余 ${integer(more)} 项，合计 ${pull}`,
  ),
  pullsAdd: words(
    'Every pull is (weight pooled − weight in the mean) × (Dice − mean Dice), divided by the number of structures; together they are the step.',
    '每项影响 =（合并权重 − 平均权重）×（Dice − 平均 Dice）÷ 结构数；合计即为这一步。',
  ),
  meansAdd: words(
    'The Dice of a case that has the structure in neither map is NaN and left out; in only one of the two maps it is 0.',
    '两图中都没有该结构时 Dice 为 NaN，不计入；只在其中一图中出现时为 0。',
  ),
  epochsAdd: words(
    'An epoch in which no patch has a structure scores NaN for it and leaves it out of its mean.',
    '某轮的图块都不含某结构时，该结构记为 NaN，不计入该轮平均。',
  ),
  restIs: words(
    'The voxels below are those of the whole volumes; the log holds only its Dice, so this step cannot be cut further.',
    '下列体素来自整幅图像；日志只有 Dice，因此这一步无法再细分。',
  ),
} as const;

/** The strip plot of checkpoint_best. */
export const luckPageWords = {
  title: words('Luck of the best', '最佳的运气'),
  caption: sentence<{ trainings: number }>(
    ({ trainings }) =>
      `a network that no longer changes: best EMA above the expected value, ${integer(trainings)} trainings each`,
    ({ trainings }) => `网络不再变化时：最佳 EMA 高出期望值多少，各 ${integer(trainings)} 次训练`,
  ),
  epochs: sentence<{ epochs: number }>(
    ({ epochs }) => `${integer(epochs)} epochs`,
    ({ epochs }) => `${integer(epochs)} 轮`,
  ),
  mean: words('mean', '平均'),
  range: words('5 to 95 %', '5% 至 95%'),
  bestAt: words('best at epoch', '最佳所在轮次'),
  truth: words('0, the truth', '0，真实值'),
  to: sentence<{ low: string; high: string }>(
    ({ low, high }) => `${low} to ${high}`,
    ({ low, high }) => `${low} 至 ${high}`,
  ),
  where: sentence<{ mean: number; low: number; high: number; epochs: number }>(
    ({ mean, low, high, epochs }) =>
      `Declared at epoch ${integer(mean)} of ${integer(epochs)} on average, in 90 % of trainings between ${integer(low)} and ${integer(high)}`,
    ({ mean, low, high, epochs }) =>
      `平均在 ${integer(epochs)} 轮中的第 ${integer(mean)} 轮产生，90% 的训练在第 ${integer(low)} 至 ${integer(high)} 轮之间`,
  ),
  picture: sentence<{ epochs: number; mean: string; low: string; high: string }>(
    ({ epochs, mean, low, high }) =>
      `Best EMA above the expected value in trainings of ${integer(epochs)} epochs: ${mean} on average, 5 to 95 % from ${low} to ${high}`,
    ({ epochs, mean, low, high }) =>
      `${integer(epochs)} 轮训练中最佳 EMA 高出期望值：平均 ${mean}，5% 至 95% 为 ${low} 至 ${high}`,
  ),
  finding: sentence<{ epochs: number; excess: string; high: string; bestEpoch: number; late: string }>(
    ({ epochs, excess, high, bestEpoch, late }) =>
      `In ${integer(epochs)} epochs checkpoint_best would be declared at epoch ${integer(bestEpoch)} on average, in the last tenth in ${late} of trainings, with an EMA ${excess} from the truth, in 95 % of trainings at most ${high}: luck alone.`,
    ({ epochs, excess, high, bestEpoch, late }) =>
      `在 ${integer(epochs)} 轮中，checkpoint_best 平均在第 ${integer(bestEpoch)} 轮产生（${late} 的训练在最后十分之一），其 EMA 与真实值相差 ${excess}，95% 的训练不超过 ${high}：纯属运气。`,
  ),
  nanTrainings: sentence<{ share: string; epochs: number }>(
    ({ share, epochs }) =>
      `In ${share} of trainings of ${integer(epochs)} epochs some epoch has no structure in any patch: the EMA is NaN from there on and no best is written again.`,
    ({ share, epochs }) =>
      `${integer(epochs)} 轮的训练中有 ${share} 会遇到图块不含任何结构的轮次：此后 EMA 为 NaN，不再写入新的最佳。`,
  ),
  none: words(
    'No epoch has a structure in any patch, so there is no best worth the name.',
    '没有任何一轮的图块包含结构，因此没有有意义的最佳。',
  ),
} as const;
