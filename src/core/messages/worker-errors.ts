import { sentence, words } from './sentence.ts';

/** What is said where a part of the application that works in the background ends of itself. */
export const workerErrors = {
  workerEnded: words(
    'The part of DiceLens that holds the volumes ended unexpectedly, most likely for want of memory; the case that was open is read again, anything else has to be opened again.',
    'DiceLens 中保存体数据的部分意外终止，多半是内存不足；正在重新读取先前打开的病例，其他文件请重新打开。',
  ),
  readerEnded: sentence<{ file: string }>(
    ({ file }) =>
      `${file} could not be read: the part of DiceLens that unpacked it ended unexpectedly, most likely for want of memory; close other programs and open it again.`,
    ({ file }) =>
      `无法读取 ${file}：DiceLens 中负责解压的部分意外终止，多半是内存不足；请关闭其他程序后重新打开。`,
  ),
} as const;
