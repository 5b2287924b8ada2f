import { rename, rm, writeFile } from 'node:fs/promises';
import { DiceLensError } from '../../core/errors.ts';

/** Writes a file whole or not at all: aside first, then renamed. `-` is standard output. */
export async function writeOutput(path: string, text: string, stdout: NodeJS.WritableStream): Promise<void> {
  if (path === '-') {
    stdout.write(text);
    return;
  }
  const aside = `${path}.${process.pid}.part`;
  try {
    await writeFile(aside, text);
    await rename(aside, path);
  } catch (error) {
    await rm(aside, { force: true }).catch(() => {});
    const reason = (error as NodeJS.ErrnoException).code ?? String(error);
    throw new DiceLensError('cannotWrite', { file: path, reason });
  }
}
