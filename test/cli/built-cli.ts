import { spawn } from 'node:child_process';
import { chmodSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { scratchFolder } from './run-cli.ts';

const top = fileURLToPath(new URL('../../', import.meta.url));

/** Builds the command line as `npm run build` does, into a folder of its own; the path of its start. */
export async function buildCli(): Promise<string> {
  const folder = scratchFolder();
  chmodSync(folder, 0o755); // for commands run as another user
  writeFileSync(join(folder, 'package.json'), '{"type": "module"}');
  const outDir = join(folder, 'cli');
  await build({
    configFile: join(top, 'vite.config.ts'),
    mode: 'cli',
    logLevel: 'error',
    build: { outDir },
  });
  return join(outDir, 'start.js');
}

export interface Ended {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs a program to its end, whatever its exit code. */
export function runProgram(
  program: string,
  args: readonly string[],
  options: { cwd?: string; uid?: number; env?: NodeJS.ProcessEnv } = {},
): Promise<Ended> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { ...options, stdio: ['ignore', 'pipe', 'pipe'] });
    const written = { stdout: '', stderr: '' };
    child.stdout.on('data', (chunk) => (written.stdout += String(chunk)));
    child.stderr.on('data', (chunk) => (written.stderr += String(chunk)));
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, ...written }));
  });
}
