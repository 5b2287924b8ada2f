import { readFileSync } from 'node:fs';
import { inflateSync } from 'fflate';
import { openNodeSource } from '../../src/io/bytes/node-source.ts';
import { READERS } from '../../src/cli/evaluate-sources.ts';
import { openCpuEngine } from '../../src/engine/cpu/cpu-engine.ts';
import { evaluateCase } from '../../src/tasks/case/evaluate-case.ts';
import { readCase } from '../../src/tasks/case/read-case.ts';
import { readScheme } from '../../src/tasks/case/read-scheme.ts';
import { UNWATCHED } from '../../src/tasks/task.ts';
import { deflatedPart } from './deflated-part.ts';
import type { CaseOnDisk } from './opening-files.ts';

/** Files to numbers, as the command line does it: one thread, the CPU counts. */
export async function openToNumbers({
  reference,
  prediction,
  probabilities,
  dataset,
}: CaseOnDisk): Promise<number> {
  const volume = async (path: string | null) => (path === null ? null : openNodeSource(path));
  const { scheme } = await readScheme(await openNodeSource(dataset));
  const predicted = await volume(prediction);
  const sources = {
    name: 'bench',
    reference: [await openNodeSource(reference)],
    prediction: predicted && [predicted],
    probabilities: await volume(probabilities),
    masks: [],
  };
  const volumes = await readCase(sources, scheme, READERS, UNWATCHED);
  const { result } = await evaluateCase(volumes, scheme, openCpuEngine('asked'));
  return result.labelScores[0].dice;
}

/** Inflates every packed file of a case with fflate into buffers that are reused, and does nothing else. */
export function inflater({ reference, prediction, probabilities }: CaseOnDisk): () => void {
  const packed = [reference, prediction, probabilities].flatMap((path) =>
    path === null ? [] : [deflatedPart(readFileSync(path))],
  );
  const rooms = packed.map(({ size }) => new Uint8Array(size));
  return () => packed.forEach(({ deflated }, i) => inflateSync(deflated, { out: rooms[i] }));
}
