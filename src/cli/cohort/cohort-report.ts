import type { CaseJob } from './case-job.ts';
import { sayWarning, type DiceLensError, type Warning } from '../../core/errors.ts';
import { cliWords } from '../../core/messages/cli.ts';
import { cohortWords } from '../../core/messages/cohort.ts';
import { say } from '../../core/messages/say.ts';
import { errorProblem, warningProblem, type Tell } from '../output/problems.ts';
import type { Language, Sentence } from '../../core/messages/sentence.ts';

/** Exit code: some cases failed, the others are done. */
export const SOME_FAILED = 3;

/** How many cases are named for each kind of warning. */
const SHOWN = 3;

/** What a person is told while a cohort is counted, and in the end. */
export interface CohortReport {
  progress(done: number, total: number): void;
  warn(job: CaseJob, warnings: readonly Warning[]): void;
  fail(job: Pick<CaseJob, 'name'>, error: DiceLensError): void;
  /** A line of its own. */
  line(text: string): void;
  /** Ends the line of progress and says how many more warnings of each kind there were. */
  end(): void;
}

/** Reports to standard error, a line of progress only on a terminal; to `tell` everything, with all warnings. */
export function openReport(stderr: NodeJS.WritableStream, language: Language, tell?: Tell): CohortReport {
  const isTerminal = 'isTTY' in stderr && stderr.isTTY === true;
  const clear = isTerminal ? '\r\u001b[2K' : '';
  const started = Date.now();
  const seen = new Map<string, number>();
  const line = (text: string) => stderr.write(`${clear}${text}\n`);
  const word = (of: keyof typeof cohortWords, facts: unknown) =>
    say(cohortWords[of] as Sentence<never>, language, facts);
  const warningLine = (text: string) => line(`${say(cliWords.warning, language)}: ${text}`);
  return {
    line,
    progress(done, total) {
      if (!isTerminal) return;
      const seconds = (Date.now() - started) / 1000;
      const secondsLeft = seconds < 2 ? null : (seconds / done) * (total - done);
      stderr.write(`${clear}${word('progress', { done, total, secondsLeft })}`);
    },
    warn({ name }, warnings) {
      if (tell) {
        for (const warning of warnings) tell(warningProblem(warning, name));
        return;
      }
      const said = new Set<string>(); // both files of a case have one name
      for (const warning of warnings) {
        const text = sayWarning(warning, language);
        if (said.has(text)) continue;
        said.add(text);
        const times = (seen.get(warning.code) ?? 0) + 1;
        seen.set(warning.code, times);
        if (times <= SHOWN) warningLine(`${name}: ${text}`);
      }
    },
    fail({ name }, error) {
      if (tell) tell(errorProblem(error, name));
      else line(word('caseFailed', { case: name, reason: error.say(language) }));
    },
    end() {
      if (isTerminal) stderr.write(clear);
      for (const [code, times] of seen) {
        if (times > SHOWN) warningLine(`${code}: ${word('sameInOthers', { cases: times - SHOWN })}`);
      }
    },
  };
}
