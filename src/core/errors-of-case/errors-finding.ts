import { findingWords, noErrors } from '../messages/error-navigator.ts';
import { causeWords } from '../messages/error-atlas.ts';
import { say } from '../messages/say.ts';
import type { Language } from '../messages/sentence.ts';
import { formatShare } from '../text/format.ts';
import type { CauseSum } from './case-errors.ts';

/** The finding of a case's errors in one sentence: which cause holds most of the voxels that are wrong. */
export function sayErrorsFinding(causes: readonly CauseSum[], language: Language): string {
  const [first] = causes;
  if (!first) return say(noErrors, language);
  const voxels = causes.reduce((sum, cause) => sum + cause.voxels, 0);
  return say(findingWords[first.cause], language, {
    cause: say(causeWords[first.cause], language),
    pieces: first.pieces,
    voxels: first.voxels,
    of: voxels,
    share: formatShare(first.voxels / voxels),
  });
}
