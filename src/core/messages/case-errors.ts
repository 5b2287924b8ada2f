import { sentence, sizeText } from './sentence.ts';

/** Errors of files that do not fit together. */
export const caseErrors = {
  shapesDiffer: sentence<{
    first: string;
    firstSize: readonly number[];
    second: string;
    secondSize: readonly number[];
    transpose: readonly number[] | null;
  }>(
    ({ first, firstSize, second, secondSize, transpose }) =>
      `${second} has ${sizeText(secondSize)} voxels, ${first} ${sizeText(firstSize)}; ` +
      (transpose
        ? `they match when the axes of ${second} are put in the order (${transpose.join(', ')}): save it that way.`
        : `both must lie on the same grid: resample or crop ${second} to the grid of ${first}.`),
    ({ first, firstSize, second, secondSize, transpose }) =>
      `${second} 的尺寸为 ${sizeText(secondSize)}，${first} 为 ${sizeText(firstSize)}；` +
      (transpose
        ? `把 ${second} 的轴按 (${transpose.join(', ')}) 的顺序转置后即可匹配，请按此保存。`
        : `两者必须在同一网格上：请将 ${second} 重采样或裁剪到 ${first} 的网格。`),
  ),
  masksIncomplete: sentence<{ files: readonly string[]; regions: readonly string[] }>(
    ({ files, regions }) =>
      `dataset.json defines ${regions.length} regions (${regions.join(', ')}), but ${files.length} region masks were given (${files.join(', ')}); give one mask per region.`,
    ({ files, regions }) =>
      `dataset.json 定义了 ${regions.length} 个区域（${regions.join('、')}），却给出了 ${files.length} 个区域掩膜（${files.join('、')}）；请为每个区域提供一个掩膜。`,
  ),
  maskMissing: sentence<{ region: string; files: readonly string[] }>(
    ({ region, files }) =>
      `No mask is named after the region ${region} (found ${files.join(', ')}); name it region_${region}.nii.gz.`,
    ({ region, files }) =>
      `没有以区域 ${region} 命名的掩膜（找到 ${files.join('、')}）；请将其命名为 region_${region}.nii.gz。`,
  ),
  regionsUnknown: sentence<{ file: string }>(
    ({ file }) =>
      `${file} holds predictions of regions, but no regions are defined; add nnU-Net's dataset.json, or define regions by hand.`,
    ({ file }) => `${file} 是区域预测，但没有定义任何区域；请加入 nnU-Net 的 dataset.json，或手动定义区域。`,
  ),
  nothingToCompare: sentence<{ file: string }>(
    ({ file }) =>
      `${file} has nothing to be compared with: no prediction, probabilities or region masks were given; add one of them.`,
    ({ file }) => `${file} 没有可比较的对象：缺少预测、概率或区域掩膜；请加入其中之一。`,
  ),
  otherOrigin: sentence<{ file: string }>(
    ({ file }) =>
      `${file} lies on another server, and nothing is requested from there; serve it beside DiceLens or open it as a file.`,
    ({ file }) =>
      `${file} 位于其他服务器，DiceLens 不会向其发出请求；请与 DiceLens 同源提供，或作为文件打开。`,
  ),
} as const;
