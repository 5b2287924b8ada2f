import type { FigureNumbers } from '../learn/figure-model.ts';
import { formatBytes, formatShare, formatVoxels } from '../text/format.ts';
import { integer, sentence, words } from './sentence.ts';

/** A share whose sign stays on its line. */
const shareText = (value: number) => formatShare(value).replace(' ', '\u00a0');
/** A chance that may be tiny, as a power of ten where a share would say nothing. */
const chance = (value: number) => {
  if (value === 0 || value >= 0.0005) return shareText(value);
  const [digits, power] = value.toExponential(1).split('e-');
  return `${digits} × 10⁻${[...power].map((digit) => '⁰¹²³⁴⁵⁶⁷⁸⁹'[Number(digit)]).join('')}`;
};
const cases = (value: number) => (value >= 0.01 || value === 0 ? value.toFixed(2) : chance(value));

/** The text of the lesson on patches. */
export const patchesLesson = {
  title: words('Patches, iterations, epochs', '图块、迭代与轮次'),
  tryIt: words('Sample your own cases', '在自己的病例上抽样'),
  batch: {
    title: words('How a batch is drawn', '一个批次是怎样抽出来的'),
    ask: words(
      'Every sample of a batch first draws a **case**, each equally likely, with replacement. The last samples of the batch are forced: one of the classes that this case has, then one of its voxels, and the patch is laid about it. The others may lie anywhere. A case without any class gives a random patch.',
      '批次中的每个样本先抽一个**病例**：各病例概率相等，有放回。批次末尾的几个样本是强制的：先在该病例含有的类别中抽一个，再抽该类别的一个体素，图块 (patch) 围绕它放置；其余样本位置随机。若病例不含任何类别，则得到随机图块。',
    ),
    say: sentence<FigureNumbers>(
      ({ batch, forced, share }) =>
        `Articles say that a third of the patches is forced, or at least one of every batch. The code rounds: samples from round(b · (1 − 0.33)) on are forced, a half to the even. **That is none of 1, 1 of 2, 3 and 4, 2 of 5.** At a batch of ${integer(batch)} it is ${integer(forced)}, ${shareText(share)}. The class is drawn among those that the case has: where a case has one class, every forced patch is laid about that one.`,
      ({ batch, forced, share }) =>
        `常见的说法是三分之一的图块被强制，或每批至少一个。代码是取整的：从第 round(b · (1 − 0.33)) 个样本起强制，恰为一半时取偶。**即批大小 1 时为 0 个，2、3、4 时为 1 个，5 时为 2 个。**批大小为 ${integer(batch)} 时为 ${integer(forced)} 个，占 ${shareText(share)}。类别在该病例含有的类别中抽取，因此只含一个类别的病例，其强制图块全都属于它。`,
    ),
    caption: words(
      'Three made cases seen along z, drawn upon by the sampler of the Pseudo Dice page; the third has structure 1 only. Right: samples forced at each batch size.',
      '沿 z 方向看三个构造的病例，由“伪 Dice”页的抽样器抽取；第三个只含结构 1。右：各批大小下强制的样本数。',
    ),
  },
  rare: {
    title: words('A rare class is not sought out', '稀有类别并不会被特意寻找'),
    short: words('Rare classes', '稀有类别'),
    ask: words(
      'A textbook sampler takes the class first, rarer ones preferred, and then a case that has it. nnU-Net takes the **case first**: a class that four of forty cases have can be forced in a tenth of the forced patches at most, and shares those with the other classes of these cases.',
      '教科书式的抽样器先抽类别（稀有者优先），再抽含有它的病例。nnU-Net **先抽病例**：若四十个病例中只有四个含有某个类别，它至多出现在十分之一的强制图块中，还要与这些病例的其他类别分享。',
    ),
    say: sentence<FigureNumbers>(
      ({ forced, seen, textbookForced, missed }) =>
        `Here ${shareText(forced)} of the patches are forced onto it and ${shareText(seen)} hold at least one of its voxels; the textbook would force ${shareText(textbookForced)}. Over 250 iterations that still suffices: the chance that an epoch forces none is ${chance(missed)}. **50 validation iterations are fewer**, and a class that no patch holds is NaN in that epoch's pseudo Dice.`,
      ({ forced, seen, textbookForced, missed }) =>
        `此处 ${shareText(forced)} 的图块被强制包含它，${shareText(seen)} 至少含有它的一个体素；教科书式的顺序会强制 ${shareText(textbookForced)}。在 250 次迭代中这仍然足够：一轮中没有任何强制图块包含它的概率为 ${chance(missed)}。**验证只有 50 次迭代，要少得多**；若没有图块含有某个类别，它在该轮的 pseudo Dice 就是 NaN。`,
    ),
    caption: words(
      '40 cases of 96³ voxels with a common ball in all; patches of 48³. Forced shares in closed form, held shares from one drawn epoch of 250 batches.',
      '40 个 96³ 体素的病例，均含一个常见的球；图块 48³。强制比例由公式得出，含有比例来自抽取的一轮（250 批）。',
    ),
  },
  coverage: {
    title: words('What 250 iterations see of a data set', '250 次迭代能看到数据集的多少'),
    short: words('What an epoch sees', '一轮看到什么'),
    ask: words(
      'An epoch of nnU-Net is **250 iterations, whatever the data set**; it is no pass through the data. With 40 cases and a batch of 2 every case is drawn 12.5 times on average; with 1000 cases most epochs leave more than half of them out. A thousand epochs are 250,000 iterations either way.',
      'nnU-Net 的一轮是 **250 次迭代，与数据集大小无关**，并不是把数据过一遍。40 个病例、批大小 2 时，每个病例平均被抽到 12.5 次；1000 个病例时，一轮会漏掉一半以上。无论如何，一千轮都是 250,000 次迭代。',
    ),
    say: sentence<FigureNumbers>(
      ({ perEpoch, missed, unseenCases, middle, corner }) =>
        `As set, a case is drawn ${perEpoch.toPrecision(3)} times in an epoch and missed with a chance of ${chance(missed)}: ${cases(unseenCases)} cases are expected to be left out. Being drawn is not being seen whole: **a random patch stays inside the image**, so that an epoch sees the middle of a given case with ${chance(middle)} and a given corner of it with ${chance(corner)}.`,
      ({ perEpoch, missed, unseenCases, middle, corner }) =>
        `当前设置下，一个病例每轮被抽到 ${perEpoch.toPrecision(3)} 次，被漏掉的概率为 ${chance(missed)}：预计漏掉 ${cases(unseenCases)} 个病例。抽到不等于看全：**随机图块不会越出图像**，因此某个病例的中心每轮被看到的概率为 ${chance(middle)}，而它的某个角点只有 ${chance(corner)}。`,
    ),
    caption: words(
      'Chances in closed form, from the planner of the Pseudo Dice page. Images of 192³ voxels; middle and corner by random patches alone.',
      '概率由“伪 Dice”页的规划器以公式算出。图像 192³ 体素；中心与角点只计随机图块。',
    ),
  },
  memory: {
    title: words('Whole images do not fit', '整幅图像放不下'),
    short: words('Patches in memory', '显存中的图块'),
    ask: words(
      'A network keeps the output of every layer for the way back. At full resolution the first layers of nnU-Net have 32 channels: **64 bytes for every voxel** and layer in mixed precision. The size of the input decides, with its third power.',
      '为了反向传播，网络要保留每一层的输出。在最高分辨率上，nnU-Net 的前几层有 32 个通道：混合精度下每层**每个体素 64 字节**。起决定作用的是输入的大小，而且是三次方。',
    ),
    say: sentence<FigureNumbers>(
      ({ patchVoxels, wholeVoxels, patchBytes, wholeBytes, ratio }) =>
        `A batch of patches has ${formatVoxels(patchVoxels)} voxels and one such layer takes ${formatBytes(patchBytes)}; whole images have ${formatVoxels(wholeVoxels)} and take ${formatBytes(wholeBytes)}, ${ratio.toPrecision(3)} times as much. A U-Net keeps several at this resolution, so these are floors. nnU-Net's planner takes the largest patch whose network fits its memory budget, and a batch of at least 2.`,
      ({ patchVoxels, wholeVoxels, patchBytes, wholeBytes, ratio }) =>
        `一批图块有 ${formatVoxels(patchVoxels)} 体素，这样的一层占 ${formatBytes(patchBytes)}；整幅图像有 ${formatVoxels(wholeVoxels)} 体素，占 ${formatBytes(wholeBytes)}，是前者的 ${ratio.toPrecision(3)} 倍。U-Net 在该分辨率上要保留好几层，所以这只是下限。nnU-Net 的规划器取显存预算内放得下的最大图块，批大小至少为 2。`,
    ),
    caption: words(
      'Left: one patch in its image, edges to scale. Right: one layer of 32 channels in float16 for the whole batch.',
      '左：图像中的一个图块，边长按比例。右：整个批次中一层 32 通道 float16 特征图的大小。',
    ),
  },
  tiles: {
    title: words('Edges: trained at random, predicted by tiles', '边缘：训练时随机，预测时逐窗'),
    short: words('Edges and sliding windows', '边缘与滑窗'),
    ask: words(
      'Prediction walks over the image in tiles of the patch, half a patch apart, weighted by a Gaussian: the middle of a tile counts most. Along an axis of S voxels there are ceil((S − P) / (P / 2)) + 1 tiles, evenly spread: for 110 voxels and a patch of 64 they start at 0, 23 and 46. Mirroring multiplies the passes by 8.',
      '预测时，以图块大小的窗口走遍图像，相邻窗口相隔半个图块，并以高斯加权：窗口中心的权重最大。沿长为 S 体素的轴有 ceil((S − P) / (P / 2)) + 1 个窗口，均匀分布：110 体素、图块 64 时，起点为 0、23、46。镜像使前向次数乘以 8。',
    ),
    say: sentence<FigureNumbers>(
      ({ tiles, passes, edgeChance, middleChance, beyond }) =>
        `Here: ${integer(tiles)} tiles, ${integer(passes)} passes. In training a random patch covers the first voxel of an axis with ${shareText(edgeChance)}, the middle one with ${shareText(middleChance)}. Forced patches make up for it: it is said that patches respect the borders of the image, but **the start of a forced patch has no upper limit**. Laid about the last voxel it reaches ${integer(beyond)} voxels beyond the image, which are filled: data with 0, reference with background.`,
      ({ tiles, passes, edgeChance, middleChance, beyond }) =>
        `此处：${integer(tiles)} 个窗口，前向 ${integer(passes)} 次。训练时，随机图块覆盖某轴首个体素的概率为 ${shareText(edgeChance)}，覆盖中心体素的概率为 ${shareText(middleChance)}。强制图块会弥补这一点：有人说图块不会越出图像边界，但**强制图块的起点没有上限**。围绕最后一个体素放置时，它会超出图像 ${integer(beyond)} 体素，超出部分被填充：图像填 0，参考填背景。`,
    ),
    caption: words(
      'One axis of a cubic image. Tiles, weights and starts are those of the Pseudo Dice page. Lower chart: each curve relative to its highest value.',
      '立方图像的一个轴。窗口、权重与起点与“伪 Dice”页相同。下图：各曲线相对于自身最高值。',
    ),
  },
  batchQuestion: words(
    'At nnU-Net’s forced share of 0.33, how many patches of a batch of 1, 2 and 12 are forced?',
    'nnU-Net 的强制比例为 0.33 时，批大小为 1、2、12 的批次中各强制几个图块？',
  ),
  batchAnswer: sentence<readonly FigureNumbers[]>(
    (states) =>
      states.map(({ batch, forced, share }) => `**${forced} of ${batch}** (${shareText(share)})`).join(', ') +
      '.',
    (states) =>
      states
        .map(({ batch, forced, share }) => `${batch} 个中 **${forced} 个**（${shareText(share)}）`)
        .join('，') + '。',
  ),
  coverageQuestion: words(
    'How often is a case drawn in an epoch of 40 cases, and of 1000, at a batch of 2? How many cases does the epoch leave out?',
    '批大小为 2 时，40 个和 1000 个病例中的一个病例每轮各被抽到几次？一轮会漏掉多少病例？',
  ),
  coverageAnswer: sentence<readonly FigureNumbers[]>(
    ([few, many]) =>
      `Of 40 cases each is drawn **${few.perEpoch.toPrecision(3)}** times and ${cases(few.unseenCases)} are left out; of 1000 each **${many.perEpoch.toPrecision(3)}** times, and **${integer(many.unseenCases)}** are left out.`,
    ([few, many]) =>
      `40 个病例时，每个被抽到 **${few.perEpoch.toPrecision(3)}** 次，漏掉 ${cases(few.unseenCases)} 个；1000 个病例时，每个 **${many.perEpoch.toPrecision(3)}** 次，漏掉 **${integer(many.unseenCases)}** 个。`,
  ),
} as const;
