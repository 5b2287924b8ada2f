import { hostname, userInfo } from 'node:os';
import { fileURLToPath } from 'node:url';
import { say } from '../../core/messages/say.ts';
import type { Sentence } from '../../core/messages/sentence.ts';
import { serveWords } from '../../core/messages/serve.ts';
import { chooseLanguage, parseArguments, UsageError } from '../arguments.ts';
import type { Streams } from '../evaluate.ts';
import { openServer } from './open-server.ts';

const OPTIONS = { host: 'one', port: 'one', language: 'one' } as const;
const DEFAULT_PORT = '4180';

/**
 * `dicelens serve`: the application and, read-only, the files below a folder, until it is stopped.
 * @throws UsageError, or DiceLensError where it cannot be served
 */
export async function serve(args: readonly string[], streams: Streams): Promise<number> {
  const parsed = parseArguments(args, OPTIONS);
  const language = chooseLanguage(parsed);
  const [folder, ...more] = parsed.positional;
  if (folder === undefined || more.length > 0) throw new UsageError(serveWords.serveNeeds as Sentence<never>);
  const host = parsed.options.get('host')?.[0] ?? '127.0.0.1';
  const port = parsed.options.get('port')?.[0] ?? DEFAULT_PORT;
  if (!/^\d{1,5}$/.test(port) || Number(port) > 65535) {
    throw new UsageError(serveWords.portUnusable as Sentence<never>, { port });
  }
  const app = fileURLToPath(streams.appFolder ?? new URL('../../../dist/app/', import.meta.url));
  const server = await openServer({ folder, app, host, port: Number(port) });
  const facts = { folder, link: server.link, port: server.port, user: userName(), machine: hostname() };
  streams.stdout.write(`${say(serveWords.serving as Sentence<never>, language, facts)}\n`);
  await new Promise<void>((resolve) => streams.stopped?.addEventListener('abort', () => resolve()));
  await server.close();
  return 0;
}

function userName(): string {
  try {
    return userInfo().username;
  } catch {
    return 'USER'; // a container without an entry for the user
  }
}
