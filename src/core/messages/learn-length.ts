import type { FigureNumbers } from '../learn/figure-model.ts';
import { formatDifference, formatShare, formatVoxels } from '../text/format.ts';
import { integer, sentence, words } from './sentence.ts';

/** A share whose sign stays on its line. */
const shareText = (value: number) => formatShare(value).replace(' ', '\u00a0');
const four = (value: number) => value.toFixed(4);

/** The text of the lesson on the length of a training. */
export const lengthLesson = {
  title: words('How long to train', '训练多久'),
  tryIt: words('Try it on your own trainings', '用自己的训练试一试'),
  schedule: {
    title: words('The number of epochs sets the learning rate', '轮数决定学习率'),
    short: words('The schedule', '学习率方案'),
    ask: words(
      'nnU-Net trains for E = 1000 epochs with **lr = 0.01 · (1 − e/E)^0.9**. The exponent near 1 makes it almost a straight line to 0. A trainer for 250 epochs does not do the first quarter of that: it walks the whole line in a quarter of the time, and its small rates, in which the last gains are made, come sooner.',
      'nnU-Net 训练 E = 1000 轮，**lr = 0.01 · (1 − e/E)^0.9**。指数接近 1，曲线几乎是一条降到 0 的直线。250 轮的 trainer 并不是前者的前四分之一：它用四分之一的时间走完整条曲线，而带来最后增益的小学习率也来得更早。',
    ),
    say: sentence<FigureNumbers>(
      ({ epochs, last, usualThere, low, cosineLow }) =>
        `After ${integer(epochs)} epochs the schedule as set stands at ${last.toPrecision(2)}, ${usualThere > 0 ? `where the one for 1000 is still at ${usualThere.toPrecision(3)}` : 'where the one for 1000 has ended'}. It spends ${shareText(low)} of its epochs below a tenth of the first rate, a cosine ${shareText(cosineLow)}. nnU-Net's trainers also come with cosine and with warm-up; comparing them at one epoch compares rates, not methods.`,
      ({ epochs, last, usualThere, low, cosineLow }) =>
        `${integer(epochs)} 轮结束时，当前方案为 ${last.toPrecision(2)}，${usualThere > 0 ? `而 1000 轮的方案此时仍为 ${usualThere.toPrecision(3)}` : '而 1000 轮的方案已经结束'}。它有 ${shareText(low)} 的轮次低于初始值的十分之一，余弦方案则有 ${shareText(cosineLow)}。nnU-Net 也提供余弦和预热的 trainer；在同一轮比较它们，比较的是学习率而不是方法。`,
    ),
    caption: words(
      'Learning rates from the code of the Runs page: thick as set, dashed a cosine of the same length and warm-up, thin nnU-Net’s own.',
      '学习率由“训练”页的代码算出：粗线为当前设置，虚线为同样长度和预热的余弦，细线为 nnU-Net 默认。',
    ),
  },
  stop: {
    title: words('Stopping early, and what it costs', '提前停止及其代价'),
    short: words('Early stop', '提前停止'),
    ask: words(
      'nnU-Net has no early stop. Users add one: stop once no new best came for so many epochs. But with a rate that still goes down **a plateau is no end**: the curve often rises once more when the rate gets small. And the stopped network has never been trained with a small rate at all.',
      'nnU-Net 没有提前停止。有人自行加上：若干轮没有新的最优就停止。但只要学习率仍在下降，**平台期就不是终点**：学习率变小时，曲线往往会再升一段；而被停下的网络从未用小学习率训练过。',
    ),
    say: sentence<FigureNumbers>(
      ({ stoppedAt, stoppedEma, fullEma, plannedEma, saved }) =>
        Number.isNaN(stoppedAt)
          ? `With this patience the training never stops; its EMA ends at ${four(fullEma)}.`
          : `Here the stop comes at epoch ${integer(stoppedAt)}, saves ${shareText(saved)} of the epochs and leaves the EMA at ${four(stoppedEma)}, ${formatDifference(stoppedEma - fullEma, 4)} against its end. **A training planned for that length ends at ${four(plannedEma)}** (${formatDifference(plannedEma - fullEma, 4)}), because its rate has gone down by then. To save time, plan fewer epochs; do not cut off many. The curve is made up: how large the late gain is, only your own trainings tell.`,
      ({ stoppedAt, stoppedEma, fullEma, plannedEma, saved }) =>
        Number.isNaN(stoppedAt)
          ? `在这样的耐心值下训练不会提前停止；EMA 最终为 ${four(fullEma)}。`
          : `此处停于第 ${integer(stoppedAt)} 轮，节省 ${shareText(saved)} 的轮次，EMA 为 ${four(stoppedEma)}，与跑完相比 ${formatDifference(stoppedEma - fullEma, 4)}。**若一开始就按该长度规划，最终为 ${four(plannedEma)}**（${formatDifference(plannedEma - fullEma, 4)}），因为那时学习率已经降下来。想省时间，就规划更少的轮数，而不是把长的截断。曲线是构造的：后期增益究竟多大，只有自己的训练能回答。`,
    ),
    caption: words(
      'A made training of 1000 epochs; shaded: the epochs without a new best. White or black line: the same training planned for the shorter length. EMA and bests by the code of the Runs page.',
      '构造的 1000 轮训练；阴影：没有新的最优的轮次。黑白线：同一训练按较短长度规划。EMA 与最优由“训练”页的代码计算。',
    ),
  },
  conditions: {
    title: words('Compare what was trained alike', '只比较条件相同的训练'),
    short: words('The same conditions', '相同条件'),
    ask: words(
      'The pseudo Dice depends on how patches are drawn, not on the network alone. Two trainings with other **batch or patch sizes** draw other patches: another forced share, more or less of the background in which false positives lie. Here both predict exactly the same, voxel by voxel.',
      'pseudo Dice 不仅取决于网络，还取决于图块如何抽取。**批大小或图块大小**不同的两次训练抽到的图块不同：强制比例不同，假阳性所在的背景也或多或少。此处两者的预测逐个体素完全相同。',
    ),
    say: sentence<FigureNumbers>(
      ({ dice, pseudoA, pseudoB, difference, voxelsA, voxelsB, forcedA, forcedB }) =>
        `The Dice of the whole volume is ${four(dice)} for both; the pseudo Dice is ${four(pseudoA)} for A and ${four(pseudoB)} for B: **${formatDifference(difference, 4)} without any difference in the network**. A forces ${shareText(forcedA)} of its patches, B ${shareText(forcedB)}; A trains on ${formatVoxels(voxelsA)} voxels an epoch, B on ${formatVoxels(voxelsB)}. Public Lung trainings with 100 % forced patches ended at an EMA of 0.804 and a validation Dice of 0.120. Compare validations, on the same cases, and change one condition at a time.`,
      ({ dice, pseudoA, pseudoB, difference, voxelsA, voxelsB, forcedA, forcedB }) =>
        `两者整幅图像的 Dice 都是 ${four(dice)}；A 的 pseudo Dice 为 ${four(pseudoA)}，B 为 ${four(pseudoB)}：**网络毫无差别，却相差 ${formatDifference(difference, 4)}**。A 强制 ${shareText(forcedA)} 的图块，B 强制 ${shareText(forcedB)}；A 每轮训练 ${formatVoxels(voxelsA)} 体素，B 为 ${formatVoxels(voxelsB)}。100 % 强制图块的公开 Lung 训练，最终 EMA 为 0.804，而验证 Dice 只有 0.120。应在相同病例上比较验证结果，且一次只改变一个条件。`,
    ),
    caption: words(
      'Left: conditions as the Runs page compares them, differing ones first. Right: dot and bar are mean and 5 to 95 % of 40 simulated epochs; one false ball lies far from the structure.',
      '左：与“训练”页相同的条件对比，不同者在前。右：圆点与横条为 40 个模拟轮次的平均与 5 % 至 95 %；有一个假阳性球远离该结构。',
    ),
    measured: words(
      'public nnU-Net v2 trainings of Lung, 100 % forced',
      '公开的 nnU-Net v2 Lung 训练，100 % 强制',
    ),
  },
  repeats: {
    title: words('Noise between repeats', '重复训练之间的噪声'),
    ask: words(
      'nnU-Net sets no seed: train the same thing twice and two different networks come out. Before a difference is called progress, ask **how far two means of the same method differ by themselves**. With a scatter s and n trainings of each, their difference scatters by s · √(2 / n).',
      'nnU-Net 不固定随机种子：同样的训练跑两次，会得到两个不同的网络。在把差异称为进步之前，先问**同一方法的两个均值本身会相差多少**。若标准差为 s、各训练 n 次，则均值之差的标准差为 s · √(2 / n)。',
    ),
    say: sentence<FigureNumbers>(
      ({ chance, least, needed }) =>
        `As set, a difference this large comes by chance alone in **${shareText(chance)}** of comparisons; below 5 % it must reach ${four(least)}. ${Number.isNaN(needed) ? 'No difference was seen, so no number of trainings makes it one.' : `For the difference as seen, ${integer(needed)} ${needed === 1 ? 'training' : 'trainings'} of each would do.`} Folds are no repeats: they differ in their cases too. Pair them fold by fold, as the Runs page does.`,
      ({ chance, least, needed }) =>
        `当前设置下，仅凭偶然出现这么大差异的概率为 **${shareText(chance)}**；要低于 5 %，差异须达到 ${four(least)}。${Number.isNaN(needed) ? '没有观察到差异，训练再多次也不会变成差异。' : `就观察到的差异而言，各需 ${integer(needed)} 次训练。`}各 fold 不是重复：它们的病例也不同。应像“训练”页那样逐 fold 配对比较。`,
    ),
    caption: words(
      'Above: two sets of made trainings of one and the same method, with their means. Below: differences of two such means; shaded: as large as the one seen, or larger. Scatter taken as known and normal.',
      '上：同一方法的两组构造训练及其均值。下：两个均值之差的分布；阴影：不小于观察到的差异。假定标准差已知且服从正态分布。',
    ),
  },
  stopQuestion: words(
    'A late gain of 0.022 lies ahead. What does a patience of 50 epochs cost, and what would a plan of that length have cost?',
    '后期还有 0.022 的增益。耐心值 50 轮的代价是多少？若一开始就按该长度规划，代价又是多少？',
  ),
  stopAnswer: sentence<readonly FigureNumbers[]>(
    ([{ stoppedAt, cost, plannedCost, saved }]) =>
      Number.isNaN(stoppedAt)
        ? 'Nothing: the training never stops early.'
        : `Stopped at epoch ${integer(stoppedAt)}, it stands **${formatDifference(-cost, 4)}** against the EMA after 1000 epochs; planned for that length, **${formatDifference(-plannedCost, 4)}**. Both save ${shareText(saved)} of the epochs.`,
    ([{ stoppedAt, cost, plannedCost, saved }]) =>
      Number.isNaN(stoppedAt)
        ? '没有代价：训练不会提前停止。'
        : `停于第 ${integer(stoppedAt)} 轮，与 1000 轮的 EMA 相差 **${formatDifference(-cost, 4)}**；按该长度规划则为 **${formatDifference(-plannedCost, 4)}**。两者都节省 ${shareText(saved)} 的轮次。`,
  ),
  repeatsQuestion: words(
    'Trainings scatter by 0.005. From which difference on can one training of each be believed, and ten of each?',
    '训练间的标准差为 0.005。各训练一次时，差异多大才可信？各训练十次呢？',
  ),
  repeatsAnswer: sentence<readonly FigureNumbers[]>(
    ([one, ten]) =>
      `From **${four(one.least)}** on with one training of each, from **${four(ten.least)}** on with ten: below 5 % by chance.`,
    ([one, ten]) =>
      `各一次时自 **${four(one.least)}** 起，各十次时自 **${four(ten.least)}** 起：偶然的概率低于 5 %。`,
  ),
} as const;
