import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** Builds dist/app once for all page tests, in a process of its own: Vitest's NODE_ENV would build Lit for development. */
export default function buildApp(): void {
  const top = fileURLToPath(new URL('../..', import.meta.url));
  const { VITEST: _, ...env } = process.env;
  execFileSync(process.execPath, ['node_modules/vite/bin/vite.js', 'build', '--logLevel', 'warn'], {
    cwd: top,
    stdio: 'inherit',
    env: { ...env, NODE_ENV: 'production' },
  });
}
