import { integer, sentence, words } from './sentence.ts';

/** The frame round every page: bar, files, questions, footer. */
export const shellWords = {
  pages: words('Pages', '页面'),
  case: words('Case', '病例'),
  reconstruction: words('Reconstruction', '重建'),
  why: words('Why', '原因'),
  'pseudo-dice': words('Pseudo Dice', '伪 Dice'),
  runs: words('Runs', '训练'),
  cohort: words('Cohort', '队列'),
  learn: words('Learn', '教程'),
  start: words('Start page', '开始页'),
  search: words('Search pages, cases, actions and terms', '搜索页面、病例、操作与术语'),
  openFiles: words('Open files', '打开文件'),
  openDemo: words('Open the demo', '打开演示病例'),
  demo: words('Demo case', '演示病例'),
  noCase: words('No case', '无病例'),
  language: words('中文', 'English'),
  languageTitle: words('Switch to Chinese', '切换到英文'),
  toLight: words('Light theme', '浅色主题'),
  toDark: words('Dark theme', '深色主题'),
  help: words('Keys and mouse', '键盘与鼠标'),
  close: words('Close', '关闭'),
  filesOfCase: words('Cases and files', '病例与文件'),
  cases: words('Cases', '病例'),
  files: words('Files', '文件'),
  role: words('Role', '角色'),
  removeFile: sentence<{ file: string }>(
    ({ file }) => `Take out ${file}`,
    ({ file }) => `移除 ${file}`,
  ),
  roleOf: sentence<{ file: string }>(
    ({ file }) => `Role of ${file}`,
    ({ file }) => `${file} 的角色`,
  ),
  dropHere: words('Drop files or folders here', '将文件或文件夹拖到这里'),
  dropKinds: words(
    'A reference and a prediction, with nnU-Net’s dataset.json; probabilities, region masks and images join them.',
    '参考与预测，以及 nnU-Net 的 dataset.json；还可加入概率、区域掩膜和图像。',
  ),
  recognised: words('Recognised by name; roles can be changed', '按文件名识别；角色可更改'),
  nothingLeaves: words('Nothing leaves this machine', '数据不会离开本机'),
  requests: sentence<{ own: number; foreign: number }>(
    ({ foreign }) => `${integer(foreign)} requests to other hosts`,
    ({ foreign }) => `发往其他主机的请求 ${integer(foreign)} 个`,
  ),
  requestsTitle: sentence<{ own: number; foreign: number }>(
    ({ own, foreign }) =>
      `Since this page was loaded: ${integer(own)} requests to the host that it came from, for its own files; ${integer(foreign)} to other hosts, which its policy forbids`,
    ({ own, foreign }) =>
      `自页面加载以来：向本页来源主机请求自身文件 ${integer(own)} 次；向其他主机 ${integer(foreign)} 次，内容安全策略不允许此类请求`,
  ),
  updateReady: words(
    'A newer version of DiceLens is ready. Files that are open have to be opened again after it is loaded.',
    'DiceLens 有新版本可用。载入新版本后，已打开的文件需要重新打开。',
  ),
  update: words('Load it now', '立即载入'),
  counting: words('Counting', '正在计数'),
  reading: sentence<{ file: string }>(
    ({ file }) => `Reading ${file}`,
    ({ file }) => `正在读取 ${file}`,
  ),
  oldStays: words('What is open stays until this is read.', '读取完成前，当前内容保持不变。'),
  allVoxels: sentence<{ voxels: number; ignored: number }>(
    ({ voxels, ignored }) =>
      ignored > 0
        ? `cells + ${integer(ignored)} ignored = ${integer(voxels)} voxels`
        : `cells = ${integer(voxels)} voxels`,
    ({ voxels, ignored }) =>
      ignored > 0
        ? `单元格 + 忽略 ${integer(ignored)} = ${integer(voxels)} 个体素`
        : `单元格合计 = ${integer(voxels)} 个体素`,
  ),
  voxel: words('voxel', '体素'),
  reference: words('reference', '参考'),
  prediction: words('prediction', '预测'),
  probability: words('p', 'p'),
} as const;

/** What a file can be. */
export const roleWords = {
  reference: words('Reference', '参考'),
  prediction: words('Prediction', '预测'),
  probabilities: words('Probabilities', '概率'),
  mask: words('Region mask', '区域掩膜'),
  image: words('Image', '图像'),
  dataset: words('dataset.json', 'dataset.json'),
  'label-names': words('Label names', '标签名称'),
  other: words('Not used', '不使用'),
} as const;

/** What a role is for, in the empty state. */
export const roleHints = {
  reference: words('reference*, gt, labelsTr', 'reference*、gt、labelsTr'),
  prediction: words('prediction*, *pred*, validation', 'prediction*、*pred*、validation'),
  dataset: words('labels, regions, order', '标签、区域、顺序'),
  probabilities: words('*.npz, region_NAME*', '*.npz、region_NAME*'),
  image: words('image*, *_0000', 'image*、*_0000'),
  required: words('required', '必需'),
  forRegions: words('needed for regions', '区域评估所需'),
  forDiff: words('shows what reconstruction changed', '显示重建改变了什么'),
  beneath: words('drawn beneath', '显示在下层'),
  missing: sentence<{ roles: string }>(
    ({ roles }) =>
      `Still missing: ${roles}. Drop it here too, or change the role of a file in the list of cases and files.`,
    ({ roles }) => `还缺少：${roles}。请一并拖入，或在“病例与文件”列表中更改文件的角色。`,
  ),
  unknown: words('Not recognised', '未识别'),
  unknownNote: words('another file of its name, or a role in the list', '等待同名文件，或在列表中指定角色'),
} as const;

/** Questions that only the user can answer, and what was done. */
export const questionWords = {
  whichFolder: sentence<{ example: string; first: string; second: string }>(
    ({ example, first, second }) =>
      `${example} is there twice, in ${first} and in ${second}. Which holds the reference?`,
    ({ example, first, second }) => `${first} 与 ${second} 中都有 ${example}。哪一个是参考？`,
  ),
  openedFirst: words('the files opened first', '先打开的文件'),
  openedSecond: words('the files opened second', '后打开的文件'),
  theseAreReferences: sentence<{ folder: string }>(
    ({ folder }) => `Reference: ${folder}`,
    ({ folder }) => `参考：${folder}`,
  ),
  roleFilled: sentence<{ added: string; present: string; role: string }>(
    ({ added, present, role }) => `${added} was recognised as ${role}, and so was ${present}, which is open.`,
    ({ added, present, role }) => `${added} 被识别为${role}，而已打开的 ${present} 也是。`,
  ),
  replace: sentence<{ file: string }>(
    ({ file }) => `Replace ${file}`,
    ({ file }) => `替换 ${file}`,
  ),
  otherModel: words('Keep both, as a second model', '两者都保留，作为第二个模型'),
  asPrediction: words('Use it as the prediction', '将其作为预测'),
  unknownRole: sentence<{ added: string }>(
    ({ added }) => `Nothing in the name of ${added} tells what it is.`,
    ({ added }) => `从 ${added} 的文件名看不出它是什么。`,
  ),
  itIsReference: words('It is the reference', '它是参考'),
  itIsPrediction: words('It is the prediction', '它是预测'),
  newCase: words('Begin a new case with it', '用它开始新的病例'),
  leaveOut: words('Leave it out', '不使用它'),
  undoReplaced: sentence<{ file: string }>(
    ({ file }) => `${file} was replaced`,
    ({ file }) => `已替换 ${file}`,
  ),
  undoRemoved: sentence<{ file: string }>(
    ({ file }) => `${file} was taken out`,
    ({ file }) => `已移除 ${file}`,
  ),
  undoRole: sentence<{ file: string }>(
    ({ file }) => `The role of ${file} was changed`,
    ({ file }) => `已更改 ${file} 的角色`,
  ),
} as const;

/** The editor of regions defined by hand. */
export const regionEditorWords = {
  title: words('Regions', '区域'),
  intro: words(
    'A region is a set of labels scored as one. The figures follow as you edit; nothing is counted again.',
    '区域是合并评分的一组标签。编辑时数值随之更新，无需重新计数。',
  ),
  name: words('Name', '名称'),
  labels: words('Labels', '标签'),
  add: words('Add a region', '添加区域'),
  remove: sentence<{ name: string }>(
    ({ name }) => `Remove ${name}`,
    ({ name }) => `删除 ${name}`,
  ),
  containsLabel: sentence<{ region: string; label: string }>(
    ({ region, label }) => `${region} contains ${label}`,
    ({ region, label }) => `${region} 包含 ${label}`,
  ),
  defaultName: sentence<{ number: number }>(
    ({ number }) => `region ${number}`,
    ({ number }) => `区域 ${number}`,
  ),
  backToDataset: words('As in dataset.json', '恢复为 dataset.json'),
  done: words('Done', '完成'),
} as const;

/** The list of keys. */
export const keyWords = {
  errors: words('Errors one by one', '逐个查看错误'),
  errorsKeys: words(
    'E; then N, P, Enter reviewed, E note, Escape',
    'E；随后 N、P 切换，回车标记已审阅，E 备注，Esc 返回',
  ),
  slices: words('Move through slices', '浏览切片'),
  slicesKeys: words('wheel, ↑ ↓, Page Up / Down', '滚轮、↑ ↓、Page Up / Down'),
  crosshair: words('Move the crosshair', '移动十字线'),
  crosshairKeys: words('click or drag', '点击或拖动'),
  window: words('Brightness and contrast', '亮度与对比度'),
  windowKeys: words('right button drag', '右键拖动'),
  channel: words('Next image channel', '下一图像通道'),
  mode: words('Reference, prediction, errors, reconstruction', '参考、预测、错误、重建'),
  piece: words('Next and previous piece of the selection', '所选体素的下一块、上一块'),
  open: words('Open files', '打开文件'),
  palette: words('Search pages, cases, actions, terms', '搜索页面、病例、操作、术语'),
  help: words('This list', '此列表'),
  rows: words('Move in a table', '在表格中移动'),
  rowsKeys: words('arrow keys', '方向键'),
  openCase: words('Open the case at its largest error', '打开病例并定位到最大错误'),
  search: words('Search cases', '搜索病例'),
} as const;

/** Pieces of the selection below the slices. */
export const pieceWords = {
  piece: sentence<{ at: number; count: number; voxels: number; ml: string }>(
    ({ at, count, voxels, ml }) => `piece ${at} of ${integer(count)}, ${integer(voxels)} voxels, ${ml} mL`,
    ({ at, count, voxels, ml }) =>
      `第 ${at} 块，共 ${integer(count)} 块，${integer(voxels)} 个体素，${ml} mL`,
  ),
  none: words('no voxel is chosen', '没有选中的体素'),
  next: words('Next piece', '下一块'),
  previous: words('Previous piece', '上一块'),
} as const;

/** Saving the numbers. */
export const exportWords = {
  errors: words('Errors', '错误'),
  errorsTitle: words('The errors one by one, with causes (E)', '逐个查看错误及其原因 (E)'),
  exportJson: words('Export JSON', '导出 JSON'),
  exportCsv: words('Export CSV', '导出 CSV'),
} as const;
