import type { FigureNumbers } from '../learn/figure-model.ts';
import { sentence, words } from './sentence.ts';

const score = (value: number) => value.toFixed(3);

/** The text of the lesson on regions and labels. */
export const regionsLesson = {
  title: words('Regions and labels', '区域与标签'),
  tryIt: words('Try it on your own case', '用自己的病例试一试'),
  trainedWritten: {
    title: words('What is trained, what is written', '训练的是什么，写出的是什么'),
    ask: words(
      'A region is a set of labels trained as one mask. With regions, nnU-Net trains **a mask of each region** with a sigmoid of its own: nothing in the loss keeps one mask inside another. Only when a file is written are the masks made into labels, by a rule that training never sees.',
      '区域 (region) 是作为一个掩膜 (mask) 来训练的一组标签。按区域训练时，nnU-Net **为每个区域各训练一个掩膜**，各有自己的 sigmoid：损失函数并不保证一个掩膜位于另一个之内。直到写出文件时，这些掩膜才按一条规则合成标签，而训练过程中从未用到这条规则。',
    ),
    say: sentence<FigureNumbers>(
      ({ changed, coreRaw, core }) =>
        `Move the innermost mask until it leaves the others. Where only “enhancing” is set, label 3 is written all the same, and with it the voxel joins every region that contains label 3. ${changed.toFixed(0)} voxels change their regions here, and the Dice of the core goes ${core === coreRaw ? `nowhere: it stays ${score(core)}` : `from ${score(coreRaw)} to ${score(core)}`}. **The mask that was trained is not the region that is evaluated.**`,
      ({ changed, coreRaw, core }) =>
        `移动最内层的掩膜，直到它超出其他掩膜。即使某处只有“增强肿瘤”置位，写出的仍是标签 3，于是该体素进入了所有包含标签 3 的区域。此处有 ${changed.toFixed(0)} 个体素的区域归属因此改变，核心的 Dice ${core === coreRaw ? `保持 ${score(core)} 不变` : `从 ${score(coreRaw)} 变为 ${score(core)}`}。**训练时的掩膜，并不就是评估时的区域。**`,
    ),
    caption: words(
      'Three nested balls of 14, 10 and 6 mm. Each pattern of regions that occurs, the label it writes, and the regions that a voxel gains or loses by that.',
      '三个嵌套的球，半径 14、10、6 mm。表中列出出现的每种区域组合、写出的标签，以及体素因此增加或丢失的区域。',
    ),
  },
  orderThreshold: {
    title: words('Order and threshold', '顺序与阈值'),
    ask: words(
      'regions_class_order is often described as an order of importance. In the code it is **the label that each region writes**, in the sequence of dataset.json, later ones over earlier ones. The usual mistake is therefore not the sequence but a wrong label in it. Choose “1, 3, 2”: core writes 3, enhancing writes 2.',
      'regions_class_order 常被说成“重要性顺序”。而在代码中，它是**每个区域要写出的标签**，按 dataset.json 中的先后写出，后写的覆盖先写的。因此常见的错误不是先后次序，而是其中的标签写错了。请选择“1, 3, 2”：核心写 3，增强肿瘤写 2。',
    ),
    say: sentence<FigureNumbers>(
      ({ whole, core, enhancing, broken, bestThreshold, bestWhole }) =>
        `${broken === 0 ? 'As it stands every label comes back. Exchange 2 and 3: whole tumour and core will not change by a voxel.' : `Labels come back as others now, and yet the whole tumour scores ${score(whole)} and the core ${score(core)}; the enhancing tumour is at ${score(enhancing)}.`} The threshold is 0.5, strictly: p = 0.5 is not set. It is fixed, not tuned; here ${bestThreshold.toFixed(2)} would give the whole tumour ${score(bestWhole)}, since its probabilities reach 1 mm too far.`,
      ({ whole, core, enhancing, broken, bestThreshold, bestWhole }) =>
        `${broken === 0 ? '目前每个标签都能还原。把 2 和 3 对调：整个肿瘤和核心不会有一个体素的变化。' : `现在标签已不能还原，但整个肿瘤仍有 ${score(whole)}，核心为 ${score(core)}，增强肿瘤则为 ${score(enhancing)}。`}阈值为 0.5，且必须严格大于：p = 0.5 不算置位。它是固定值，并非调出来的；此例中取 ${bestThreshold.toFixed(2)} 可使整个肿瘤达到 ${score(bestWhole)}，因为其概率向外多伸出了 1 mm。`,
    ),
    caption: words(
      'Soft probabilities of three nested balls. Grey: the regions of the label map written; coloured: its labels, over the threshold of all regions.',
      '三个嵌套球的连续概率。灰线：写出的标签图中的区域；彩线：其中的标签；横轴为所有区域共用的阈值。',
    ),
  },
  sameError: {
    title: words('The same error weighs more in a smaller structure', '同样的误差，结构越小分量越重'),
    short: words('The same error, a smaller structure', '同样的误差，更小的结构'),
    ask: words(
      'Predict a ball one millimetre too large, everywhere. The boundary error is the same for every ball, and so is the quality of the border. The Dice is not: the layer of false positives is a small share of a large ball and a large share of a small one.',
      '把一个球处处预测得大一毫米。无论球有多大，边界误差都一样，边界的质量也一样，Dice 却不同：这一层假阳性 (FP) 在大球中只占一小部分，在小球中则占很大一部分。',
    ),
    say: sentence<FigureNumbers>(
      ({ diceAt20, diceAt10, dice }) =>
        `A label is what is left of its region once the finer regions are cut out, so it is smaller. **That alone lowers its Dice**, before any voxel is judged differently: ${score(diceAt20)}, ${score(diceAt10)} and ${score(dice)} are the same border, drawn equally well.`,
      ({ diceAt20, diceAt10, dice }) =>
        `标签是区域挖去更细的区域后剩下的部分，因此更小。**仅此一点就会拉低 Dice**，没有任何一个体素的判断发生改变：${score(diceAt20)}、${score(diceAt10)} 和 ${score(dice)} 来自质量完全相同的边界。`,
    ),
    caption: words(
      'Dice of a ball of radius r predicted with radius r + δ: 2r³ / (r³ + (r + δ)³). Dots: counted on 1 mm voxels with the code that evaluates cases. Linked marks: regions of the open case and the labels left of them.',
      '半径为 r 的球被预测为半径 r + δ 时的 Dice：2r³ / (r³ + (r + δ)³)。圆点：在 1 mm 体素上用评估病例的同一套代码计数。相连的标记：当前病例的区域及其剩余的标签。',
    ),
  },
  innerBorders: {
    title: words('Borders inside the region', '区域内部的边界'),
    ask: words(
      'A region does not care which of its labels a voxel has. Its label does: every border **inside** the region is one more border that can be wrong. Such errors are in no region score, whatever their number.',
      '区域并不关心体素属于其中哪个标签，标签却关心：区域**内部**的每一条边界都多了一处出错的可能。这类错误无论有多少，都不会出现在区域的得分中。',
    ),
    say: sentence<FigureNumbers>(
      ({ region, label, drop, volume, inner, weight }) =>
        `From region ${score(region)} to label ${score(label)}, ${score(drop)} are lost: ${score(volume)} since one error weighs ${weight.toFixed(1)} times as much in the smaller structure, ${score(inner)} at the inner border. The parts add up exactly; the page Why gives the same account of your case.`,
      ({ region, label, drop, volume, inner, weight }) =>
        `从区域 ${score(region)} 到标签 ${score(label)}，共下降 ${score(drop)}：其中 ${score(volume)} 是因为同一个错误在更小的结构中分量是 ${weight.toFixed(1)} 倍，${score(inner)} 来自内部边界。各部分精确相加；“原因”页面会对您的病例作同样的分解。`,
    ),
    caption: words(
      'A ball of 20 mm with a core. Region: ball and core (labels 1 and 2). Label 1: the shell left of it. drop = (E(R) / V(l) − E(R) / V(R)) + (E(l) − E(R)) / V(l), with E = FP + FN and V = reference plus predicted voxels.',
      '半径 20 mm、带核心的球。区域：整个球（标签 1 和 2）；标签 1：剩下的外壳。下降 = (E(R) / V(l) − E(R) / V(R)) + (E(l) − E(R)) / V(l)，其中 E = FP + FN，V = 参考与预测体素数之和。',
    ),
  },
  regionsPay: {
    title: words('When regions pay, and your own case', '何时值得用区域，以及您自己的病例'),
    short: words('When regions pay', '何时值得用区域'),
    ask: words(
      'Let a network be sure of the outer border but doubt which label lies where. Trained on labels it takes the most probable one, background included: where three labels share 0.6, background wins with 0.4. Trained on **nested** regions it asks “tumour or not?” first, and doubt inside costs nothing outside.',
      '设想网络对外边界很有把握，但拿不准内部各处属于哪个标签。按标签训练时取概率最大者，背景也参与比较：三个标签分得 0.6，背景凭 0.4 便胜出。按**嵌套**区域训练时，先问“是不是肿瘤”，内部的犹豫不会影响外边界。',
    ),
    say: sentence<FigureNumbers>(
      ({ wholeRegions, wholeLabels, labelsRegions, labelsLabels }) =>
        `Here all labels together score ${score(wholeRegions)} by regions and ${score(wholeLabels)} by labels; the labels’ own mean is ${score(labelsRegions)} and ${score(labelsLabels)}. Side by side it is the other way round: where two organs meet, neither exceeds 0.5, and a gap opens. **Regions pay where structures lie in each other**, not as a way to train classes that exclude each other.`,
      ({ wholeRegions, wholeLabels, labelsRegions, labelsLabels }) =>
        `此处全部标签合并的 Dice：区域训练 ${score(wholeRegions)}，标签训练 ${score(wholeLabels)}；各标签的平均分别为 ${score(labelsRegions)} 与 ${score(labelsLabels)}。结构并列时则相反：两个器官相接处谁都不超过 0.5，于是出现缝隙。**结构相互嵌套时，区域才值得用**；它不是训练互斥类别的替代办法。`,
    ),
    caption: words(
      'A ball of 14 mm with three labels, decided in two ways from the same probabilities. Doubt: distance in mm over which the border between labels is uncertain.',
      '半径 14 mm、含三个标签的球，用同一组概率按两种方式判定。模糊范围：标签间边界的不确定距离（mm）。',
    ),
  },
  sources: {
    handling: words(
      'nnU-Net 2.8.1, utilities/label_handling/label_handling.py, convert_probabilities_to_segmentation',
      'nnU-Net 2.8.1，utilities/label_handling/label_handling.py，convert_probabilities_to_segmentation',
    ),
    loss: words(
      'training/nnUNetTrainer/nnUNetTrainer.py, _build_loss',
      'training/nnUNetTrainer/nnUNetTrainer.py，_build_loss',
    ),
    order: words('nnU-Net issues 1952, 2900; PR 1503', 'nnU-Net issue 1952、2900；PR 1503'),
    labels: words('nnU-Net issue 2561', 'nnU-Net issue 2561'),
    evaluation: words(
      'Dice as in evaluation/evaluate_predictions.py, compute_metrics',
      'Dice 的定义见 evaluation/evaluate_predictions.py，compute_metrics',
    ),
  },
  questions: {
    size: words(
      'With a boundary error of 1 mm, which of the balls of 5, 10, 15, 20 and 25 mm have a Dice above 0.9?',
      '边界误差为 1 mm 时，半径 5、10、15、20、25 mm 的球中，哪些 Dice 超过 0.9？',
    ),
    sizeAnswer: sentence<readonly FigureNumbers[]>(
      (balls) =>
        `${balls
          .filter(({ dice }) => dice > 0.9)
          .map(({ radius }) => `${radius} mm`)
          .join(
            ', ',
          )}: counted, ${balls.map(({ radius, dice }) => `${score(dice)} at ${radius} mm`).join(', ')}. The border is equally good in all of them.`,
      (balls) =>
        `${balls
          .filter(({ dice }) => dice > 0.9)
          .map(({ radius }) => `${radius} mm`)
          .join(
            '、',
          )}。计数结果：${balls.map(({ radius, dice }) => `${radius} mm 时 ${score(dice)}`).join('，')}。它们的边界质量都一样。`,
    ),
    inner: words(
      'Ball of 20 mm, core of 14 mm, both borders 1 mm too far out. How much of the drop remains when the inner border is perfect?',
      '球半径 20 mm、核心 14 mm，两条边界都偏外 1 mm。若内边界完全正确，下降还剩多少？',
    ),
    innerAnswer: sentence<readonly FigureNumbers[]>(
      ([both, outer]) =>
        `${score(outer.drop)} of ${score(both.drop)}. A perfect inner border takes away its own ${score(both.inner)}; the volume effect stays, ${score(both.volume)} before and ${score(outer.volume)} after, since the shell is still smaller than the ball.`,
      ([both, outer]) =>
        `${score(both.drop)} 中还剩 ${score(outer.drop)}。内边界完全正确只消去它自身的 ${score(both.inner)}；体积效应仍在，之前为 ${score(both.volume)}，之后为 ${score(outer.volume)}，因为外壳仍比整个球小。`,
    ),
  },
} as const;
