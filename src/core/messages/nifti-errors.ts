import { byteSizeText } from './byte-size.ts';
import { integer, sentence, sizeText } from './sentence.ts';

interface AtByte {
  file: string;
  offset: number;
}

/** Errors of NIfTI headers and of the size that they claim. */
export const niftiErrors = {
  notNifti: sentence<AtByte & { found: string }>(
    ({ file, found }) =>
      `${file} is in no format that is read here: NIfTI begins with 348 or 540, this file with ${found}; open a .nii.gz, .nrrd or .mha volume, or a .png, .tif or .bmp picture.`,
    ({ file, found }) =>
      `${file} 不是可读取的格式：NIfTI 应以 348 或 540 开头，该文件以 ${found} 开头；请打开 .nii.gz、.nrrd、.mha 体数据，或 .png、.tif、.bmp 图片。`,
  ),
  niftiHeaderShort: sentence<AtByte & { needed: number; found: number }>(
    ({ file, needed, found }) =>
      `${file} ends after ${found} bytes, within the ${needed} bytes of its NIfTI header; copy or download it again.`,
    ({ file, needed, found }) =>
      `${file} 只有 ${found} 字节，不足 NIfTI 头信息的 ${needed} 字节；请重新复制或下载。`,
  ),
  niftiMagic: sentence<AtByte & { expected: string; found: string }>(
    ({ file, offset, expected, found }) =>
      `${file} is not a NIfTI volume: ${expected} was expected at byte ${offset}, found ${found}; save it again as .nii.gz.`,
    ({ file, offset, expected, found }) =>
      `${file} 不是 NIfTI 体数据：第 ${offset} 字节应为 ${expected}，实际为 ${found}；请重新保存为 .nii.gz。`,
  ),
  analyze: sentence<AtByte>(
    ({ file }) =>
      `${file} is an Analyze 7.5 header, not NIfTI, and does not say which side is left; convert it to .nii.gz first.`,
    ({ file }) => `${file} 是 Analyze 7.5 头文件而非 NIfTI，且未说明左右方向；请先转换为 .nii.gz。`,
  ),
  cifti: sentence<AtByte>(
    ({ file }) =>
      `${file} is a CIFTI file (values on brain surfaces and structures), where a volume of voxels was expected; open a NIfTI volume.`,
    ({ file }) => `${file} 是 CIFTI 文件（皮层与脑结构上的数值），而此处需要体素数据；请打开 NIfTI 体数据。`,
  ),
  hdrWithoutImg: sentence<AtByte>(
    ({ file }) =>
      `${file} is the header of a .hdr/.img pair; open it together with the .img file of the same name.`,
    ({ file }) => `${file} 是 .hdr/.img 文件对中的头文件；请与同名的 .img 文件一起打开。`,
  ),
  imgWithoutHdr: sentence<AtByte>(
    ({ file }) =>
      `${file} has the voxels of a .hdr/.img pair but no header; open it together with the .hdr file of the same name.`,
    ({ file }) => `${file} 只有 .hdr/.img 文件对中的体素，没有头信息；请与同名的 .hdr 文件一起打开。`,
  ),
  niftiDimensions: sentence<AtByte & { dim: readonly number[] }>(
    ({ file, dim }) =>
      `${file} has impossible dimensions in its header: dim is [${dim.join(', ')}], where 1 to 7 dimensions of at least 1 voxel were expected; save it again.`,
    ({ file, dim }) =>
      `${file} 头信息中的维度无效：dim 为 [${dim.join(', ')}]，应有 1 至 7 个维度且每个至少 1 个体素；请重新保存。`,
  ),
  tooManyDimensions: sentence<AtByte & { size: readonly number[] }>(
    ({ file, size }) =>
      `${file} has ${size.length} dimensions (${sizeText(size)}), where a volume of x, y, z was expected; save one volume of it.`,
    ({ file, size }) =>
      `${file} 有 ${size.length} 个维度（${sizeText(size)}），而此处需要 x、y、z 三维体数据；请只保存其中一个体积。`,
  ),
  severalVolumes: sentence<AtByte & { volumes: number }>(
    ({ file, volumes }) =>
      `${file} holds ${volumes} volumes (time points or channels), where one label map was expected; save one volume of it.`,
    ({ file, volumes }) =>
      `${file} 包含 ${volumes} 个体积（时间点或通道），而标签图应只有一个；请只保存其中一个。`,
  ),
  volumesUnexpected: sentence<AtByte & { volumes: number; expected: number }>(
    ({ file, volumes, expected }) =>
      `${file} holds ${volumes} ${volumes === 1 ? 'volume' : 'volumes'}, where one label map, or one volume for each of the ${expected} regions of dataset.json, was expected; save one of the two.`,
    ({ file, volumes, expected }) =>
      `${file} 包含 ${volumes} 个体积，而应为一个标签图，或 dataset.json 中 ${expected} 个区域各一个体积；请按其中之一保存。`,
  ),
  niftiDatatype: sentence<AtByte & { datatype: number; name: string }>(
    ({ file, datatype, name }) =>
      `${file} has voxels of datatype ${datatype} (${name || 'unknown'}), where integers or floats of 8 to 64 bits were expected; save it as uint8, int16 or float32.`,
    ({ file, datatype, name }) =>
      `${file} 的体素数据类型为 ${datatype}（${name || '未知'}），而此处需要 8 至 64 位的整数或浮点数；请保存为 uint8、int16 或 float32。`,
  ),
  voxOffsetBad: sentence<AtByte & { found: number; least: number }>(
    ({ file, found, least }) =>
      `${file} says that its voxels begin at byte ${found} (vox_offset), where a whole number of at least ${least} was expected; save it again.`,
    ({ file, found, least }) =>
      `${file} 声明体素从第 ${found} 字节开始（vox_offset），该值应为不小于 ${least} 的整数；请重新保存。`,
  ),
  claimsMoreThanLimit: sentence<AtByte & { size: readonly number[]; bytes: number }>(
    ({ file, size, bytes }) =>
      `${file} claims ${sizeText(size)} voxels, ${byteSizeText(bytes)}, more than the 4 GiB that can be opened; crop or resample it, or mend its header.`,
    ({ file, size, bytes }) =>
      `${file} 声明有 ${sizeText(size)} 个体素，共 ${byteSizeText(bytes)}，超过可打开的 4 GiB；请裁剪、重采样或修复头信息。`,
  ),
  claimsMoreThanFile: sentence<AtByte & { size: readonly number[]; bytes: number; found: number }>(
    ({ file, size, bytes, found }) =>
      `${file} has ${integer(found)} bytes, but its header describes ${sizeText(size)} voxels up to byte ${integer(bytes)}; it is incomplete, copy it again.`,
    ({ file, size, bytes, found }) =>
      `${file} 只有 ${integer(found)} 字节，而头信息描述了 ${sizeText(size)} 个体素，应到第 ${integer(bytes)} 字节；文件不完整，请重新复制。`,
  ),
  claimsMoreThanGzip: sentence<AtByte & { size: readonly number[]; bytes: number; found: number }>(
    ({ file, size, bytes, found }) =>
      `${file} claims ${sizeText(size)} voxels that end at byte ${integer(bytes)}, further than its ${byteSizeText(found)} of gzip can unpack to; its header is wrong or the file incomplete, save or copy it again.`,
    ({ file, size, bytes, found }) =>
      `${file} 声明有 ${sizeText(size)} 个体素，应到第 ${integer(bytes)} 字节为止，而其 ${byteSizeText(found)} 的 gzip 数据不可能解压出这么多；头信息有误或文件不完整，请重新保存或复制。`,
  ),
} as const;
