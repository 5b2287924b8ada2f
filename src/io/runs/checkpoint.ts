import { FormatError, type Warning } from '../../core/errors.ts';
import type { RunConditions, RunEpoch } from '../../core/runs/run.ts';
import type { ByteSource } from '../bytes/byte-source.ts';
import { numberOf, parsePickle, type ReadPickle } from './pickle.ts';
import { readZipDirectory, readZipEntry } from '../compression/zip.ts';

/** The curves that a checkpoint carries, unrounded. */
export interface ReadCheckpoint {
  readonly version: 1 | 2;
  readonly epochs: readonly RunEpoch[];
  /** nnU-Net's own running average per epoch; empty in v1. */
  readonly ema: readonly number[];
  /** Where a continuation would begin. */
  readonly nextEpoch: number | null;
  readonly conditions: Partial<RunConditions>;
  readonly warnings: readonly Warning[];
}

/** The pickle describes tensors but does not hold them: a large network takes a megabyte. */
const MAX_PICKLE_BYTES = 2 ** 26;
const FIRST_BYTES = 2 ** 18;
/** 0x1950a86a20f9469cfc6c as a pickle of its own: how torch.save began before it wrote zip files. */
const OLD_MAGIC = [0x80, 2, 0x8a, 10, 0x6c, 0xfc, 0x9c, 0x46, 0xf9, 0x20, 0x6a, 0xa8, 0x50, 0x19, 0x2e];

/**
 * Reads the logging dictionary of a checkpoint that PyTorch saved. Of a zip only the directory and data.pkl are
 * read, of the old form the beginning, never the weights. Nothing of the pickle is executed.
 * @throws FormatError checkpointNoPickle, pickleBad, pickleTooLarge, checkpointNoLogging, zipDirectoryBad, zipMemberBad
 */
export async function readCheckpoint(source: ByteSource, signal?: AbortSignal): Promise<ReadCheckpoint> {
  const { name: file, size } = source;
  if (size === 0) throw new FormatError('fileEmpty', { file, offset: 0 });
  const head = await source.read(0, Math.min(size, OLD_MAGIC.length));
  signal?.throwIfAborted();
  const isZip = head[0] === 0x50 && head[1] === 0x4b;
  const isOld = OLD_MAGIC.every((byte, i) => head[i] === byte);
  if (!isZip && !isOld) throw new FormatError('checkpointNoPickle', { file, offset: 0 });
  const { root, refused } = isZip ? await readZipPickle(source, signal) : await readOldPickle(source, signal);
  const dict = root instanceof Map ? (root as Map<unknown, unknown>) : new Map<unknown, unknown>();
  const found = v2Epochs(dict) ?? v1Epochs(dict);
  if (!found) {
    const keys = [...dict.keys()].filter((key) => typeof key === 'string');
    throw new FormatError('checkpointNoLogging', { file, offset: 0, keys });
  }
  const warnings: Warning[] =
    refused.length > 0 ? [{ code: 'checkpoint-refused', facts: { file, names: refused } }] : [];
  return { ...found, warnings };
}

async function readZipPickle(source: ByteSource, signal?: AbortSignal): Promise<ReadPickle> {
  const file = source.name;
  const entry = (await readZipDirectory(source)).find(({ name }) => /(?:^|\/)data\.pkl$/.test(name));
  if (!entry) throw new FormatError('checkpointNoPickle', { file, offset: 0 });
  if (entry.size > MAX_PICKLE_BYTES) {
    const facts = { file, offset: entry.headerOffset, bytes: entry.size, limit: MAX_PICKLE_BYTES };
    throw new FormatError('pickleTooLarge', facts);
  }
  return parsePickle(await readZipEntry(source, entry, signal), file, entry.headerOffset);
}

/** Magic, protocol, system information, then the pickle that counts, one after the other; the weights follow. */
async function readOldPickle(source: ByteSource, signal?: AbortSignal): Promise<ReadPickle> {
  for (let length = FIRST_BYTES; ; length *= 4) {
    signal?.throwIfAborted();
    const isWhole = length >= source.size;
    const bytes = await source.read(0, Math.min(length, source.size));
    try {
      let at = OLD_MAGIC.length;
      for (let skipped = 0; skipped < 2; skipped++)
        at += parsePickle(bytes.subarray(at), source.name, at).length;
      return parsePickle(bytes.subarray(at), source.name, at);
    } catch (error) {
      if (isWhole || length >= MAX_PICKLE_BYTES || !(error instanceof FormatError)) throw error;
    }
  }
}

type Curves = Omit<ReadCheckpoint, 'warnings'>;

/** Source: nnU-Net v2, nnUNetTrainer.save_checkpoint and nnunet_logger.get_checkpoint. */
function v2Epochs(root: Map<unknown, unknown>): Curves | null {
  const logging = root.get('logging');
  if (!(logging instanceof Map)) return null;
  const list = (key: string): unknown[] => {
    const values: unknown = (logging as Map<unknown, unknown>).get(key);
    return Array.isArray(values) ? values : [];
  };
  const numbers = (key: string) => list(key).map(numberOf);
  const [trainLosses, valLosses, rates] = [numbers('train_losses'), numbers('val_losses'), numbers('lrs')];
  const [starts, ends] = [numbers('epoch_start_timestamps'), numbers('epoch_end_timestamps')];
  const dice = list('dice_per_class_or_region');
  const ema = numbers('ema_fg_dice').map((value) => value ?? Number.NaN);
  let best = Number.NaN;
  const epochs = dice.map((values, epoch): RunEpoch => {
    const isNewBest = epoch === 0 || ema[epoch] > best;
    if (isNewBest) best = ema[epoch];
    const [start, end] = [starts[epoch] ?? null, ends[epoch] ?? null];
    return {
      epoch,
      learningRate: rates[epoch] ?? null,
      trainLoss: trainLosses[epoch] ?? null,
      valLoss: valLosses[epoch] ?? null,
      pseudoDice: (Array.isArray(values) ? values : [values]).map((value) => numberOf(value) ?? Number.NaN),
      durationS: start !== null && end !== null ? end - start : null,
      startMs: start === null ? null : start * 1000,
      loggedEma: isNewBest ? (ema[epoch] ?? null) : null,
      isNewBest,
    };
  });
  const init = root.get('init_args');
  const args = init instanceof Map ? (init as Map<unknown, unknown>) : new Map<unknown, unknown>();
  const plans = args.get('plans');
  const planned = plans instanceof Map ? (plans as Map<unknown, unknown>) : new Map<unknown, unknown>();
  const conditions = {
    trainer: textOf(root.get('trainer_name')),
    configuration: textOf(args.get('configuration')),
    fold: textOf(args.get('fold')),
    dataset: textOf(planned.get('dataset_name')),
    plans: textOf(planned.get('plans_name')),
    nnunet: 'v2',
  };
  return {
    version: 2,
    epochs,
    ema,
    nextEpoch: numberOf(root.get('current_epoch')),
    conditions: Object.fromEntries(Object.entries(conditions).filter(([, value]) => value !== null)),
  };
}

/** Source: nnU-Net v1, network_trainer.py, save_checkpoint: (train, val, val in train mode, Dice) per epoch. */
function v1Epochs(root: Map<unknown, unknown>): Curves | null {
  const plot = root.get('plot_stuff');
  if (!Array.isArray(plot) || plot.length < 4 || !plot.every(Array.isArray)) return null;
  const [train, val, , metric] = (plot as unknown[][]).map((values) => values.map(numberOf));
  const epochs = metric.map((dice, epoch): RunEpoch => ({
    epoch,
    learningRate: null,
    trainLoss: train[epoch] ?? null,
    valLoss: val[epoch] ?? null,
    pseudoDice: dice === null ? [] : [dice],
    durationS: null,
    startMs: null,
    loggedEma: null,
    isNewBest: false,
  }));
  return {
    version: 1,
    epochs,
    ema: [],
    nextEpoch: numberOf(root.get('epoch')),
    conditions: { nnunet: 'v1' },
  };
}

function textOf(value: unknown): string | null {
  return typeof value === 'string' ? value : typeof value === 'number' ? String(value) : null;
}
