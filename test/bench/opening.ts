import { execFileSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import {
  type Figures,
  interleaved,
  leastRatio,
  type Ratio,
  spreadOf,
  summaryOf,
  type Times,
} from './measure.ts';
import { openingInChromium } from './opening-in-chromium.ts';
import { type CaseOnDisk, makeFolder, writePair, writeProbabilities } from './opening-files.ts';
import { inflater, openToNumbers } from './opening-in-node.ts';

const AIM = '<= 1.5';

/**
 * From the files of a 240 x 240 x 155 case to its numbers, against the time that inflating alone takes and
 * against the bytes of the volumes: in Node, and in the built app in Chromium where there is one.
 */
export async function opening(): Promise<Figures> {
  const folder = makeFolder();
  try {
    const cases = [writePair(folder, 4), writePair(folder, 118), writeProbabilities(folder)];
    const parts = [];
    for (const [i, files] of cases.entries()) parts.push(await openingInNode(files, i < 2 ? 15 : 7));
    parts.push(await openingInChromium(cases));
    return {
      times: Object.assign({}, ...parts.map(({ times }) => times)) as Record<string, Times>,
      ratios: parts.flatMap(({ ratios }) => ratios),
    };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

async function openingInNode(files: CaseOnDisk, rounds: number): Promise<Figures> {
  const { open, inflate } = await interleaved(rounds, {
    open: () => openToNumbers(files),
    inflate: inflater(files),
  });
  const name = `Node, ${files.title}`;
  const memory = peakMemory(files);
  return {
    times: { [`${name}: open to numbers`]: summaryOf(open), [`${name}: fflate alone`]: summaryOf(inflate) },
    ratios: [
      spreadOf(`${name}: open to numbers / fflate alone`, open, inflate, AIM),
      leastRatio(`${name}: open to numbers / fflate alone`, open, inflate),
      ...(memory === null ? [] : [memoryRatio(`${name}: peak memory / volumes`, memory, files)]),
    ],
  };
}

function memoryRatio(name: string, bytes: number, { volumeBytes }: CaseOnDisk): Ratio {
  return { name, value: bytes / volumeBytes };
}

/** By how many bytes a process of its own grows while it opens the case; null off Linux. */
function peakMemory(files: CaseOnDisk): number | null {
  if (process.platform !== 'linux') return null;
  const program = fileURLToPath(new URL('./peak-memory.ts', import.meta.url));
  const out = execFileSync(process.execPath, ['--import', 'tsx', program, JSON.stringify(files)], {
    encoding: 'utf8',
  });
  return Number(out);
}
