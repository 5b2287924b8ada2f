import { countJointCpu } from '../../src/engine/cpu/joint-counts.ts';
import type { CodePair } from '../../src/engine/engine.ts';
import { blobPair } from './blob-volumes.ts';
import { figuresInChromium } from './chromium-page.ts';
import { type Figures, interleaved, type Ratio, ratioOf, summaryOf, type Times } from './measure.ts';

const ROUNDS = 15;
const AIMS: Readonly<Record<number, string>> = { 4: '>= 5', 118: '>= 2' };

/**
 * Counting 240 x 240 x 155 voxels: the CPU engine against a plain loop over the voxels and against copying the
 * same bytes; then, where there is a Chromium, what only a GPU shows.
 */
export async function counting(): Promise<Figures> {
  const times: Record<string, Times> = {};
  const ratios: Ratio[] = [];
  for (const labels of [4, 118, 724]) {
    const pair = blobPair(labels);
    const copies = [pair.reference.slice(), pair.predicted.slice()];
    const measured = await interleaved(ROUNDS, {
      'plain loop': () => plainLoop(pair),
      'CPU engine': () => countJointCpu(pair),
      memcpy: () => copies.forEach((copy, i) => copy.set(i === 0 ? pair.reference : pair.predicted)),
    });
    for (const [name, all] of Object.entries(measured)) times[`${labels} labels: ${name}`] = summaryOf(all);
    const { 'plain loop': loop, 'CPU engine': engine, memcpy } = measured;
    ratios.push(
      { name: `${labels} labels: plain loop / CPU engine`, value: ratioOf(loop, engine), aim: AIMS[labels] },
      { name: `${labels} labels: CPU engine / memcpy`, value: ratioOf(engine, memcpy) },
    );
  }
  const onGpu = await figuresInChromium('/test/bench/counting-in-page.ts');
  return { times: { ...times, ...onGpu?.times }, ratios: [...ratios, ...(onGpu?.ratios ?? [])] };
}

function plainLoop({ rows, columns, reference, predicted }: CodePair): Float64Array {
  const cells = new Float64Array(rows * columns);
  for (let i = 0; i < reference.length; i++) cells[reference[i] * columns + predicted[i]]++;
  return cells;
}
