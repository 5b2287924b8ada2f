import { integer, sentence, words, type Sentence } from './sentence.ts';

interface Finding {
  cause: string;
  pieces: number;
  voxels: number;
  of: number;
  share: string;
}

/** One sentence a cause: `one` and `many` name its pieces, `zh` does so in Chinese. */
const finding = (one: string, many: string, zh: string): Sentence<Finding> =>
  sentence(
    ({ pieces, voxels, of, share }) =>
      pieces === 1
        ? `One ${one} holds ${share} of the errors: ${integer(voxels)} of ${integer(of)} voxels.`
        : `${integer(pieces)} ${many} hold ${share} of the errors: ${integer(voxels)} of ${integer(of)} voxels.`,
    ({ pieces, voxels, of, share }) =>
      `${integer(pieces)} 处${zh}占全部错误的 ${share}：${integer(of)} 个错误体素中的 ${integer(voxels)} 个。`,
  );

/** What holds most of the errors. */
export const findingWords = {
  missed: finding('missed piece', 'missed pieces', '漏检'),
  spurious: finding('spurious piece', 'spurious pieces', '假性块'),
  outgrowth: finding('outgrowth', 'outgrowths', '外溢'),
  shortfall: finding('shortfall', 'shortfalls', '不足'),
  boundary: finding('piece of the boundary layer', 'pieces of the boundary layer', '边界层错误'),
  swap: finding('label swap', 'label swaps', '标签混淆'),
  mirror: finding('piece with left and right exchanged', 'pieces with left and right exchanged', '左右颠倒'),
  gained: finding(
    'piece gained by the reconstruction',
    'pieces gained by the reconstruction',
    '由重建得到的错误',
  ),
  lost: finding('piece lost by the reconstruction', 'pieces lost by the reconstruction', '由重建丢失的错误'),
} as const;

export const noErrors = words(
  'There is no error: prediction and reference agree in every voxel.',
  '没有错误：预测与参考逐体素一致。',
);

/** The navigator of a case's errors. */
export const navigatorWords = {
  errors: words('Errors', '错误'),
  show: words('Errors one by one (E)', '逐个查看错误 (E)'),
  back: words('Scores', '分数'),
  backTitle: words('Back to the scores (E)', '返回分数 (E)'),
  finding: words('Finding the errors', '正在查找错误'),
  stopped: words('Finding the errors was stopped.', '已停止查找错误。'),
  again: words('Find the errors', '查找错误'),
  stop: words('Stop', '停止'),
  byCause: words('Errors by cause', '按原因统计的错误'),
  total: sentence<{ voxels: number; mm3: string; pieces: number }>(
    ({ voxels, mm3, pieces }) =>
      `${integer(voxels)} voxels of ${mm3} mm³ in ${integer(pieces)} ${pieces === 1 ? 'piece' : 'pieces'}`,
    ({ voxels, mm3, pieces }) => `${integer(pieces)} 块，共 ${integer(voxels)} 个 ${mm3} mm³ 的体素`,
  ),
  layer: words('boundary layer: within', '边界层宽度'),
  layerUnit: words('mm', 'mm'),
  layerTitle: words(
    'An attached error that stays this close to the reference boundary is of the boundary layer; else it is an outgrowth or a shortfall',
    '与正确部分相连且距参考边界不超过此值的错误属于边界层；否则为外溢或不足',
  ),
  inPieces: sentence<{ pieces: number }>(
    ({ pieces }) => `in ${integer(pieces)}`,
    ({ pieces }) => `${integer(pieces)} 块`,
  ),
  list: words('Largest errors', '最大的错误'),
  listOf: sentence<{ cause: string }>(
    ({ cause }) => `Errors: ${cause}`,
    ({ cause }) => `错误：${cause}`,
  ),
  reviewedOf: sentence<{ reviewed: number; of: number }>(
    ({ reviewed, of }) => `${integer(reviewed)} of ${integer(of)} reviewed`,
    ({ reviewed, of }) => `已审阅 ${integer(reviewed)}/${integer(of)}`,
  ),
  undo: words('Undo', '撤销'),
  undoTitle: words('Take the last mark or note back', '撤销上一次标记或备注'),
  csv: words('CSV', 'CSV'),
  csvTitle: words('Save the errors listed as CSV', '将列出的错误保存为 CSV'),
  map: words('Label map', '标签图'),
  mapTitle: words(
    'Save all errors as a NIfTI label map: each voxel holds the number of its error',
    '将全部错误保存为 NIfTI 标签图：体素值为错误编号',
  ),
  tableTitle: words(
    'Save names and colours of that map for ITK-SNAP',
    '保存该标签图的名称和颜色（ITK-SNAP 格式）',
  ),
  table: words('Label table', '标签表'),
  number: words('number', '编号'),
  kind: words('kind', '类型'),
  cause: words('cause', '原因'),
  ml: words('mL', 'mL'),
  voxels: words('voxels', '体素'),
  share: words('% of all', '占比 %'),
  readAs: words('read as', '读作'),
  reach: words('reach mm', '深度 mm'),
  state: words('reviewed', '已审阅'),
  fp: words('FP', 'FP'),
  fn: words('FN', 'FN'),
  swap: words('swap', '混淆'),
  sort: words('Order', '排序'),
  byVolume: words('by mL', '按 mL'),
  sortCause: words('by cause', '按原因'),
  sortReach: words('by reach', '按深度'),
  sortPlace: words('by slice', '按切片'),
  more: sentence<{ more: number }>(
    ({ more }) => `${integer(more)} more`,
    ({ more }) => `另有 ${integer(more)} 个`,
  ),
  at: sentence<{ at: number; of: number }>(
    ({ at, of }) => `Error ${integer(at)} of ${integer(of)}`,
    ({ at, of }) => `错误 ${integer(at)}/${integer(of)}`,
  ),
  noneListed: words('No error is listed', '没有列出的错误'),
  hint: words(
    'ranked by mL; Enter marks it as reviewed, E writes a note, Escape goes back',
    '按 mL 排序；回车标记已审阅，E 写备注，Esc 返回',
  ),
  previous: words('Previous', '上一个'),
  next: words('Next', '下一个'),
  pictures: words('Errors beside this one', '相邻的错误'),
  picture: sentence<{ number: number; kind: string; cause: string; ml: string; reviewed: boolean }>(
    ({ number, kind, cause, ml, reviewed }) =>
      `${integer(number)}: ${kind}, ${cause}, ${ml} mL${reviewed ? ', reviewed' : ''}`,
    ({ number, kind, cause, ml, reviewed }) =>
      `${integer(number)}：${kind}，${cause}，${ml} mL${reviewed ? '，已审阅' : ''}`,
  ),
  review: words('Reviewed', '已审阅'),
  note: words('Note', '备注'),
  noteOf: sentence<{ number: number }>(
    ({ number }) => `Note on error ${integer(number)}`,
    ({ number }) => `错误 ${integer(number)} 的备注`,
  ),
  tableEntry: sentence<{ number: number; cause: string; reference: number; predicted: number }>(
    ({ number, cause, reference, predicted }) => `${number} ${cause}, ${reference} read as ${predicted}`,
    ({ number, cause, reference, predicted }) => `${number} ${cause}，${reference} 读作 ${predicted}`,
  ),
} as const;
