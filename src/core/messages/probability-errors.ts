import { byteSizeText } from './byte-size.ts';
import { integer, sentence } from './sentence.ts';

interface AtByte {
  file: string;
  offset: number;
}
interface InArray extends AtByte {
  key: string;
  shape: readonly number[];
}

const shapeText = (shape: readonly number[]) => `(${shape.join(', ')}${shape.length === 1 ? ',' : ''})`;

/** Errors of .npz files with probabilities. */
export const probabilityErrors = {
  probabilitiesMissing: sentence<AtByte & { keys: readonly string[] }>(
    ({ file, keys }) =>
      `${file} has no array "probabilities" (or "softmax" of nnU-Net v1); it has ${keys.length ? keys.join(', ') : 'none at all'}; write it with nnUNetv2_predict --save_probabilities.`,
    ({ file, keys }) =>
      `${file} 中没有数组 "probabilities"（或 nnU-Net v1 的 "softmax"）；其中有：${keys.length ? keys.join('、') : '无'}。请用 nnUNetv2_predict --save_probabilities 生成。`,
  ),
  npyHeaderBad: sentence<AtByte & { key: string }>(
    ({ file, offset, key }) =>
      `${file}: the header of array "${key}" cannot be understood at byte ${integer(offset)} of the array; write it again with numpy.savez_compressed.`,
    ({ file, offset, key }) =>
      `${file}：数组 "${key}" 的头信息在该数组第 ${integer(offset)} 字节处无法解析；请用 numpy.savez_compressed 重新保存。`,
  ),
  npyPickled: sentence<AtByte & { key: string }>(
    ({ file, key }) =>
      `${file}: array "${key}" holds pickled Python objects, which are never executed here; write it as float16 or float32.`,
    ({ file, key }) =>
      `${file}：数组 "${key}" 含有 pickle 序列化的 Python 对象，本程序不会执行；请保存为 float16 或 float32。`,
  ),
  npyType: sentence<InArray & { type: string }>(
    ({ file, key, shape, type }) =>
      `${file}: array "${key}" ${shapeText(shape)} has type ${type}, where float16, float32 or float64 was expected; write it as float32.`,
    ({ file, key, shape, type }) =>
      `${file}：数组 "${key}" ${shapeText(shape)} 的类型为 ${type}，应为 float16、float32 或 float64；请保存为 float32。`,
  ),
  npyShape: sentence<InArray>(
    ({ file, key, shape }) =>
      `${file}: array "${key}" has shape ${shapeText(shape)}, where (channels, z, y, x) or (channels, y, x) was expected, nothing empty; write it as nnU-Net does.`,
    ({ file, key, shape }) =>
      `${file}：数组 "${key}" 的形状为 ${shapeText(shape)}，应为 (通道, z, y, x) 或 (通道, y, x) 且不为空；请按 nnU-Net 的方式保存。`,
  ),
  npyTruncated: sentence<InArray & { needed: number; found: number }>(
    ({ file, key, shape, needed, found }) =>
      `${file}: array "${key}" ${shapeText(shape)} needs ${integer(needed)} bytes, found ${integer(found)}; it is incomplete, write or copy it again.`,
    ({ file, key, shape, needed, found }) =>
      `${file}：数组 "${key}" ${shapeText(shape)} 需要 ${integer(needed)} 字节，实际为 ${integer(found)}；数据不完整，请重新保存或复制。`,
  ),
  npyTooLarge: sentence<AtByte & { key: string; bytes: number }>(
    ({ file, key, bytes }) =>
      `${file}: array "${key}" claims ${byteSizeText(bytes)}, more than its packed bytes can hold or than the 4 GiB that can be opened; write it as float16 or crop it.`,
    ({ file, key, bytes }) =>
      `${file}：数组 "${key}" 声明为 ${byteSizeText(bytes)}，超过其压缩数据可能的大小或可打开的 4 GiB；请保存为 float16 或裁剪。`,
  ),
  probabilitiesChannels: sentence<InArray & { expected: number }>(
    ({ file, key, shape, expected }) =>
      `${file}: array "${key}" ${shapeText(shape)} has ${shape[0]} channels, but dataset.json asks for ${expected}; open the dataset.json it was predicted with.`,
    ({ file, key, shape, expected }) =>
      `${file}：数组 "${key}" ${shapeText(shape)} 有 ${shape[0]} 个通道，而 dataset.json 要求 ${expected} 个；请打开预测时所用的 dataset.json。`,
  ),
  probabilitiesRange: sentence<
    InArray & { count: number; value: number; channel: number; voxel: readonly number[] }
  >(
    ({ file, key, shape, count, value, channel, voxel }) =>
      `${file}: array "${key}" ${shapeText(shape)} has ${integer(count)} values that are no probabilities between 0 and 1, the first ${value} in channel ${channel} at voxel [${voxel.join(', ')}]; save probabilities, not logits.`,
    ({ file, key, shape, count, value, channel, voxel }) =>
      `${file}：数组 "${key}" ${shapeText(shape)} 有 ${integer(count)} 个值不是 0 到 1 之间的概率，第一个为通道 ${channel} 体素 [${voxel.join(', ')}] 处的 ${value}；请保存概率而非 logits。`,
  ),
} as const;
