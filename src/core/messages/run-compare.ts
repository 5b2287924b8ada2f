import { integer, sentence } from './sentence.ts';

const MINUS = '−';
const signed = (value: number) => `${value < 0 ? MINUS : '+'}${Math.abs(value).toFixed(4)}`;

/** Sentences of a comparison of trainings. */
export const compareWords = {
  paired: sentence<{
    a: string;
    b: string;
    pairs: number;
    mean: number;
    low: number;
    high: number;
    isLarger: boolean;
  }>(
    ({ a, b, pairs, mean, low, high, isLarger }) =>
      pairs < 2
        ? `${b} and ${a} share ${pairs === 1 ? 'one fold' : 'no fold'}${pairs === 1 ? ` and differ by ${signed(mean)} there` : ''}: from that it cannot be said whether the difference is more than chance.`
        : `${b} differs from ${a} by ${signed(mean)} on average over ${integer(pairs)} folds paired (95 % interval ${signed(low)} to ${signed(high)}): ${isLarger ? 'more than the folds scatter' : 'no more than the folds scatter'}.`,
    ({ a, b, pairs, mean, low, high, isLarger }) =>
      pairs < 2
        ? `${b} 与 ${a} ${pairs === 1 ? `只有一个共同的 fold，差为 ${signed(mean)}` : '没有共同的 fold'}：由此无法判断差异是否超出偶然。`
        : `${b} 与 ${a} 在 ${integer(pairs)} 个配对的 fold 上平均相差 ${signed(mean)}（95 % 区间 ${signed(low)} 至 ${signed(high)}）：${isLarger ? '大于 fold 间的波动' : '不大于 fold 间的波动'}。`,
  ),
  underDifferingConditions: sentence<{ conditions: readonly string[] }>(
    ({ conditions }) =>
      `These runs were trained under different conditions (${conditions.join(', ')}): a difference between them may come from any of these.`,
    ({ conditions }) =>
      `这些训练的条件不同（${conditions.join('、')}）：它们之间的差异可能来自其中任何一项。`,
  ),
  spreadOfFolds: sentence<{ runs: number; mean: number; deviation: number }>(
    ({ runs, mean, deviation }) =>
      `${integer(runs)} folds: ${mean.toFixed(4)} with a standard deviation of ${deviation.toFixed(4)}. Folds differ in their cases; this is not the noise of repeated training.`,
    ({ runs, mean, deviation }) =>
      `${integer(runs)} 个 fold：${mean.toFixed(4)}，标准差 ${deviation.toFixed(4)}。各 fold 的病例不同；这不是重复训练的噪声。`,
  ),
  spreadOfRepeats: sentence<{ runs: number; mean: number; deviation: number }>(
    ({ runs, mean, deviation }) =>
      `${integer(runs)} repeats of the same fold: ${mean.toFixed(4)} with a standard deviation of ${deviation.toFixed(4)}, which is the noise of training.`,
    ({ runs, mean, deviation }) =>
      `同一 fold 重复 ${integer(runs)} 次：${mean.toFixed(4)}，标准差 ${deviation.toFixed(4)}，即训练本身的噪声。`,
  ),
} as const;

interface TrainerEpochs {
  epochs: number;
}

/** Known trainers of nnU-Net, a line each. */
export const trainerWords = {
  standard: sentence(
    () => 'nnU-Net’s default: 1000 epochs of 250 iterations, SGD with a polynomial learning rate.',
    () => 'nnU-Net 的默认设置：1000 轮、每轮 250 次迭代，SGD 和多项式学习率。',
  ),
  epochs: sentence<TrainerEpochs>(
    ({ epochs }) =>
      `As the default, but for ${integer(epochs)} epochs: the learning rate goes down over that length.`,
    ({ epochs }) => `与默认设置相同，但为 ${integer(epochs)} 轮：学习率在该长度内下降。`,
  ),
  strongAugmentation: sentence(
    () =>
      'As the default, with much stronger data augmentation (DA5); slower, and better where cases are few.',
    () => '与默认设置相同，但数据增强强得多（DA5）；更慢，病例少时更好。',
  ),
  noMirroring: sentence(
    () => 'As the default without mirroring, in training and in inference: for left and right labels.',
    () => '与默认设置相同，但训练和推理都不做镜像：用于区分左右的标签。',
  ),
  oversampling: sentence(
    () => 'As the default, with another share of patches forced to hold foreground.',
    () => '与默认设置相同，但强制包含前景的图块比例不同。',
  ),
  adam: sentence(
    () => 'As the default, with Adam instead of SGD.',
    () => '与默认设置相同，但用 Adam 代替 SGD。',
  ),
  cosine: sentence(
    () => 'As the default, with a cosine learning rate instead of the polynomial.',
    () => '与默认设置相同，但学习率按余弦而非多项式下降。',
  ),
  otherLoss: sentence(
    () => 'As the default, with another loss: its loss curve cannot be compared with the default’s.',
    () => '与默认设置相同，但损失函数不同：其损失曲线不能与默认设置比较。',
  ),
} as const;
