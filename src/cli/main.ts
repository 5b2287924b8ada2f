import { version } from '../../package.json';
import { DiceLensError } from '../core/errors.ts';
import { cliWords } from '../core/messages/cli.ts';
import { say } from '../core/messages/say.ts';
import { LANGUAGES, type Language, type Sentence } from '../core/messages/sentence.ts';
import { UsageError } from './arguments.ts';
import { helpOf } from './help.ts';
import { errorProblem, openProblems } from './output/problems.ts';
import { audit } from './audit.ts';
import { compare } from './cohort/compare.ts';
import type { Streams } from './evaluate.ts';
import { evaluateFilesOrFolders } from './cohort/evaluate-folders.ts';
import { merge } from './cohort/merge.ts';
import { pseudoDice } from './pseudo-dice/pseudo-dice.ts';
import { runs } from './runs/runs.ts';
import { serve } from './serve/serve.ts';

const COMMANDS = {
  evaluate: evaluateFilesOrFolders,
  merge,
  compare,
  audit,
  runs,
  'pseudo-dice': pseudoDice,
  serve,
} as const;

/** Runs a command; the result is the exit code: 0 done, 1 a file cannot be used, 2 wrong usage, 3 some cases failed. */
export async function run(args: readonly string[], streams: Streams): Promise<number> {
  const { stdout, stderr } = streams;
  const language = languageOf(args);
  const { asked, others } = takeErrorForm(args);
  const [command, ...rest] = others;
  if (others.includes('--help') || others.includes('-h')) {
    stdout.write(helpOf(isCommand(command) ? command : null, language));
    return 0;
  }
  if (command === '--version') {
    stdout.write(`${version}\n`);
    return 0;
  }
  const problems = asked === 'json' ? openProblems(stderr) : null;
  const inner = problems ? { ...streams, stderr: problems.notes, tell: problems.tell } : streams;
  try {
    if (asked !== null && asked !== 'json' && asked !== 'text') {
      const facts = { option: '--errors', value: asked, known: ['text', 'json'] };
      throw new UsageError(cliWords.valueUnknown as Sentence<never>, facts);
    }
    if (command === undefined) throw new UsageError(cliWords.usage as Sentence<never>);
    if (!isCommand(command)) throw new UsageError(cliWords.unknownCommand as Sentence<never>, { command });
    return await COMMANDS[command](rest, inner);
  } catch (error) {
    if (error instanceof UsageError) {
      problems?.tell({ kind: 'usage', code: 'usage', case: null, message: error.message.trimEnd() });
      if (!problems) stderr.write(`${say(error.sentence, language, error.facts).trimEnd()}\n`);
      return 2;
    }
    if (error instanceof DiceLensError) {
      problems?.tell(errorProblem(error, null));
      if (!problems) stderr.write(`${error.say(language)}\n`);
      return 1;
    }
    throw error;
  }
}

function isCommand(name: string | undefined): name is keyof typeof COMMANDS {
  return name !== undefined && Object.hasOwn(COMMANDS, name);
}

/** Takes `--errors text|json` away, which every command knows; null where it is not asked for. */
function takeErrorForm(args: readonly string[]): { asked: string | null; others: readonly string[] } {
  const at = args.findIndex((argument) => /^--errors(=|$)/.test(argument));
  if (at < 0) return { asked: null, others: args };
  const inline = args[at].split('=')[1];
  const asked = inline ?? args[at + 1] ?? '';
  return { asked, others: args.toSpliced(at, inline === undefined ? 2 : 1) };
}

/** The language asked for, also where the arguments are wrong otherwise. */
function languageOf(args: readonly string[]): Language {
  const at = args.findIndex((argument) => argument.startsWith('--language'));
  const asked = args[at]?.split('=')[1] ?? args[at + 1];
  return LANGUAGES.find((language) => at >= 0 && language === asked) ?? 'en';
}
