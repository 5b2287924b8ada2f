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
} as const;
