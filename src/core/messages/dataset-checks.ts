import { sentence } from './sentence.ts';

interface Line {
  /** What to write instead, as it stands in the file. */
  line: string;
}
interface Change {
  readonly label: number;
  readonly becomes: number;
}

const list = (values: readonly number[]) => `[${values.join(', ')}]`;
const changesEn = (changes: readonly Change[]) =>
  changes.map(({ label, becomes }) => `${label} becomes ${becomes}`).join(', ');
const changesZh = (changes: readonly Change[]) =>
  changes.map(({ label, becomes }) => `${label} 变为 ${becomes}`).join('，');

/** What is wrong in dataset.json, what nnU-Net does with it, and what to write instead. */
export const datasetChecks = {
  'background-missing': sentence<Line>(
    ({ line }) => `"labels" has no "background": nnU-Net stops with an error. Write ${line}.`,
    ({ line }) => `"labels" 中没有 "background"：nnU-Net 会报错退出。请写 ${line}。`,
  ),
  'background-not-zero': sentence<Line & { found: string }>(
    ({ found, line }) =>
      `"background" is ${found}: nnU-Net demands the integer 0 and stops with an error. Write ${line} and renumber the labels.`,
    ({ found, line }) =>
      `"background" 为 ${found}：nnU-Net 要求为整数 0，会报错退出。请写 ${line}，并重新编号标签。`,
  ),
  'ignore-not-highest': sentence<Line & { found: string; highest: number }>(
    ({ found, highest, line }) =>
      `"ignore" is ${found}, but the highest label is ${highest}: nnU-Net demands one integer, one above it, and stops with an error. Write ${line} and renumber the ignored voxels.`,
    ({ found, highest, line }) =>
      `"ignore" 为 ${found}，而最大标签为 ${highest}：nnU-Net 要求其为单个整数，即最大标签加 1，否则报错退出。请写 ${line}，并重新编号忽略的体素。`,
  ),
  'order-missing': sentence<Line & { regions: number }>(
    ({ regions, line }) =>
      `There are ${regions} regions but no "regions_class_order": nnU-Net stops with an error. Write ${line}.`,
    ({ regions, line }) =>
      `定义了 ${regions} 个区域，但没有 "regions_class_order"：nnU-Net 会报错退出。请写 ${line}。`,
  ),
  'order-length': sentence<Line & { order: readonly number[]; regions: number }>(
    ({ order, regions, line }) =>
      `"regions_class_order" ${list(order)} has ${order.length} entries for ${regions} regions: nnU-Net stops with an error. Write ${line}.`,
    ({ order, regions, line }) =>
      `"regions_class_order" ${list(order)} 有 ${order.length} 项，而区域有 ${regions} 个：nnU-Net 会报错退出。请写 ${line}。`,
  ),
  'order-value-unknown': sentence<Line & { order: readonly number[]; unknown: readonly number[] }>(
    ({ order, unknown, line }) =>
      `"regions_class_order" ${list(order)} writes ${unknown.join(', ')}, which no entry of "labels" has: nnU-Net does not notice and writes it into every prediction. Write ${line}.`,
    ({ order, unknown, line }) =>
      `"regions_class_order" ${list(order)} 会写入 ${unknown.join('、')}，而 "labels" 中没有该值：nnU-Net 不会察觉，并将其写入每个预测。请写 ${line}。`,
  ),
  'round-trip': sentence<Line & { order: readonly number[]; broken: readonly Change[] }>(
    ({ order, broken, line }) =>
      `With "regions_class_order" ${list(order)} a label that is taken apart into its regions does not come back: ${changesEn(broken)}. nnU-Net does not notice and writes the wrong labels into every prediction. Write ${line}.`,
    ({ order, broken, line }) =>
      `使用 "regions_class_order" ${list(order)} 时，标签拆成区域后无法还原：${changesZh(broken)}。nnU-Net 不会察觉，并在每个预测中写入错误的标签。请写 ${line}。`,
  ),
  'region-never-written': sentence<Line & { names: readonly string[]; order: readonly number[] }>(
    ({ names, order, line }) =>
      `${names.join(', ')} can never appear in a prediction: with "regions_class_order" ${list(order)} other regions are always written over it. nnU-Net does not notice; its Dice in the validation is 0. Write ${line}.`,
    ({ names, order, line }) =>
      `${names.join('、')} 不可能出现在预测中：使用 "regions_class_order" ${list(order)} 时总会被其他区域覆盖。nnU-Net 不会察觉，其验证 Dice 为 0。请写 ${line}。`,
  ),
  'labels-alike': sentence<Line & { labels: readonly number[]; names: readonly string[]; kept: number }>(
    ({ labels, names, kept, line }) =>
      `Labels ${labels.join(' and ')} stand in the very same regions (${names.join(', ')}), so nothing tells them apart again: nnU-Net writes ${kept} for all of them. Add a region of its own for what is to come back: ${line}, with its label at the same place of "regions_class_order".`,
    ({ labels, names, kept, line }) =>
      `标签 ${labels.join('、')} 所属的区域完全相同（${names.join('、')}），无法再区分：nnU-Net 对它们一律写入 ${kept}。请为需要还原的标签添加单独的区域：${line}，并在 "regions_class_order" 的相同位置写入其标签。`,
  ),
} as const;
