import { integer, sentence, words } from './sentence.ts';

/** Names of the conditions of a training. */
export const conditionWords = {
  trainer: words('trainer', 'trainer'),
  dataset: words('data set', '数据集'),
  plans: words('plans', 'plans'),
  configuration: words('configuration', '配置'),
  fold: words('fold', 'fold'),
  patchSize: words('patch (z, y, x)', '图块（z, y, x）'),
  batchSize: words('batch', '批大小'),
  plannedEpochs: words('planned epochs', '计划轮数'),
  iterationsPerEpoch: words('iterations per epoch', '每轮迭代'),
  initialLearningRate: words('initial learning rate', '初始学习率'),
  oversampling: words('forced foreground', '强制前景'),
  trainingCases: words('training cases', '训练病例'),
  validationCases: words('validation cases', '验证病例'),
  nnunet: words('nnU-Net', 'nnU-Net'),
  torch: words('torch', 'torch'),
  gpu: words('GPU', 'GPU'),
} as const;

/** What a log is to its run. */
export const logKindWords = {
  'new-run': words('new run', '新的训练'),
  continuation: words('continuation', '继续训练'),
  'aborted-start': words('aborted start', '中止的启动'),
  'validation-only': words('validation only', '仅验证'),
} as const;

/** The command line's `runs`. */
export const runsWords = {
  needs: words(
    'runs needs one or more folders with training logs; see dicelens --help.',
    'runs 需要一个或多个含有训练日志的文件夹；请见 dicelens --help。',
  ),
  headline: sentence<{
    epochs: number;
    bestEpoch: number | null;
    lastEma: string;
    meanValidationDice: string | null;
  }>(
    ({ epochs, bestEpoch, lastEma, meanValidationDice }) =>
      epochs === 0
        ? 'no finished epoch'
        : `${integer(epochs)} epochs, ${bestEpoch === null ? 'no best checkpoint' : `best at ${bestEpoch}`}, last EMA ${lastEma}${meanValidationDice === null ? '' : `, validation ${meanValidationDice}`}`,
    ({ epochs, bestEpoch, lastEma, meanValidationDice }) =>
      epochs === 0
        ? '没有完成的轮次'
        : `${integer(epochs)} 轮，${bestEpoch === null ? '没有最佳检查点' : `最佳在第 ${bestEpoch} 轮`}，最后的 EMA ${lastEma}${meanValidationDice === null ? '' : `，验证 ${meanValidationDice}`}`,
  ),
  epochRange: sentence<{ first: number; last: number }>(
    ({ first, last }) => `epochs ${first} to ${last}`,
    ({ first, last }) => `第 ${first} 至 ${last} 轮`,
  ),
  earlierRuns: sentence<{ runs: number }>(
    ({ runs }) => `${runs} earlier ${runs === 1 ? 'run' : 'runs'} in the same folder`,
    ({ runs }) => `同一文件夹中另有 ${runs} 次更早的训练`,
  ),
  checked: words('Also checked, nothing found:', '同时检查，未见异常：'),
  comparison: words('Compared', '比较'),
} as const;

/** What was looked for, where nothing was found. */
export const runChecks = {
  stuck: words('classes stuck at 0 or NaN', '停在 0 或 NaN 的类别'),
  outside: words('Dice outside 0 to 1', '超出 0 到 1 的 Dice'),
  nan: words('NaN in losses or mean Dice', '损失或平均 Dice 中的 NaN'),
  sign: words('loss of the wrong sign', '符号异常的损失'),
  durations: words('epochs much slower than the others', '明显变慢的轮次'),
  rates: words('learning rate off its schedule', '偏离计划的学习率'),
  joined: words('logs spliced or restarted', '拼接或重启的日志'),
  ema: words('averages that differ from the log', '与日志不符的平均值'),
} as const;
