import { FormatError } from '../../core/errors.ts';
import type { TrainingLog } from '../../core/runs/run.ts';
import type { ByteSource } from '../bytes/byte-source.ts';
import { collectLog } from './training-log-collector.ts';

/** A log is read in pieces of this many bytes. */
const PIECE_BYTES = 2 ** 20;
/** Of a longer line only the beginning is looked at; the plans of nnU-Net take some 20,000. */
const MAX_LINE = 2 ** 16;
/** No text has a zero byte here. */
const HEAD_BYTES = 4096;

export interface ReadLogOptions {
  readonly signal?: AbortSignal;
  /** Bytes done so far. */
  readonly progress?: (doneBytes: number) => void;
}

/**
 * Reads a training log of nnU-Net v1 or v2 line by line, whatever its size; memory is that of its epochs. UTF-8, or
 * UTF-16 with a byte order mark, as PowerShell writes it; any line ends. Usually one training; several where logs were
 * pasted together or several trainings wrote into one file. What cannot be read is a warning.
 * @throws FormatError logBinary; DiceLensError fileChanged; the signal's reason, once aborted
 */
export async function readTrainingLog(
  source: ByteSource,
  { signal, progress }: ReadLogOptions = {},
): Promise<TrainingLog[]> {
  const { name: file, size } = source;
  const collector = collectLog(file);
  const head = await source.read(0, Math.min(size, 2));
  const encoding =
    head[0] === 0xff && head[1] === 0xfe
      ? 'utf-16le'
      : head[0] === 0xfe && head[1] === 0xff
        ? 'utf-16be'
        : 'utf-8';
  const decoder = new TextDecoder(encoding);
  let rest = '';
  let lines = 0;
  let isPadded = false; // nnU-Net writes a blank at the end of every line
  const take = (line: string) => {
    lines++;
    isPadded ||= line.endsWith(' ');
    collector.take(line);
  };
  let endsInReturn = false;
  for (let from = 0; from < size; from += PIECE_BYTES) {
    signal?.throwIfAborted();
    const bytes = await source.read(from, Math.min(size, from + PIECE_BYTES));
    const zero = encoding === 'utf-8' && from === 0 ? bytes.subarray(0, HEAD_BYTES).indexOf(0) : -1;
    if (zero >= 0) throw new FormatError('logBinary', { file, offset: zero });
    const decoded = decoder.decode(bytes, { stream: true }).replaceAll('\0', ''); // left by a crash
    const text = endsInReturn && decoded.startsWith('\n') ? decoded.slice(1) : decoded;
    endsInReturn = decoded.endsWith('\r');
    const pieces = text.split(/\r\n|\n|\r/);
    for (let i = 0; i < pieces.length - 1; i++) {
      take((rest + pieces[i]).slice(0, MAX_LINE));
      rest = '';
    }
    if (rest.length < MAX_LINE) rest += pieces.at(-1)!.slice(0, MAX_LINE);
    progress?.(Math.min(size, from + PIECE_BYTES));
  }
  rest += decoder.decode();
  if (rest === '') return collector.finish();
  if (!isPadded || rest.endsWith(' ')) {
    take(rest.slice(0, MAX_LINE));
    return collector.finish();
  }
  const [last, ...others] = collector.finish().reverse();
  const cut = { code: 'log-cut' as const, facts: { file, line: lines + 1 } };
  return [...others.reverse(), { ...last, warnings: [...last.warnings, cut] }];
}
