import { execFileSync } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { countJointCpu } from '../../src/engine/cpu/joint-counts.ts';
import { blobPair } from './blob-volumes.ts';
import { writeOrgans, writeTumours, type CohortOnDisk } from './cohort-files.ts';
import { type Figures, interleaved, leastRatio, type Ratio, spreadOf, summaryOf } from './measure.ts';
import { runWatched } from './tree-memory.ts';

const top = fileURLToPath(new URL('../../', import.meta.url));
const PROCESSES = 2;
const ROUNDS = 3;
const TUMOURS = 48;
const ORGANS = 6;

/**
 * `dicelens evaluate` of two folders, labels and regions with everything it writes, against nnU-Net's loop over labels
 * in NumPy: whole commands on the same files of 240 x 240 x 155, as many threads as processes.
 */
export async function cohort(): Promise<Figures> {
  await build({ configFile: join(top, 'vite.config.ts'), mode: 'cli', logLevel: 'error' });
  const tumours = writeTumours(TUMOURS);
  const organs = writeOrgans(ORGANS, 117);
  const few = writeOrgans(ORGANS, 3);
  const peaks: Record<string, number[]> = {};
  const watched = (name: string, run: () => ReturnType<typeof runWatched>) => async () => {
    const { peakBytes } = await run();
    if (peakBytes !== null) (peaks[name] ??= []).push(peakBytes);
  };
  const hasNumpy = isNumpyThere();
  if (!hasNumpy) console.log('  python3 with numpy is not here: only DiceLens is measured.');
  try {
    if (hasNumpy) await refuseToDiffer(tumours);
    const numpy = {
      [`numpy, ${TUMOURS} tumours`]: watched('numpy', () => runNumpy(tumours)),
      [`numpy, ${ORGANS} cases of 117 labels`]: () => runNumpy(organs),
      'numpy, the same shapes with 3 labels': () => runNumpy(few),
    };
    const works: Record<string, () => unknown> = {
      [`dicelens, ${TUMOURS} tumours`]: watched('dicelens', () => runDiceLens(tumours)),
      [`dicelens, ${ORGANS} cases of 117 labels`]: () => runDiceLens(organs),
      'dicelens, the same shapes with 3 labels': () => runDiceLens(few),
      ...(hasNumpy ? numpy : {}),
      ...countingAlone(),
    };
    const times = await interleaved(ROUNDS, works);
    const of = (name: string) => times[name];
    const pair = (name: string, above: string, below: string, aim?: string): Ratio[] => [
      spreadOf(name, of(above), of(below), aim),
      leastRatio(name, of(above), of(below)),
    ];
    const [ours, theirs] = ['dicelens, ', 'numpy, '];
    return {
      times: Object.fromEntries(Object.entries(times).map(([name, values]) => [name, summaryOf(values)])),
      ratios: [
        ...(hasNumpy
          ? [
              ...pair(
                'numpy / dicelens, 3 labels',
                `${theirs}${TUMOURS} tumours`,
                `${ours}${TUMOURS} tumours`,
                '>= 3',
              ),
              ...pair('numpy / dicelens, 117 labels', `${theirs}${ORGANS} cases of 117 labels`, `${ours}${ORGANS} cases of 117 labels`, '>= 3'), // prettier-ignore
              ...pair('numpy, 117 labels / 3', `${theirs}${ORGANS} cases of 117 labels`, `${theirs}the same shapes with 3 labels`), // prettier-ignore
            ]
          : []),
        ...pair('dicelens, files and table and all, 117 labels / 3', `${ours}${ORGANS} cases of 117 labels`, `${ours}the same shapes with 3 labels`), // prettier-ignore
        ...pair('counting alone, 118 labels / 4', COUNTED[118], COUNTED[4], 'about 1'),
        ...memoryOf(peaks),
        {
          name: 'dicelens',
          unit: 'cases/s',
          value: (TUMOURS * 1000) / summaryOf(of(`${ours}${TUMOURS} tumours`)).medianMs,
        },
      ],
    };
  } finally {
    for (const { folder } of [tumours, organs, few]) rmSync(folder, { recursive: true, force: true });
  }
}

const COUNTED = { 118: 'counting alone, 118 labels', 4: 'counting alone, the same shapes as 4' } as const;

/** What is left of a case without files: its voxels are counted, whatever the labels are. */
function countingAlone(): Record<string, () => unknown> {
  const { reference, predicted } = blobPair(118);
  const few = (codes: ArrayLike<number>) =>
    Uint8Array.from(codes, (code) => (code === 0 ? 0 : ((code - 1) % 3) + 1));
  const pairs = {
    [COUNTED[118]]: { rows: 118, columns: 118, reference, predicted },
    [COUNTED[4]]: { rows: 4, columns: 4, reference: few(reference), predicted: few(predicted) },
  };
  const TIMES = 20;
  return Object.fromEntries(
    Object.entries(pairs).map(([name, pair]) => [
      name,
      async () => {
        for (let i = 0; i < TIMES; i++) await countJointCpu(pair);
      },
    ]),
  );
}

function runDiceLens({ folder }: CohortOnDisk) {
  const outputs = ['-o', 'summary.json', '--json', 'cohort.json', '--force'];
  const args = ['evaluate', 'labels', 'maps', '--dataset', 'dataset.json', '-j', `${PROCESSES}`, ...outputs];
  return runWatched(process.execPath, [`${top}dist/cli/start.js`, ...args, '--engine', 'cpu'], folder);
}

function runNumpy({ folder, labels }: CohortOnDisk) {
  const values = Array.from({ length: labels }, (_, i) => `${i + 1}`);
  return runWatched('python3', [`${top}test/bench/cohort-nnunet.py`, 'labels', 'maps', `${PROCESSES}`, ...values], folder); // prettier-ignore
}

/** Both must have counted the same before their times mean anything. */
async function refuseToDiffer(on: CohortOnDisk): Promise<void> {
  await runDiceLens(on);
  const { cases } = JSON.parse(readFileSync(join(on.folder, 'cohort.json'), 'utf8')) as {
    cases: { labels: Record<string, { tp: number }> }[];
  };
  const own = cases.flatMap(({ labels }) => Object.values(labels)).reduce((sum, { tp }) => sum + tp, 0);
  const { TP } = JSON.parse((await runNumpy(on)).stdout) as { TP: number };
  if (own !== TP) throw new Error(`DiceLens counts ${own} true positives, NumPy ${TP}.`);
}

function memoryOf({ dicelens, numpy }: Record<string, number[]>): Ratio[] {
  const megabytes = (bytes: readonly number[]) => Math.max(...bytes) / 2 ** 20;
  if (!dicelens) return [];
  return [
    { name: 'dicelens, peak memory', value: megabytes(dicelens), unit: 'MiB' },
    ...(numpy ? [{ name: 'numpy, peak memory of all processes', value: megabytes(numpy), unit: 'MiB' }] : []),
  ];
}

function isNumpyThere(): boolean {
  try {
    execFileSync('python3', ['-c', 'import numpy'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}
