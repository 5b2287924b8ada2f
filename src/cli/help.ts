import { cliWords } from '../core/messages/cli.ts';
import { say } from '../core/messages/say.ts';
import type { Language } from '../core/messages/sentence.ts';

/** What --help prints: of one command its own parts and what holds for all, else everything. */
export function helpOf(command: string | null, language: Language): string {
  const usage = say(cliWords.usage, language);
  if (command === null) return usage;
  const [head, ...parts] = usage.split(/\n\n(?! {6})/);
  const own = parts.filter((part) => part.startsWith(`  dicelens ${command} `));
  const general = parts.filter((part) => !part.startsWith('  dicelens '));
  return [head, ...own, ...general].join('\n\n');
}
