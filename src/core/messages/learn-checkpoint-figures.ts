import { integer, sentence, words } from './sentence.ts';

const score = (value: number) => (Number.isNaN(value) ? 'NaN' : value.toFixed(4));
const signed = (value: number, decimals = 4) =>
  `${value < 0 ? '−' : '+'}${Math.abs(value).toFixed(decimals)}`;

interface StepFacts {
  readonly epoch: number;
  readonly mean: number;
  readonly before: number;
  readonly ema: number;
  readonly best: number;
  readonly isNewBest: number;
}

/** Words of the figures of the lesson on checkpoints. */
export const checkpointWords = {
  epoch: words('Epoch', '轮次'),
  epochAxis: words('epoch', '轮次'),
  flat: words('Flat at first', '开头持平'),
  nanAt: words('NaN at', 'NaN 位于'),
  nanValue: sentence<number>(
    (at) => (at >= 60 ? 'never' : `${at}`),
    (at) => (at >= 60 ? '从不' : `第 ${at} 轮`),
  ),
  step: sentence<StepFacts>(
    ({ epoch, mean, before, ema }) =>
      epoch === 0
        ? `ema = x = ${score(mean)}`
        : `0.9 × ${score(before)} + 0.1 × ${score(mean)} = ${score(ema)}`,
    ({ epoch, mean, before, ema }) =>
      epoch === 0
        ? `ema = x = ${score(mean)}`
        : `0.9 × ${score(before)} + 0.1 × ${score(mean)} = ${score(ema)}`,
  ),
  verdict: sentence<StepFacts>(
    ({ epoch, ema, best, isNewBest }) =>
      isNewBest
        ? epoch === 0
          ? 'The first epoch is always a new best: checkpoint_best is written.'
          : `${score(ema)} > ${score(best)}: a new best, checkpoint_best is overwritten.`
        : Number.isNaN(ema) || Number.isNaN(best)
          ? 'No number is greater than NaN, and NaN is greater than none: nothing is written.'
          : ema === best
            ? `${score(ema)} equals the best exactly: a tie writes nothing.`
            : `${score(ema)} is not above ${score(best)}: nothing is written.`,
    ({ epoch, ema, best, isNewBest }) =>
      isNewBest
        ? epoch === 0
          ? '第一轮总是新的最优：写入 checkpoint_best。'
          : `${score(ema)} > ${score(best)}：新的最优，覆盖 checkpoint_best。`
        : Number.isNaN(ema) || Number.isNaN(best)
          ? '没有数大于 NaN，NaN 也不大于任何数：不写入。'
          : ema === best
            ? `${score(ema)} 与最优值恰好相等：持平时不写入。`
            : `${score(ema)} 没有超过 ${score(best)}：不写入。`,
  ),
  walkChart: sentence<StepFacts & { bests: number; lastBest: number }>(
    ({ bests, lastBest }) =>
      `Pseudo Dice of 60 epochs as dots, their average as a line; ${bests} new bests, the last at epoch ${lastBest}.`,
    ({ bests, lastBest }) =>
      `60 轮的 pseudo Dice（点）及其平均（线）；共 ${bests} 次新的最优，最后一次在第 ${lastBest} 轮。`,
  ),
  newBests: words('new best', '新的最优'),
  average: words('EMA', 'EMA'),
  epochs: words('Epochs', '轮数'),
  epochSpread: words('Scatter of epochs', '单轮的标准差'),
  frozenChart: sentence<{ epochs: number; ownBest: number; ownExcess: number }>(
    ({ epochs, ownBest, ownExcess }) =>
      `${integer(epochs)} epochs of a network that no longer changes: the best average, at epoch ${integer(ownBest)}, is ${ownExcess.toFixed(4)} above the true value.`,
    ({ epochs, ownBest, ownExcess }) =>
      `网络不再变化的 ${integer(epochs)} 轮：最优平均值在第 ${integer(ownBest)} 轮，比真实值高 ${ownExcess.toFixed(4)}。`,
  ),
  trueValue: words('true value', '真实值'),
  bestHere: words('best', '最优'),
  excess: words('Best above the true value', '最优高出真实值'),
  excessHigh: words('in one training of twenty, more than', '二十次训练中有一次高出'),
  late: words('Best in the last tenth', '最优落在最后十分之一'),
  early: words('Best in the first tenth', '最优落在前十分之一'),
  ofTrainings: words('mean of 200 trainings', '200 次训练的平均'),
  wrong: words('Wrong voxels', '判错的体素'),
  percent: sentence<number>(
    (value) => `${value} %`,
    (value) => `${value} %`,
  ),
  confidence: words('Confidence where wrong', '判错处的置信度'),
  confidenceAxis: words('probability given to the wrong class', '给予错误类别的概率'),
  earlier: words('earlier epoch', '较早的一轮'),
  now: words('now', '现在'),
  lossChart: sentence<{ loss: number; dice: number; earlierLoss: number; earlierDice: number }>(
    ({ loss, dice, earlierLoss, earlierDice }) =>
      `Loss over confidence on wrong voxels: now ${signed(loss, 3)}, earlier ${signed(earlierLoss, 3)}. Dice over the same: now ${dice.toFixed(3)} at any confidence, earlier ${earlierDice.toFixed(3)}.`,
    ({ loss, dice, earlierLoss, earlierDice }) =>
      `loss 随判错处置信度的变化：现在 ${signed(loss, 3)}，较早 ${signed(earlierLoss, 3)}。Dice：无论置信度如何，现在均为 ${dice.toFixed(3)}，较早为 ${earlierDice.toFixed(3)}。`,
  ),
  lossVerdict: sentence<{ loss: number; dice: number; earlierLoss: number; earlierDice: number }>(
    ({ loss, dice, earlierLoss, earlierDice }) =>
      `Against the earlier epoch the loss is ${loss > earlierLoss ? 'worse' : 'better'} by ${Math.abs(loss - earlierLoss).toFixed(3)}, the Dice ${dice > earlierDice ? 'better' : dice < earlierDice ? 'worse' : 'the same'}${dice === earlierDice ? '' : ` by ${Math.abs(dice - earlierDice).toFixed(3)}`}.`,
    ({ loss, dice, earlierLoss, earlierDice }) =>
      `与较早的一轮相比，loss ${loss > earlierLoss ? '变差' : '变好'} ${Math.abs(loss - earlierLoss).toFixed(3)}，Dice ${dice > earlierDice ? '变好' : dice < earlierDice ? '变差' : '不变'}${dice === earlierDice ? '' : ` ${Math.abs(dice - earlierDice).toFixed(3)}`}。`,
  ),
  crossEntropy: words('cross entropy', '交叉熵'),
  softDice: words('soft Dice', '软 Dice'),
  smallCases: words('Small cases', '小结构病例'),
  onSmall: words('Gain, small', '小结构增益'),
  onLarge: words('Gain, large', '大结构增益'),
  signed: sentence<number>(
    (value) => signed(value, 3),
    (value) => signed(value, 3),
  ),
  best: words('checkpoint_best', 'checkpoint_best'),
  final: words('checkpoint_final', 'checkpoint_final'),
  casesAxis: words('Dice of each case, by volume', '各病例的 Dice，按体积排列'),
  pooled: words('voxels pooled', '体素合并'),
  meanOfCases: words('mean of cases', '病例平均'),
  leads: sentence<number>(
    (difference) =>
      difference === 0
        ? 'equal'
        : `${difference > 0 ? 'final' : 'best'} leads by ${Math.abs(difference).toFixed(4)}`,
    (difference) =>
      difference === 0
        ? '相等'
        : `${difference > 0 ? 'final' : 'best'} 领先 ${Math.abs(difference).toFixed(4)}`,
  ),
  orderChart: sentence<{ bestMean: number; finalMean: number; bestPooled: number; finalPooled: number }>(
    ({ bestMean, finalMean, bestPooled, finalPooled }) =>
      `Dice of twelve cases under both checkpoints. Mean of cases: best ${score(bestMean)}, final ${score(finalMean)}. Voxels pooled: best ${score(bestPooled)}, final ${score(finalPooled)}.`,
    ({ bestMean, finalMean, bestPooled, finalPooled }) =>
      `十二个病例在两个检查点下的 Dice。病例平均：best ${score(bestMean)}，final ${score(finalMean)}。体素合并：best ${score(bestPooled)}，final ${score(finalPooled)}。`,
  ),
} as const;
