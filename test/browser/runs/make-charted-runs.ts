import type { ChartContext, ChartedRun } from '../../../src/core/charts/chart-context.ts';
import { checkRun } from '../../../src/core/runs/run-check.ts';
import { NO_CONDITIONS, type Run, type RunEpoch } from '../../../src/core/runs/run.ts';

/** A run of so many epochs that rises to `height`; no two of the same numbers. */
export function chartedRun(
  name: string,
  epochs: number,
  height: number,
  colour: ChartedRun['colour'],
): ChartedRun {
  const run: Run = {
    folder: `made/${name}`,
    version: 2,
    logs: [],
    epochs: Array.from({ length: epochs }, (_, epoch): RunEpoch => {
      const wave = Math.sin(epoch * 1.7 + height * 100) * 0.01;
      const dice = height - 0.5 / (1 + epoch / 10) + wave;
      return {
        epoch,
        learningRate: 0.01 * (1 - epoch / epochs) ** 0.9,
        trainLoss: 0.03 - dice,
        valLoss: 0.05 - dice - wave,
        pseudoDice: [dice, dice - 0.05],
        durationS: 40 + wave * 100,
        startMs: epoch * 40_000,
        loggedEma: null,
        isNewBest: epoch % 20 === 0,
      };
    }),
    joins: [],
    droppedEpochs: 0,
    isRounded: true,
    meanValidationDice: null,
    conditions: NO_CONDITIONS,
    warnings: [],
  };
  return {
    id: name,
    name,
    group: 'made',
    colour,
    run,
    check: checkRun(run),
    positions: run.epochs.map(({ epoch }) => epoch),
    planned: epochs,
    classNames: ['whole', 'core'],
    mean: height - 0.03,
    pooled: height - 0.005,
    cases: 20,
  };
}

/** A chosen run with so many others. */
export function madeContext(
  others: number,
  epochs: number,
  fields: Partial<ChartContext> = {},
): ChartContext {
  return {
    chosen: chartedRun('fold_0', epochs, 0.92, 'ema'),
    others: Array.from({ length: others }, (_, i) =>
      chartedRun(`fold_${i + 1}`, epochs, 0.9 - i * 0.004, `l${(i % 12) + 1}`),
    ),
    axis: 'epoch',
    range: null,
    isWhole: false,
    isLogLoss: false,
    isPerClass: false,
    hasSpread: false,
    language: 'en',
    ...fields,
  };
}
