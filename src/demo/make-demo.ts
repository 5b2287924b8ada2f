import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { demoCase } from './demo-case.ts';
import { demoRun } from './demo-run.ts';

const folder = new URL('../../public/demo/', import.meta.url);
mkdirSync(folder, { recursive: true });
for (const [name, bytes] of demoCase()) {
  writeFileSync(new URL(name, folder), bytes);
  console.log(`${name} ${bytes.length.toLocaleString('en-US')} bytes`);
}
for (const [path, text] of demoRun()) {
  const url = new URL(`run/${path}`, folder);
  mkdirSync(dirname(fileURLToPath(url)), { recursive: true });
  writeFileSync(url, text);
  console.log(`run/${path} ${text.length.toLocaleString('en-US')} bytes`);
}
