import { isMainThread } from 'node:worker_threads';
import { serveCases } from './cohort/case-thread.ts';
import { run } from './main.ts';

if (isMainThread) {
  const { stdout, stderr } = process;
  // Leaves by 'exit', so that what is half written is taken away.
  for (const [signal, code] of [
    ['SIGINT', 130],
    ['SIGTERM', 143],
  ] as const) {
    process.once(signal, () => process.exit(code));
  }
  const threadEntry = new URL(import.meta.url);
  const appFolder = new URL('../app/', import.meta.url);
  process.exitCode = await run(process.argv.slice(2), { stdout, stderr, threadEntry, appFolder });
} else {
  serveCases();
}
