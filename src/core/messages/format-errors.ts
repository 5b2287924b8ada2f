import { integer, sentence } from './sentence.ts';

interface AtByte {
  file: string;
  offset: number;
}
interface InFormat extends AtByte {
  format: string;
}

/** Errors of NRRD, MetaImage and pictures. */
export const formatErrors = {
  headerUnended: sentence<InFormat>(
    ({ file, format, offset }) =>
      `${file} is cut off within its ${format} header: its end was not found in ${integer(offset)} bytes; copy or download it again.`,
    ({ file, format, offset }) =>
      `${file} 的 ${format} 头信息不完整：在 ${integer(offset)} 字节内没有找到结尾；请重新复制或下载。`,
  ),
  headerField: sentence<InFormat & { field: string; found: string; expected: string }>(
    ({ file, format, field, found, expected }) =>
      `${file} has "${found}" as "${field}" in its ${format} header, where ${expected} was expected; save it again with SimpleITK or 3D Slicer.`,
    ({ file, format, field, found, expected }) =>
      `${file} 的 ${format} 头信息中 "${field}" 为 "${found}"，应为 ${expected}；请用 SimpleITK 或 3D Slicer 重新保存。`,
  ),
  headerFieldMissing: sentence<InFormat & { field: string }>(
    ({ file, format, field }) =>
      `${file} has no "${field}" in its ${format} header, which is needed to read its voxels; save it again with SimpleITK or 3D Slicer.`,
    ({ file, format, field }) =>
      `${file} 的 ${format} 头信息中缺少读取体素所需的 "${field}"；请用 SimpleITK 或 3D Slicer 重新保存。`,
  ),
  directionsUnusable: sentence<InFormat & { field: string }>(
    ({ file, format, field }) =>
      `${file} has a "${field}" in its ${format} header that maps no volume (zeros, NaN, or two axes along one line), where three independent directions were expected; save it again.`,
    ({ file, format, field }) =>
      `${file} 的 ${format} 头信息中 "${field}" 无效（含零、NaN 或两轴共线），应为三个独立的方向；请重新保存。`,
  ),
  encodingUnknown: sentence<InFormat & { encoding: string; known: string }>(
    ({ file, format, encoding, known }) =>
      `${file} stores its voxels in the ${format} encoding "${encoding}", where one of ${known} was expected; save it again, compressed with gzip or not at all.`,
    ({ file, format, encoding, known }) =>
      `${file} 以 ${format} 编码 "${encoding}" 存储体素，仅支持 ${known}；请以 gzip 压缩或不压缩的方式重新保存。`,
  ),
  dataFileMissing: sentence<InFormat & { dataFile: string }>(
    ({ file, dataFile }) =>
      `${file} is only a header: its voxels are in ${dataFile}, which was not found beside it; open both files together.`,
    ({ file, dataFile }) =>
      `${file} 只是头文件：体素在 ${dataFile} 中，但未找到该文件；请同时打开这两个文件。`,
  ),
  dataFilesSeveral: sentence<InFormat & { dataFile: string }>(
    ({ file, dataFile }) =>
      `${file} spreads its voxels over several files ("${dataFile}"), where one was expected; save it again as one file.`,
    ({ file, dataFile }) =>
      `${file} 的体素分散在多个文件中（"${dataFile}"），而此处只支持一个；请保存为单个文件。`,
  ),
  zlibBad: sentence<AtByte & { needed: number }>(
    ({ file, needed }) =>
      `${file} is damaged: its zlib stream does not unpack to the ${integer(needed)} bytes and check sum (Adler-32) that were expected; copy or download it again.`,
    ({ file, needed }) =>
      `${file} 已损坏：zlib 数据解压后与应有的 ${integer(needed)} 字节或校验和（Adler-32）不符；请重新复制或下载。`,
  ),
  textVoxels: sentence<AtByte & { needed: number; found: number }>(
    ({ file, needed, found }) =>
      `${file} has ${integer(found)} numbers as text before its end or the first that is none, where ${integer(needed)} voxels were expected; save it again.`,
    ({ file, needed, found }) =>
      `${file} 在结尾或首个非数字之前只有 ${integer(found)} 个文本数值，应有 ${integer(needed)} 个体素；请重新保存。`,
  ),
  colourPicture: sentence<InFormat & { channels: string }>(
    ({ file, format, channels }) =>
      `${file} is a ${format} picture of ${channels}, where one grey value a pixel, the label, was expected; save it as 8-bit or 16-bit greyscale.`,
    ({ file, format, channels }) =>
      `${file} 是 ${channels} 的 ${format} 图片，而此处每个像素应只有一个灰度值（即标签）；请保存为 8 位或 16 位灰度图。`,
  ),
  pictureDamaged: sentence<InFormat & { reason: string }>(
    ({ file, format, reason }) =>
      `${file} cannot be read as ${format}, where a whole greyscale picture was expected (found: ${reason}); copy it again or save it as 8-bit or 16-bit greyscale.`,
    ({ file, format, reason }) =>
      `${file} 无法按 ${format} 读取，应为完整的灰度图片（实际：${reason}）；请重新复制，或保存为 8 位或 16 位灰度图。`,
  ),
} as const;
