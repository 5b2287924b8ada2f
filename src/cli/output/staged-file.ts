import { rmSync } from 'node:fs';
import { open, rename, rm } from 'node:fs/promises';
import { DiceLensError } from '../../core/errors.ts';

/** A file that is written piece by piece and stands under its name only when it is whole. To be ended either way. */
export interface StagedFile {
  write(text: string): Promise<void>;
  /** Puts it in its place. */
  commit(): Promise<void>;
  /** Takes away what was written; nothing after `commit`. */
  discard(): Promise<void>;
}

/**
 * Opens a file to be written aside and renamed at the end; `-` is standard output, written at once.
 * @throws DiceLensError cannotWrite, now or with any later call
 */
export async function openStaged(path: string, stdout: NodeJS.WritableStream): Promise<StagedFile> {
  if (path === '-') {
    return {
      async write(text) {
        stdout.write(text);
      },
      async commit() {},
      async discard() {},
    };
  }
  const aside = `${path}.${process.pid}.part`;
  const attempt = async <Value>(work: Promise<Value>) => {
    try {
      return await work;
    } catch (error) {
      const reason = (error as NodeJS.ErrnoException).code ?? String(error);
      throw new DiceLensError('cannotWrite', { file: path, reason });
    }
  };
  const file = await attempt(open(aside, 'w'));
  let isOpen = true;
  const removeAtExit = () => rmSync(aside, { force: true }); // stopped by a signal
  process.once('exit', removeAtExit);
  return {
    write: (text) => attempt(file.writeFile(text)),
    async commit() {
      isOpen = false;
      await attempt(file.close());
      await attempt(rename(aside, path));
      process.off('exit', removeAtExit);
    },
    async discard() {
      if (isOpen) await file.close().catch(() => {});
      isOpen = false;
      await rm(aside, { force: true }).catch(() => {});
      process.off('exit', removeAtExit);
    },
  };
}
