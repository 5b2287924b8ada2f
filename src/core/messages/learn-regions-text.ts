import type { FigureNumbers } from '../learn/figure-model.ts';
import { sentence, words } from './sentence.ts';

/** The text of the lesson on regions and labels. */
export const regionsLesson = {
  title: words('Regions and labels', '区域与标签'),
  tryIt: words('Try it on your own case', '用自己的病例试一试'),
  sameError: {
    title: words('The same error weighs more in a smaller structure', '同样的误差，结构越小影响越大'),
    ask: words(
      'Predict a ball one millimetre too large, everywhere. The boundary error is the same for every ball, and so is the quality of the border. The Dice is not: the layer of false positives is a small share of a large ball and a large share of a small one.',
      '把一个球处处预测得大一毫米。无论球有多大，边界误差都相同，边界的质量也相同，Dice 却不同：这一层假阳性 (FP) 在大球中只占很小的比例，在小球中则占很大的比例。',
    ),
    say: sentence<FigureNumbers>(
      ({ diceAt20, diceAt10, dice }) =>
        `A label is what is left of its region once the finer regions are cut out, so it is smaller. **That alone lowers its Dice**, before any voxel is judged differently: ${diceAt20.toFixed(3)}, ${diceAt10.toFixed(3)} and ${dice.toFixed(3)} are the same border, drawn equally well.`,
      ({ diceAt20, diceAt10, dice }) =>
        `标签是从区域中挖去更细的区域后剩下的部分，因此更小。**仅此一点就会拉低它的 Dice**，没有任何体素的判断发生改变：${diceAt20.toFixed(3)}、${diceAt10.toFixed(3)} 与 ${dice.toFixed(3)} 对应的是质量完全相同的边界。`,
    ),
    caption: words(
      'Dice of a ball of radius r predicted with radius r + δ: 2r³ / (r³ + (r + δ)³). Dots: counted on 1 mm voxels with the code that evaluates cases. Linked marks: regions of the open case and the labels left of them.',
      '半径为 r 的球被预测为半径 r + δ 时的 Dice：2r³ / (r³ + (r + δ)³)。圆点：在 1 mm 体素上用评估病例的同一代码计数。相连的标记：当前病例的区域及其剩余标签。',
    ),
  },
} as const;
