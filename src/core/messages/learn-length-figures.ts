import { formatShare, formatVoxels } from '../text/format.ts';
import { integer, sentence, words } from './sentence.ts';

const signed = (value: number) => `${value < 0 ? '−' : '+'}${Math.abs(value).toFixed(4)}`;

/** Words of the figures of the lesson on the length of a training. */
export const lengthWords = {
  epochs: words('Epochs', '轮数'),
  epochAxis: words('epoch', '轮次'),
  epochsValue: sentence<number>(
    (value) => `${value} epochs`,
    (value) => `${value} 轮`,
  ),
  exponent: words('Exponent', '指数'),
  warmUp: words('Warm-up', '预热'),
  rate: words('learning rate', '学习率'),
  chosen: words('polynomial, as set', '多项式（如设置）'),
  cosine: words('cosine', '余弦'),
  usual: words('nnU-Net, 1000', 'nnU-Net，1000 轮'),
  atHalf: words('half way', '中途'),
  atLast: words('last epoch', '最后一轮'),
  belowTenth: words('epochs below a tenth', '低于十分之一的轮次'),
  scheduleChart: sentence<{ epochs: number; half: number; last: number; usualThere: number }>(
    ({ epochs, half, last, usualThere }) =>
      `Learning rate over ${integer(epochs)} epochs: ${half.toPrecision(3)} half way, ${last.toPrecision(3)} at the last; nnU-Net's schedule of 1000 stands at ${usualThere.toPrecision(3)} there.`,
    ({ epochs, half, last, usualThere }) =>
      `${integer(epochs)} 轮的学习率：中途 ${half.toPrecision(3)}，最后一轮 ${last.toPrecision(3)}；此时 nnU-Net 的 1000 轮方案为 ${usualThere.toPrecision(3)}。`,
  ),
  patience: words('Patience', '耐心值'),
  epochSpread: words('Scatter of epochs', '单轮的标准差'),
  late: words('Late gain', '后期增益'),
  whole: words('1000 epochs', '1000 轮'),
  stopped: sentence<number>(
    (epoch) => `stopped at ${integer(epoch)}`,
    (epoch) => `停于第 ${integer(epoch)} 轮`,
  ),
  planned: sentence<number>(
    (epochs) => `planned for ${integer(epochs)}`,
    (epochs) => `按 ${integer(epochs)} 轮规划`,
  ),
  emaAxis: words('EMA', 'EMA'),
  atStop: words('EMA at the stop', '停止时的 EMA'),
  atEnd: words('EMA after 1000 epochs', '1000 轮后的 EMA'),
  shorterPlan: words('EMA of the shorter plan', '较短方案的 EMA'),
  cost: sentence<number>(
    (value) => `${signed(-value)} against 1000 epochs`,
    (value) => `与 1000 轮相比 ${signed(-value)}`,
  ),
  saved: sentence<number>(
    (value) => `${formatShare(value)} of the epochs saved`,
    (value) => `节省 ${formatShare(value)} 的轮次`,
  ),
  neverStopped: words('The patience never ran out: nothing is saved.', '耐心值从未用尽：没有节省。'),
  stopChart: sentence<{ stoppedAt: number; stoppedEma: number; fullEma: number; plannedEma: number }>(
    ({ stoppedAt, stoppedEma, fullEma, plannedEma }) =>
      Number.isNaN(stoppedAt)
        ? `The training runs its 1000 epochs: EMA ${fullEma.toFixed(4)}.`
        : `Stopped at epoch ${integer(stoppedAt)} the EMA is ${stoppedEma.toFixed(4)}, after 1000 epochs ${fullEma.toFixed(4)}; planned for that length it would be ${plannedEma.toFixed(4)}.`,
    ({ stoppedAt, stoppedEma, fullEma, plannedEma }) =>
      Number.isNaN(stoppedAt)
        ? `训练跑满 1000 轮：EMA ${fullEma.toFixed(4)}。`
        : `停于第 ${integer(stoppedAt)} 轮时 EMA 为 ${stoppedEma.toFixed(4)}，1000 轮后为 ${fullEma.toFixed(4)}；若一开始就按该长度规划，则为 ${plannedEma.toFixed(4)}。`,
  ),
  batchB: words('Batch of B', 'B 的批大小'),
  patchB: words('Patch of B', 'B 的图块'),
  epochsB: words('Epochs of B', 'B 的轮数'),
  cubed: sentence<number>(
    (edge) => `${edge}³`,
    (edge) => `${edge}³`,
  ),
  condition: words('condition', '条件'),
  differs: words('differs', '不同'),
  runA: words('training A', '训练 A'),
  runB: words('training B', '训练 B'),
  predictionsSame: words('Both predict exactly the same:', '两者的预测完全相同：'),
  wholeDice: words('whole volume', '整幅图像'),
  pseudoDice: words('pseudo Dice', 'pseudo Dice'),
  forcedShare: words('forced patches', '强制图块'),
  voxelsPerEpoch: words('voxels per epoch', '每轮体素数'),
  voxelsText: sentence<number>(
    (voxels) => formatVoxels(voxels),
    (voxels) => formatVoxels(voxels),
  ),
  conditionsChart: sentence<{ dice: number; pseudoA: number; pseudoB: number }>(
    ({ dice, pseudoA, pseudoB }) =>
      `The same prediction: Dice ${dice.toFixed(4)} on the whole volume, pseudo Dice ${pseudoA.toFixed(4)} as A samples and ${pseudoB.toFixed(4)} as B samples.`,
    ({ dice, pseudoA, pseudoB }) =>
      `同一预测：整幅图像的 Dice 为 ${dice.toFixed(4)}；按 A 抽样时 pseudo Dice 为 ${pseudoA.toFixed(4)}，按 B 抽样时为 ${pseudoB.toFixed(4)}。`,
  ),
  repeats: words('Trainings', '训练次数'),
  runSpread: words('Scatter', '标准差'),
  difference: words('Difference', '差异'),
  methodA: words('one method', '同一方法'),
  methodB: words('the same again', '同一方法再做一遍'),
  meanOf: sentence<number>(
    (value) => `mean ${value.toFixed(4)}`,
    (value) => `平均 ${value.toFixed(4)}`,
  ),
  differenceAxis: words('difference of two means, if there is none', '实际无差异时两个均值之差'),
  chance: words('chance that it is noise alone', '纯属噪声的概率'),
  least: words('least difference below 5 %', '低于 5 % 的最小差异'),
  needed: words('trainings of each that would be needed', '各自所需的训练次数'),
  noNumber: words('no number', '无'),
  repeatChart: sentence<{ chance: number; least: number }>(
    ({ chance, least }) =>
      `How differences of two means lie where there is none: ${formatShare(chance)} lie beyond the one seen; below 5 % from ${least.toFixed(4)} on.`,
    ({ chance, least }) =>
      `实际无差异时两个均值之差的分布：${formatShare(chance)} 超过观察到的差异；自 ${least.toFixed(4)} 起低于 5 %。`,
  ),
} as const;
