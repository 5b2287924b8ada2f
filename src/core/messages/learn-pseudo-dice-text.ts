import type { FigureNumbers } from '../learn/figure-model.ts';
import { sentence, words } from './sentence.ts';

const score = (value: number) => value.toFixed(3);

/** The text of the lesson on pseudo Dice and its EMA. */
export const pseudoDiceLesson = {
  title: words('Pseudo Dice and its EMA', '伪 Dice 与 EMA'),
  tryIt: words('Try it on your own cases', '用自己的病例试一试'),
  patches: {
    title: words('Patches against whole volumes', 'patch 与整卷'),
    ask: words(
      'After every epoch nnU-Net draws 50 validation batches of patches and scores the patches alone. Half of them are forced onto foreground here, as in a batch of 2: the documented 33 % is rounded per batch, round(2 × 0.67) = 1 of 2 stays random. A batch of 1 forces none, although “at least one” is often read.',
      '每个 epoch 结束后，nnU-Net 抽取 50 个验证批次 (batch) 的 patch（图像块），并且只对这些 patch 评分。这里一半的 patch 被强制落在前景上，与 batch 为 2 时相同：文档所说的 33 % 按批次取整，round(2 × 0.67) = 1，即 2 个中有 1 个仍是随机的。常见说法“每批至少一个强制前景”并不成立：batch 为 1 时一个也没有。',
    ),
    say: sentence<FigureNumbers>(
      ({ pseudo, pooled, meanOfCases }) =>
        `The five volumes and their predictions never change. Pseudo Dice ${score(pseudo)}, pooled over the whole volumes ${score(pooled)}, mean of the cases ${score(meanOfCases)}. The false positive in the corner of the largest case is counted in every whole volume and **met by few patches**. At 40³ with none forced every patch is a whole volume.`,
      ({ pseudo, pooled, meanOfCases }) =>
        `五个病例的体数据和预测始终不变：伪 Dice 为 ${score(pseudo)}，整卷合并为 ${score(pooled)}，病例平均为 ${score(meanOfCases)}。最大病例角落里的假阳性 (FP) 在整卷评估中必然计入，却**很少有 patch 碰到它**。把 patch 增大到 40³ 且不强制前景，每个 patch 就是整卷。`,
    ),
    caption: words(
      'Five balls of 3 to 14 mm in volumes of 40³ voxels, each predicted 1 mm too large. 60 epochs of 100 patches drawn by the sampler of the pseudo Dice page; band: 5 to 95 % of the epochs.',
      '五个半径 3 至 14 mm 的球，体数据为 40³ 体素，预测均大 1 mm。60 个 epoch，每个 100 个 patch，由“伪 Dice”页面的采样器抽取；色带：各 epoch 的 5–95%。',
    ),
  },
  sums: {
    title: words('Sums against means', '合计与平均'),
    ask: words(
      'Pseudo Dice adds TP, FP and FN of all patches and makes **one Dice of the sums**; the validation makes a Dice of every case and **the mean of those**. In a sum a case counts by its voxels, in a mean every case counts the same.',
      '伪 Dice 把所有 patch 的 TP、FP、FN 相加，**由合计得到一个 Dice**；验证则先算每个病例的 Dice，**再取平均**。合计中病例按体素数计权，平均中每个病例权重相同。',
    ),
    say: sentence<FigureNumbers>(
      ({ small, mean, pooled, empty }) =>
        `The small case with ${score(small)} pulls the mean to ${score(mean)}; the sum stays at ${score(pooled)}. ${Number.isNaN(empty) ? 'A case without the structure is NaN and left out by nanmean. Give it a false positive: one voxel is enough for a Dice of 0.' : 'The case without the structure has a false positive, so its Dice is 0, and it counts as much as any other.'}`,
      ({ small, mean, pooled, empty }) =>
        `小病例的 ${score(small)} 把平均拉到 ${score(mean)}，合计仍为 ${score(pooled)}。${Number.isNaN(empty) ? '没有该结构的病例为 NaN，nanmean 会将其略去。给它加一点假阳性：只需一个体素，Dice 就是 0。' : '没有该结构的病例出现了假阳性，因此 Dice 为 0，而且与其他病例同等计权。'}`,
    ),
    caption: words(
      'Large case: 16 mm, 1 mm too large. Weight in the sum: 2 TP + FP + FN of the case over that of all.',
      '大病例：半径 16 mm，预测大 1 mm。合计中的权重：该病例的 2 TP + FP + FN 占全部的比例。',
    ),
  },
  jumps: {
    title: words('Why it jumps', '为什么会跳动'),
    ask: words(
      'Every epoch draws other patches, unseeded, so no epoch can be repeated. This network never changes, and its curve jumps all the same. What looks like learning or forgetting from one epoch to the next is, in this figure, **only the draw**.',
      '每个 epoch 都重新抽取 patch，且不设随机种子，所以任何一个 epoch 都无法重现。图中的网络从未改变，曲线照样跳动。相邻 epoch 之间看似学到或遗忘的东西，在此图中**全是抽样造成的**。',
    ),
    say: sentence<FigureNumbers>(
      ({ jump, range, rangeAt100, rangeAt400, emaRange }) =>
        `From one epoch to the next it moves by ${score(jump)} on average; 90 % of the epochs lie within ${score(range)}. Four times the patches about halve the range: ${score(rangeAt100)} at 100, ${score(rangeAt400)} at 400. The EMA of the same epochs stays within ${score(emaRange)}.`,
      ({ jump, range, rangeAt100, rangeAt400, emaRange }) =>
        `相邻 epoch 平均相差 ${score(jump)}；90 % 的 epoch 落在宽 ${score(range)} 的范围内。patch 数增至四倍，范围约减半：100 个时为 ${score(rangeAt100)}，400 个时为 ${score(rangeAt400)}。同一批 epoch 的 EMA 则保持在 ${score(emaRange)} 以内。`,
    ),
    caption: words(
      'Mean pseudo Dice of two regions over 100 epochs of the five phantom cases, batch 2. Right: mean and 5 to 95 % of the epochs over the number of patches (logarithmic).',
      '五个仿真病例上 100 个 epoch 的两区域平均伪 Dice，batch 为 2。右图：各 epoch 的均值与 5–95% 范围随 patch 数（对数轴）的变化。',
    ),
  },
  lag: {
    title: words('What the smooth line hides', '平滑曲线掩盖了什么'),
    ask: words(
      'The running average (EMA, exponential moving average) keeps 0.9 of itself and takes 0.1 of each epoch. In progress.png it is the **solid** green line and the epochs are dotted, although the documentation has it the other way round.',
      'EMA（指数滑动平均）保留自身的 0.9，每个 epoch 只吸收 0.1。在 progress.png 中，EMA 是绿色**实线**，各 epoch 的值是点线；官方文档正好写反了。',
    ),
    say: sentence<FigureNumbers>(
      ({ delay, halfLife, noise }) =>
        `What it costs: it lags ${delay.toFixed(1)} epochs behind a steady rise, and half of a sudden change shows after ${halfLife.toFixed(1)} epochs. What it buys: ${(noise * 100).toFixed(0)} % of the noise is left. **The last EMA is a value of about ${Math.round(delay)} epochs ago**, and the best checkpoint is chosen by it.`,
      ({ delay, halfLife, noise }) =>
        `代价：稳步上升时滞后 ${delay.toFixed(1)} 个 epoch，突变要过 ${halfLife.toFixed(1)} 个 epoch 才显现一半。收益：噪声只剩 ${(noise * 100).toFixed(0)} %。**最后的 EMA 反映的是约 ${Math.round(delay)} 个 epoch 之前的水平**，而最佳检查点正是据它选出的。`,
    ),
    caption: words(
      'A made series: the true value falls by 0.1 at epoch 60, each epoch shows it with noise. ema = w · ema + (1 − w) · x; nnU-Net: w = 0.9.',
      '人造序列：真实值在第 60 个 epoch 下降 0.1，每个 epoch 的观测带噪声。ema = w · ema + (1 − w) · x；nnU-Net 取 w = 0.9。',
    ),
  },
  gap: {
    title: words('Why it is not the final validation', '为什么它不等于最终验证'),
    ask: words(
      'Log and summary.json differ for reasons that can be told apart, one after the other: sums instead of means, masks instead of the label map written (for regions the pseudo Dice compares **raw masks**), patches instead of volumes, and the EMA of the past instead of now. What is left in a real run is what the simulation does not know: mirroring, sliding windows, resampling.',
      '日志与 summary.json 的差异可以逐项分开：合计代替平均；掩膜代替写出的标签图（按区域训练时，伪 Dice 比较的是**原始掩膜**）；patch 代替整卷；过去的 EMA 代替当前值。真实训练中剩下的，是模拟不了解的部分：镜像、滑动窗口和重采样。',
    ),
    say: sentence<FigureNumbers>(
      ({ validation, remainder, gap, aggregationChange }) =>
        `On this phantom the validation says ${score(validation)} and the log ${score(remainder)}: ${score(gap)} apart, of which ${score(aggregationChange)} is aggregation alone. In 264 real runs the last EMA was higher by 0.037 in the median, and lower in 51. **Neither number is wrong; they answer different questions.**`,
      ({ validation, remainder, gap, aggregationChange }) =>
        `在此仿真数据上，验证为 ${score(validation)}，日志为 ${score(remainder)}，相差 ${score(gap)}，其中仅汇总方式就占 ${score(aggregationChange)}。在 264 次真实训练中，最后的 EMA 中位数高出 0.037，其中 51 次反而更低。**两个数都没有错，只是回答的问题不同。**`,
    ),
    caption: words(
      'The gap account of the pseudo Dice page on the five phantom cases: 50 simulated epochs of a network that no longer changes.',
      '“伪 Dice”页面的差距分解，用于五个仿真病例：模拟网络不再变化时的 50 个 epoch。',
    ),
  },
  sources: {
    loader: words(
      'nnU-Net 2.8.1, training/dataloading/data_loader.py, _oversample_last_XX_percent, get_bbox',
      'nnU-Net 2.8.1，training/dataloading/data_loader.py，_oversample_last_XX_percent、get_bbox',
    ),
    epochEnd: words(
      'training/nnUNetTrainer/nnUNetTrainer.py, on_validation_epoch_end',
      'training/nnUNetTrainer/nnUNetTrainer.py，on_validation_epoch_end',
    ),
    evaluation: words(
      'evaluation/evaluate_predictions.py, compute_metrics_on_folder (nanmean)',
      'evaluation/evaluate_predictions.py，compute_metrics_on_folder (nanmean)',
    ),
    logger: words('training/logging/nnunet_logger.py, log', 'training/logging/nnunet_logger.py，log'),
    issues: words('nnU-Net issues 2128, 2125, 1993, 2818, 639', 'nnU-Net issue 2128、2125、1993、2818、639'),
    runs: words(
      '264 public v2 trainings: last EMA of the log minus mean Dice of summary.json',
      '264 次公开的 v2 训练：日志中最后的 EMA 减去 summary.json 的平均 Dice',
    ),
  },
  questions: {
    patches: words(
      'An epoch of 400 patches instead of 100 costs four times as long. How much steadier is the curve of an unchanging network?',
      '每个 epoch 用 400 个而非 100 个 patch，耗时四倍。网络不变时，曲线会稳定多少？',
    ),
    patchesAnswer: sentence<readonly FigureNumbers[]>(
      ([{ rangeAt100, rangeAt400 }]) =>
        `The 5 to 95 % range falls from ${score(rangeAt100)} to ${score(rangeAt400)}, to ${((100 * rangeAt400) / rangeAt100).toFixed(0)} %. Independent patches would give 50 %.`,
      ([{ rangeAt100, rangeAt400 }]) =>
        `5–95% 范围从 ${score(rangeAt100)} 降到 ${score(rangeAt400)}，即原来的 ${((100 * rangeAt400) / rangeAt100).toFixed(0)} %。若各 patch 相互独立，则为 50 %。`,
    ),
    drop: words(
      'A network gets worse from one epoch to the next. When does half of that show in nnU-Net’s EMA, and when at a weight of 0.97?',
      '网络在某个 epoch 突然变差。nnU-Net 的 EMA 多久之后显现一半？权重为 0.97 时呢？',
    ),
    dropAnswer: sentence<readonly FigureNumbers[]>(
      ([own, slow]) =>
        `After ${own.seenAfter} epochs (half-life ${own.halfLife.toFixed(1)}), and after ${slow.seenAfter} at 0.97 (half-life ${slow.halfLife.toFixed(1)}), without any noise.`,
      ([own, slow]) =>
        `无噪声时为 ${own.seenAfter} 个 epoch（半衰期 ${own.halfLife.toFixed(1)}）；权重 0.97 时为 ${slow.seenAfter} 个 epoch（半衰期 ${slow.halfLife.toFixed(1)}）。`,
    ),
  },
} as const;
