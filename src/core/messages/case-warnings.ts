import type { Vec3 } from '../volume/grid.ts';
import { integer, sentence } from './sentence.ts';

const dice = (value: number) => (Number.isNaN(value) ? '–' : value.toFixed(3));
const spacing = (mm: Vec3) => mm.map((value) => Number(value.toFixed(3))).join(' × ');
const AXES = ['x', 'y', 'z'];

interface Geometry {
  prediction: string;
  spacingMm: readonly [Vec3, Vec3];
  spacingDiffers: boolean;
  originMm: number;
  cornerMm: number;
  /** The axes to permute and flip so that the grids agree, null where none do. */
  match: { axes: Vec3; flips: readonly boolean[] } | null;
  meanDice: number;
  /** Mean Dice over the labels when voxels are compared where they stand in the world; null where not counted. */
  meanDiceInWorld: number | null;
}

const flipped = (flips: readonly boolean[]) => AXES.filter((_, i) => flips[i]).join(', ');
const permuted = (axes: Vec3) =>
  axes.every((axis, i) => axis === i) ? '' : axes.map((axis) => AXES[axis]).join(', ');

/** Remarks on files that do not quite fit together: the numbers stand, and the reader must know this. */
export const caseWarnings = {
  'label-not-in-dataset': sentence<{ label: number; voxels: number }>(
    ({ label, voxels }) =>
      `Label ${label} stands in the data (${integer(voxels)} voxels in reference or prediction) but not in dataset.json; it is counted as "label ${label}".`,
    ({ label, voxels }) =>
      `数据中出现标签 ${label}（参考或预测中共 ${integer(voxels)} 个体素），但 dataset.json 未定义它；按“label ${label}”计数。`,
  ),
  'geometry-differs': sentence<Geometry>(
    (facts) =>
      `${facts.prediction} lies elsewhere in the world than the reference: ` +
      (facts.spacingDiffers
        ? `its spacing is ${spacing(facts.spacingMm[1])} mm, the reference's ${spacing(facts.spacingMm[0])} mm`
        : `the first voxels are ${facts.originMm.toFixed(2)} mm apart, the farthest corners ${facts.cornerMm.toFixed(2)} mm`) +
      (facts.match
        ? `; the grids agree after ${[
            permuted(facts.match.axes) && `putting the axes in the order ${permuted(facts.match.axes)}`,
            flipped(facts.match.flips) && `flipping ${flipped(facts.match.flips)}`,
          ]
            .filter(Boolean)
            .join(' and ')}`
        : '') +
      `. Voxels are compared one to one, as nnU-Net does (mean Dice ${dice(facts.meanDice)}` +
      (facts.meanDiceInWorld === null
        ? ').'
        : `; in world space it would be ${dice(facts.meanDiceInWorld)}).`),
    (facts) =>
      `${facts.prediction} 与参考在世界坐标中的位置不同：` +
      (facts.spacingDiffers
        ? `其间距为 ${spacing(facts.spacingMm[1])} mm，参考为 ${spacing(facts.spacingMm[0])} mm`
        : `首个体素相距 ${facts.originMm.toFixed(2)} mm，最远角点相距 ${facts.cornerMm.toFixed(2)} mm`) +
      (facts.match
        ? `；${[
            permuted(facts.match.axes) && `将轴按 ${permuted(facts.match.axes)} 的顺序排列`,
            flipped(facts.match.flips) && `翻转 ${flipped(facts.match.flips)}`,
          ]
            .filter(Boolean)
            .join('并')}后网格一致`
        : '') +
      `。此处与 nnU-Net 一样逐体素比较（平均 Dice ${dice(facts.meanDice)}` +
      (facts.meanDiceInWorld === null ? '）。' : `；按世界坐标则为 ${dice(facts.meanDiceInWorld)}）。`),
  ),
  'labels-swapped': sentence<{
    renames: readonly (readonly [number, number])[];
    meanDice: number;
    meanDiceRenamed: number;
  }>(
    ({ renames, meanDice, meanDiceRenamed }) =>
      `Labels look exchanged: reading predicted ${renames.map(([from, to]) => `${from} as ${to}`).join(', ')} would raise the mean Dice from ${dice(meanDice)} to ${dice(meanDiceRenamed)}; check the label numbers, or left against right.`,
    ({ renames, meanDice, meanDiceRenamed }) =>
      `标签疑似互换：若把预测的 ${renames.map(([from, to]) => `${from} 视为 ${to}`).join('、')}，平均 Dice 会由 ${dice(meanDice)} 升至 ${dice(meanDiceRenamed)}；请检查标签编号或左右方向。`,
  ),
  'region-gained': sentence<{ region: string; voxels: number; diceRaw: number; diceReconstructed: number }>(
    ({ region, voxels, diceRaw, diceReconstructed }) =>
      `Reconstruction adds ${integer(voxels)} voxels to ${region} that the network did not predict as such: a finer region was predicted outside it. Dice of ${region}: raw ${dice(diceRaw)}, reconstructed ${dice(diceReconstructed)}.`,
    ({ region, voxels, diceRaw, diceReconstructed }) =>
      `重建给 ${region} 增加了 ${integer(voxels)} 个网络并未预测的体素：更细的区域被预测到了它之外。${region} 的 Dice：原始 ${dice(diceRaw)}，重建后 ${dice(diceReconstructed)}。`,
  ),
  'region-lost': sentence<{ region: string; voxels: number; diceRaw: number; diceReconstructed: number }>(
    ({ region, voxels, diceRaw, diceReconstructed }) =>
      `Reconstruction takes ${integer(voxels)} predicted voxels from ${region}: another region's label is written over them. Dice of ${region}: raw ${dice(diceRaw)}, reconstructed ${dice(diceReconstructed)}.`,
    ({ region, voxels, diceRaw, diceReconstructed }) =>
      `重建从 ${region} 拿走了 ${integer(voxels)} 个已预测的体素：它们被其他区域的标签覆盖。${region} 的 Dice：原始 ${dice(diceRaw)}，重建后 ${dice(diceReconstructed)}。`,
  ),
  'round-trip-broken': sentence<{ label: number; becomes: number; order: readonly number[] }>(
    ({ label, becomes, order }) =>
      `regions_class_order [${order.join(', ')}] cannot give label ${label} back: taken apart into its regions and reconstructed it becomes ${becomes}; check the order in dataset.json.`,
    ({ label, becomes, order }) =>
      `regions_class_order [${order.join(', ')}] 无法还原标签 ${label}：拆成区域再重建后变为 ${becomes}；请检查 dataset.json 中的顺序。`,
  ),
  'probabilities-turned': sentence<{ file: string; orientation: string }>(
    ({ file, orientation }) =>
      `${file} lies in RAS axes, as nnU-Net's readers WithReorient write it, and was turned to the reference's axes (${orientation}).`,
    ({ file, orientation }) =>
      `${file} 按 RAS 轴存放（nnU-Net 的 WithReorient 读取器即如此写出），已转到参考的轴（${orientation}）。`,
  ),
  'masks-differ': sentence<{ region: string; voxels: number }>(
    ({ region, voxels }) =>
      `The mask of ${region} differs from its probabilities in ${integer(voxels)} voxels; the probabilities count.`,
    ({ region, voxels }) => `${region} 的掩膜与概率有 ${integer(voxels)} 个体素不同；以概率为准。`,
  ),
  'prediction-differs': sentence<{ prediction: string; voxels: number }>(
    ({ prediction, voxels }) =>
      `${prediction} differs in ${integer(voxels)} voxels from what nnU-Net's rule reconstructs from the regions; the numbers are those of ${prediction}.`,
    ({ prediction, voxels }) =>
      `${prediction} 与按 nnU-Net 规则由区域重建的结果有 ${integer(voxels)} 个体素不同；数值以 ${prediction} 为准。`,
  ),
  'ignore-predicted': sentence<{ label: number; voxels: number }>(
    ({ label, voxels }) =>
      `The ignore label ${label} was predicted in ${integer(voxels)} voxels that are not ignored in the reference; there it is a miss of the reference's label.`,
    ({ label, voxels }) =>
      `在参考中未被忽略的 ${integer(voxels)} 个体素上预测了忽略标签 ${label}；这些体素算作参考标签的漏检。`,
  ),
  'nothing-labelled': sentence<{ file: string }>(
    ({ file }) => `${file} holds background only; every structure is absent from it.`,
    ({ file }) => `${file} 只有背景；其中不存在任何结构。`,
  ),
  'files-identical': sentence<{ reference: string; prediction: string }>(
    ({ reference, prediction }) =>
      `${reference} and ${prediction} hold the same voxels: was one file opened twice?`,
    ({ reference, prediction }) =>
      `${reference} 与 ${prediction} 的体素完全相同：是否把同一个文件打开了两次？`,
  ),
} as const;
