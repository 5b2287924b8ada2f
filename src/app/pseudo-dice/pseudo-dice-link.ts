import type { SamplerSettings } from '../../core/pseudo-dice/patch-settings.ts';
import { NO_PLACE, type Place } from '../link.ts';
import type { PseudoDiceState } from './pseudo-dice-state.ts';

/** What a link to the page carries. What it does not name is undefined and stays as it is. */
export interface LinkedSimulation extends Partial<SamplerSettings> {
  readonly epoch?: number;
  readonly caseIndex?: number;
  readonly drawn?: number;
  readonly isPerClass?: boolean;
}

type LinkedState = Pick<
  PseudoDiceState,
  'settings' | 'isPatchChosen' | 'epoch' | 'caseIndex' | 'patch' | 'isPerClass'
>;

/** The place of what is shown: every parameter and the seed, the chosen epoch, case and patch; no file name. */
export function placeOf(pseudo: LinkedState): Place {
  const { settings, epoch, caseIndex, patch, isPerClass } = pseudo;
  const { batch, iterations, epochs, oversampling, isProbabilistic, order, seed } = settings;
  const parts = [
    `patch=${settings.patch.join(',')}`,
    `batch=${batch}`,
    `iterations=${iterations}`,
    `epochs=${epochs}`,
    `forced=${oversampling}`,
    isProbabilistic && 'probabilistic=1',
    order === 'class-first' && 'order=textbook',
    `seed=${seed}`,
    epoch !== null && `epoch=${epoch}`,
    caseIndex > 0 && `case=${caseIndex}`,
    patch !== null && `drawn=${patch}`,
    isPerClass && 'curves=each',
  ];
  return { ...NO_PLACE, query: parts.filter((part) => part !== false).join('&') };
}

/** The inverse of `placeOf`: what is there and not understood is passed over, numbers are not yet within limits. */
export function parsePlace({ query }: Place): LinkedSimulation {
  const values = new URLSearchParams(query);
  const number = (name: string, most = Infinity) => {
    const text = values.get(name) ?? '';
    return /^\d{1,10}(?:\.\d{1,17})?$/.test(text) && Number(text) <= most ? Number(text) : undefined;
  };
  const whole = (name: string) => {
    const value = number(name);
    return Number.isInteger(value) ? value : undefined;
  };
  const patch = /^(\d{1,6}),(\d{1,6}),(\d{1,6})$/.exec(values.get('patch') ?? '');
  const linked = {
    patch: patch ? ([Number(patch[1]), Number(patch[2]), Number(patch[3])] as const) : undefined,
    batch: whole('batch'),
    iterations: whole('iterations'),
    epochs: whole('epochs'),
    oversampling: number('forced', 1),
    seed: whole('seed'),
    // part of every link with settings: what is not named there is off
    isProbabilistic: query === '' ? undefined : values.get('probabilistic') === '1',
    order:
      query === ''
        ? undefined
        : values.get('order') === 'textbook'
          ? ('class-first' as const)
          : ('case-first' as const),
    epoch: whole('epoch'),
    caseIndex: whole('case'),
    drawn: whole('drawn'),
    isPerClass: query === '' ? undefined : values.get('curves') === 'each',
  };
  return Object.fromEntries(Object.entries(linked).filter(([, value]) => value !== undefined));
}
