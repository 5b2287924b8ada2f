import { byteSizeText } from './byte-size.ts';
import { containerErrors } from './container-errors.ts';
import { datasetErrors } from './dataset-errors.ts';
import { formatErrors } from './format-errors.ts';
import { formatNames } from './format-names.ts';
import type { FormatName } from './format-names.ts';
import { labelMapErrors } from './label-map-errors.ts';
import { niftiErrors } from './nifti-errors.ts';
import { probabilityErrors } from './probability-errors.ts';
import { sentence } from './sentence.ts';

interface InFile {
  file: string;
}
interface AtByte extends InFile {
  offset: number;
}

/** Errors of files: which file, what was expected, what was found, what to do. */
export const fileErrors = {
  fileEmpty: sentence<AtByte>(
    ({ file }) =>
      `${file} is empty: it was expected to hold data but has 0 bytes; copy or download it again.`,
    ({ file }) => `${file} 是空文件：应有数据，实际为 0 字节；请重新复制或下载。`,
  ),
  fileChanged: sentence<InFile>(
    ({ file }) => `${file} changed or went away while it was read; open it again once nothing writes to it.`,
    ({ file }) => `${file} 在读取过程中被修改或移走；请在没有程序写入后重新打开。`,
  ),
  fileMissing: sentence<InFile>(
    ({ file }) => `${file} cannot be read: no such file, or no permission; check the path.`,
    ({ file }) => `无法读取 ${file}：文件不存在或没有权限；请检查路径。`,
  ),
  fileIsFolder: sentence<InFile>(
    ({ file }) => `${file} is a folder where a file was expected; name a file in it.`,
    ({ file }) => `${file} 是文件夹，而此处需要文件；请指定其中的文件。`,
  ),
  notEnoughMemory: sentence<{ file: string; bytes: number }>(
    ({ file, bytes }) =>
      `${file} needs ${byteSizeText(bytes)} of memory in one piece, and this machine did not give it; close other programs or crop the volume.`,
    ({ file, bytes }) =>
      `${file} 需要一整块 ${byteSizeText(bytes)} 的内存，本机无法分配；请关闭其他程序或裁剪该图像。`,
  ),
  gitLfsPointer: sentence<AtByte>(
    ({ file }) =>
      `${file} is a Git LFS pointer, not the file itself; run "git lfs pull" and open the real file.`,
    ({ file }) => `${file} 只是 Git LFS 指针，不是文件本身；请运行 "git lfs pull" 后打开真正的文件。`,
  ),
  foreignFormat: sentence<AtByte & { format: FormatName }>(
    ({ file, format }) =>
      `${file} is ${formatNames[format].en}, where a volume (NIfTI, NRRD, MetaImage) or a PNG, TIFF or BMP picture was expected; ${formatNames[format].remedyEn}.`,
    ({ file, format }) =>
      `${file} 是${formatNames[format].zhCN}，而此处需要体数据（NIfTI、NRRD、MetaImage）或 PNG、TIFF、BMP 图片；${formatNames[format].remedyZhCN}。`,
  ),
  ...containerErrors,
  ...niftiErrors,
  ...formatErrors,
  ...labelMapErrors,
  ...probabilityErrors,
  ...datasetErrors,
} as const;
