import { mkdirSync, writeFileSync } from 'node:fs';
import { demoCase } from './demo-case.ts';

const folder = new URL('../../public/demo/', import.meta.url);
mkdirSync(folder, { recursive: true });
for (const [name, bytes] of demoCase()) {
  writeFileSync(new URL(name, folder), bytes);
  console.log(`${name} ${bytes.length.toLocaleString('en-US')} bytes`);
}
