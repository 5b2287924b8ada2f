import { DiceLensError } from '../../core/errors.ts';
import type { Vec3 } from '../../core/volume/grid.ts';
import { pseudoDiceWords } from '../../core/messages/pseudo-dice.ts';
import type { Sentence } from '../../core/messages/sentence.ts';
import {
  NNUNET_SAMPLING,
  patchOfPlans,
  SAMPLING_ORDERS,
  type SamplerSettings,
  type SamplingOrder,
} from '../../core/pseudo-dice/patch-settings.ts';
import type { RunConditions } from '../../core/runs/run.ts';
import { readPlans } from '../../tasks/pseudo-dice/read-plans.ts';
import { chooseValue, UsageError, type Arguments } from '../arguments.ts';
import { openFile } from '../sources.ts';

/** What plans.json, plans.pkl or a training tells where no option does. */
type Known = Partial<Pick<SamplerSettings, 'patch' | 'batch' | 'oversampling'>>;

/**
 * How patches are drawn: options before plans.json, plans.json before what the training was, that before nnU-Net's
 * defaults.
 * @throws UsageError; DiceLensError plansNoPatch, or for what is wrong with plans.json
 */
export async function readSettings(parsed: Arguments, run: RunConditions | null): Promise<SamplerSettings> {
  const known: Known = { ...ofRun(run), ...(await ofPlans(parsed)) };
  const fallback = { ...NNUNET_SAMPLING, ...known };
  const whole = (name: string, otherwise: number, least = 1) =>
    chooseNumber(parsed, name, otherwise, { least, most: null, whole: true });
  return {
    patch: choosePatch(parsed) ?? fallback.patch,
    batch: whole('batch', fallback.batch),
    iterations: whole('iterations', fallback.iterations),
    epochs: whole('epochs', fallback.epochs),
    oversampling: chooseNumber(parsed, 'oversampling', fallback.oversampling, {
      least: 0,
      most: 1,
      whole: false,
    }),
    isProbabilistic: parsed.options.has('probabilistic'),
    order: chooseValue(parsed, 'order', SAMPLING_ORDERS as unknown as [SamplingOrder, ...SamplingOrder[]]),
    seed: whole('seed', fallback.seed, 0),
  };
}

function ofRun(run: RunConditions | null): Known {
  const patch = run?.patchSize ? patchOfPlans(run.patchSize) : null;
  return {
    ...(patch && { patch }),
    ...(run?.batchSize ? { batch: run.batchSize } : {}),
    ...(run && run.oversampling !== null ? { oversampling: run.oversampling } : {}),
  };
}

async function ofPlans({ options }: Arguments): Promise<Known> {
  const path = options.get('plans')?.[0];
  if (path === undefined) return {};
  const plans = await readPlans(await openFile(path));
  const usable = plans.configurations.filter(({ patchSize }) => patchSize !== null);
  const asked = options.get('configuration')?.[0];
  const configuration = asked ?? (usable.find(({ name }) => name === '3d_fullres') ?? usable[0])?.name ?? '';
  const chosen = usable.find(({ name }) => name === configuration);
  const patch = chosen?.patchSize && patchOfPlans(chosen.patchSize, plans.transposeForward ?? undefined);
  if (!chosen || !patch) {
    throw new DiceLensError('plansNoPatch', {
      file: path,
      configuration,
      known: usable.map(({ name }) => name),
    });
  }
  return { patch, ...(chosen.batchSize ? { batch: chosen.batchSize } : {}) };
}

function choosePatch({ options }: Arguments): Vec3 | null {
  const given = options.get('patch');
  if (given === undefined) return null;
  const [x, y, z = 1] = given.map(Number);
  const isWhole = [x, y, z].every((n) => Number.isSafeInteger(n) && n >= 1);
  if (given.length < 2 || given.length > 3 || !isWhole || x * y * z >= 2 ** 32) {
    throw new UsageError(pseudoDiceWords.patchUnusable as Sentence<never>, { value: given.join(' ') });
  }
  return [x, y, z];
}

function chooseNumber(
  { options }: Arguments,
  name: string,
  otherwise: number,
  { least, most, whole }: { least: number; most: number | null; whole: boolean },
): number {
  const value = options.get(name)?.[0];
  if (value === undefined) return otherwise;
  const number = value.trim() === '' ? Number.NaN : Number(value);
  const isOfKind = whole ? Number.isSafeInteger(number) : Number.isFinite(number);
  if (!isOfKind || number < least || (most !== null && number > most)) {
    const facts = { option: `--${name}`, value, least, most, whole };
    throw new UsageError(pseudoDiceWords.numberUnusable as Sentence<never>, facts);
  }
  return number;
}
