import { version } from '../../package.json';
import { DiceLensError } from '../core/errors.ts';
import { cliWords } from '../core/messages/cli.ts';
import { say } from '../core/messages/say.ts';
import { LANGUAGES, type Language, type Sentence } from '../core/messages/sentence.ts';
import { UsageError } from './arguments.ts';
import { audit } from './audit.ts';
import { compare } from './cohort/compare.ts';
import type { Streams } from './evaluate.ts';
import { evaluateFilesOrFolders } from './cohort/evaluate-folders.ts';
import { merge } from './cohort/merge.ts';
import { pseudoDice } from './pseudo-dice/pseudo-dice.ts';
import { runs } from './runs/runs.ts';

const COMMANDS = {
  evaluate: evaluateFilesOrFolders,
  merge,
  compare,
  audit,
  runs,
  'pseudo-dice': pseudoDice,
} as const;

/** Runs a command; the result is the exit code: 0 done, 1 a file cannot be used, 2 wrong usage, 3 some cases failed. */
export async function run(args: readonly string[], streams: Streams): Promise<number> {
  const { stdout, stderr } = streams;
  const language = languageOf(args);
  const [command, ...rest] = args;
  if (args.includes('--help') || args.includes('-h')) {
    stdout.write(say(cliWords.usage, language));
    return 0;
  }
  if (command === '--version') {
    stdout.write(`${version}\n`);
    return 0;
  }
  try {
    if (command === undefined) throw new UsageError(cliWords.usage as Sentence<never>);
    if (!isCommand(command)) throw new UsageError(cliWords.unknownCommand as Sentence<never>, { command });
    return await COMMANDS[command](rest, streams);
  } catch (error) {
    if (error instanceof UsageError) {
      stderr.write(`${say(error.sentence, language, error.facts).trimEnd()}\n`);
      return 2;
    }
    if (error instanceof DiceLensError) {
      stderr.write(`${error.say(language)}\n`);
      return 1;
    }
    throw error;
  }
}

function isCommand(name: string): name is keyof typeof COMMANDS {
  return Object.hasOwn(COMMANDS, name);
}

/** The language asked for, also where the arguments are wrong otherwise. */
function languageOf(args: readonly string[]): Language {
  const at = args.findIndex((argument) => argument.startsWith('--language'));
  const asked = args[at]?.split('=')[1] ?? args[at + 1];
  return LANGUAGES.find((language) => at >= 0 && language === asked) ?? 'en';
}
