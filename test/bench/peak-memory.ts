// A program of the benchmark: opens one case and prints by how many bytes its memory grew meanwhile. Linux only.

import { readProcessMemory, resetPeak } from './process-memory.ts';
import type { CaseOnDisk } from './opening-files.ts';
import { openToNumbers } from './opening-in-node.ts';

const files = JSON.parse(process.argv[2]) as CaseOnDisk;
resetPeak(process.pid);
const before = readProcessMemory(process.pid);
await openToNumbers(files);
console.log(readProcessMemory(process.pid).peakBytes - before.bytes);
