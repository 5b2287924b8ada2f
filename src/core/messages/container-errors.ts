import { byteSizeText } from './byte-size.ts';
import { integer, sentence } from './sentence.ts';

interface AtByte {
  file: string;
  offset: number;
}

/** Errors of gzip and zip. */
export const containerErrors = {
  gzipTruncated: sentence<AtByte>(
    ({ file, offset }) =>
      `${file} ends in the middle of its gzip stream, after ${integer(offset)} bytes; copy or download it again.`,
    ({ file, offset }) =>
      `${file} 的 gzip 数据流在 ${integer(offset)} 字节处中断，文件不完整；请重新复制或下载。`,
  ),
  gzipCorrupt: sentence<AtByte>(
    ({ file, offset }) =>
      `${file} is damaged: its gzip stream has data near byte ${integer(offset)} that cannot be unpacked; copy or download it again.`,
    ({ file, offset }) =>
      `${file} 已损坏：gzip 数据流在第 ${integer(offset)} 字节附近无法解压；请重新复制或下载。`,
  ),
  gzipBadSum: sentence<AtByte>(
    ({ file }) =>
      `${file} is damaged: what its gzip stream unpacks to does not have the check sum (CRC-32) or length that was written with it; copy or download it again.`,
    ({ file }) => `${file} 已损坏：gzip 解压结果与文件中记录的校验和（CRC-32）或长度不符；请重新复制或下载。`,
  ),
  gzipTooLong: sentence<AtByte & { needed: number }>(
    ({ file, needed }) =>
      `${file} unpacks to over 64 MiB more than the ${byteSizeText(needed)} its header describes, so unpacking was stopped; save the volume again.`,
    ({ file, needed }) =>
      `${file} 解压后的数据比头信息描述的 ${byteSizeText(needed)} 多出 64 MiB 以上，已停止解压；请重新保存该文件。`,
  ),
  gzipTooShort: sentence<AtByte & { needed: number; found: number }>(
    ({ file, needed, found }) =>
      `${file} unpacks to ${byteSizeText(found)}, but its header describes ${byteSizeText(needed)} (${integer(needed - found)} bytes are missing); save or copy it again.`,
    ({ file, needed, found }) =>
      `${file} 解压后为 ${byteSizeText(found)}，而头信息描述的是 ${byteSizeText(needed)}（缺少 ${integer(needed - found)} 字节）；请重新保存或复制。`,
  ),
  notZip: sentence<AtByte>(
    ({ file }) =>
      `${file} is not an .npz file: no zip directory was found at its end; it is incomplete or something else, copy it again.`,
    ({ file }) => `${file} 不是 .npz 文件：末尾没有找到 zip 目录；文件不完整或类型不符，请重新复制。`,
  ),
  zipDirectoryBad: sentence<AtByte>(
    ({ file, offset }) =>
      `${file} is damaged: its zip directory does not fit the file at byte ${integer(offset)}; copy or download it again.`,
    ({ file, offset }) =>
      `${file} 已损坏：zip 目录在第 ${integer(offset)} 字节处与文件不符；请重新复制或下载。`,
  ),
  zipUnsupported: sentence<AtByte & { member: string; method: number | 'encrypted' }>(
    ({ file, member, method }) =>
      `${file}: ${member} is ${method === 'encrypted' ? method : `compressed by method ${method}`}, but only stored and deflated members can be read; write it again with numpy.savez_compressed.`,
    ({ file, member, method }) =>
      `${file}：${member} ${method === 'encrypted' ? '已加密' : `使用了压缩方法 ${method}`}，仅支持 stored 和 deflate；请用 numpy.savez_compressed 重新保存。`,
  ),
  zipMemberBad: sentence<AtByte & { member: string }>(
    ({ file, member }) =>
      `${file} is damaged: ${member} does not unpack to the length and check sum (CRC-32) in the zip directory; copy or download it again.`,
    ({ file, member }) =>
      `${file} 已损坏：${member} 的解压结果与 zip 目录中的长度或校验和（CRC-32）不符；请重新复制或下载。`,
  ),
} as const;
