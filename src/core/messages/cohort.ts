import { integer, sentence, words } from './sentence.ts';

/** A few names, and how many more there are. */
function listed(names: readonly string[], joint: string): string {
  const shown = names.slice(0, 5).join(joint);
  return names.length > 5 ? `${shown}${joint}… (${integer(names.length)})` : shown;
}

/** Errors of folders, of results to be merged and of models to be compared. */
export const cohortErrors = {
  cohortOneFolder: sentence<{ folder: string; file: string }>(
    ({ folder, file }) =>
      `${folder} is a folder and ${file} is not; give two files, or the folder of the references and the folder of the predictions.`,
    ({ folder, file }) => `${folder} 是文件夹而 ${file} 不是；请给出两个文件，或参考文件夹和预测文件夹。`,
  ),
  cohortEmpty: sentence<{ folder: string; ending: string }>(
    ({ folder, ending }) =>
      `${folder} holds no file that ends in ${ending}; name the folder of the predictions, or correct "file_ending" in dataset.json.`,
    ({ folder, ending }) =>
      `${folder} 中没有以 ${ending} 结尾的文件；请指定预测所在文件夹，或更正 dataset.json 中的 "file_ending"。`,
  ),
  folderUnreadable: sentence<{ folder: string; reason: string }>(
    ({ folder, reason }) =>
      `${folder} cannot be listed (${reason}); check the path and your permission to read the folder.`,
    ({ folder, reason }) => `无法列出 ${folder} 的内容（${reason}）；请检查路径和读取该文件夹的权限。`,
  ),
  cohortNothingMatches: sentence<{ references: string; predictions: string; cases: number; name: string }>(
    ({ references, predictions, cases, name }) =>
      `None of the ${integer(cases)} predictions in ${predictions} has a reference of its name in ${references}, ${name} neither; give the folder whose files have the same names.`,
    ({ references, predictions, cases, name }) =>
      `${predictions} 中的 ${integer(cases)} 个预测在 ${references} 中都没有同名参考（例如 ${name}）；请指定文件同名的参考文件夹。`,
  ),
  cohortNoReference: sentence<{ file: string; folder: string }>(
    ({ file, folder }) =>
      `${file} has no reference: a file of the same name was expected in ${folder}; add it, or take the prediction away.`,
    ({ file, folder }) => `${file} 没有参考：${folder} 中应有同名文件；请补上该文件，或移除此预测。`,
  ),
  cohortNoRegions: words(
    'There are no regions to evaluate by: dataset.json defines none; use --as labels, or define regions with --regions.',
    '没有可供评估的区域：dataset.json 未定义区域；请使用 --as labels，或用 --regions 定义区域。',
  ),
  cohortNoStructures: words(
    'There is nothing to summarise: neither dataset.json nor any file has a label other than background; check the folders, or give --dataset.',
    '没有可汇总的内容：dataset.json 和所有文件中都没有背景以外的标签；请检查文件夹，或给出 --dataset。',
  ),
  outputExists: sentence<{ file: string }>(
    ({ file }) =>
      `${file} is there already and is not overwritten; add --force, or name another file with -o.`,
    ({ file }) => `${file} 已存在，不会被覆盖；请加上 --force，或用 -o 指定其他文件。`,
  ),
  caseThreadEnded: sentence<{ case: string }>(
    (facts) =>
      `${facts.case} could not be evaluated: the thread that counted it ended, most likely for want of memory; try again with fewer at a time (-j 1).`,
    (facts) =>
      `无法评估 ${facts.case}：计数线程意外终止，多半是内存不足；请减少同时处理的数量（-j 1）后重试。`,
  ),
  cohortFileUnknown: sentence<{ file: string; found: string }>(
    ({ file, found }) =>
      `${file} is no result of dicelens: "schema" should be dicelens/case@1 or dicelens/cohort@1, found ${found}; make it with dicelens evaluate --json.`,
    ({ file, found }) =>
      `${file} 不是 dicelens 的结果："schema" 应为 dicelens/case@1 或 dicelens/cohort@1，实际为 ${found}；请用 dicelens evaluate --json 生成。`,
  ),
  cohortCaseBroken: sentence<{ file: string; case: string; field: string }>(
    (facts) =>
      `${facts.file} is damaged: "${facts.field}" of the case ${facts.case} is missing or is no count; evaluate that case again.`,
    (facts) =>
      `${facts.file} 已损坏：病例 ${facts.case} 的 "${facts.field}" 缺失或不是计数；请重新评估该病例。`,
  ),
  mergeTwice: sentence<{ case: string; first: string; second: string }>(
    (facts) =>
      `The case ${facts.case} is in ${facts.first} and again in ${facts.second}; a case counts once: leave one of them out.`,
    (facts) =>
      `病例 ${facts.case} 同时出现在 ${facts.first} 和 ${facts.second} 中；每个病例只能计一次，请去掉其中一个。`,
  ),
  mergeSchemesDiffer: sentence<{ first: string; second: string }>(
    ({ first, second }) =>
      `${first} and ${second} were evaluated with different labels or regions; evaluate both with the same dataset.json.`,
    ({ first, second }) => `${first} 和 ${second} 是按不同的标签或区域评估的；请用同一个 dataset.json 评估。`,
  ),
  mergeNothing: words(
    'There is no case in these results; give at least one that has been evaluated.',
    '这些结果中没有病例；请至少给出一个已评估的病例。',
  ),
  compareNoCases: sentence<{ a: string; b: string }>(
    ({ a, b }) => `${a} and ${b} have no case in common; compare results on the same references.`,
    ({ a, b }) => `${a} 和 ${b} 没有共同的病例；请比较同一批参考上的结果。`,
  ),
  compareNoStructures: sentence<{ a: string; b: string }>(
    ({ a, b }) =>
      `${a} and ${b} have no structure in common (one may be evaluated by regions, the other by labels); evaluate both the same way.`,
    ({ a, b }) => `${a} 和 ${b} 没有共同的结构（可能一个按区域、一个按标签评估）；请用同样的方式评估。`,
  ),
} as const;

/** What the commands on cohorts print. */
export const cohortWords = {
  mergeNeeds: words(
    'merge needs results of dicelens evaluate --json, and -o SUMMARY or --json OUT; see dicelens --help.',
    'merge 需要 dicelens evaluate --json 的结果，以及 -o 汇总文件或 --json 输出；请见 dicelens --help。',
  ),
  compareNeeds: words(
    'compare needs two results, A and B: summary.json files, or JSON of dicelens evaluate; see dicelens --help.',
    'compare 需要两个结果 A 和 B：summary.json，或 dicelens evaluate 的 JSON；请见 dicelens --help。',
  ),
  notForFolders: sentence<{ option: string }>(
    ({ option }) => `${option} is for one pair of files, not for folders; see dicelens --help.`,
    ({ option }) => `${option} 只用于一对文件，不能用于文件夹；请见 dicelens --help。`,
  ),
  onlyForFolders: sentence<{ option: string }>(
    ({ option }) => `${option} is for two folders, not for one pair of files; see dicelens --help.`,
    ({ option }) => `${option} 只用于两个文件夹，不能用于一对文件；请见 dicelens --help。`,
  ),
  keepFailedNeeds: words(
    '--keep-failed says in --json OUT which case failed, so give --json as well; see dicelens --help.',
    '--keep-failed 会在 --json 输出中说明哪个病例失败，因此还需给出 --json；请见 dicelens --help。',
  ),
  jobsUnusable: sentence<{ jobs: string }>(
    ({ jobs }) => `-j takes the number of cases to count at a time, 1 or more, not "${jobs}".`,
    ({ jobs }) => `-j 应为同时计数的病例数（1 或更大），而不是“${jobs}”。`,
  ),
  withoutPrediction: sentence<{ files: readonly string[]; folder: string }>(
    ({ files, folder }) =>
      `${integer(files.length)} ${files.length === 1 ? 'reference has' : 'references have'} no prediction in ${folder} and ${files.length === 1 ? 'is' : 'are'} left out: ${listed(files, ', ')}`,
    ({ files, folder }) =>
      `${integer(files.length)} 个参考在 ${folder} 中没有预测，已略去：${listed(files, '、')}`,
  ),
  otherEnding: sentence<{ files: readonly string[]; ending: string }>(
    ({ files, ending }) =>
      `${integer(files.length)} ${files.length === 1 ? 'volume does' : 'volumes do'} not end in ${ending} and ${files.length === 1 ? 'is' : 'are'} left out: ${listed(files, ', ')}`,
    ({ files, ending }) =>
      `${integer(files.length)} 个体数据文件不以 ${ending} 结尾，已略去：${listed(files, '、')}`,
  ),
  sameInOthers: sentence<{ cases: number }>(
    ({ cases }) =>
      `${integer(cases)} more ${cases === 1 ? 'case has' : 'cases have'} a warning of this kind; --json has them all`,
    ({ cases }) => `另有 ${integer(cases)} 个病例有同类警告；--json 会全部列出`,
  ),
  caseFailed: sentence<{ case: string; reason: string }>(
    (facts) => `Failed: ${facts.case}: ${facts.reason}`,
    (facts) => `失败：${facts.case}：${facts.reason}`,
  ),
  someFailed: sentence<{ failed: number; cases: number; names: readonly string[] }>(
    ({ failed, cases, names }) =>
      `${integer(failed)} of ${integer(cases)} cases failed and ${failed === 1 ? 'is' : 'are'} in no number: ${listed(names, ', ')}`,
    ({ failed, cases, names }) =>
      `${integer(cases)} 个病例中有 ${integer(failed)} 个失败，未计入任何数值：${listed(names, '、')}`,
  ),
  allFailed: words(
    'No case could be evaluated, so nothing was written.',
    '没有病例可以评估，因此未写入任何文件。',
  ),
  progress: sentence<{ done: number; total: number; secondsLeft: number | null }>(
    ({ done, total, secondsLeft }) =>
      `${integer(done)} of ${integer(total)} cases${secondsLeft === null ? '' : `, about ${integer(Math.ceil(secondsLeft))} s left`}`,
    ({ done, total, secondsLeft }) =>
      `已完成 ${integer(done)}/${integer(total)} 个病例${secondsLeft === null ? '' : `，约剩 ${integer(Math.ceil(secondsLeft))} 秒`}`,
  ),
  written: sentence<{ file: string; cases: number }>(
    ({ file, cases }) => `${file}: ${integer(cases)} ${cases === 1 ? 'case' : 'cases'}`,
    ({ file, cases }) => `${file}：${integer(cases)} 个病例`,
  ),
  regions: words('regions', '区域'),
  labels: words('labels', '标签'),
  cases: words('cases', '病例数'),
  absent: words('absent', '缺失'),
  zero: words('zero', '为零'),
  meanDice: words('mean Dice', '平均 Dice'),
  interval: words('95 % interval', '95% 区间'),
  pooled: words('pooled', '合并'),
  median: words('median', '中位数'),
  quartiles: words('quartiles', '四分位数'),
  foregroundMean: words('foreground mean', '前景均值'),
  pairs: words('pairs', '配对数'),
  leftOut: words('left out', '略去'),
  difference: words('B - A', 'B - A'),
  p: words('p (Wilcoxon)', 'p（Wilcoxon）'),
  pHolm: words('p (Holm)', 'p（Holm）'),
  effect: words('effect', '效应量'),
  compared: sentence<{ cases: number; a: string; b: string }>(
    ({ cases, a, b }) =>
      `A = ${a}, B = ${b}: ${integer(cases)} ${cases === 1 ? 'case' : 'cases'} in both; above 0, B is better.`,
    ({ cases, a, b }) => `A = ${a}，B = ${b}：共有 ${integer(cases)} 个病例；大于 0 表示 B 更好。`,
  ),
  onlyInOne: sentence<{ file: string; cases: readonly string[] }>(
    ({ file, cases }) =>
      `${integer(cases.length)} ${cases.length === 1 ? 'case is' : 'cases are'} only in ${file} and left out: ${listed(cases, ', ')}`,
    ({ file, cases }) => `${integer(cases.length)} 个病例只出现在 ${file} 中，已略去：${listed(cases, '、')}`,
  ),
  otherReference: sentence<{ cases: readonly string[] }>(
    ({ cases }) =>
      `${integer(cases.length)} ${cases.length === 1 ? 'case was' : 'cases were'} evaluated against different references in A and in B (their sizes differ), so the difference is not the models' alone: ${listed(cases, ', ')}`,
    ({ cases }) =>
      `${integer(cases.length)} 个病例在 A 和 B 中使用了不同的参考（体积不同），因此差异不只来自模型：${listed(cases, '、')}`,
  ),
} as const;
