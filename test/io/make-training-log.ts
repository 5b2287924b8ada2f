import { meanPseudoDice, type RunEpoch } from '../../src/core/runs/run.ts';

/** How nnU-Net of some version writes numbers. */
export interface LogForm {
  readonly version: 1 | 2;
  readonly numpy: 1 | 2;
  readonly isRegion: boolean;
  readonly lineEnd: '\n' | '\r\n';
}

export const V2: LogForm = { version: 2, numpy: 1, isRegion: false, lineEnd: '\n' };
export const V1: LogForm = { version: 1, numpy: 1, isRegion: false, lineEnd: '\n' };

/** An epoch as a generator of tests states it; the log is written from it. */
export interface MadeEpoch {
  readonly epoch: number;
  readonly rate: number;
  readonly trainLoss: number;
  readonly valLoss: number;
  readonly dice: readonly number[];
  readonly durationS: number;
}

export interface MadeLog {
  readonly startMs: number;
  readonly epochs: readonly MadeEpoch[];
  /** EMA of earlier logs, of which this one is a continuation. */
  readonly before?: { readonly ema: number; readonly best: number };
  readonly meanValidationDice?: number;
  /** Begins one more epoch and stops. */
  readonly isCut?: boolean;
}

/** The text of a training log, and the epochs that a reader must find in it. */
export function makeLog(form: LogForm, log: MadeLog): { text: string; epochs: RunEpoch[] } {
  return form.version === 2 ? makeV2(form, log) : makeV1(form, log);
}

/** Python's repr of a float. */
export function pythonNumber(value: number): string {
  if (Number.isNaN(value)) return 'nan';
  if (!Number.isFinite(value)) return value < 0 ? '-inf' : 'inf';
  if (value !== 0 && Math.abs(value) < 1e-4) {
    return value.toExponential().replace(/e([-+])(\d)$/, 'e$10$2');
  }
  return Number.isInteger(value) ? value.toFixed(1) : String(value);
}

function makeV2({ numpy, isRegion, lineEnd }: LogForm, log: MadeLog) {
  const lines: string[] = [
    '',
    'This is the configuration used by this training:',
    'Configuration name: 3d_fullres',
  ];
  lines.push(
    " {'data_identifier': 'nnUNetPlans_3d_fullres', 'batch_size': 2, 'patch_size': [64, 96, 96], 'architecture': {'arch_kwargs': {'norm_op_kwargs': {'eps': 1e-05, 'affine': True}, 'dropout_op': None}}} ",
    ' ',
    'These are the global plan.json settings:',
    " {'dataset_name': 'Dataset999_Made', 'plans_name': 'nnUNetPlans'} ",
    ' ',
  );
  let ms = log.startMs;
  const say = (text: string) => lines.push(`${stamp(ms)}: ${text} `);
  const epochs: RunEpoch[] = [];
  say('Desired fold for training: 3');
  say('This split has 40 training and 10 validation cases.');
  let { ema, best } = log.before ?? { ema: Number.NaN, best: Number.NaN };
  let isFirst = log.before === undefined;
  for (const made of log.epochs) {
    say('');
    const startMs = ms;
    say(`Epoch ${made.epoch}`);
    say(`Current learning rate: ${pythonNumber(made.rate)}`);
    ms += made.durationS * 1000;
    say(`train_loss ${pythonNumber(made.trainLoss)}`);
    say(`val_loss ${pythonNumber(made.valLoss)}`);
    const wrap = (value: number) =>
      numpy === 1 ? pythonNumber(value) : `np.float${isRegion ? 64 : 32}(${pythonNumber(value)})`;
    say(`Pseudo dice [${made.dice.map(wrap).join(', ')}]`);
    say(`Epoch time: ${pythonNumber(made.durationS)} s`);
    const mean = meanPseudoDice({ pseudoDice: made.dice });
    ema = isFirst ? mean : 0.9 * ema + 0.1 * mean;
    const isNewBest = isFirst || ema > best;
    isFirst = false;
    let loggedEma: number | null = null;
    if (isNewBest) {
      best = ema;
      loggedEma = numpy === 2 && !isRegion ? Math.fround(Number(ema.toFixed(4))) : Number(ema.toFixed(4));
      say(`Yayy! New best EMA pseudo Dice: ${pythonNumber(loggedEma)}`);
    }
    epochs.push(expected(made, startMs, loggedEma, isNewBest));
    ms += 40;
  }
  if (log.isCut) {
    say('');
    say(`Epoch ${(log.epochs.at(-1)?.epoch ?? -1) + 1}`);
    say('Current learning rate: 0.0');
  }
  if (log.meanValidationDice !== undefined) {
    say('Training done.');
    say('predicting case_001');
    say('case_001, shape torch.Size([1, 20, 30, 40]), rank 0');
    say('Validation complete');
    say(`Mean Validation Dice:  ${pythonNumber(log.meanValidationDice)}`);
  }
  return { text: lines.join(lineEnd) + lineEnd, epochs };
}

function makeV1({ lineEnd }: LogForm, log: MadeLog) {
  const lines: string[] = ['Starting... '];
  let ms = log.startMs;
  const say = (text: string) => lines.push(`${stamp(ms)}: ${text} `);
  const epochs: RunEpoch[] = [];
  say('Desired fold for training: 3');
  say('This split has 40 training and 10 validation cases.');
  say(`lr: ${pythonNumber(log.epochs[0]?.rate ?? 0.01)}`);
  say('Unable to plot network architecture:');
  say('');
  lines[lines.length - 1] = `${stamp(ms)}: `;
  lines.push('printing the network instead:', ' ');
  lines.push(`${stamp(ms)}: Generic_UNet(`, '  (td): ModuleList()', '  (loss): Identity()', ') ');
  let ema = Number.NaN;
  let best = Number.NaN;
  log.epochs.forEach((made, i) => {
    const startMs = ms;
    lines.push(`${stamp(ms)}: `, `epoch:  ${made.epoch} `);
    ms += made.durationS * 1000 - 100;
    say(`train loss : ${made.trainLoss.toFixed(4)}`);
    say(`validation loss: ${made.valLoss.toFixed(4)}`);
    const listed = made.dice.filter((dice) => !Number.isNaN(dice));
    say(`Average global foreground Dice: [${listed.map(pythonNumber).join(', ')}]`);
    say('(interpret this as an estimate for the Dice of the different classes. This is not exact.)');
    say(`lr: ${pythonNumber(log.epochs[i + 1]?.rate ?? 0)}`);
    if (made.epoch % 50 === 49) {
      say('saving scheduled checkpoint file...');
      say('saving checkpoint...');
      say('done, saving took 1.96 seconds');
      say('done');
    }
    const mean = meanPseudoDice({ pseudoDice: listed });
    ema = i === 0 ? mean : 0.9 * ema + 0.1 * mean;
    const isNewBest = i > 0 && ema > best;
    if (i === 0 || isNewBest) best = ema;
    if (isNewBest) {
      say('saving checkpoint...');
      say('done, saving took 1.96 seconds');
    }
    ms += 100;
    lines.push(`${stamp(ms)}: This epoch took ${made.durationS.toFixed(6)} s`, ' ');
    epochs.push(expected({ ...made, dice: listed }, startMs, null, isNewBest));
  });
  if (log.isCut) lines.push(`${stamp(ms)}: `, `epoch:  ${(log.epochs.at(-1)?.epoch ?? -1) + 1} `);
  return { text: lines.join(lineEnd) + lineEnd, epochs };
}

function expected(made: MadeEpoch, startMs: number, loggedEma: number | null, isNewBest: boolean): RunEpoch {
  return {
    epoch: made.epoch,
    learningRate: made.rate,
    trainLoss: made.trainLoss,
    valLoss: made.valLoss,
    pseudoDice: made.dice,
    durationS: made.durationS,
    startMs,
    loggedEma,
    isNewBest,
  };
}

/** As Python's datetime: microseconds are missing where they are 0. */
function stamp(ms: number): string {
  const text = new Date(ms).toISOString(); // whole milliseconds
  const [date, time] = [text.slice(0, 10), text.slice(11, 19)];
  const fraction = text.slice(20, 23);
  return `${date} ${time}${fraction === '000' ? '' : `.${fraction}000`}`;
}
