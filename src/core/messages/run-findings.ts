import type {
  BestFacts,
  DurationFacts,
  EarlierFacts,
  GapFacts,
  LossFacts,
  LossKind,
  PlateauFacts,
  RiseFacts,
  ScheduleFacts,
  SignFacts,
  StuckFacts,
} from './run-finding-facts.ts';
import { integer, sentence, type Sentence } from './sentence.ts';

/** A finding: a short title and one plain sentence with its figures. */
export interface FindingMessage<Facts> {
  readonly title: Sentence<Facts>;
  readonly text: Sentence<Facts>;
}

const MINUS = '−';
/** Less than this per 100 epochs is slow. */
const SLOW_RISE = 0.005;
const signed = (value: number, digits: number) =>
  `${value < 0 ? MINUS : '+'}${Math.abs(value).toFixed(digits)}`;
const number = (value: number, digits: number) =>
  value < 0 ? `${MINUS}${Math.abs(value).toFixed(digits)}` : value.toFixed(digits);
const epochsEn = (count: number) => `${integer(count)} ${count === 1 ? 'epoch' : 'epochs'}`;
const d4 = (value: number) => number(value, 4);
const d3 = (value: number) => number(value, 3);
const hoursEn = (points: readonly { hours: number | null }[]) =>
  points.every(({ hours }) => hours !== null)
    ? ` (${points.map(({ hours }) => hours!.toFixed(1)).join(', ')} h)`
    : '';
const hoursZh = (points: readonly { hours: number | null }[]) =>
  points.every(({ hours }) => hours !== null)
    ? `（${points.map(({ hours }) => hours!.toFixed(1)).join('、')} 小时）`
    : '';
const stretchEn = (seconds: number) =>
  seconds < 120 ? `${seconds.toFixed(0)} s` : `${(seconds / 60).toFixed(0)} minutes`;
const stretchZh = (seconds: number) =>
  seconds < 120 ? `${seconds.toFixed(0)} 秒` : `${(seconds / 60).toFixed(0)} 分钟`;

function riseEn({ slope, low, high, trend, span }: Omit<RiseFacts, 'short'>): string {
  const interval = `(95 % interval ${signed(low, 4)} to ${signed(high, 4)})`;
  return trend === 'flat'
    ? `Over the last ${integer(span)} epochs pseudo Dice cannot be told from flat: ${signed(slope, 4)} per 100 epochs ${interval}.`
    : `Over the last ${integer(span)} epochs pseudo Dice ${trend === 'rising' ? 'rose' : 'fell'} by ${Math.abs(slope).toFixed(4)} per 100 epochs ${interval}.`;
}

function riseZh({ slope, low, high, trend, span }: Omit<RiseFacts, 'short'>): string {
  const interval = `（95 % 区间 ${signed(low, 4)} 至 ${signed(high, 4)}）`;
  return trend === 'flat'
    ? `最近 ${integer(span)} 轮的 pseudo Dice 与持平无法区分：每 100 轮 ${signed(slope, 4)}${interval}。`
    : `最近 ${integer(span)} 轮的 pseudo Dice 每 100 轮${trend === 'rising' ? '上升' : '下降'} ${Math.abs(slope).toFixed(4)}${interval}。`;
}

/** A level that begins in the last tenth of a run is none. */
const isLate = (epoch: number, epochs: number) => epoch >= 0.9 * epochs;
/** Whether adding up explains at least half of the gap and leaves less than half. */
const isAggregation = ({ ema, mean, pooled }: { ema: number; mean: number; pooled: number }) =>
  Math.abs(ema - pooled) <= Math.abs(ema - mean) / 2;

const message = <Facts>(title: Sentence<Facts>, text: Sentence<Facts>): FindingMessage<Facts> => ({
  title,
  text,
});

const LOSS_TITLES: Readonly<Record<LossKind, readonly [en: string, zh: string]>> = {
  worse: ['Validation gets worse, in loss and in Dice.', '验证变差，损失和 Dice 皆然。'],
  'dice-falls': ['Pseudo Dice falls, val loss does not rise.', 'Pseudo Dice 下降，而验证损失没有上升。'],
  parted: ['The losses part, the Dice does not fall.', '两条损失分开，而 Dice 没有下降。'],
  unrewarded: ['Val loss falls, but Dice does not rise.', '验证损失下降，但 Dice 没有上升。'],
  together: ['Losses and Dice move together.', '损失与 Dice 同步变化。'],
};

/** What a run's log says, by code. */
export const runFindings = {
  rise: message<RiseFacts>(
    sentence(
      ({ trend, slope }) =>
        trend === 'rising'
          ? `Still rising${slope < SLOW_RISE ? ', slowly' : ''}.`
          : trend === 'falling'
            ? 'Pseudo Dice falls.'
            : 'No longer rising.',
      ({ trend, slope }) =>
        trend === 'rising'
          ? `仍在${slope < SLOW_RISE ? '缓慢' : ''}上升。`
          : trend === 'falling'
            ? 'Pseudo Dice 在下降。'
            : '不再上升。',
    ),
    sentence(
      (facts) => riseEn(facts) + (facts.short ? ` ${riseEn(facts.short)}` : ''),
      (facts) => riseZh(facts) + (facts.short ? riseZh(facts.short) : ''),
    ),
  ),
  plateau: message<PlateauFacts>(
    sentence(
      ({ epoch, epochs, gain }) =>
        isLate(epoch, epochs)
          ? 'The EMA has not levelled off.'
          : `After epoch ${epoch} the EMA gained less than ${gain}.`,
      ({ epoch, epochs, gain }) =>
        isLate(epoch, epochs) ? 'EMA 尚未趋平。' : `第 ${epoch} 轮之后 EMA 的增长不足 ${gain}。`,
    ),
    sentence(
      ({ epoch, emaThen, bestEma, epochs, patience, stop }) =>
        `The EMA was ${d4(emaThen)} at epoch ${epoch} and at best ${d4(bestEma)} in ${integer(epochs)} epochs. ` +
        (stop
          ? `Stopping after ${patience} epochs without a new best would have ended the training at epoch ${stop.epoch} with ${d4(stop.bestEma)}.`
          : `There were never ${patience} epochs without a new best, so an early stop with that patience would not have come.`),
      ({ epoch, emaThen, bestEma, epochs, patience, stop }) =>
        `EMA 在第 ${epoch} 轮为 ${d4(emaThen)}，${integer(epochs)} 轮中最高为 ${d4(bestEma)}。` +
        (stop
          ? `若以 ${patience} 轮无新最佳作为早停条件，训练会在第 ${stop.epoch} 轮以 ${d4(stop.bestEma)} 结束。`
          : `从未连续 ${patience} 轮没有新的最佳，因此这样的早停不会触发。`),
    ),
  ),
  earlier: message<EarlierFacts>(
    sentence(
      ({ points, end }) =>
        `${integer(points[0].epochs)} of ${integer(end.epochs)} epochs give ${points[0].ema <= end.ema ? `all but ${d3(end.ema - points[0].ema)}` : 'no less'}.`,
      ({ points, end }) =>
        `${integer(end.epochs)} 轮中的前 ${integer(points[0].epochs)} 轮${points[0].ema <= end.ema ? `只差 ${d3(end.ema - points[0].ema)}` : '已不低于最终值'}。`,
    ),
    sentence(
      ({ points, end }) =>
        `EMA ${points.map(({ epochs, ema }) => `${d4(ema)} at ${integer(epochs)} epochs`).join(', ')} and ${d4(end.ema)} at ${integer(end.epochs)}${hoursEn([...points, end])}. A run planned for fewer epochs lowers its learning rate sooner and may end higher than this one stood then.`,
      ({ points, end }) =>
        `EMA ${points.map(({ epochs, ema }) => `在 ${integer(epochs)} 轮为 ${d4(ema)}`).join('，')}，在 ${integer(end.epochs)} 轮为 ${d4(end.ema)}${hoursZh([...points, end])}。按更少轮数规划的训练会更早降低学习率，最终可能高于此处当时的值。`,
    ),
  ),
  gap: message<GapFacts>(
    sentence(
      ({ ema, mean, pooled }) => {
        if (Math.abs(ema - mean) < 0.01) return 'Validation agrees with the end of the log.';
        if (pooled === null)
          return `Validation is ${Math.abs(ema - mean).toFixed(3)} ${mean < ema ? 'lower' : 'higher'} than the last EMA.`;
        return isAggregation({ ema, mean, pooled })
          ? 'The gap to validation is how cases are added up.'
          : 'The gap to validation is more than how cases are added up.';
      },
      ({ ema, mean, pooled }) => {
        if (Math.abs(ema - mean) < 0.01) return '验证结果与日志末尾一致。';
        if (pooled === null)
          return `验证比最后的 EMA ${mean < ema ? '低' : '高'} ${Math.abs(ema - mean).toFixed(3)}。`;
        return isAggregation({ ema, mean, pooled })
          ? '与验证的差距源于病例的汇总方式。'
          : '与验证的差距不只源于病例的汇总方式。';
      },
    ),
    sentence(
      ({ ema, mean, cases, pooled, zeroCases }) =>
        `EMA ${d4(ema)}, validation ${d4(mean)}${cases === null ? '' : ` over ${integer(cases)} cases`}.` +
        (pooled === null
          ? ' With validation/summary.json it can be said how much of that is the way cases are added up.'
          : ` Pooled over their voxels the same predictions give ${d4(pooled)}: aggregation ${signed(pooled - mean, 4)}, what remains ${signed(ema - pooled, 4)} (patches instead of whole images, the lag of the average, overfitting).` +
            (zeroCases > 0
              ? ` ${integer(zeroCases)} ${zeroCases === 1 ? 'score is 0 and weighs' : 'scores are 0, and each weighs'} as much as any other in the mean.`
              : '')),
      ({ ema, mean, cases, pooled, zeroCases }) =>
        `EMA 为 ${d4(ema)}，验证为 ${d4(mean)}${cases === null ? '' : `（${integer(cases)} 个病例）`}。` +
        (pooled === null
          ? '有 validation/summary.json 时可说明其中多少源于病例的汇总方式。'
          : `同样的预测按体素合并后为 ${d4(pooled)}：汇总方式 ${signed(pooled - mean, 4)}，其余 ${signed(ema - pooled, 4)}（用图块而非整幅图像、平均值的滞后、过拟合）。` +
            (zeroCases > 0 ? `有 ${integer(zeroCases)} 个分数为 0，在平均中与其他分数权重相同。` : '')),
    ),
  ),
  best: message<BestFacts>(
    sentence(
      ({ since, bestEma, lastEma, scatter }) =>
        since === 0
          ? 'The last epoch is the best one.'
          : bestEma - lastEma < scatter
            ? 'checkpoint_best owes something to luck.'
            : 'The end is below the best.',
      ({ since, bestEma, lastEma, scatter }) =>
        since === 0
          ? '最后一轮就是最佳。'
          : bestEma - lastEma < scatter
            ? 'checkpoint_best 有运气成分。'
            : '最终低于最佳。',
    ),
    sentence(
      ({ epoch, bestEma, lastEma, scatter, bests, since, longestWait, waitFrom }) =>
        (since === 0
          ? `Epoch ${epoch} has EMA ${d4(bestEma)}; single epochs scatter by ${d4(scatter)}.`
          : `Epoch ${epoch} has EMA ${d4(bestEma)}, ${d4(bestEma - lastEma)} above the last one, while single epochs scatter by ${d4(scatter)}; ${epochsEn(since)} followed without a new best.`) +
        ` ${integer(bests)} new bests; longest wait ${epochsEn(longestWait)}, from ${waitFrom}.`,
      ({ epoch, bestEma, lastEma, scatter, bests, since, longestWait, waitFrom }) =>
        (since === 0
          ? `第 ${epoch} 轮的 EMA 为 ${d4(bestEma)}；单个轮次的波动为 ${d4(scatter)}。`
          : `第 ${epoch} 轮的 EMA 为 ${d4(bestEma)}，比最后一轮高 ${d4(bestEma - lastEma)}，而单个轮次的波动为 ${d4(scatter)}；其后 ${integer(since)} 轮没有新的最佳。`) +
        `共 ${integer(bests)} 次新最佳；最长等待 ${integer(longestWait)} 轮，自第 ${waitFrom} 轮起。`,
    ),
  ),
  losses: message<LossFacts>(
    sentence(
      ({ kind }) => LOSS_TITLES[kind][0],
      ({ kind }) => LOSS_TITLES[kind][1],
    ),
    sentence(
      ({ from, train, val, gap, dice, kind }) =>
        `After epoch ${integer(from)} train loss goes from ${d3(train[0])} to ${d3(train[1])}, val loss from ${d3(val[0])} to ${d3(val[1])}, so that ${d3(gap[0])} between them becomes ${d3(gap[1])}; pseudo Dice goes from ${d4(dice[0])} to ${d4(dice[1])}.` +
        (kind === 'parted'
          ? ' Both can be right: val loss also charges confidence on voxels that stay wrong, Dice counts only which side of the threshold they are on.'
          : ''),
      ({ from, train, val, gap, dice, kind }) =>
        `第 ${integer(from)} 轮之后训练损失从 ${d3(train[0])} 到 ${d3(train[1])}，验证损失从 ${d3(val[0])} 到 ${d3(val[1])}，两者之差从 ${d3(gap[0])} 变为 ${d3(gap[1])}；pseudo Dice 从 ${d4(dice[0])} 到 ${d4(dice[1])}。` +
        (kind === 'parted'
          ? '两者可以都对：验证损失还会惩罚对错误体素的过度自信，Dice 只看其落在阈值的哪一侧。'
          : ''),
    ),
  ),
  durations: message<DurationFacts>(
    sentence(
      ({ sudden }) =>
        sudden > 0
          ? 'Sudden stops: the data loader, or another job.'
          : 'Slower for a while: the data loader, or another job.',
      ({ sudden }) =>
        sudden > 0 ? '突然停顿：数据加载，或其他任务。' : '有一段变慢：数据加载，或其他任务。',
    ),
    sentence(
      ({ medianS, factor, slow, sudden, from, to, worstS, worstEpoch, extraS }) =>
        `${integer(slow)} epochs took more than ${factor} times the median of ${medianS.toFixed(1)} s, mostly epochs ${from} to ${to}; the longest, epoch ${worstEpoch}, ${integer(Math.round(worstS))} s${sudden > 0 ? `; ${integer(sudden)} took three times as long or more` : ''}. It cost ${stretchEn(extraS)}.`,
      ({ medianS, factor, slow, sudden, from, to, worstS, worstEpoch, extraS }) =>
        `${integer(slow)} 轮的耗时超过中位数 ${medianS.toFixed(1)} 秒的 ${factor} 倍，主要为第 ${from} 至 ${to} 轮；最长为第 ${worstEpoch} 轮的 ${integer(Math.round(worstS))} 秒${sudden > 0 ? `；${integer(sudden)} 轮达到三倍以上` : ''}。共多花 ${stretchZh(extraS)}。`,
    ),
  ),
  stuck: message<StuckFacts>(
    sentence(
      ({ name, state }) => (state === 'zero' ? `${name} is stuck at 0.` : `${name} is never there.`),
      ({ name, state }) => (state === 'zero' ? `${name} 停在 0。` : `${name} 从未出现。`),
    ),
    sentence(
      ({ name, state, from, epochs, always }) =>
        state === 'zero'
          ? `Pseudo Dice of ${name} is 0 in ${always ? `all ${integer(epochs)} epochs` : `the last ${integer(epochs)} epochs, from ${from} on`}: the class is never found where it is, most often because it is very small or rare, or its label is missing in the validation cases.`
          : `Pseudo Dice of ${name} is NaN in ${always ? `all ${integer(epochs)} epochs` : `the last ${integer(epochs)} epochs, from ${from} on`}: no validation patch holds the class and none is predicted; check that the fold's validation cases have this label.`,
      ({ name, state, from, epochs, always }) =>
        state === 'zero'
          ? `${name} 的 pseudo Dice 在${always ? `全部 ${integer(epochs)} 轮` : `自第 ${from} 轮起的最后 ${integer(epochs)} 轮`}中为 0：该类别从未被正确找到，多因其很小或稀少，或验证病例中没有该标签。`
          : `${name} 的 pseudo Dice 在${always ? `全部 ${integer(epochs)} 轮` : `自第 ${from} 轮起的最后 ${integer(epochs)} 轮`}中为 NaN：没有验证图块含有该类别，也没有预测；请检查该 fold 的验证病例是否有此标签。`,
    ),
  ),
  sign: message<SignFacts>(
    sentence(
      () => 'The loss is above 0 at the end.',
      () => '损失在结束时仍大于 0。',
    ),
    sentence(
      ({ loss, epoch }) =>
        `Train loss is ${d4(loss)} in epoch ${epoch}. nnU-Net's loss is cross-entropy minus soft Dice and becomes negative once the network segments anything; a loss without the Dice term stays above 0.`,
      ({ loss, epoch }) =>
        `第 ${epoch} 轮的训练损失为 ${d4(loss)}。nnU-Net 的损失是交叉熵减去软 Dice，一旦网络能分割就会变为负；不含 Dice 项的损失则始终大于 0。`,
    ),
  ),
  schedule: message<ScheduleFacts>(
    sentence(
      ({ planned, finished }) =>
        finished >= planned
          ? `All ${integer(planned)} planned epochs were trained.`
          : `Planned for ${integer(planned)} epochs, ended after ${integer(finished)}.`,
      ({ planned, finished }) =>
        finished >= planned
          ? `计划的 ${integer(planned)} 轮全部完成。`
          : `计划 ${integer(planned)} 轮，在 ${integer(finished)} 轮后结束。`,
    ),
    sentence(
      ({ planned, source, low, high, lastRate, finished }) =>
        (source === 'debug'
          ? `debug.json states ${integer(planned)} epochs.`
          : `The learning rates belong to a polynomial of ${integer(planned)} epochs${high - low >= 1 ? ` (${low.toFixed(1)} to ${Number.isFinite(high) ? high.toFixed(1) : 'any number'} fit their rounding)` : ''}.`) +
        (finished < planned && lastRate !== null
          ? ` The last rate was ${lastRate}; Dice often rises once more while it goes to 0.`
          : ''),
      ({ planned, source, low, high, lastRate, finished }) =>
        (source === 'debug'
          ? `debug.json 中为 ${integer(planned)} 轮。`
          : `学习率符合 ${integer(planned)} 轮的多项式${high - low >= 1 ? `（在其舍入内 ${low.toFixed(1)} 至 ${Number.isFinite(high) ? high.toFixed(1) : '任意值'} 均可）` : ''}。`) +
        (finished < planned && lastRate !== null
          ? `最后的学习率为 ${lastRate}；当它降到 0 时 Dice 往往还会上升。`
          : ''),
    ),
  ),
} as const;
