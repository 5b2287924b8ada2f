// Finds Snakemake, and as a program installs it where there is none: `tsx test/workflow/snakemake.ts`.

import { execFileSync, type ExecFileSyncOptions } from 'node:child_process';
import { accessSync, constants, existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const own = fileURLToPath(new URL('../../node_modules/.cache/dicelens-snakemake/', import.meta.url));

/** The path of a snakemake that runs: of the PATH, the system's, or the one installed here; undefined without one. */
export function findSnakemake(): string | undefined {
  const folders = [...(process.env.PATH ?? '').split(delimiter), '/usr/bin', join(own, 'bin')];
  return folders.map((folder) => join(folder, 'snakemake')).find((path) => isProgram(path) && runs(path));
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

function runs(path: string): boolean {
  try {
    return /^\d/.test(execFileSync(path, ['--version'], { encoding: 'utf8', stdio: 'pipe' }));
  } catch {
    return false;
  }
}

function install(): void {
  const isDebian = existsSync('/etc/debian_version') && process.getuid?.() === 0;
  if (isDebian && succeeds(installFromDebian)) return;
  succeeds(installFromPython);
}

function installFromDebian(): void {
  console.log('No Snakemake here: installing the snakemake package of this distribution.');
  const options: ExecFileSyncOptions = {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  };
  execFileSync('apt-get', ['update', '-qq'], options);
  execFileSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'snakemake'], options);
}

function installFromPython(): void {
  console.log(`No Snakemake here: installing it with pip into node_modules/.cache.`);
  const stdio: ExecFileSyncOptions = { stdio: ['ignore', 'ignore', 'inherit'] };
  execFileSync('python3', ['-m', 'venv', own], stdio);
  const options = ['--quiet', '--disable-pip-version-check', '--retries', '1', '--timeout', '15'];
  execFileSync(join(own, 'bin/pip'), ['install', ...options, 'snakemake<9'], stdio);
}

function succeeds(work: () => void): boolean {
  try {
    work();
    return findSnakemake() !== undefined;
  } catch (error) {
    console.log(`That did not succeed (${(error as Error).message.split('\n')[0]}).`);
    return false;
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  if (!findSnakemake()) install();
  const snakemake = findSnakemake();
  if (snakemake) console.log(`Snakemake: ${snakemake}`);
  else {
    console.error(
      'There is no Snakemake that runs; the test of the workflow is skipped outside CI and fails in CI.',
    );
    if (process.env.CI) process.exitCode = 1;
  }
}
