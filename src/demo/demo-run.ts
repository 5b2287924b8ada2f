import { formatDemoLog, NO_AVERAGE } from './demo-log.ts';
import type { DemoTraining } from './demo-run-curves.ts';
import { nearlyNormal, randomNumbers } from './noise.ts';

const PLANNED = 500;
const REGIONS = ['(1, 2, 3)', '(2, 3)', '(3,)'] as const;
const CASES = 20;
const TRAININGS: readonly DemoTraining[] = [
  { seed: 31, planned: PLANNED, heights: [0.931, 0.905, 0.862], secondsPerEpoch: 61.4, slow: [388, 431] },
  { seed: 77, planned: PLANNED, heights: [0.924, 0.896, 0.848], secondsPerEpoch: 62.1, slow: null },
];

/**
 * The files of an example run by path below its folder: fold 0 whole and validated, fold 1 interrupted, continued
 * and still under way. Everything is generated; no network was trained.
 */
export function demoRun(): ReadonlyMap<string, string> {
  const summary = demoSummary();
  const first = formatDemoLog({
    training: TRAININGS[0],
    startMs: Date.UTC(2026, 2, 2, 9, 14, 5),
    from: 0,
    to: PLANNED,
    fold: 0,
    before: NO_AVERAGE,
    meanValidationDice: summary.foreground_mean.Dice,
  });
  const begun = formatDemoLog({
    training: TRAININGS[1],
    startMs: Date.UTC(2026, 2, 4, 8, 2, 51),
    from: 0,
    to: 163,
    fold: 1,
    before: NO_AVERAGE,
    meanValidationDice: null,
  });
  const kept = formatDemoLog({ ...beginning(1), to: 150 }); // checkpoint_latest is written every 50 epochs
  const continued = formatDemoLog({
    ...beginning(1),
    startMs: Date.UTC(2026, 2, 4, 20, 47, 30),
    from: 150,
    to: 300,
    before: kept.after,
  });
  return new Map([
    ['fold_0/training_log_2026_3_2_09_14_05.txt', first.text],
    ['fold_0/debug.json', demoDebug(0)],
    ['fold_0/validation/summary.json', `${JSON.stringify(summary, null, 4)}\n`],
    ['fold_1/training_log_2026_3_4_08_02_51.txt', begun.text],
    ['fold_1/training_log_2026_3_4_20_47_30.txt', continued.text],
    ['fold_1/debug.json', demoDebug(1)],
  ]);
}

function beginning(fold: number) {
  return {
    training: TRAININGS[fold],
    startMs: 0,
    from: 0,
    to: 0,
    fold,
    before: NO_AVERAGE,
    meanValidationDice: null,
  };
}

/** The part of debug.json that tells conditions: values are texts, as nnU-Net writes them. */
function demoDebug(fold: number): string {
  const debug = {
    batch_size: '2',
    configuration_name: '3d_fullres',
    dataset_json:
      "{'labels': {'background': 0, 'whole_tumor': [1, 2, 3], 'tumor_core': [2, 3], 'enhancing_tumor': [3]}, 'regions_class_order': [1, 2, 3]}",
    fold: `${fold}`,
    gpu_name: 'Generated example',
    initial_lr: '0.01',
    num_epochs: `${PLANNED}`,
    num_iterations_per_epoch: '250',
    num_val_iterations_per_epoch: '50',
    output_folder: `nnUNet_results/Dataset900_GeneratedExample/nnUNetTrainer_${PLANNED}epochs__nnUNetPlans__3d_fullres/fold_${fold}`,
    oversample_foreground_percent: '0.33',
    torch_version: '2.5.1',
  };
  return `${JSON.stringify(debug, null, 4)}\n`;
}

/** A validation in which some small enhancing tumours are missed: they weigh in the mean, hardly in the pooled Dice. */
function demoSummary() {
  const random = randomNumbers(91);
  const cases = Array.from({ length: CASES }, (_, c) => {
    const size = 6000 + 90_000 * random() * random();
    const metrics = REGIONS.map((key, region) => {
      const isSmall = region === 2 && c % 7 === 3;
      const nRef = Math.round(isSmall ? 40 + 60 * random() : size * [1, 0.42, 0.24][region]);
      const dice = isSmall
        ? 0
        : Math.min(0.985, [0.936, 0.912, 0.87][region] + 0.025 * nearlyNormal(13 + region, c));
      const tp = Math.round(nRef * dice);
      const fp = isSmall ? 0 : nRef - tp;
      return [key, metricsOf(tp, fp, nRef - tp)] as const;
    });
    return { metrics: Object.fromEntries(metrics), prediction_file: `validation/example_${c}.nii.gz` };
  });
  const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
  const perRegion = REGIONS.map((key) => mean(cases.map(({ metrics }) => metrics[key].Dice)));
  return {
    foreground_mean: { Dice: mean(perRegion) },
    mean: Object.fromEntries(REGIONS.map((key, i) => [key, { Dice: perRegion[i] }])),
    metric_per_case: cases,
  };
}

function metricsOf(TP: number, FP: number, FN: number) {
  const sum = 2 * TP + FP + FN;
  return { Dice: (2 * TP) / sum, FN, FP, TP, n_pred: TP + FP, n_ref: TP + FN };
}
