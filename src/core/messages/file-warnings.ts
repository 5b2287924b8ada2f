import { integer, sentence } from './sentence.ts';

interface InFile {
  file: string;
}
interface Spacings extends InFile {
  pixdim: readonly number[];
  spacingMm: readonly number[];
}
interface AtVoxel extends InFile {
  value: number;
  voxel: readonly number[];
  voxels: number;
}

const numbers = (values: readonly number[]) => values.map((value) => Number(value.toPrecision(6))).join(', ');
const at = (voxel: readonly number[]) => `[${voxel.join(', ')}]`;

/** Remarks on one file: it was read, and this was noticed. */
export const fileWarnings = {
  'spacing-unknown': sentence<InFile>(
    ({ file }) => `${file} states no voxel spacing; 1 mm is assumed, so volumes in mL are only a guess.`,
    ({ file }) => `${file} 未给出体素间距；按 1 mm 处理，毫升体积仅供参考。`,
  ),
  'spacing-negative': sentence<Spacings>(
    ({ file, pixdim, spacingMm }) =>
      `${file} states a negative voxel spacing (pixdim ${numbers(pixdim)}); its absolute value is used (${numbers(spacingMm)} mm).`,
    ({ file, pixdim, spacingMm }) =>
      `${file} 的体素间距为负（pixdim ${numbers(pixdim)}）；已取绝对值（${numbers(spacingMm)} mm）。`,
  ),
  'spacing-from-affine': sentence<Spacings>(
    ({ file, pixdim, spacingMm }) =>
      `${file} states no usable voxel spacing (pixdim ${numbers(pixdim)}); it was taken from the affine: ${numbers(spacingMm)} mm.`,
    ({ file, pixdim, spacingMm }) =>
      `${file} 未给出可用的体素间距（pixdim ${numbers(pixdim)}）；已改用仿射矩阵得出的 ${numbers(spacingMm)} mm。`,
  ),
  'spacing-differs-from-affine': sentence<Spacings>(
    ({ file, pixdim, spacingMm }) =>
      `${file} states a voxel spacing of ${numbers(pixdim)} mm, but its affine says ${numbers(spacingMm)} mm; the stated one is used, as nnU-Net does.`,
    ({ file, pixdim, spacingMm }) =>
      `${file} 给出的体素间距为 ${numbers(pixdim)} mm，而仿射矩阵为 ${numbers(spacingMm)} mm；与 nnU-Net 一致，采用前者。`,
  ),
  'affine-unusable': sentence<InFile & { form: 'sform' | 'qform' }>(
    ({ file, form }) =>
      `${file} has a ${form} that maps no volume (zeros or NaN); it was passed over, so the position in space may be wrong.`,
    ({ file, form }) => `${file} 的 ${form} 无效（含零或 NaN）；已忽略，空间位置可能不正确。`,
  ),
  'first-volume-only': sentence<InFile & { volumes: number }>(
    ({ file, volumes }) => `${file} holds ${integer(volumes)} volumes; only the first is shown.`,
    ({ file, volumes }) => `${file} 包含 ${integer(volumes)} 个体积；仅显示第一个。`,
  ),
  'labels-rounded': sentence<AtVoxel>(
    ({ file, value, voxel, voxels }) =>
      `${file} has ${integer(voxels)} voxels that are not quite integers, the first ${Number(value.toPrecision(7))} at ${at(voxel)}; they were rounded.`,
    ({ file, value, voxel, voxels }) =>
      `${file} 有 ${integer(voxels)} 个体素的值不是精确整数，第一个为 ${at(voxel)} 处的 ${Number(value.toPrecision(7))}；已四舍五入。`,
  ),
  'label-negative': sentence<AtVoxel>(
    ({ file, value, voxel, voxels }) =>
      `${file} has ${integer(voxels)} voxels with a negative label, the first ${value} at ${at(voxel)}; they are counted as they are.`,
    ({ file, value, voxel, voxels }) =>
      `${file} 有 ${integer(voxels)} 个体素的标签为负，第一个为 ${at(voxel)} 处的 ${value}；已按原值计数。`,
  ),
  'label-above-65535': sentence<AtVoxel>(
    ({ file, value, voxel, voxels }) =>
      `${file} has ${integer(voxels)} voxels with a label above 65,535, the first ${value} at ${at(voxel)}; they are counted as they are.`,
    ({ file, value, voxel, voxels }) =>
      `${file} 有 ${integer(voxels)} 个体素的标签大于 65,535，第一个为 ${at(voxel)} 处的 ${value}；已按原值计数。`,
  ),
  'many-labels': sentence<InFile & { labels: number }>(
    ({ file, labels }) =>
      `${file} has ${integer(labels)} different values: is it an image rather than a label map?`,
    ({ file, labels }) => `${file} 有 ${integer(labels)} 个不同的值：它是否是影像而非标签图？`,
  ),
  'dataset-v1': sentence<InFile>(
    ({ file }) =>
      `${file} has the form of nnU-Net v1 (values as keys), which nnU-Net v2 refuses; it was read all the same.`,
    ({ file }) => `${file} 为 nnU-Net v1 格式（以数值为键），nnU-Net v2 不接受；此处仍已读取。`,
  ),
  'ignore-not-highest': sentence<InFile & { ignore: number; highest: number }>(
    ({ file, ignore, highest }) =>
      `${file}: the ignore label is ${ignore}, but nnU-Net requires it to be one above the highest label, ${highest + 1}.`,
    ({ file, ignore, highest }) =>
      `${file}：忽略标签为 ${ignore}，而 nnU-Net 要求其为最大标签加 1，即 ${highest + 1}。`,
  ),
} as const;
