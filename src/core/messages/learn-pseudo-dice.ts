import type { FigureNumbers } from '../learn/figure-model.ts';
import { sentence, words } from './sentence.ts';

/** Words of the figures of the lesson on pseudo Dice and its EMA. */
export const pseudoDiceWords = {
  patch: words('Patch', 'patch 边长'),
  cube: sentence<number>(
    (edge) => `${edge}³`,
    (edge) => `${edge}³`,
  ),
  percent: sentence<number>(
    (value) => `${value} %`,
    (value) => `${value} %`,
  ),
  mm1: sentence<number>(
    (value) => `${value.toFixed(1)} mm`,
    (value) => `${value.toFixed(1)} mm`,
  ),
  mmSigned: sentence<number>(
    (value) => `${signed(value)} mm`,
    (value) => `${signed(value)} mm`,
  ),
  forced: words('Forced patches', '强制前景比例'),
  oversampling: words('Oversampling', '过采样比例'),
  seed: words('Seed', '随机种子'),
  smallRadius: words('Radius of the small case', '小病例半径'),
  smallError: words('Its boundary error', '其边界误差'),
  falseRadius: words('False positive in an empty case', '空病例中的假阳性'),
  patches: words('Patches an epoch', '每个 epoch 的 patch 数'),
  weight: words('EMA weight', 'EMA 权重'),
  noise: words('Noise of an epoch', '单个 epoch 的噪声'),
  epoch: words('epoch', 'epoch'),
  epochUnchanging: words('epoch, network unchanged', 'epoch（网络不变）'),
  diceOfWhole: words('Dice of whole_tumor', 'whole_tumor 的 Dice'),
  meanPseudo: words('mean pseudo Dice', '平均伪 Dice'),
  patchesOnSlice: words(
    'patches of epoch 0 that meet this slice of the largest case: forced solid, random dashed',
    '第 0 个 epoch 中与最大病例此切片相交的 patch：强制为实线，随机为虚线',
  ),
  pseudoLevel: sentence<string>(
    (value) => `${value} pseudo Dice`,
    (value) => `${value} 伪 Dice`,
  ),
  pooledLevel: sentence<string>(
    (value) => `${value} pooled volumes`,
    (value) => `${value} 整卷合并`,
  ),
  meanLevel: sentence<string>(
    (value) => `${value} mean`,
    (value) => `${value} 平均`,
  ),
  patchesChart: sentence<FigureNumbers>(
    ({ pseudo, low, high, pooled, meanOfCases }) =>
      `Pseudo Dice of the epochs: mean ${pseudo.toFixed(3)}, 5 to 95 % ${low.toFixed(3)} to ${high.toFixed(3)}. Whole volumes pooled ${pooled.toFixed(3)}, mean of cases ${meanOfCases.toFixed(3)}.`,
    ({ pseudo, low, high, pooled, meanOfCases }) =>
      `各 epoch 的伪 Dice：平均 ${pseudo.toFixed(3)}，5–95% 范围 ${low.toFixed(3)} 至 ${high.toFixed(3)}。整卷合并 ${pooled.toFixed(3)}，病例平均 ${meanOfCases.toFixed(3)}。`,
  ),
  largeCase: words('large', '大病例'),
  smallCase: words('small', '小病例'),
  emptyCase: words('without the structure', '无此结构'),
  case: words('Case', '病例'),
  weightInMean: words('weight in the mean', '在平均中的权重'),
  weightInSum: words('weight in the sum', '在合计中的权重'),
  together: words('Together', '总计'),
  jumpsChart: sentence<FigureNumbers>(
    ({ mean, low, high, jump }) =>
      `Mean pseudo Dice of 100 epochs of an unchanging network: mean ${mean.toFixed(3)}, 5 to 95 % ${low.toFixed(3)} to ${high.toFixed(3)}, from epoch to epoch ${jump.toFixed(3)}.`,
    ({ mean, low, high, jump }) =>
      `网络不变时 100 个 epoch 的平均伪 Dice：均值 ${mean.toFixed(3)}，5–95% 范围 ${low.toFixed(3)} 至 ${high.toFixed(3)}，相邻 epoch 平均相差 ${jump.toFixed(3)}。`,
  ),
  rangesChart: sentence<FigureNumbers>(
    ({ rangeAt10, rangeAt100, rangeAt400 }) =>
      `5 to 95 % range over the number of patches: ${rangeAt10.toFixed(3)} at 10, ${rangeAt100.toFixed(3)} at 100, ${rangeAt400.toFixed(3)} at 400.`,
    ({ rangeAt10, rangeAt100, rangeAt400 }) =>
      `5–95% 范围随 patch 数的变化：10 个时 ${rangeAt10.toFixed(3)}，100 个时 ${rangeAt100.toFixed(3)}，400 个时 ${rangeAt400.toFixed(3)}。`,
  ),
  patchesAxis: words(
    'patches an epoch; band: 5 to 95 % of 100 epochs',
    '每个 epoch 的 patch 数；色带：100 个 epoch 的 5–95%',
  ),
  rangeOf: sentence<string>(
    (range) => `range ${range}`,
    (range) => `范围 ${range}`,
  ),
  delay: words('Delay behind a steady rise', '稳步上升时的滞后'),
  halfLife: words('Half-life of a sudden change', '突变的半衰期'),
  noiseLeft: words('Noise that is left', '剩余噪声'),
  seenHere: words('Half of this drop shows after', '此次下降显现一半所需'),
  epochs: sentence<number>(
    (value) => `${value.toFixed(1)} epochs`,
    (value) => `${value.toFixed(1)} 个 epoch`,
  ),
  epochsWhole: sentence<number>(
    (value) => `${value} ${value === 1 ? 'epoch' : 'epochs'}`,
    (value) => `${value} 个 epoch`,
  ),
  never: words('not in these epochs', '在图示范围内未显现'),
  truth: words('true value', '真实值'),
  lagChart: sentence<FigureNumbers>(
    ({ delay, halfLife, noise }) =>
      `A drop at epoch 60 and the running average: delay ${delay.toFixed(1)} epochs, half-life ${halfLife.toFixed(1)} epochs, ${(noise * 100).toFixed(0)} % of the noise left.`,
    ({ delay, halfLife, noise }) =>
      `第 60 个 epoch 处的下降与滑动平均：滞后 ${delay.toFixed(1)} 个 epoch，半衰期 ${halfLife.toFixed(1)} 个 epoch，剩余噪声 ${(noise * 100).toFixed(0)} %。`,
  ),
  lastEma: words('last EMA of the log', '日志中最后的 EMA'),
  steps: {
    validation: words('validation: mean of cases', '验证：病例平均'),
    aggregation: words('volumes pooled', '整卷合并'),
    reconstruction: words('masks before writing', '写出前的掩膜'),
    sampling: words('patches', 'patch 采样'),
    remainder: words('EMA', 'EMA'),
  },
  gapChart: sentence<{ from: string; to: string }>(
    ({ from, to }) => `From the validation Dice, ${from}, to the last EMA, ${to}.`,
    ({ from, to }) => `从验证 Dice ${from} 到最后的 EMA ${to}。`,
  ),
} as const;

function signed(value: number): string {
  return `${value < 0 ? '−' : value > 0 ? '+' : ''}${Math.abs(value).toFixed(2)}`;
}
