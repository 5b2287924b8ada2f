import type { SummaryCause } from '../cohort/summary-check.ts';
import { formatScore } from '../text/format.ts';
import { integer, sentence, words, type Sentence } from './sentence.ts';

const few = (names: readonly string[], joint: string) =>
  names.length > 6 ? `${names.slice(0, 6).join(joint)}${joint}…` : names.join(joint);
const caseWord = (count: number) => (count === 1 ? 'case' : 'cases');

/** A summary.json held against the recount. */
export const summaryCheckWords = {
  agrees: sentence<{ file: string; compared: number; cases: number }>(
    ({ file, compared, cases }) =>
      `${file} agrees: ${integer(compared)} scores of ${integer(cases)} ${caseWord(cases)} are the same in TP, FP, FN and Dice, to the last digit.`,
    ({ file, compared, cases }) =>
      `${file} 与重算一致：${integer(cases)} 个病例的 ${integer(compared)} 个分数在 TP、FP、FN 和 Dice 上完全相同。`,
  ),
  differs: sentence<{ file: string; compared: number; differing: number }>(
    ({ file, compared, differing }) =>
      `${file} differs from the recount in ${integer(differing)} of ${integer(compared)} scores.`,
    ({ file, compared, differing }) =>
      `${file} 与重算有差异：${integer(compared)} 个分数中有 ${integer(differing)} 个不同。`,
  ),
  nothingCommon: sentence<{ file: string }>(
    ({ file }) => `${file} has no case and structure in common with what was counted here.`,
    ({ file }) => `${file} 与此处计数的内容没有共同的病例和结构。`,
  ),
  means: sentence<{ written: number; file: number; here: number }>(
    ({ written, file, here }) =>
      `foreground_mean of Dice: ${formatScore(written, 6)} as written, ${formatScore(file, 6)} of the file's own cases, ${formatScore(here, 6)} counted here.`,
    ({ written, file, here }) =>
      `Dice 的 foreground_mean：文件中写为 ${formatScore(written, 6)}，由文件内病例算得 ${formatScore(file, 6)}，此处计数得 ${formatScore(here, 6)}。`,
  ),
  none: words(
    'No summary.json is open. Drop nnU-Net’s here to hold it against the recount, score by score.',
    '未打开 summary.json。将 nnU-Net 的 summary.json 拖到这里，即可逐个分数与重算结果比对。',
  ),
  onlyFile: words(
    'Its cases fill the table; open their files to have them recounted and checked.',
    '表格来自该文件；打开病例文件即可重新计数并核对。',
  ),
  onlyInFile: sentence<{ names: readonly string[] }>(
    ({ names }) => `Only in the file (${integer(names.length)}): ${few(names, ', ')}`,
    ({ names }) => `仅在文件中（${integer(names.length)}）：${few(names, '、')}`,
  ),
  onlyHere: sentence<{ names: readonly string[] }>(
    ({ names }) => `Only here (${integer(names.length)}): ${few(names, ', ')}`,
    ({ names }) => `仅在此处（${integer(names.length)}）：${few(names, '、')}`,
  ),
  likely: words('Likely', '可能原因'),
  case: words('Case', '病例'),
  structure: words('structure', '结构'),
  inFile: words('in the file', '文件中'),
  here: words('counted here', '此处计数'),
  difference: words('Dice, here − file', 'Dice，此处 − 文件'),
  more: sentence<{ count: number }>(
    ({ count }) => `and ${integer(count)} more`,
    ({ count }) => `另有 ${integer(count)} 个`,
  ),
  close: sentence<{ file: string }>(
    ({ file }) => `Close ${file}`,
    ({ file }) => `关闭 ${file}`,
  ),
} as const;

/** What usually makes a summary.json and its recount differ. */
export const summaryCauses = {
  'missing-files': words(
    'Files are missing: the two are not over the same cases, so their means differ.',
    '缺少文件：两者的病例不同，因此均值不同。',
  ),
  'other-structures': words(
    'Another set of regions or labels: dataset.json is not the one of the evaluation.',
    '区域或标签集合不同：dataset.json 不是评估时使用的那个。',
  ),
  'ignore-label': words(
    'The ignore label: only FP differ and the file has more, so it counted voxels that dataset.json says to ignore.',
    '忽略标签：只有 FP 不同且文件中更多，说明文件计入了 dataset.json 要求忽略的体素。',
  ),
  'swapped-labels': words(
    'Other labels: each differing score is that of another structure here, so the numbers of the labels were exchanged.',
    '标签不同：每个有差异的分数都等于此处另一结构的分数，说明标签编号被调换。',
  ),
  'other-references': words(
    'Other references: the sizes of structures in the reference differ; the references changed after the evaluation.',
    '参考不同：参考中结构的体积不同；评估之后参考被修改过。',
  ),
  'other-predictions': words(
    'Other predictions: the references agree and the predictions do not; the predictions were written anew, or postprocessed.',
    '预测不同：参考一致而预测不一致；预测被重新生成或经过后处理。',
  ),
  rounding: words(
    'Rounding: single voxels differ, as where files hold fractions of labels that nibabel and SimpleITK round differently, or were resampled.',
    '取整：只有个别体素不同，例如文件中的标签为小数而 nibabel 与 SimpleITK 取整方式不同，或经过重采样。',
  ),
} as const satisfies Record<SummaryCause, Sentence>;

/** What the references of a cohort are like. */
export const fingerprintWords = {
  none: words(
    'Nothing is known of the files yet: a summary.json says nothing of sizes and spacings.',
    '尚无文件信息：summary.json 不包含尺寸和体素间距。',
  ),
  cases: words('cases', '病例数'),
  size: words('size, voxels', '尺寸（体素）'),
  spacing: words('spacing, mm', '间距（mm）'),
  voxels: words('voxels a case', '每例体素'),
  orientation: words('orientation', '方向'),
  oblique: sentence<{ cases: number }>(
    ({ cases }) => `${integer(cases)} oblique`,
    ({ cases }) => `${integer(cases)} 个倾斜`,
  ),
  different: sentence<{ count: number }>(
    ({ count }) => (count === 1 ? 'the same in all' : `${integer(count)} different`),
    ({ count }) => (count === 1 ? '全部相同' : `${integer(count)} 种`),
  ),
  spread: words('least, median, most', '最小、中位、最大'),
  structure: words('Structure', '结构'),
  share: words('share of voxels', '体素占比'),
  volume: words('median mL', '中位 mL'),
  quartiles: words('quartiles', '四分位数'),
  distribution: words('reference mL, each case', '每例参考 mL'),
  without: words('cases without', '无此结构'),
  withoutTitle: sentence<{ names: readonly string[] }>(
    ({ names }) => few(names, ', '),
    ({ names }) => few(names, '、'),
  ),
  imbalance: sentence<{ ratio: number; largest: string; smallest: string }>(
    ({ ratio, largest, smallest }) =>
      `${largest} has ${ratio < 10 ? ratio.toFixed(1) : integer(ratio)} times as many voxels as ${smallest}.`,
    ({ ratio, largest, smallest }) =>
      `${largest} 的体素数是 ${smallest} 的 ${ratio < 10 ? ratio.toFixed(1) : integer(ratio)} 倍。`,
  ),
  misplaced: sentence<{ cases: number }>(
    ({ cases }) =>
      `${integer(cases)} ${cases === 1 ? 'prediction does' : 'predictions do'} not lie as ${cases === 1 ? 'its reference does' : 'their references do'}:`,
    ({ cases }) => `${integer(cases)} 个预测与其参考的几何信息不一致：`,
  ),
  allPlaced: words('Every prediction lies on the grid of its reference.', '所有预测都与其参考位于同一网格。'),
} as const;
