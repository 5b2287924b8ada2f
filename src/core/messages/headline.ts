import { sentence } from './sentence.ts';

const score = (value: number) => value.toFixed(3);
const times = (value: number) => (value < 10 ? value.toFixed(1) : value.toFixed(0));

interface Pair {
  label: string;
  labelDice: number;
  regionDice: number;
  weight: number;
}

/** The one sentence at the top of a case: its finding, with figures. */
export const headlines = {
  volumeDrop: sentence<Pair>(
    ({ label, labelDice, regionDice, weight }) =>
      `Label ${label} scores ${score(labelDice)}, its region ${score(regionDice)}: every error weighs ${times(weight)} times as much in the smaller structure.`,
    ({ label, labelDice, regionDice, weight }) =>
      `标签 ${label} 的 Dice 为 ${score(labelDice)}，其区域为 ${score(regionDice)}：在更小的结构中，每个错误的分量是 ${times(weight)} 倍。`,
  ),
  hierarchyDrop: sentence<Pair>(
    ({ label, labelDice, regionDice }) =>
      `Label ${label} scores ${score(labelDice)}, its region ${score(regionDice)}: most of the drop comes from borders inside the region.`,
    ({ label, labelDice, regionDice }) =>
      `标签 ${label} 的 Dice 为 ${score(labelDice)}，其区域为 ${score(regionDice)}：下降主要来自区域内部的边界。`,
  ),
  noDrop: sentence<{ labels: number }>(
    ({ labels }) =>
      labels === 1
        ? 'The label scores as its region does.'
        : 'Every label scores at least what its region does.',
    () => '每个标签的 Dice 都不低于其所属区域。',
  ),
  lowestLabel: sentence<{ name: string; dice: number; count: number; mean: number }>(
    ({ name, dice, count, mean }) =>
      count === 1
        ? `${name} scores ${score(dice)}.`
        : `${name} scores lowest of ${count} structures, ${score(dice)}; their mean Dice is ${score(mean)}.`,
    ({ name, dice, count, mean }) =>
      count === 1
        ? `${name} 的 Dice 为 ${score(dice)}。`
        : `${count} 个结构中 ${name} 最低，Dice 为 ${score(dice)}；平均 Dice 为 ${score(mean)}。`,
  ),
  nothingLabelled: sentence(
    () => 'Neither the reference nor the prediction holds a label, so no Dice is defined.',
    () => '参考与预测中都没有任何标签，因此 Dice 无定义。',
  ),
} as const;
