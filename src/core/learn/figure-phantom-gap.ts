import { toCohortCase, toEvaluation } from '../cohort/cohort-result.ts';
import { pseudoDiceWords as words } from '../messages/learn-pseudo-dice.ts';
import { accountGap, type GapAccount } from '../pseudo-dice/gap-account.ts';
import { NNUNET_SAMPLING, type SamplerSettings } from '../pseudo-dice/patch-settings.ts';
import { forcedShare } from '../pseudo-dice/patch-forced.ts';
import { COHORT_SCHEME, cohortPhantom, simulateCohort } from './cohort-phantom.ts';
import type { FigureModel } from './figure-model.ts';
import type { FigureValues } from './figure-state.ts';
import { evaluatePhantom } from './nested-case.ts';

const EPOCHS = 50;

/** Why the last EMA of the log is not the validation Dice: the account of the pseudo Dice page, on a phantom. */
export const PHANTOM_GAP: FigureModel<GapAccount> = {
  name: 'phantom-gap',
  parameters: [
    { name: 'patch', min: 8, max: 40, step: 4, initial: 16, label: words.patch, value: words.cube },
    {
      name: 'forced',
      min: 0,
      max: 100,
      step: 33,
      initial: 33,
      label: words.oversampling,
      value: words.percent,
    },
    { name: 'seed', min: 1, max: 20, step: 1, initial: 1, label: words.seed },
  ],
  pairs: () => cohortPhantom().map(({ pair }) => pair),
  result: (values, counts) => {
    const settings = settingsOf(values);
    const results = counts.map((one, i) =>
      evaluatePhantom(COHORT_SCHEME, one, 'patterns', cohortPhantom()[i].sampled.name),
    );
    const cases = results.map((result) => toCohortCase(result, { reference: '', prediction: '' }));
    const structures = COHORT_SCHEME.regions.map(({ key, name }) => ({ key, name }));
    const raw = cases.map((one, i) => ({ ...one, regions: results[i].rawRegionScores ?? [] }));
    const { epochs } = simulateCohort(settings);
    return accountGap({
      evaluated: toEvaluation(cases, structures, 'regions'),
      raw: toEvaluation(raw, structures, 'regions'),
      names: Object.fromEntries(structures.map(({ key, name }) => [key, name])),
      simulated: {
        means: epochs.map(({ mean }) => mean),
        nanEpochs: structures.map((_, s) => epochs.filter(({ dice }) => Number.isNaN(dice[s])).length),
        forcedShare: forcedShare(settings),
      },
      lastEma: epochs[epochs.length - 1].ema,
    });
  },
  numbers: ({ steps }) => ({
    ...Object.fromEntries(steps.map(({ code, value }) => [code, value])),
    gap: steps[steps.length - 1].value - steps[0].value,
    aggregationChange: steps.find(({ code }) => code === 'aggregation')?.change ?? Number.NaN,
  }),
};

function settingsOf({ patch, forced, seed }: FigureValues): SamplerSettings {
  return {
    ...NNUNET_SAMPLING,
    patch: [patch, patch, patch],
    epochs: EPOCHS,
    oversampling: forced / 100,
    seed,
  };
}
