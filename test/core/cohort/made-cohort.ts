import { dice } from '../../../src/core/counts/confusion.ts';
import type { PlotCohort, PlotModel } from '../../../src/core/cohort/plot-cohort.ts';
import { seededRandom } from '../../../src/core/statistics/random.ts';

/** Three regions and a cohort of so many cases by so many models: the same for the same numbers. */
export function madeCohort(cases: number, models = 1, structures = 3): PlotCohort {
  const keys = Array.from({ length: structures }, (_, s) => `${s + 1}`);
  const random = seededRandom(cases + models);
  const model = (m: number): PlotModel => ({
    name: `model ${m}`,
    evaluation: {
      version: 2,
      keys,
      meanDice: Number.NaN,
      cases: Array.from({ length: cases }, (_, c) => ({
        name: `case ${c}`,
        counts: Object.fromEntries(
          keys.map((key, s) => {
            const reference = c % 9 === s ? 0 : Math.round(10 ** (1 + 4 * ((c * 0.618 + s / 3) % 1)));
            const found = c % 11 === s ? 0 : Math.round(reference * (0.7 + 0.28 * random()));
            const fp = c % 7 === s ? 0 : Math.round(reference * 0.2 * random()) + m + 1;
            const counts = { tp: found, fp, fn: reference - found };
            return [key, { ...counts, dice: dice(counts) }];
          }),
        ),
      })),
    },
  });
  return {
    way: 'labels',
    structures: keys.map((key, s) => ({
      key,
      name: `structure ${key}`,
      structure: { kind: 'label', value: s + 1 },
      labels: [s + 1],
      colour: `l${(s % 12) + 1}`,
    })),
    models: Array.from({ length: models }, (_, m) => model(m)),
    voxelMl: new Map(Array.from({ length: cases }, (_, c) => [`case ${c}`, 0.001])),
  };
}
