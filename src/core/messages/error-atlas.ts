import { integer, sentence, words } from './sentence.ts';

/** Why a piece of errors is wrong. */
export const causeWords = {
  missed: words('missed', '漏检'),
  spurious: words('spurious', '假性'),
  outgrowth: words('outgrowth', '外溢'),
  shortfall: words('shortfall', '不足'),
  boundary: words('boundary layer', '边界层'),
  swap: words('label swap', '标签混淆'),
  mirror: words('left and right', '左右颠倒'),
  gained: words('gained by reconstruction', '重建得到'),
  lost: words('lost by reconstruction', '重建丢失'),
} as const;

/** What each cause means. */
export const causeTitles = {
  missed: words(
    'A connected piece of the reference of which nothing was predicted',
    '参考中完全没有被预测到的连通块',
  ),
  spurious: words(
    'A connected piece of the prediction of which the reference has nothing',
    '预测中参考完全没有的连通块',
  ),
  outgrowth: words(
    'Attached to what is right and reaching beyond the boundary layer',
    '与正确部分相连，且超出边界层',
  ),
  shortfall: words(
    'Missing from a piece that was found, beyond the boundary layer',
    '所在连通块已检出，但缺失超出边界层',
  ),
  boundary: words(
    'Attached to what is right, all of it within 2 mm of the reference boundary',
    '与正确部分相连，且全部位于参考边界 2 mm 以内',
  ),
  swap: words('The right place, the wrong label', '位置正确，标签错误'),
  mirror: words('The label of the other side', '另一侧的标签'),
  gained: words(
    'The reconstruction wrote a label that implies a region which was not predicted',
    '重建写入的标签所隐含的区域并未被预测',
  ),
  lost: words(
    'The reconstruction wrote a label without a region that was predicted',
    '重建写入的标签不含已预测的区域',
  ),
} as const;

/** The atlas of a cohort's errors. */
export const atlasWords = {
  title: words('Error atlas', '错误图集'),
  caption: sentence<{ pieces: number; cases: number; ml: string }>(
    ({ pieces, cases, ml }) =>
      `${integer(pieces)} ${pieces === 1 ? 'piece' : 'pieces'} in ${integer(cases)} ${cases === 1 ? 'case' : 'cases'}, ${ml} mL; boundary layer: within 2 mm`,
    ({ pieces, cases, ml }) =>
      `${integer(cases)} 个病例中 ${integer(pieces)} 个错误块，共 ${ml} mL；边界层：2 mm 以内`,
  ),
  kept: sentence<{ shown: number; of: number }>(
    ({ shown, of }) =>
      shown === of
        ? `all ${integer(of)}, largest first`
        : `the ${integer(shown)} largest of ${integer(of)}; a case adds its 40 largest at most`,
    ({ shown, of }) =>
      shown === of
        ? `全部 ${integer(of)} 个，按体积排序`
        : `${integer(of)} 个中最大的 ${integer(shown)} 个；每个病例至多取其最大的 40 个`,
  ),
  find: words('Find the errors', '查找错误'),
  findTitle: words(
    'Reads every case once more and takes its errors apart into connected pieces',
    '重新读取每个病例，将其错误分解为连通块',
  ),
  explain: words(
    'All errors of all cases in connected pieces, ranked by volume, with their causes. The cases are read once more for it.',
    '所有病例的全部错误，按连通块列出，依体积排序并标明原因。为此需要重新读取病例。',
  ),
  needsFiles: words(
    'The errors are found in the volumes: open the references and predictions, not the summary.json alone.',
    '错误需要在体数据中查找：请打开参考和预测文件，而不只是 summary.json。',
  ),
  finding: sentence<{ done: number; total: number }>(
    ({ done, total }) => `${integer(done)} of ${integer(total)} cases`,
    ({ done, total }) => `已完成 ${integer(done)}/${integer(total)} 个病例`,
  ),
  stop: words('Stop', '停止'),
  none: words(
    'There is no error: prediction and reference agree in every voxel.',
    '没有错误：预测与参考逐体素一致。',
  ),
  cause: words('Cause', '原因'),
  all: words('all', '全部'),
  ml: words('mL', 'mL'),
  pieces: words('pieces', '块数'),
  csv: words('Save the list as CSV', '将列表保存为 CSV'),
  list: words('Errors, largest first', '错误列表，从大到小'),
  keys: words(
    'arrows: next error; Enter opens it; R reviewed; N note',
    '方向键：切换错误；回车打开；R 标记已审阅；N 备注',
  ),
  readAs: words('read as', '读作'),
  voxels: sentence<{ voxels: number }>(
    ({ voxels }) => `${integer(voxels)} ${voxels === 1 ? 'voxel' : 'voxels'}`,
    ({ voxels }) => `${integer(voxels)} 个体素`,
  ),
  reach: sentence<{ mm: string }>(
    ({ mm }) => `reaches ${mm} mm`,
    ({ mm }) => `深入 ${mm} mm`,
  ),
  reachTitle: words(
    'Largest distance to where the prediction would have been right',
    '到预测本应正确之处的最大距离',
  ),
  beyond: words('>20', '>20'),
  open: words('Open the case here', '在此处打开病例'),
  reviewed: words('Reviewed', '已审阅'),
  reviewedOf: sentence<{ reviewed: number; of: number }>(
    ({ reviewed, of }) => `${integer(reviewed)} of ${integer(of)} reviewed`,
    ({ reviewed, of }) => `已审阅 ${integer(reviewed)}/${integer(of)}`,
  ),
  note: words('Note', '备注'),
  tile: sentence<{
    rank: number;
    case: string;
    cause: string;
    ml: string;
    reference: number;
    predicted: number;
    reviewed: boolean;
  }>(
    (facts) =>
      `${integer(facts.rank)}: ${facts.case}, ${facts.cause}, ${facts.ml} mL, ${facts.reference} read as ${facts.predicted}${facts.reviewed ? ', reviewed' : ''}`,
    (facts) =>
      `${integer(facts.rank)}：${facts.case}，${facts.cause}，${facts.ml} mL，${facts.reference} 读作 ${facts.predicted}${facts.reviewed ? '，已审阅' : ''}`,
  ),
  legendFp: words('FP', 'FP'),
  legendFn: words('FN', 'FN'),
  legendSwap: words('label swap', '标签混淆'),
  legendAgreed: words('agreed', '一致'),
} as const;
