import type { FigureNumbers } from '../learn/figure-model.ts';
import { formatDifference, formatShare } from '../text/format.ts';
import { integer, sentence, words } from './sentence.ts';

/** A share whose sign stays on its line. */
const shareText = (value: number) => formatShare(value).replace(' ', '\u00a0');
const four = (value: number) => value.toFixed(4);
const three = (value: number) => value.toFixed(3);
const minus = (value: number) => `${value < 0 ? '−' : ''}${Math.abs(value).toFixed(3)}`;

/** The text of the lesson on checkpoints. */
export const checkpointLesson = {
  title: words('Which checkpoint is best', '哪个检查点最好'),
  tryIt: words('Try it on your own training', '用自己的训练试一试'),
  walk: {
    title: words('A new best must be greater, strictly', '新的最优必须严格更大'),
    short: words('EMA and strict improvement', 'EMA 与严格更优'),
    ask: words(
      'After every epoch nnU-Net takes the mean pseudo Dice x of its validation patches and updates a running average, **ema ← 0.9 · ema + 0.1 · x**; the first one is x itself. If the average is greater than every average before it, checkpoint_best is overwritten. Greater means greater: at first the series stays flat, and a tie writes nothing.',
      '每轮结束后，nnU-Net 取验证图块 (patch) 的平均 pseudo Dice（伪 Dice）x，更新指数移动平均 (EMA)：**ema ← 0.9 · ema + 0.1 · x**，第一轮即为 x 本身。若它大于此前所有的平均值，就覆盖 checkpoint_best。大于就是大于：图中开头的序列持平，而持平时不写入。',
    ),
    say: sentence<FigureNumbers>(
      ({ bests, lastBest }) =>
        `An epoch without any structure in its patches has the mean NaN. **From there on the average is NaN for ever**: no comparison with it is true, and no best is written again. Move the NaN into the training. As it stands there are ${integer(bests)} new bests, the last at epoch ${integer(lastBest)}. progress.png draws the average as the solid green line and the epochs dotted; nnU-Net's documentation has it the other way round.`,
      ({ bests, lastBest }) =>
        `若某一轮的图块不含任何结构，其平均为 NaN。**从此 EMA 永远是 NaN**：任何与它的比较都不成立，最优检查点不再写入。请把 NaN 移到训练中间看看。当前共有 ${integer(bests)} 次新的最优，最后一次在第 ${integer(lastBest)} 轮。progress.png 中绿色实线是 EMA，虚线是单轮值；nnU-Net 的文档恰好写反了。`,
    ),
    caption: words(
      'Dots: pseudo Dice of single epochs, a made series. Line: its EMA. Ticks: checkpoint_best is written. Average and bests are computed by the code of the Runs page.',
      '圆点：单轮的 pseudo Dice（人为构造的序列）。曲线：其 EMA。刻度：写入 checkpoint_best。平均值与最优由“训练”页的同一代码计算。',
    ),
  },
  luck: {
    title: words('The best of many epochs is partly luck', '众多轮次中的最优，部分是运气'),
    short: words('Luck', '运气'),
    ask: words(
      'Take a network that no longer changes. Its pseudo Dice still jumps from epoch to epoch, because other patches are drawn each time. The average smooths that, but it is still the **highest of many** noisy values that is kept: the longer one looks, the higher it stands.',
      '设想一个不再变化的网络。由于每轮抽到的图块不同，它的 pseudo Dice 仍会逐轮跳动。EMA 平滑了这种跳动，但保留下来的仍是**众多带噪声的值中最高的一个**：看得越久，它就越高。',
    ),
    say: sentence<FigureNumbers>(
      ({ epochs, excess, excessHigh }) =>
        `Over ${integer(epochs)} epochs this checkpoint_best claims ${formatDifference(excess, 4)} that does not exist, in one training of twenty more than ${formatDifference(excessHigh, 4)}. Of 264 public trainings the best epoch was the very last in 76, within the last ten in 152, and more than a hundred before the end in 12. A best near the end of a rising curve is the rule; one long before the end may be luck.`,
      ({ epochs, excess, excessHigh }) =>
        `在 ${integer(epochs)} 轮中，这个 checkpoint_best 平均虚高 ${formatDifference(excess, 4)}，二十次训练中有一次超过 ${formatDifference(excessHigh, 4)}。在 264 次公开训练中，最优轮恰为最后一轮的有 76 次，落在最后十轮内的有 152 次，早于结束一百轮以上的有 12 次。曲线仍在上升时，最优靠近结尾是常态；远早于结尾的最优则可能只是运气。`,
    ),
    caption: words(
      'Dots: epochs of a frozen network of true value 0.85. Line: EMA; ring: where it is best. Figures at the right: over 200 such trainings, with the code of the Pseudo Dice page.',
      '圆点：真实值为 0.85 的不变网络的各轮。曲线：EMA；圆圈：其最优处。右侧数字：由“伪 Dice”页的代码在 200 次这样的训练上统计。',
    ),
    measured: words(
      'logs of 264 public nnU-Net v2 trainings (best epoch)',
      '264 次公开 nnU-Net v2 训练的日志（最优轮）',
    ),
  },
  loss: {
    title: words('The loss gets worse while the Dice gets better', 'loss 变差而 Dice 变好'),
    short: words('val_loss against pseudo Dice', 'val_loss 与 pseudo Dice'),
    ask: words(
      'Late in a training val_loss often rises while the pseudo Dice rises too. Both are right. The Dice asks only which side of the decision a voxel is on; **the loss also asks how sure the network was**. A network that trains on grows surer everywhere, also where it is wrong, and the cross entropy of a wrong voxel, −ln(1 − confidence), has no bound.',
      '训练后期常见 val_loss 上升而 pseudo Dice 也上升，两者都没有错。Dice 只问体素落在判定的哪一侧；**loss 还问网络有多确信**。网络越训练越自信，判错的地方也一样，而判错体素的交叉熵 −ln(1 − 置信度) 没有上界。',
    ),
    say: sentence<FigureNumbers>(
      ({ dice, loss, earlierDice, earlierLoss }) =>
        `Earlier, 12 % of the structure was wrong at a confidence of 0.6: loss ${minus(earlierLoss)}, Dice ${three(earlierDice)}. Now: loss ${minus(loss)}, Dice ${three(dice)}. So a rising val_loss alone is no reason to stop and no proof of overfitting: look at both. checkpoint_best goes by the Dice, never by the loss.`,
      ({ dice, loss, earlierDice, earlierLoss }) =>
        `较早时，结构的 12 % 被判错，置信度 0.6：loss ${minus(earlierLoss)}，Dice ${three(earlierDice)}。现在：loss ${minus(loss)}，Dice ${three(dice)}。因此 val_loss 上升本身既不是停止训练的理由，也不能证明过拟合：两者要一起看。checkpoint_best 只依据 Dice，从不依据 loss。`,
    ),
    caption: words(
      'A patch of 1,000,000 voxels, 100,000 of them the structure; as many false positives as false negatives; probability 0.99 where right. Loss: cross entropy − soft Dice, of the full resolution only (nnU-Net adds those of deep supervision).',
      '一个含 1,000,000 体素的图块，其中 100,000 个属于该结构；FP 与 FN 一样多；判对处概率为 0.99。loss：交叉熵 − 软 Dice，仅最高分辨率（nnU-Net 还会加上深监督各层的 loss）。',
    ),
  },
  order: {
    title: words('A full validation may reverse the order', '完整验证可能颠倒次序'),
    short: words('What a full validation changes', '完整验证改变了什么'),
    ask: words(
      'The pseudo Dice adds up the voxels of its patches before it divides: a large structure weighs by its size. The final validation takes the Dice of every case and averages: **a case is a case**. A checkpoint that is a little worse on large structures and better on small ones loses by the first and wins by the second.',
      'pseudo Dice 先累加各图块的体素再相除：大结构按体积占权重。最终验证则先算每个病例的 Dice 再平均：**每个病例权重相同**。若某个检查点在大结构上略差、在小结构上更好，按前者它落后，按后者它领先。',
    ),
    say: sentence<FigureNumbers>(
      ({ bestPooled, finalPooled, bestMean, finalMean }) =>
        `Pooled: best ${four(bestPooled)}, final ${four(finalPooled)}. Mean of cases: best ${four(bestMean)}, final ${four(finalMean)}. On public Liver trainings the medians are 0.779 as mean of cases, 0.872 pooled, 0.888 as last EMA. Many take checkpoint_best to be what nnU-Net validates. **It validates and predicts with checkpoint_final**; --val_best (from 2.2 on) writes into the same folder. The maintainers advise final, and never best in cross-validation: it was chosen on the same cases.`,
      ({ bestPooled, finalPooled, bestMean, finalMean }) =>
        `体素合并：best ${four(bestPooled)}，final ${four(finalPooled)}。病例平均：best ${four(bestMean)}，final ${four(finalMean)}。公开的 Liver 训练中位数为：病例平均 0.779，体素合并 0.872，最后的 EMA 0.888。许多人以为 nnU-Net 验证的是 checkpoint_best，**实际上验证和预测用的都是 checkpoint_final**；--val_best（2.2 起）会写入同一个文件夹。维护者建议用 final，交叉验证时绝不用 best：它正是在这些病例上选出来的。`,
    ),
    caption: words(
      'Twelve made cases, large to small, with the Dice of checkpoint_best (ring) and checkpoint_final (filled). Both rows of the table come from the same counts.',
      '十二个构造的病例，由大到小；空心为 checkpoint_best 的 Dice，实心为 checkpoint_final。表中两行来自同一组计数。',
    ),
    measured: words('public nnU-Net v2 trainings of Liver, medians', '公开的 nnU-Net v2 Liver 训练，中位数'),
  },
  luckQuestion: words(
    'A network stops changing and its epochs scatter by 0.02. By how much does checkpoint_best overstate it after 100 epochs, and after 1000?',
    '网络不再变化，单轮标准差为 0.02。100 轮和 1000 轮后，checkpoint_best 各虚高多少？',
  ),
  luckAnswer: sentence<readonly FigureNumbers[]>(
    ([few, many]) =>
      `By **${formatDifference(few.excess, 4)}** after ${integer(few.epochs)} epochs and **${formatDifference(many.excess, 4)}** after ${integer(many.epochs)}, though nothing was learned; its epoch is anywhere, in the last tenth in ${shareText(many.late)} of trainings.`,
    ([few, many]) =>
      `${integer(few.epochs)} 轮后为 **${formatDifference(few.excess, 4)}**，${integer(many.epochs)} 轮后为 **${formatDifference(many.excess, 4)}**，尽管什么也没有学到；最优轮可能落在任何位置，落在最后十分之一的占 ${shareText(many.late)}。`,
  ),
  lossQuestion: words(
    'The share of wrong voxels stays at 10 %. Confidence on them goes from 0.6 to 0.99. What do loss and Dice do?',
    '判错的比例保持 10 %，其置信度从 0.6 升到 0.99。loss 和 Dice 如何变化？',
  ),
  lossAnswer: sentence<readonly FigureNumbers[]>(
    ([unsure, sure]) =>
      `The loss goes from **${minus(unsure.loss)}** to **${minus(sure.loss)}**; the Dice stays at **${three(unsure.dice)}** (${three(sure.dice)} after).`,
    ([unsure, sure]) =>
      `loss 从 **${minus(unsure.loss)}** 变为 **${minus(sure.loss)}**；Dice 保持 **${three(unsure.dice)}**（之后仍为 ${three(sure.dice)}）。`,
  ),
} as const;
