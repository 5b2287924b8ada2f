import { rateAt, NNUNET_SCHEDULE } from '../core/runs/schedule.ts';
import { demoEpoch, type DemoTraining } from './demo-run-curves.ts';

/** What a log holds. */
export interface DemoLog {
  readonly training: DemoTraining;
  readonly startMs: number;
  readonly from: number;
  /** Epoch before which the log ends. */
  readonly to: number;
  readonly fold: number;
  /** Average and best that a continuation takes over. */
  readonly before: DemoAverage;
  /** Of the final validation; null where the training was interrupted. */
  readonly meanValidationDice: number | null;
}

export interface DemoAverage {
  readonly ema: number;
  readonly best: number;
}

/** Before the first epoch. */
export const NO_AVERAGE: DemoAverage = { ema: Number.NaN, best: Number.NEGATIVE_INFINITY };

/** A training log as nnU-Net v2 writes it, and the average it ends with. */
export function formatDemoLog(log: DemoLog): { text: string; after: DemoAverage } {
  const { training, fold, from, to } = log;
  let ms = log.startMs;
  const lines = ['', 'GENERATED EXAMPLE of DiceLens: no network was trained.', ' '];
  const say = (text: string) => {
    lines.push(`${stampOf(ms)}: ${text} `);
    ms += 4;
  };
  say(`Desired fold for training: ${fold}`);
  say('This split has 80 training and 20 validation cases.');
  lines.push('', 'This is the configuration used by this training:', 'Configuration name: 3d_fullres');
  lines.push(" {'batch_size': 2, 'patch_size': [128, 160, 112], 'spacing': [1.0, 1.0, 1.0]} ", ' ');
  lines.push('These are the global plan.json settings:');
  lines.push(" {'dataset_name': 'Dataset900_GeneratedExample', 'plans_name': 'nnUNetPlans'} ", ' ');
  let { ema, best } = log.before;
  for (let epoch = from; epoch < to; epoch++) {
    const { trainLoss, valLoss, dice, durationS } = demoEpoch(training, epoch);
    const rounded = dice.map((value) => Number(value.toFixed(4)));
    const mean = rounded.reduce((sum, value) => sum + value, 0) / rounded.length;
    say('');
    say(`Epoch ${epoch}`);
    const rate = rateAt({ ...NNUNET_SCHEDULE, epochs: training.planned }, epoch);
    say(`Current learning rate: ${Number(rate.toFixed(5))}`);
    ms += Math.round(durationS * 1000);
    say(`train_loss ${Number(trainLoss.toFixed(4))}`);
    say(`val_loss ${Number(valLoss.toFixed(4))}`);
    say(`Pseudo dice [${rounded.join(', ')}]`);
    say(`Epoch time: ${Number(durationS.toFixed(2))} s`);
    ema = epoch === 0 ? mean : 0.9 * ema + 0.1 * mean;
    if (ema > best) {
      best = ema;
      say(`Yayy! New best EMA pseudo Dice: ${Number(ema.toFixed(4))}`);
    }
  }
  if (log.meanValidationDice !== null) {
    say('Training done.');
    say('Validation complete');
    say(`Mean Validation Dice:  ${log.meanValidationDice}`);
  }
  return { text: `${lines.join('\n')}\n`, after: { ema, best } };
}

/** As Python's datetime prints it, microseconds missing where they are 0. */
function stampOf(ms: number): string {
  const text = new Date(ms).toISOString();
  const fraction = text.slice(20, 23);
  return `${text.slice(0, 10)} ${text.slice(11, 19)}${fraction === '000' ? '' : `.${fraction}000`}`;
}
