import { formatDifference, formatScore } from '../text/format.ts';
import { integer, sentence, words } from './sentence.ts';

const few = (names: readonly string[], joint: string) =>
  names.length > 6 ? `${names.slice(0, 6).join(joint)}${joint}…` : names.join(joint);
const caseWord = (count: number) => (count === 1 ? 'case' : 'cases');

/** The sentence on top of the page. */
export const cohortFindings = {
  zeros: sentence<{ structure: string; zeros: number; cases: number; loss: number }>(
    ({ structure, zeros, cases, loss }) =>
      `${integer(zeros)} of ${integer(cases)} cases ${zeros === 1 ? 'scores' : 'score'} 0 in ${structure} and ${zeros === 1 ? 'takes' : 'take'} ${formatScore(loss)} from its mean.`,
    ({ structure, zeros, cases, loss }) =>
      `${integer(cases)} 个病例中有 ${integer(zeros)} 个在 ${structure} 上得 0 分，使其均值降低 ${formatScore(loss)}。`,
  ),
  lowest: sentence<{ structure: string; mean: number; cases: number; worst: string; dice: number }>(
    ({ structure, mean, cases, worst, dice }) =>
      `${structure} has the lowest mean Dice of ${integer(cases)} ${caseWord(cases)}, ${formatScore(mean)}; its worst case is ${worst} with ${formatScore(dice)}.`,
    ({ structure, mean, cases, worst, dice }) =>
      `在 ${integer(cases)} 个病例中，${structure} 的平均 Dice 最低，为 ${formatScore(mean)}；最差的病例是 ${worst}（${formatScore(dice)}）。`,
  ),
  models: sentence<{
    best: string;
    second: string;
    mean: number;
    difference: number;
    cases: number;
    others: number;
  }>(
    ({ best, second, mean, difference, cases, others }) =>
      difference === 0
        ? `${best} and ${second} have the same foreground mean of Dice, ${formatScore(mean, 4)}, over ${integer(cases)} common ${caseWord(cases)}.`
        : `${best} has the highest foreground mean of Dice, ${formatScore(mean, 4)}: ${formatDifference(difference, 4)} against ${second}${others > 0 ? `, and more against ${integer(others)} other ${others === 1 ? 'model' : 'models'}` : ''}, over ${integer(cases)} common ${caseWord(cases)}.`,
    ({ best, second, mean, difference, cases, others }) =>
      difference === 0
        ? `在 ${integer(cases)} 个共同病例上，${best} 与 ${second} 的前景平均 Dice 相同，为 ${formatScore(mean, 4)}。`
        : `在 ${integer(cases)} 个共同病例上，${best} 的前景平均 Dice 最高，为 ${formatScore(mean, 4)}：比 ${second} 高 ${formatDifference(difference, 4)}${others > 0 ? `，与另外 ${integer(others)} 个模型相差更多` : ''}。`,
  ),
  nothing: sentence<{ cases: number }>(
    ({ cases }) =>
      `No structure occurs in any of the ${integer(cases)} ${caseWord(cases)}: every score is absent.`,
    ({ cases }) => `${integer(cases)} 个病例中没有出现任何结构：所有分数均缺失。`,
  ),
} as const;

/** The page of all cases: table, bar above it, progress. */
export const cohortPageWords = {
  table: words('Every case', '全部病例'),
  case: words('Case', '病例'),
  model: words('model', '模型'),
  search: words('Case', '病例'),
  searchTitle: words('Search cases by name', '按名称搜索病例'),
  regions: words('Regions', '区域'),
  labels: words('Labels', '标签'),
  ways: words('Evaluated by', '评估方式'),
  metric: words('Score', '分数'),
  dice: words('Dice', 'Dice'),
  iou: words('IoU', 'IoU'),
  precision: words('Precision', '精确率'),
  recall: words('Recall', '召回率'),
  filter: words('Cases listed', '列出的病例'),
  models: words('Model', '模型'),
  allModels: words('All models', '全部模型'),
  allFolders: words('All folders', '全部文件夹'),
  columns: words('Columns', '列'),
  columnsTitle: words('Which structures have columns', '显示哪些结构的列'),
  showAll: words('Show all', '全部显示'),
  hideAll: words('Hide all', '全部隐藏'),
  group: words('Group', '分组'),
  groupTitle: words('Cases of one folder and model stand together', '同一文件夹和模型的病例排在一起'),
  mean: words('mean', '平均'),
  referenceMl: words('reference mL', '参考 mL'),
  referenceVoxels: words('reference voxels', '参考体素'),
  errorsMl: sentence<{ structure: string }>(
    ({ structure }) => `${structure} mL`,
    ({ structure }) => `${structure} mL`,
  ),
  errorsVoxels: sentence<{ structure: string }>(
    ({ structure }) => `${structure} voxels`,
    ({ structure }) => `${structure} 体素`,
  ),
  structures: words('structures', '结构'),
  false: words('false', '多余'),
  missing: words('missing', '遗漏'),
  falseTitle: words('Structures that only the prediction has', '只有预测中存在的结构'),
  missingTitle: words('Structures that only the reference has', '只有参考中存在的结构'),
  voxels: words('voxels', '体素'),
  absent: words('absent', '缺失'),
  absentTitle: words('In neither map: left out of the mean', '两者都没有：不计入均值'),
  undefinedTitle: words('Not defined: nothing to divide by', '无定义：分母为零'),
  waiting: words('not counted yet', '尚未计数'),
  failed: words('not counted', '未能计数'),
  tint: sentence<{ score: string }>(
    ({ score }) => `${score} missing`,
    ({ score }) => `${score} 缺口`,
  ),
  tintEnds: words('more FP, more FN', 'FP 较多、FN 较多'),
  sortBy: sentence<{ column: string }>(
    ({ column }) => `Sort by ${column}`,
    ({ column }) => `按 ${column} 排序`,
  ),
  shown: sentence<{ shown: number; cases: number; column: string; isDescending: boolean }>(
    ({ shown, cases, column, isDescending }) =>
      `${integer(shown)} of ${integer(cases)} ${caseWord(cases)}, by ${column} from the ${column === 'name' ? (isDescending ? 'last' : 'first') : isDescending ? 'highest' : 'lowest'}`,
    ({ shown, cases, column, isDescending }) =>
      `${integer(cases)} 个病例中的 ${integer(shown)} 个，按${column === 'name' ? '名称' : ` ${column} `}${isDescending ? '降序' : '升序'}`,
  ),
  keysCase: words('case', '病例'),
  keysStructure: words('structure', '结构'),
  keysOpen: words('opens it at its largest error', '打开病例并定位到最大错误'),
  nothingListed: words('No case fits the search and the filter.', '没有病例符合搜索和筛选条件。'),
  all: sentence<{ cases: number }>(
    ({ cases }) => `All ${integer(cases)} ${caseWord(cases)}`,
    ({ cases }) => `全部 ${integer(cases)} 个病例`,
  ),
  zero: sentence<{ cases: number }>(
    ({ cases }) => `Score 0 (${integer(cases)})`,
    ({ cases }) => `得 0 分（${integer(cases)}）`,
  ),
  onlyFalse: sentence<{ cases: number }>(
    ({ cases }) => `False structures (${integer(cases)})`,
    ({ cases }) => `有多余结构（${integer(cases)}）`,
  ),
  onlyMissing: sentence<{ cases: number }>(
    ({ cases }) => `Missing structures (${integer(cases)})`,
    ({ cases }) => `有遗漏结构（${integer(cases)}）`,
  ),
  warned: sentence<{ cases: number }>(
    ({ cases }) => `With warnings (${integer(cases)})`,
    ({ cases }) => `有警告（${integer(cases)}）`,
  ),
  onlyFailed: sentence<{ cases: number }>(
    ({ cases }) => `Not counted (${integer(cases)})`,
    ({ cases }) => `未能计数（${integer(cases)}）`,
  ),
  counting: sentence<{ done: number; total: number; secondsLeft: number | null }>(
    ({ done, total, secondsLeft }) =>
      `Counting ${integer(done)} of ${integer(total)} ${caseWord(total)}${secondsLeft === null ? '' : `, about ${timeText(secondsLeft)} left`}`,
    ({ done, total, secondsLeft }) =>
      `正在计数：${integer(done)}/${integer(total)} 个病例${secondsLeft === null ? '' : `，约剩 ${timeTextZh(secondsLeft)}`}`,
  ),
  reused: sentence<{ reused: number }>(
    ({ reused }) =>
      `${integer(reused)} ${caseWord(reused)} kept from an earlier visit: their files have the same names, sizes and dates.`,
    ({ reused }) => `${integer(reused)} 个病例沿用之前的结果：文件的名称、大小和日期均未改变。`,
  ),
  keepsDone: words('What is counted stays when you stop.', '停止后，已计数的结果会保留。'),
  stopped: sentence<{ left: number }>(
    ({ left }) => `Stopped: ${integer(left)} ${caseWord(left)} not counted yet.`,
    ({ left }) => `已停止：还有 ${integer(left)} 个病例未计数。`,
  ),
  countRest: words('Count the rest', '继续计数'),
  countAgain: words('Count all again', '全部重新计数'),
  failedCases: sentence<{ cases: readonly string[] }>(
    ({ cases }) =>
      `${integer(cases.length)} ${caseWord(cases.length)} could not be counted and ${cases.length === 1 ? 'is' : 'are'} in no number: ${few(cases, ', ')}`,
    ({ cases }) => `${integer(cases.length)} 个病例未能计数，不计入任何数值：${few(cases, '、')}`,
  ),
  unmatched: sentence<{ cases: readonly string[] }>(
    ({ cases }) =>
      `Left out for want of a reference or prediction (${integer(cases.length)}): ${few(cases, ', ')}`,
    ({ cases }) => `因缺少参考或预测而略去（${integer(cases.length)}）：${few(cases, '、')}`,
  ),
  show: words('Show', '显示'),
  panels: words('Below the table', '表格下方'),
  statistics: words('Statistics', '统计'),
  dataset: words('Data set', '数据集'),
  summary: words('summary.json', 'summary.json'),
  errors: words('Errors', '错误'),
  exportSummary: words('summary.json', 'summary.json'),
  exportSummaryTitle: words('Save summary.json as nnU-Net writes it', '按 nnU-Net 的格式保存 summary.json'),
  exportOneModel: words(
    'summary.json is of one model: choose one of the models first',
    'summary.json 只针对一个模型：请先选择一个模型',
  ),
  exportCsv: words('Save every score as CSV', '将全部分数保存为 CSV'),
  exportJson: words('Save every case as JSON', '将全部病例保存为 JSON'),
  demo: words('This is the demo case alone.', '当前仅有演示病例。'),
  emptyTitle: words(
    'A cohort is a folder of references and a folder of predictions.',
    '队列由参考文件夹和预测文件夹组成。',
  ),
  emptyText: words(
    'Drop both here with nnU-Net’s dataset.json; several folders of predictions are several models. A whole nnU-Net results folder does too, and a summary.json alone fills the table.',
    '将两者连同 nnU-Net 的 dataset.json 一起拖到这里；多个预测文件夹即多个模型。也可以拖入整个 nnU-Net 结果文件夹；仅有 summary.json 也能填充表格。',
  ),
  openFolders: words('Open a folder', '打开文件夹'),
  fromSummary: sentence<{ file: string; cases: number; scores: number }>(
    ({ file, cases, scores }) => `${file}, ${integer(cases)} ${caseWord(cases)}, ${integer(scores)} scores`,
    ({ file, cases, scores }) => `${file}，${integer(cases)} 个病例，${integer(scores)} 个分数`,
  ),
  meansEqual: words('means recomputed, equal to the file', '均值已重算，与文件一致'),
  meansDiffer: sentence<{ file: number; here: number }>(
    ({ file, here }) => `means recomputed: ${here}, the file says ${file}`,
    ({ file, here }) => `均值重算为 ${here}，文件中为 ${file}`,
  ),
  countedHere: sentence<{ cases: number; scores: number; workers: number }>(
    ({ cases, scores, workers }) =>
      `${integer(cases)} ${caseWord(cases)}, ${integer(scores)} scores, counted on the CPU by ${integer(workers)} ${workers === 1 ? 'worker' : 'workers'}`,
    ({ cases, scores, workers }) =>
      `${integer(cases)} 个病例，${integer(scores)} 个分数，由 ${integer(workers)} 个 CPU 线程计数`,
  ),
  reference: words('reference', '参考'),
  prediction: words('prediction', '预测'),
  openCase: words('Open this case', '打开此病例'),
  openAtError: words('Open it at its largest error', '打开并定位到最大错误'),
  notOpen: words('Its files are not open: only its counts are known.', '其文件未打开：仅有计数可用。'),
  noReference: sentence<{ structures: readonly string[]; voxels: number }>(
    ({ structures, voxels }) =>
      `The reference has no ${structures.join(' and no ')}; ${integer(voxels)} ${voxels === 1 ? 'voxel' : 'voxels'} predicted there ${voxels === 1 ? 'makes' : 'make'} the score 0.`,
    ({ structures, voxels }) =>
      `参考中没有 ${structures.join('、')}；预测的 ${integer(voxels)} 个体素使得分为 0。`,
  ),
  noPrediction: sentence<{ structures: readonly string[]; voxels: number }>(
    ({ structures, voxels }) =>
      `The prediction has no ${structures.join(' and no ')}: ${integer(voxels)} ${voxels === 1 ? 'voxel is' : 'voxels are'} missed altogether.`,
    ({ structures, voxels }) => `预测中没有 ${structures.join('、')}：${integer(voxels)} 个体素全部遗漏。`,
  ),
  kept: words('Kept from an earlier visit', '沿用之前的结果'),
  title: sentence<{ cases: number }>(
    ({ cases }) => `${integer(cases)} ${caseWord(cases)}`,
    ({ cases }) => `${integer(cases)} 个病例`,
  ),
} as const;

function timeText(seconds: number): string {
  if (seconds < 90) return `${integer(Math.max(1, Math.ceil(seconds)))} s`;
  return seconds < 5400 ? `${integer(Math.round(seconds / 60))} min` : `${(seconds / 3600).toFixed(1)} h`;
}

function timeTextZh(seconds: number): string {
  if (seconds < 90) return `${integer(Math.max(1, Math.ceil(seconds)))} 秒`;
  return seconds < 5400 ? `${integer(Math.round(seconds / 60))} 分钟` : `${(seconds / 3600).toFixed(1)} 小时`;
}
