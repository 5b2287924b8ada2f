import { sentence } from './sentence.ts';

interface AtVoxel {
  file: string;
  offset: number;
  value: number;
  voxel: readonly number[];
}

const at = (voxel: readonly number[]) => `[${voxel.join(', ')}]`;

/** Errors of voxels that are no labels. `offset` is the voxel's byte in the unpacked file. */
export const labelMapErrors = {
  labelNotInteger: sentence<AtVoxel>(
    ({ file, value, voxel }) =>
      `${file} is no label map: voxel ${at(voxel)} is ${Number(value.toPrecision(7))}, where an integer label was expected; open the label map instead of an image, or save it without scaling or interpolation.`,
    ({ file, value, voxel }) =>
      `${file} 不是标签图：体素 ${at(voxel)} 的值为 ${Number(value.toPrecision(7))}，应为整数标签；请打开标签图而非影像，或在不缩放、不插值的情况下重新保存。`,
  ),
  labelNotFinite: sentence<AtVoxel>(
    ({ file, value, voxel }) =>
      `${file} has ${value} at voxel ${at(voxel)}, where an integer label was expected; replace such voxels by 0 or the ignore label and save it again.`,
    ({ file, value, voxel }) =>
      `${file} 在体素 ${at(voxel)} 处的值为 ${value}，应为整数标签；请将此类体素改为 0 或忽略标签后重新保存。`,
  ),
  labelTooLarge: sentence<AtVoxel>(
    ({ file, value, voxel }) =>
      `${file} has ${value} at voxel ${at(voxel)}, beyond the integers that can be told apart (2^53); renumber its labels from 0.`,
    ({ file, value, voxel }) =>
      `${file} 在体素 ${at(voxel)} 处的值为 ${value}，超出可精确表示的整数范围（2^53）；请从 0 开始重新编号标签。`,
  ),
  tooManyLabels: sentence<{ file: string; offset: number; most: number }>(
    ({ file, most }) =>
      `${file} has more than ${most.toLocaleString('en-US')} different values: it is an image rather than a label map; open the label map.`,
    ({ file, most }) =>
      `${file} 有超过 ${most.toLocaleString('en-US')} 个不同的值：它是影像而非标签图；请打开标签图。`,
  ),
} as const;
