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
  gitLfsPointer: sentence<AtByte>(
    ({ file }) =>
      `${file} is a Git LFS pointer, not the file itself; run "git lfs pull" and open the real file.`,
    ({ file }) => `${file} 只是 Git LFS 指针，不是文件本身；请运行 "git lfs pull" 后打开真正的文件。`,
  ),
} as const;
