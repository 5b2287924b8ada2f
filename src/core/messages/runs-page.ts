import { integer, sentence, words } from './sentence.ts';

/** The page of training runs. */
export const runsPageWords = {
  reading: words('Reading the logs.', '正在读取日志。'),
  example: words(
    'A generated example: not a real training. Drop a fold or trainer folder of nnU-Net, or open its training_log_*.txt.',
    '这是生成的示例，并非真实训练。请拖入 nnU-Net 的 fold 或 trainer 文件夹，或打开其 training_log_*.txt。',
  ),
  noEpochs: sentence<{ folder: string; logs: number }>(
    ({ folder, logs }) =>
      `${folder} has ${logs === 1 ? 'a log' : `${logs} logs`} and no finished epoch: open another run, or follow this one until its first epoch is over.`,
    ({ folder, logs }) =>
      `${folder} 有 ${logs} 份日志，但没有完成的轮次：请打开其他训练，或跟踪该训练直到第一轮结束。`,
  ),
  whatTheLogSays: words('What the log says', '日志说明了什么'),
  list: sentence<{ items: readonly string[] }>(
    ({ items }) => `${items.join(', ')}.`,
    ({ items }) => `${items.join('、')}。`,
  ),
  cases: words('cases', '病例'),
  casesTitle: words('for training and for validation', '训练与验证'),
  machine: words('torch, GPU', 'torch、GPU'),
  time: words('time', '时间'),
  hours: sentence<{ hours: number }>(
    ({ hours }) => `${hours.toFixed(hours < 100 ? 1 : 0)} h`,
    ({ hours }) => `${hours.toFixed(hours < 100 ? 1 : 0)} 小时`,
  ),
  epoch: sentence<{ epoch: number }>(
    ({ epoch }) => `epoch ${epoch}`,
    ({ epoch }) => `第 ${epoch} 轮`,
  ),
  pseudo: words('pseudo', 'pseudo'),
  ema: words('EMA', 'EMA'),
  newBest: words('new best', '新最佳'),
  train: words('train', '训练'),
  val: words('val', '验证'),
  duration: words('duration', '耗时'),
  rate: words('learning rate', '学习率'),
  bestKeys: words('next and previous best', '下一个、上一个最佳'),
  started: words('began', '开始'),
  mean: words('Mean', '平均'),
  eachClass: words('Each class', '各类别'),
  curves: words('Curves', '曲线'),
  logScale: words('Logarithmic', '对数'),
  whole: words('All values', '全部数值'),
  wholeTitle: words(
    'Axes that hold every value, the first rise and single outliers too',
    '坐标轴包含所有数值，包括最初的上升和个别离群值',
  ),
  axis: words('Horizontal axis', '横轴'),
  axisEpoch: words('Epochs', '轮次'),
  axisHours: words('Hours', '小时'),
  axisSchedule: words('Schedule', '进度'),
  axisClock: words('Clock', '时刻'),
  axisScheduleTitle: words('Share of the planned epochs', '占计划轮数的比例'),
  axisClockTitle: words('Time of day on the machine that trained', '训练所用机器上的时刻'),
  showAll: words('Show everything', '显示全部'),
  zoomHint: words(
    'Drag over a chart, or turn the wheel with Ctrl, to zoom; Shift with either moves; double click shows everything',
    '在图上拖动或按住 Ctrl 滚动以缩放；按住 Shift 则平移；双击显示全部',
  ),
  spread: words('Draw the spread of each folder', '绘制各文件夹的波动范围'),
  spreadTitle: words(
    'Lowest to highest EMA of the runs of one folder',
    '同一文件夹内各次训练 EMA 的最低至最高',
  ),
  runs: sentence<{ count: number }>(
    ({ count }) => `Runs (${integer(count)})`,
    ({ count }) => `训练（${integer(count)}）`,
  ),
  run: words('Run', '训练'),
  shown: sentence<{ name: string }>(
    ({ name }) => `Draw ${name}`,
    ({ name }) => `显示 ${name}`,
  ),
  close: sentence<{ name: string }>(
    ({ name }) => `Take out ${name}`,
    ({ name }) => `移除 ${name}`,
  ),
  epochs: words('epochs', '轮数'),
  bestEma: words('best EMA', '最佳 EMA'),
  lastEma: words('last EMA', '最后 EMA'),
  validation: words('validation', '验证'),
  hoursHead: words('hours', '小时'),
  earlier: words('overwritten by a later run', '已被之后的训练覆盖'),
  conditions: words('Conditions', '条件'),
  conditionsOf: sentence<{ runs: number; differing: number }>(
    ({ runs, differing }) =>
      differing === 0
        ? `Conditions of ${runs} runs: none differs`
        : `Conditions of ${runs} runs: ${differing} ${differing === 1 ? 'differs' : 'differ'}`,
    ({ runs, differing }) =>
      differing === 0 ? `${runs} 次训练的条件：无差异` : `${runs} 次训练的条件：${differing} 项不同`,
  ),
  condition: words('condition', '条件'),
  scoredBy: words('Compared by the mean validation Dice.', '按平均验证 Dice 比较。'),
  scoredByEma: words(
    'Compared by the last EMA, since a validation is missing.',
    '因缺少验证结果，按最后的 EMA 比较。',
  ),
  progress: words('progress.png of nnU-Net', 'nnU-Net 的 progress.png'),
  files: words('Logs and warnings', '日志与警告'),
  logs: words('Logs', '日志'),
  logEpochs: sentence<{ first: number; last: number }>(
    ({ first, last }) => `epochs ${first} to ${last}`,
    ({ first, last }) => `第 ${first} 至 ${last} 轮`,
  ),
  noLogEpochs: words('no finished epoch', '没有完成的轮次'),
  checkpoints: sentence<{ names: readonly string[] }>(
    ({ names }) => `Curves also in ${names.join(', ')}`,
    ({ names }) => `曲线亦见于 ${names.join('、')}`,
  ),
  figures: words('Figures of every epoch as a table', '每一轮的数值表'),
  follow: words('Follow the log', '跟踪日志'),
  following: words('Following', '跟踪中'),
  followTitle: words('Read the logs again whenever they grow', '日志增长时重新读取'),
  openFolder: words('Open a folder to follow', '打开文件夹并跟踪'),
  exportCsv: words('Export CSV', '导出 CSV'),
  exportPng: words('Export PNG', '导出 PNG'),
  exportSvg: words('Export SVG', '导出 SVG'),
  exportJson: words('Export JSON', '导出 JSON'),
  export: words('Export', '导出'),
  agrees: sentence<{ difference: string }>(
    ({ difference }) => `EMA recomputed agrees with the log to ${difference}`,
    ({ difference }) => `重新计算的 EMA 与日志相差不超过 ${difference}`,
  ),
  noLoggedEma: words('The log states no EMA; it is recomputed', '日志没有记录 EMA；由此重新计算'),
  oneRun: sentence<{ epochs: number; logs: number }>(
    ({ epochs, logs }) => `${epochs} epochs from ${logs === 1 ? 'one log' : `${integer(logs)} logs`}`,
    ({ epochs, logs }) => `${epochs} 轮，来自 ${integer(logs)} 份日志`,
  ),
} as const;

/** The sentence on top of the page. */
export const runHeadline = {
  short: sentence<{ epochs: number }>(
    ({ epochs }) => `${epochs} ${epochs === 1 ? 'epoch' : 'epochs'} so far: too few to say more.`,
    ({ epochs }) => `目前 ${epochs} 轮：尚不足以得出结论。`,
  ),
  run: sentence<{ epochs: number; best: number; trend: string; gap: string }>(
    ({ epochs, best, trend, gap }) =>
      `${epochs} epochs, best at ${best}${trend && `, ${trend}`}${gap && `; ${gap}`}.`,
    ({ epochs, best, trend, gap }) =>
      `${epochs} 轮，最佳在第 ${best} 轮${trend && `，${trend}`}${gap && `；${gap}`}。`,
  ),
  rising: words('still rising', '仍在上升'),
  flat: words('no longer rising', '不再上升'),
  falling: words('falling', '在下降'),
  aggregation: words(
    'validation is lower because it averages cases instead of pooling them',
    '验证较低，是因为它对病例取平均而非合并体素',
  ),
  lower: sentence<{ mean: string; ema: string }>(
    ({ mean, ema }) => `validation ${mean} is below the last EMA of ${ema}`,
    ({ mean, ema }) => `验证为 ${mean}，低于最后的 EMA ${ema}`,
  ),
  higher: sentence<{ mean: string; ema: string }>(
    ({ mean, ema }) => `validation ${mean} is above the last EMA of ${ema}`,
    ({ mean, ema }) => `验证为 ${mean}，高于最后的 EMA ${ema}`,
  ),
  agrees: sentence<{ mean: string }>(
    ({ mean }) => `validation agrees with ${mean}`,
    ({ mean }) => `验证与之相符，为 ${mean}`,
  ),
} as const;

/** The schedule planner. */
export const plannerWords = {
  title: words('Plan a schedule', '规划训练'),
  epochs: words('Epochs', '轮数'),
  kind: words('Learning rate', '学习率'),
  polynomial: words('Polynomial', '多项式'),
  cosine: words('Cosine', '余弦'),
  exponent: words('Exponent', '指数'),
  warmUp: words('Warm-up epochs', '预热轮数'),
  cost: sentence<{ epochs: number; hours: string; epochS: string; lastRate: string }>(
    ({ epochs, hours, epochS, lastRate }) =>
      `${integer(epochs)} epochs take ${hours} at the measured ${epochS} s an epoch; the last learning rate is ${lastRate}.`,
    ({ epochs, hours, epochS, lastRate }) =>
      `按实测每轮 ${epochS} 秒，${integer(epochs)} 轮需 ${hours}；最后的学习率为 ${lastRate}。`,
  ),
  noTime: sentence<{ epochs: number; lastRate: string }>(
    ({ epochs, lastRate }) =>
      `No epoch times are known, so the hours of ${integer(epochs)} epochs cannot be told; the last learning rate is ${lastRate}.`,
    ({ epochs, lastRate }) =>
      `没有每轮耗时，因此无法给出 ${integer(epochs)} 轮所需的小时数；最后的学习率为 ${lastRate}。`,
  ),
  checkpoints: sentence<{ every: number; hours: readonly string[]; count: number }>(
    ({ every, hours, count }) =>
      `checkpoint_latest is written every ${every} epochs, ${integer(count)} times: after ${hours.join(', ')}${count > hours.length ? ', …' : ''}.`,
    ({ every, hours, count }) =>
      `checkpoint_latest 每 ${every} 轮写出一次，共 ${integer(count)} 次：在 ${hours.join('、')}${count > hours.length ? '…' : ''} 之后。`,
  ),
  lengths: words('What other lengths cost', '其他长度的耗时'),
  picture: words(
    'Learning rate of the plan, white, over that of nnU-Net’s 1000 epochs, grey',
    '规划的学习率（白色）与 nnU-Net 1000 轮的学习率（灰色）',
  ),
} as const;

/** Keys of the page. */
export const runsKeyWords = {
  epoch: words('Next and previous epoch (Shift: ten)', '下一轮、上一轮（Shift：十轮）'),
  best: words('Next and previous new best', '下一个、上一个新最佳'),
  zoom: words('Zoom the charts', '缩放图表'),
  zoomKeys: words('+ −, Ctrl and wheel, drag', '+ −、Ctrl 加滚轮、拖动'),
  move: words('Move along the charts', '平移图表'),
  moveKeys: words('Alt ← →, Shift and wheel or drag', 'Alt ← →、Shift 加滚轮或拖动'),
  all: words('Show everything', '显示全部'),
  allKeys: words('Escape, double click', 'Esc、双击'),
} as const;
