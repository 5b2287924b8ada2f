import { NO_SCHEME } from '../../src/core/labels/label-scheme.ts';
import { NNUNET_SAMPLING } from '../../src/core/pseudo-dice/patch-settings.ts';
import type { LabelMap } from '../../src/core/volume/volume.ts';
import { openEngine } from '../../src/engine/open-engine.ts';
import type { CaseVolumes } from '../../src/tasks/case/read-case.ts';
import { simulatePseudoDice } from '../../src/tasks/pseudo-dice/simulate-pseudo-dice.ts';
import { UNWATCHED } from '../../src/tasks/task.ts';
import { blobPair, FULL_SIZE } from './blob-volumes.ts';
import { figuresInChromium } from './chromium-page.ts';
import { type Figures, interleaved, summaryOf } from './measure.ts';

const CASES = 5;
const EPOCHS = 1000;

/**
 * A whole training's validation epochs on five volumes of 240 x 240 x 155: 1000 x 50 x 2 patches of 64 cubed; then,
 * where there is a Chromium, tables against the GPU.
 */
export async function pseudoDice(): Promise<Figures> {
  const cases = Array.from({ length: CASES }, (_, i) => blobCase(i + 1));
  const engine = await openEngine('cpu', {});
  const simulate = (epochs: number) =>
    simulatePseudoDice(
      cases.map((volumes) => ({ name: volumes.name, read: async () => volumes })),
      NO_SCHEME,
      { ...NNUNET_SAMPLING, patch: [64, 64, 64], epochs },
      engine,
      UNWATCHED,
    );
  const { long, short } = await interleaved(3, {
    long: () => simulate(EPOCHS),
    short: () => simulate(1),
  });
  engine.close();
  const onGpu = await figuresInChromium('/test/bench/pseudo-dice-in-page.ts');
  return {
    times: {
      [`${EPOCHS} epochs on ${CASES} cases`]: { ...summaryOf(long), aim: '<= 10,000' },
      [`1 epoch on ${CASES} cases`]: summaryOf(short),
      ...onGpu?.times,
    },
    ratios: onGpu?.ratios ?? [],
  };
}

function blobCase(seed: number): CaseVolumes {
  const { reference, predicted } = blobPair(4, FULL_SIZE, seed);
  const grid = {
    size: FULL_SIZE,
    spacingMm: [1, 1, 1],
    affine: [1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0],
  } as const;
  const mapOf = (codes: LabelMap['codes']): LabelMap => ({
    grid,
    codes,
    labels: [0, 1, 2, 3],
    present: [0, 1, 2, 3],
    warnings: [],
  });
  return {
    name: `case ${seed}`,
    reference: mapOf(reference),
    prediction: mapOf(predicted),
    probabilities: null,
    masks: null,
    files: { reference: 'reference', prediction: 'prediction' },
    warnings: [],
  };
}
