import { cliWords } from '../core/messages/cli.ts';
import { LANGUAGES, type Language, type Sentence } from '../core/messages/sentence.ts';
import { say } from '../core/messages/say.ts';

/** The command line was not used as it is meant: exit code 2. */
export class UsageError extends Error {
  constructor(
    readonly sentence: Sentence<never>,
    readonly facts?: unknown,
  ) {
    super(say(sentence, 'en', facts));
  }
}

/** How many values an option takes: none, one, one each time it is given, all up to the next option, or all numbers. */
export type OptionKind = 'none' | 'one' | 'each' | 'all' | 'numbers';

export interface Arguments {
  readonly positional: readonly string[];
  /** The values of every option that was given, without the leading `--`. */
  readonly options: ReadonlyMap<string, readonly string[]>;
}

/** Takes arguments apart; `--name value` and `--name=value` are the same. */
export function parseArguments(
  args: readonly string[],
  known: Readonly<Record<string, OptionKind>>,
): Arguments {
  const positional: string[] = [];
  const options = new Map<string, string[]>();
  for (let i = 0; i < args.length; i++) {
    const argument = args[i];
    if (!argument.startsWith('--') && !/^-[a-z]$/i.test(argument)) {
      positional.push(argument);
      continue;
    }
    const [option, ...inline] = argument.split('=');
    const name = option.replace(/^-+/, '');
    const kind = known[name];
    if (!kind) throw new UsageError(cliWords.unknownOption as Sentence<never>, { option });
    if (kind === 'none') {
      options.set(name, []);
      continue;
    }
    const values = inline.length > 0 ? [inline.join('=')] : [];
    const takesMore = (value: string) =>
      values.length === 0 || kind === 'all' || (kind === 'numbers' && !Number.isNaN(Number(value)));
    while (i + 1 < args.length && isValue(args[i + 1]) && takesMore(args[i + 1])) values.push(args[++i]);
    if (values.length === 0) throw new UsageError(cliWords.valueMissing as Sentence<never>, { option });
    options.set(name, kind === 'one' ? values : [...(options.get(name) ?? []), ...values]);
  }
  return { positional, options };
}

function isValue(argument: string): boolean {
  return argument === '-' || !argument.startsWith('-');
}

/** The value of an option that is one of a few, its first where it was not given. */
export function chooseValue<Value extends string>(
  { options }: Arguments,
  name: string,
  known: readonly [Value, ...Value[]],
): Value {
  const value = options.get(name)?.[0];
  if (value === undefined) return known[0];
  const found = known.find((candidate) => candidate === value);
  if (!found) {
    throw new UsageError(cliWords.valueUnknown as Sentence<never>, { option: `--${name}`, value, known });
  }
  return found;
}

/** The language that was asked for. */
export function chooseLanguage(parsed: Arguments): Language {
  return chooseValue(parsed, 'language', LANGUAGES as unknown as [Language, ...Language[]]);
}
