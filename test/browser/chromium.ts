// Finds a Chromium, and as a program installs one where there is none: `tsx test/browser/chromium.ts`.
// Playwright's own download is never used: many machines that run tests reach only npm and their distribution.

import { execFileSync, type ExecFileSyncOptions } from 'node:child_process';
import { accessSync, constants, existsSync, mkdirSync, statSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** WebGPU on SwiftShader, on machines without a GPU. Every one is needed: without the 2D flags 200 chart lines take 14 s. */
export const GPU_FLAGS = [
  '--enable-unsafe-webgpu',
  '--enable-features=Vulkan',
  '--use-vulkan=swiftshader',
  '--use-angle=swiftshader',
  '--disable-accelerated-2d-canvas',
  '--disable-gpu-rasterization',
];

/** A browser as of users whose WebGPU is off or blocked. */
export const NO_GPU_FLAGS = ['--disable-features=WebGPU', '--disable-gpu'];

/** Nothing that Chromium does of its own accord may reach the network. */
export const QUIET_FLAGS = [
  '--no-sandbox',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
  '--disable-quic',
];

export const CHROMIUM_FLAGS = [...QUIET_FLAGS, ...GPU_FLAGS];

const NAMES = ['google-chrome', 'google-chrome-stable', 'chromium', 'chromium-browser'];
const PLACES = [
  '/usr/bin',
  '/usr/local/bin',
  '/snap/bin',
  '/opt/google/chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];
const PACKAGE = '@sparticuz/chromium@147.0.0';
const unpacked = fileURLToPath(new URL('../../node_modules/.cache/dicelens-chromium/', import.meta.url));

/** The path of a Chromium or Chrome: CHROME_PATH, the PATH, the usual places, then one unpacked from npm. */
export function findChromium(): string | undefined {
  if (process.env.CHROME_PATH) return process.env.CHROME_PATH;
  const folders = [...(process.env.PATH ?? '').split(delimiter), ...PLACES];
  const candidates = folders.flatMap((folder) => [...NAMES.map((name) => join(folder, name)), folder]);
  return [...candidates, join(unpacked, 'start-chromium')].find(isProgram);
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return statSync(path).isFile();
  } catch {
    return false;
  }
}

function install(): void {
  if (existsSync('/etc/debian_version') && process.getuid?.() === 0 && installFromDebian()) return;
  installFromNpm();
}

function installFromDebian(): boolean {
  console.log('No Chromium or Chrome here: installing the chromium package of this distribution.');
  const packages = ['-y', '-qq', '--no-install-recommends', 'chromium', 'libvulkan1'];
  const options: ExecFileSyncOptions = {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  };
  try {
    execFileSync('apt-get', ['update', '-qq'], options);
    execFileSync('apt-get', ['install', ...packages], options);
    return runs(findChromium());
  } catch (error) {
    console.log(`apt-get did not succeed (${(error as Error).message.split('\n')[0]}).`);
    return false;
  }
}

function installFromNpm(): void {
  console.log(`No Chromium or Chrome here: unpacking npm's ${PACKAGE} into node_modules/.cache.`);
  mkdirSync(unpacked, { recursive: true });
  writeFileSync(join(unpacked, 'package.json'), '{ "private": true }\n');
  const npm = ['install', '--no-save', '--no-audit', '--no-fund', '--ignore-scripts', '--silent', PACKAGE];
  execFileSync('npm', npm, { cwd: unpacked, stdio: 'inherit', env: withoutNpmSettings() });

  // The package unpacks into the folder for temporary files, its own copies of NSS only where it sees Lambda.
  const unpack = `import('@sparticuz/chromium').then((found) => found.default.executablePath())`;
  execFileSync(process.execPath, ['--input-type=module', '-e', unpack], {
    cwd: unpacked,
    stdio: 'inherit',
    env: { ...process.env, TMPDIR: unpacked, AWS_LAMBDA_JS_RUNTIME: 'nodejs20.x' },
  });
  const start = `#!/bin/sh
here=$(dirname "$0")
export LD_LIBRARY_PATH="$here/al2023/lib\${LD_LIBRARY_PATH:+:$LD_LIBRARY_PATH}"
[ -e /etc/fonts/fonts.conf ] || export FONTCONFIG_PATH="$here/fonts"
exec "$here/chromium" "$@"
`;
  writeFileSync(join(unpacked, 'start-chromium'), start, { mode: 0o755 });
}

/** Within `npm test` npm hands its own settings down, which would point this npm at the project again. */
function withoutNpmSettings(): NodeJS.ProcessEnv {
  const kept = Object.entries(process.env).filter(
    ([name]) => !/^npm_(config_(local_prefix|prefix)|package_)/.test(name),
  );
  return Object.fromEntries(kept);
}

function runs(chromium: string | undefined): boolean {
  if (!chromium) return false;
  try {
    // Debian's start script complains on stderr where memory is counted in more digits than its shell can compare.
    const stdio: ExecFileSyncOptions['stdio'] = ['ignore', 'pipe', 'ignore'];
    const version = execFileSync(chromium, ['--version', '--no-sandbox'], { encoding: 'utf8', stdio });
    return /Chrom/.test(version);
  } catch {
    return false;
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  if (!runs(findChromium())) install();
  const chromium = findChromium();
  if (!runs(chromium)) {
    console.error('There is no Chromium that runs: install one, or name it in CHROME_PATH.');
    process.exitCode = 1;
  } else {
    console.log(`Chromium: ${chromium}`);
  }
}
