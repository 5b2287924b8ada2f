/** Formats that come in the place of one that is read, and what to do with each. */
export const formatNames = {
  zip: named(
    'a zip archive',
    '一个 zip 压缩包',
    'unpack it and open the files inside',
    '请解压后打开其中的文件',
  ),
  hdf5: named('an HDF5 file (perhaps MINC 2)', '一个 HDF5 文件（可能是 MINC 2）', ...converted()),
  minc: named('a MINC file', '一个 MINC 文件', ...converted()),
  nrrd: named(
    'an NRRD file packed with gzip as a whole',
    '整体用 gzip 压缩的 NRRD 文件',
    'unpack it and open the .nrrd file inside',
    '请解压后打开其中的 .nrrd 文件',
  ),
  metaimage: named(
    'a MetaImage file packed with gzip as a whole',
    '整体用 gzip 压缩的 MetaImage 文件',
    'unpack it and open the .mha file inside',
    '请解压后打开其中的 .mha 文件',
  ),
  dicom: named(
    'a DICOM file',
    '一个 DICOM 文件',
    'convert the series with dcm2niix',
    '请用 dcm2niix 转换该序列',
  ),
  mgh: named(
    'a FreeSurfer MGH file',
    '一个 FreeSurfer MGH 文件',
    'convert it with mri_convert',
    '请用 mri_convert 转换',
  ),
  numpy: named('a NumPy array', '一个 NumPy 数组', ...converted()),
  bzip2: named('compressed with bzip2', '用 bzip2 压缩的文件', ...unpacked()),
  xz: named('compressed with xz', '用 xz 压缩的文件', ...unpacked()),
  zstd: named('compressed with Zstandard', '用 Zstandard 压缩的文件', ...unpacked()),
  gzip: named('compressed with gzip twice', '用 gzip 压缩了两次的文件', 'unpack it once', '请先解压一次'),
  html: named(
    'a web page',
    '一个网页',
    'the download failed or needs a login: download it again',
    '下载失败或需要登录：请重新下载',
  ),
  json: named('a JSON file', '一个 JSON 文件', 'open the volume itself', '请打开体数据文件本身'),
  text: named('a text file', '一个文本文件', 'open the volume itself', '请打开体数据文件本身'),
  picture: named(
    'a picture in JPEG, or one packed with gzip',
    '一张 JPEG 图片，或用 gzip 压缩的图片',
    'open it as a PNG, TIFF or BMP made without loss',
    '请打开无损保存的 PNG、TIFF 或 BMP 图片',
  ),
  pdf: named('a PDF document', '一个 PDF 文档', 'open the volume itself', '请打开体数据文件本身'),
} as const;

export type FormatName = keyof typeof formatNames;

interface Named {
  readonly en: string;
  readonly zhCN: string;
  readonly remedyEn: string;
  readonly remedyZhCN: string;
}

function named(en: string, zhCN: string, remedyEn: string, remedyZhCN: string): Named {
  return { en, zhCN, remedyEn, remedyZhCN };
}

function converted(): [string, string] {
  return [
    'convert it to .nii.gz first, with 3D Slicer or SimpleITK',
    '请先用 3D Slicer 或 SimpleITK 转换为 .nii.gz',
  ];
}

function unpacked(): [string, string] {
  return ['unpack it, or compress it with gzip', '请解压，或改用 gzip 压缩'];
}
