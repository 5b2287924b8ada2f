import { byteSizeText } from './byte-size.ts';
import { integer, sentence } from './sentence.ts';

interface AtByte {
  file: string;
  offset: number;
}

/** Errors of the files of a training run. */
export const runErrors = {
  logBinary: sentence<AtByte>(
    ({ file, offset }) =>
      `${file} is no text: a training log was expected, and a zero byte stands at byte ${integer(offset)}; open the training_log_*.txt that nnU-Net wrote.`,
    ({ file, offset }) =>
      `${file} 不是文本：应为训练日志，但第 ${integer(offset)} 字节为零字节；请打开 nnU-Net 写出的 training_log_*.txt。`,
  ),
  runsNoLogs: sentence<{ folder: string }>(
    ({ folder }) =>
      `${folder} holds no training_log_*.txt, in its subfolders neither; name a fold folder or a trainer folder of nnU-Net.`,
    ({ folder }) =>
      `${folder} 及其子文件夹中没有 training_log_*.txt；请指定 nnU-Net 的 fold 文件夹或 trainer 文件夹。`,
  ),
  checkpointNoPickle: sentence<AtByte>(
    ({ file, offset }) =>
      `${file} is no checkpoint of PyTorch: neither a zip with data.pkl nor an older pickle was found at byte ${integer(offset)}; copy it again, or open the training log instead.`,
    ({ file, offset }) =>
      `${file} 不是 PyTorch 检查点：第 ${integer(offset)} 字节处既没有含 data.pkl 的 zip，也没有旧式 pickle；请重新复制，或改为打开训练日志。`,
  ),
  pickleBad: sentence<AtByte & { reason: string }>(
    ({ file, offset, reason }) =>
      `${file} is damaged or incomplete: its pickle at byte ${integer(offset)} cannot be taken apart (${reason}); copy it again.`,
    ({ file, offset, reason }) =>
      `${file} 已损坏或不完整：第 ${integer(offset)} 字节处的 pickle 无法解析（${reason}）；请重新复制。`,
  ),
  pickleTooLarge: sentence<AtByte & { bytes: number; limit: number }>(
    ({ file, bytes, limit }) =>
      `${file} has a pickle of ${byteSizeText(bytes)}, where at most ${byteSizeText(limit)} were expected; it is not read, the training log has the same curves.`,
    ({ file, bytes, limit }) =>
      `${file} 的 pickle 为 ${byteSizeText(bytes)}，而预期最多 ${byteSizeText(limit)}；未读取，训练日志中有同样的曲线。`,
  ),
  checkpointNoLogging: sentence<AtByte & { keys: readonly string[] }>(
    ({ file, keys }) =>
      `${file} holds no curves: "logging" of nnU-Net v2 or "plot_stuff" of v1 was expected, found ${keys.length > 0 ? keys.slice(0, 8).join(', ') : 'no keys'}; open a checkpoint that nnU-Net wrote.`,
    ({ file, keys }) =>
      `${file} 中没有曲线：应有 nnU-Net v2 的 "logging" 或 v1 的 "plot_stuff"，实际为 ${keys.length > 0 ? keys.slice(0, 8).join('、') : '无键'}；请打开 nnU-Net 写出的检查点。`,
  ),
  summaryNoCases: sentence<AtByte>(
    ({ file, offset }) =>
      `${file} is no summary of nnU-Net's evaluation: "metric_per_case" (v2) or "results" (v1) was expected at character ${integer(offset)}; open validation/summary.json.`,
    ({ file, offset }) =>
      `${file} 不是 nnU-Net 的评估汇总：在第 ${integer(offset)} 个字符处应有 "metric_per_case"（v2）或 "results"（v1）；请打开 validation/summary.json。`,
  ),
} as const;

/** Remarks on a run: the numbers stand, and the reader must know this. */
export const runWarnings = {
  'log-line-malformed': sentence<{ file: string; line: number; found: string }>(
    ({ file, line, found }) =>
      `${file}, line ${integer(line)} is passed over: "${found}" has no value that can be read.`,
    ({ file, line, found }) => `${file} 第 ${integer(line)} 行已跳过：“${found}”中没有可读的数值。`,
  ),
  'log-lines-malformed': sentence<{ file: string; lines: number }>(
    ({ file, lines }) =>
      `${file}: ${integer(lines)} more lines were passed over because their values cannot be read.`,
    ({ file, lines }) => `${file}：另有 ${integer(lines)} 行因数值无法读取而跳过。`,
  ),
  'log-cut': sentence<{ file: string; line: number }>(
    ({ file, line }) => `${file} ends in the middle of line ${integer(line)}, which is left out.`,
    ({ file, line }) => `${file} 在第 ${integer(line)} 行中间结束，该行已忽略。`,
  ),
  'log-nothing-known': sentence<{ file: string }>(
    ({ file }) => `${file} has no line of a training: no epoch, no validation.`,
    ({ file }) => `${file} 中没有任何训练内容：没有轮次，也没有验证。`,
  ),
  'log-interleaved': sentence<{ file: string; epoch: number; processes: number }>(
    ({ file, epoch, processes }) =>
      `${file} holds the output of ${processes} trainings at the same time, from epoch ${epoch} on; they were told apart by their epoch times.`,
    ({ file, epoch, processes }) =>
      `${file} 从第 ${epoch} 轮起同时含有 ${processes} 次训练的输出；已按每轮耗时区分。`,
  ),
  'log-epochs-mixed': sentence<{ file: string; epochs: number; first: number }>(
    ({ file, epochs, first }) =>
      `${file}: ${epochs === 1 ? `epoch ${first} is` : `${integer(epochs)} epochs, the first ${first}, are`} left out, because its lines are mixed with those of another training or are not all there.`,
    ({ file, epochs, first }) =>
      `${file}：${epochs === 1 ? `第 ${first} 轮` : `${integer(epochs)} 轮（首个为第 ${first} 轮）`}已忽略，其内容与另一次训练混杂或不完整。`,
  ),
  'log-copied': sentence<{ file: string; epochs: number }>(
    ({ file, epochs }) =>
      `${file} repeats ${integer(epochs)} epochs with the same times as another log: they are copies and count once.`,
    ({ file, epochs }) => `${file} 有 ${integer(epochs)} 轮与另一日志的时间完全相同：视为副本，只计一次。`,
  ),
  'log-missing': sentence<{ file: string; first: number; expected: number }>(
    ({ file, first, expected }) =>
      `${file} begins at epoch ${first}, but the logs before it end before epoch ${expected}: a log is missing, and the average between is not known.`,
    ({ file, first, expected }) =>
      `${file} 从第 ${first} 轮开始，而此前的日志止于第 ${expected} 轮之前：缺少一份日志，其间的平均值未知。`,
  ),
  'epochs-missing': sentence<{ after: number; epochs: number }>(
    ({ after, epochs }) =>
      `${integer(epochs)} epochs are missing from the log, the first after epoch ${after}; the recomputed average passes over them.`,
    ({ after, epochs }) =>
      `日志中缺少 ${integer(epochs)} 轮，首个在第 ${after} 轮之后；重新计算的平均值会跳过它们。`,
  ),
  'mean-dice-nan': sentence<{ epoch: number; epochs: number }>(
    ({ epoch, epochs }) =>
      `No class had a pseudo Dice in ${epochs === 1 ? `epoch ${epoch}` : `${integer(epochs)} epochs, first in epoch ${epoch}`}: the average of nnU-Net is NaN from there on, and no new best checkpoint is written any more.`,
    ({ epoch, epochs }) =>
      `${epochs === 1 ? `第 ${epoch} 轮` : `${integer(epochs)} 轮（首个为第 ${epoch} 轮）`}没有任何类别的 pseudo Dice：此后 nnU-Net 的平均值一直为 NaN，不再写出新的最佳检查点。`,
  ),
  'dice-outside': sentence<{ epoch: number; value: number; epochs: number }>(
    ({ epoch, value, epochs }) =>
      `${integer(epochs)} epochs have a pseudo Dice outside 0 to 1, the first ${value} in epoch ${epoch}: region trainings of nnU-Net 2.5 with an old batchgeneratorsv2 do so (nnU-Net issue 2369); update it, these values mean nothing.`,
    ({ epoch, value, epochs }) =>
      `${integer(epochs)} 轮的 pseudo Dice 超出 0 到 1，首个为第 ${epoch} 轮的 ${value}：nnU-Net 2.5 的区域训练搭配旧版 batchgeneratorsv2 时会如此（nnU-Net issue 2369）；请更新，这些数值没有意义。`,
  ),
  'average-restarted': sentence<{ epochs: readonly number[] }>(
    ({ epochs }) =>
      `nnU-Net v1 forgets its running average when it is continued (here at epoch ${epochs.join(', ')}): the average starts again from one epoch, and a best checkpoint may owe to that.`,
    ({ epochs }) =>
      `nnU-Net v1 在继续训练时会丢失滑动平均（此处为第 ${epochs.join('、')} 轮）：平均值从单个轮次重新开始，最佳检查点可能由此产生。`,
  ),
  'classes-vary': sentence<{ most: number; epochs: number }>(
    ({ most, epochs }) =>
      `${integer(epochs)} epochs list fewer than ${most} classes: nnU-Net v1 leaves out classes that were not there, so the others move up; curves per class are mixed in these epochs.`,
    ({ most, epochs }) =>
      `${integer(epochs)} 轮列出的类别少于 ${most} 个：nnU-Net v1 会略去未出现的类别，其余依次前移；这些轮次的各类曲线是混杂的。`,
  ),
  'ema-disagrees': sentence<{ epochs: number; epoch: number; logged: number; recomputed: number }>(
    ({ epochs, epoch, logged, recomputed }) =>
      `The EMA recomputed from the log differs by more than 0.0001 from ${integer(epochs)} logged values, most in epoch ${epoch} (logged ${logged.toFixed(4)}, recomputed ${recomputed.toFixed(4)}); the logged values are the truth.`,
    ({ epochs, epoch, logged, recomputed }) =>
      `由日志重新计算的 EMA 与 ${integer(epochs)} 个记录值相差超过 0.0001，最大在第 ${epoch} 轮（记录 ${logged.toFixed(4)}，重算 ${recomputed.toFixed(4)}）；以记录值为准。`,
  ),
  'best-disagrees': sentence<{ epochs: readonly number[]; ties: number }>(
    ({ epochs, ties }) =>
      `Whether epoch ${epochs.slice(0, 8).join(', ')}${epochs.length > 8 ? ', …' : ''} was a new best differs between log and recomputation${ties === epochs.length ? ': ties within the rounding of the log' : ''}; the log counts.`,
    ({ epochs, ties }) =>
      `第 ${epochs.slice(0, 8).join('、')}${epochs.length > 8 ? '…' : ''} 轮是否为新的最佳，日志与重新计算不一致${ties === epochs.length ? '：差别在日志的舍入之内' : ''}；以日志为准。`,
  ),
  'loss-nan': sentence<{ epoch: number; epochs: number; which: 'train' | 'val' }>(
    ({ epoch, epochs, which }) =>
      `The ${which === 'train' ? 'training' : 'validation'} loss is NaN or infinite in ${integer(epochs)} epochs, first in epoch ${epoch}: the weights are lost if it stays so; look for NaN in the images and at mixed precision.`,
    ({ epoch, epochs, which }) =>
      `${which === 'train' ? '训练' : '验证'}损失在 ${integer(epochs)} 轮中为 NaN 或无穷大，首个为第 ${epoch} 轮：若一直如此则权重已失效；请检查图像中的 NaN 和混合精度。`,
  ),
  'validation-differs': sentence<{ logged: number; summary: number }>(
    ({ logged, summary }) =>
      `The log states a mean validation Dice of ${logged.toFixed(4)}, validation/summary.json ${summary.toFixed(4)}: another validation overwrote the folder, as --val_best does.`,
    ({ logged, summary }) =>
      `日志记录的平均验证 Dice 为 ${logged.toFixed(4)}，而 validation/summary.json 为 ${summary.toFixed(4)}：该文件夹被另一次验证覆盖，例如 --val_best。`,
  ),
  'checkpoint-refused': sentence<{ file: string; names: readonly string[] }>(
    ({ file, names }) =>
      `${file} asks to call ${names.slice(0, 6).join(', ')}${names.length > 6 ? ', …' : ''}, which a checkpoint of nnU-Net never does: refused, nothing was run; do not load this file in Python unless you trust where it came from.`,
    ({ file, names }) =>
      `${file} 要求调用 ${names.slice(0, 6).join('、')}${names.length > 6 ? '…' : ''}，nnU-Net 的检查点从不如此：已拒绝，没有执行任何内容；若不信任其来源，请勿在 Python 中加载。`,
  ),
  'run-file-unread': sentence<{ en: string; zhCN: string }>(
    ({ en }) => en,
    ({ zhCN }) => zhCN,
  ),
} as const;
