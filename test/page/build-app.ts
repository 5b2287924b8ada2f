import { execFileSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/**
 * Builds dist/app once for all page tests, in a process of its own: Vitest's NODE_ENV would build Lit for development.
 * A build that fails leaves no dist/app, so that page tests fail; thrown from here it would end every other test too.
 */
export default function buildApp(): void {
  const top = fileURLToPath(new URL('../..', import.meta.url));
  rmSync(`${top}dist/app`, { recursive: true, force: true });
  const { VITEST: _, ...env } = process.env;
  try {
    execFileSync(process.execPath, ['node_modules/vite/bin/vite.js', 'build', '--logLevel', 'warn'], {
      cwd: top,
      stdio: 'inherit',
      env: { ...env, NODE_ENV: 'production' },
    });
  } catch {
    console.error('The app does not build: every page test will fail.');
  }
}
