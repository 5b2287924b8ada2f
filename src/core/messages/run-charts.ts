import { integer, sentence, words } from './sentence.ts';

interface DiceFacts {
  epochs: number;
  last: string;
  bests: number;
  runs: number;
}

/** The charts of training runs. */
export const chartWords = {
  dice: words('Pseudo Dice', 'Pseudo Dice'),
  loss: words('Loss', '损失'),
  duration: words('Epoch duration', '每轮耗时'),
  rate: words('Learning rate', '学习率'),
  dots: words('pseudo Dice of an epoch', '单轮 pseudo Dice'),
  ema: words('its EMA', '其 EMA'),
  emaOf: sentence<{ name: string }>(
    ({ name }) => `EMA, ${name}`,
    ({ name }) => `EMA，${name}`,
  ),
  spread: words('lowest to highest EMA of a folder', '同一文件夹中 EMA 的最低至最高'),
  newBest: words('new best', '新最佳'),
  joined: sentence<{ epoch: number }>(
    ({ epoch }) => `continued at ${epoch}`,
    ({ epoch }) => `自第 ${epoch} 轮继续`,
  ),
  lastBest: sentence<{ epoch: number; ema: string }>(
    ({ epoch, ema }) => `last best, epoch ${epoch}: ${ema}`,
    ({ epoch, ema }) => `最后的最佳，第 ${epoch} 轮：${ema}`,
  ),
  afterTraining: words('after training', '训练之后'),
  pooled: sentence<{ dice: string }>(
    ({ dice }) => `${dice} pooled`,
    ({ dice }) => `${dice} 合并`,
  ),
  mean: sentence<{ dice: string }>(
    ({ dice }) => `${dice} mean`,
    ({ dice }) => `${dice} 平均`,
  ),
  overCases: sentence<{ cases: number }>(
    ({ cases }) => `over ${integer(cases)} cases`,
    ({ cases }) => `${integer(cases)} 个病例`,
  ),
  train: words('train', '训练'),
  val: words('val', '验证'),
  lossNote: sentence<{ window: number }>(
    ({ window }) => `thin: every epoch; bold: median of ${window}`,
    ({ window }) => `细线：每一轮；粗线：${window} 轮中位数`,
  ),
  logNote: words('distance above the least possible, logarithmic', '高出可能最低值的部分，对数'),
  median: sentence<{ seconds: string }>(
    ({ seconds }) => `median ${seconds} s`,
    ({ seconds }) => `中位数 ${seconds} 秒`,
  ),
  slow: sentence<{ from: number; to: number }>(
    ({ from, to }) => (from === to ? `slow, epoch ${from}` : `slow, epochs ${from} to ${to}`),
    ({ from, to }) => (from === to ? `变慢，第 ${from} 轮` : `变慢，第 ${from} 至 ${to} 轮`),
  ),
  polynomial: words('nnU-Net’s polynomial', 'nnU-Net 的多项式'),
  asPlanned: words('as planned', '符合计划'),
  notAsPlanned: words('not nnU-Net’s polynomial', '并非 nnU-Net 的多项式'),
  forEpochs: sentence<{ epochs: number }>(
    ({ epochs }) => `for ${epochs} epochs`,
    ({ epochs }) => `${epochs} 轮`,
  ),
  diceDescription: sentence<DiceFacts>(
    ({ epochs, last, bests, runs }) =>
      `Pseudo Dice over ${integer(epochs)} epochs with its running average, which ends at ${last}, and ${integer(bests)} new bests; ${runs === 1 ? 'one run is shown' : `${runs} runs are shown`}. The figures stand in the table below the charts.`,
    ({ epochs, last, bests, runs }) =>
      `${integer(epochs)} 轮的 pseudo Dice 及其滑动平均，最终为 ${last}，共 ${integer(bests)} 次新最佳；显示 ${runs} 次训练。数值见图下的表格。`,
  ),
  lossDescription: sentence<{ train: string; val: string }>(
    ({ train, val }) =>
      `Training and validation loss of every epoch with medians, which end at ${train} and ${val}.`,
    ({ train, val }) => `每一轮的训练损失与验证损失及其中位数，最终为 ${train} 和 ${val}。`,
  ),
  durationDescription: sentence<{ seconds: string }>(
    ({ seconds }) => `Seconds per epoch, median ${seconds}.`,
    ({ seconds }) => `每轮耗时（秒），中位数 ${seconds}。`,
  ),
  rateDescription: sentence<{ epochs: number; fits: boolean }>(
    ({ epochs, fits }) =>
      `Learning rate of every epoch, ${fits ? 'as' : 'not as'} nnU-Net’s polynomial for ${integer(epochs)} epochs has it.`,
    ({ epochs, fits }) =>
      `每一轮的学习率，${fits ? '符合' : '不符合'} nnU-Net 按 ${integer(epochs)} 轮计算的多项式。`,
  ),
} as const;
