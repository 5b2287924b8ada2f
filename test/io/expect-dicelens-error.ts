import { DiceLensError } from '../../src/core/errors.ts';

/** The code of the DiceLensError that this work fails with; any other failure is a bug and is thrown on. */
export async function codeOf(work: () => unknown): Promise<string> {
  try {
    await work();
  } catch (error) {
    if (error instanceof DiceLensError) return error.code;
    throw error;
  }
  return 'no error';
}
