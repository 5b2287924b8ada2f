// npm links the commands of dependencies only. Without a link of our own `npx dicelens` would look for the
// package in the registry and ask whether to install it.

import { mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const links = fileURLToPath(new URL('../../node_modules/.bin/', import.meta.url));
const link = `${links}dicelens`;

mkdirSync(links, { recursive: true });
rmSync(link, { force: true });
if (process.platform === 'win32') {
  writeFileSync(`${link}.cmd`, '@node "%~dp0\\..\\..\\src\\cli\\bin.js" %*\r\n');
} else {
  symlinkSync('./bin.js', link);
}
