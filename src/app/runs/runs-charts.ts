import { mean } from '../../core/statistics/bootstrap.ts';
import type { ChartContext, ChartedRun } from '../../core/charts/chart-context.ts';
import { diceChart } from '../../core/charts/chart-dice.ts';
import { durationChart, type SlowEpochs } from '../../core/charts/chart-duration.ts';
import { lossChart } from '../../core/charts/chart-loss.ts';
import { rateChart } from '../../core/charts/chart-rate.ts';
import type { ChartColour, ChartSpec } from '../../core/charts/chart-spec.ts';
import { epochPositions } from '../../core/runs/epoch-axis.ts';
import type { Language } from '../../core/messages/sentence.ts';
import { chosenRun } from './runs-view.ts';
import type { LoadedRun, RunsState } from './runs-state.ts';

/** The charts of the page with the run they are about. */
export interface RunCharts {
  readonly context: ChartContext;
  readonly charts: readonly ChartSpec[];
}

let last: { runs: RunsState; language: Language; charts: RunCharts | null } | null = null;

/** All charts of what is shown, from top to bottom; null where no run has an epoch. The last result is kept. */
export function chartsOf(runs: RunsState, language: Language): RunCharts | null {
  if (last && last.language === language && isSameView(last.runs, runs)) return last.charts;
  const context = contextOf(runs, language);
  const charts = context && { context, charts: drawAll(context, slowOf(chosenRun(runs))) };
  last = { runs, language, charts };
  return charts;
}

function drawAll(context: ChartContext, slow: SlowEpochs | null): ChartSpec[] {
  return [diceChart(context), lossChart(context), durationChart(context, slow), rateChart(context)];
}

const VIEW = [
  'list',
  'chosen',
  'hidden',
  'axis',
  'range',
  'isWhole',
  'isLogLoss',
  'isPerClass',
  'hasSpread',
] as const;

function isSameView(a: RunsState, b: RunsState): boolean {
  return VIEW.every((key) => a[key] === b[key]);
}

function contextOf(runs: RunsState, language: Language): ChartContext | null {
  const chosen = chosenRun(runs);
  if (!chosen || chosen.run.epochs.length === 0) return null;
  const { axis, range, isWhole, isLogLoss, isPerClass, hasSpread } = runs;
  const shown = runs.list.filter(
    ({ id, run }) => id !== chosen.id && !runs.hidden.has(id) && run.epochs.length > 0,
  );
  return {
    chosen: chartedRun(chosen, 'ema', runs),
    others: shown.map((run) => chartedRun(run, colourOf(run, runs), runs)),
    axis,
    range,
    isWhole,
    isLogLoss,
    isPerClass,
    hasSpread,
    language,
  };
}

/** The chosen run is green; a single other one grey, several in the colours of labels by their place in the list. */
export function colourOf(run: LoadedRun, { list, chosen, hidden }: RunsState): ChartColour {
  if (run.id === chosen) return 'ema';
  const others = list.filter(({ id }) => id !== chosen && !hidden.has(id));
  if (others.length === 1) return 'text-3';
  return `l${(list.indexOf(run) % 12) + 1}`;
}

/** The number of epochs that the schedule was made for, as far as anything tells. */
export function plannedOf({ run, check }: Pick<LoadedRun, 'run' | 'check'>): number {
  return run.conditions.plannedEpochs ?? check.plan?.epochs ?? (run.epochs.at(-1)?.epoch ?? 0) + 1;
}

function chartedRun(loaded: LoadedRun, colour: ChartColour, { axis }: RunsState): ChartedRun {
  const { id, name, folder, run, check, sums, classNames, summary } = loaded;
  const planned = plannedOf(loaded);
  const known = (value: number) => (Number.isFinite(value) ? value : null);
  return {
    id,
    name,
    group: folder.includes('/') ? folder.slice(0, folder.lastIndexOf('/')) : folder,
    colour,
    run,
    check,
    positions: epochPositions(run, axis, planned),
    planned,
    classNames,
    mean: known(mean(sums.map(({ meanDice }) => meanDice))) ?? run.meanValidationDice,
    pooled: known(mean(sums.map(({ pooledDice }) => pooledDice))),
    cases: summary?.cases.length ?? run.conditions.validationCases,
  };
}

function slowOf(run: LoadedRun | null): SlowEpochs | null {
  const found = run?.analysis.findings.find(({ code }) => code === 'durations');
  return found?.code === 'durations' ? found.facts : null;
}
