#!/usr/bin/env node
import { existsSync } from 'node:fs';

const main = new URL('../../dist/cli/start.js', import.meta.url);

if (existsSync(main)) {
  await import(main.href);
} else {
  console.error('The command line is not built yet: run `npm run build` in the folder of DiceLens.');
  process.exitCode = 1;
}
