import { integer, sentence, words } from './sentence.ts';

/** Above this size the fraction of a window's figures says nothing. */
const whole = (value: number) => (Math.abs(value) < 10 ? value.toPrecision(2) : value.toFixed(0));
const and = (names: readonly string[], last: string) =>
  names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')}${last}${names.at(-1)}`;

interface Causes {
  regions: readonly string[];
  /** The label written, where several causes concern the same regions; else null. */
  label: number | null;
}

/** The slices of a case. */
export const viewerWords = {
  axial: words('Axial', '轴位'),
  coronal: words('Coronal', '冠状位'),
  sagittal: words('Sagittal', '矢状位'),
  viewer: words('Slices', '切片'),
  slice: sentence<{
    plane: string;
    axis: string;
    index: number;
    last: number;
    place: string;
  }>(
    ({ plane, axis, index, last, place }) =>
      `${plane} slice, ${axis} ${index} of 0 to ${last}, ${place}. Arrow keys and Page Up or Down change the slice, Shift with arrows moves the crosshair.`,
    ({ plane, axis, index, last, place }) =>
      `${plane}切片，${axis} ${index}（0 至 ${last}），${place}。方向键和 Page Up/Down 切换切片，Shift 加方向键移动十字线。`,
  ),
  place: sentence<{ letter: string; mm: number }>(
    ({ letter, mm }) => `${letter} ${mm.toFixed(1)} mm`,
    ({ letter, mm }) => `${letter} ${mm.toFixed(1)} mm`,
  ),
  window: sentence<{ image: string; width: number; level: number }>(
    ({ image, width, level }) => `${image}${image && ', '}W ${whole(width)} L ${whole(level)}`,
    ({ image, width, level }) => `${image}${image && '，'}窗宽 ${whole(width)} 窗位 ${whole(level)}`,
  ),
  noImage: words('No image: drop one to see the labels on it', '没有影像：拖入影像即可叠加显示'),
  noVolume: words('The 3D view is being loaded', '正在加载三维视图'),
  worldTitle: words('World position: right, anterior, superior are positive', '世界坐标：右、前、上为正'),
  ruler: sentence<{ mm: number }>(
    ({ mm }) => `${mm} mm`,
    ({ mm }) => `${mm} mm`,
  ),
} as const;

/** What the colours on the slices mean. */
export const legendWords = {
  legend: words('Legend', '图例'),
  tp: words('TP', 'TP'),
  fp: words('FP', 'FP'),
  fn: words('FN', 'FN'),
  ofReference: words('reference', '参考'),
  ofPrediction: words('prediction', '预测'),
  ofRaw: words('raw mask', '原始掩膜'),
  ignored: words('ignored', '忽略'),
  cell: sentence<{ reference: number; predicted: number }>(
    ({ reference, predicted }) => `reference ${reference}, predicted ${predicted}`,
    ({ reference, predicted }) => `参考 ${reference}，预测 ${predicted}`,
  ),
  pattern: sentence<{ regions: readonly string[]; writes: number }>(
    ({ regions, writes }) =>
      `${regions.length > 0 ? and(regions, ' and ') : 'no region'} predicted, writes ${writes}`,
    ({ regions, writes }) => `预测为 ${regions.length > 0 ? and(regions, ' 和 ') : '无区域'}，写入 ${writes}`,
  ),
  gained: sentence<Causes>(
    ({ regions, label }) => `gained in ${and(regions, ' and ')}${label === null ? '' : `, label ${label}`}`,
    ({ regions, label }) => `${and(regions, ' 和 ')} 新增${label === null ? '' : `，标签 ${label}`}`,
  ),
  lost: sentence<Causes>(
    ({ regions, label }) => `lost from ${and(regions, ' and ')}${label === null ? '' : `, label ${label}`}`,
    ({ regions, label }) => `${and(regions, ' 和 ')} 去除${label === null ? '' : `，标签 ${label}`}`,
  ),
  both: sentence<{ gained: readonly string[]; lost: readonly string[] }>(
    ({ gained, lost }) => `gained in ${and(gained, ' and ')}, lost from ${and(lost, ' and ')}`,
    ({ gained, lost }) => `${and(gained, ' 和 ')} 新增，${and(lost, ' 和 ')} 去除`,
  ),
  moreLabels: sentence<{ more: number }>(
    ({ more }) => `and ${integer(more)} more`,
    ({ more }) => `另有 ${integer(more)} 个`,
  ),
  morePatterns: sentence<{ more: number }>(
    ({ more }) => `and ${integer(more)} smaller patterns`,
    ({ more }) => `及另外 ${integer(more)} 种较小的组合`,
  ),
  nothingChanged: words('The reconstruction changed no voxel', '重建没有改变任何体素'),
  noPatterns: words(
    'No masks or probabilities: drop them to see what the reconstruction changed',
    '没有掩膜或概率文件：拖入后可查看重建的改变',
  ),
  noPrediction: words('No prediction yet', '尚无预测'),
} as const;

/** The bar above the slices. */
export const viewerToolbarWords = {
  overlay: words('What is laid over the image', '叠加内容'),
  reference: words('Reference', '参考'),
  prediction: words('Prediction', '预测'),
  errors: words('Errors', '误差'),
  reconstruction: words('Reconstruction', '重建'),
  structure: words('Structure shown', '显示的结构'),
  allLabels: words('All labels', '全部标签'),
  regions: words('Regions', '区域'),
  labels: words('Labels', '标签'),
  layout: words('Layout and zoom', '布局与缩放'),
  opacity: words('Opacity of the overlay', '叠加不透明度'),
  opacityValue: sentence<{ percent: number }>(
    ({ percent }) => `${percent} %`,
    ({ percent }) => `${percent} %`,
  ),
  imageAndWindow: words('Image and window', '影像与窗宽窗位'),
  channel: words('Image channel', '影像通道'),
  channelKey: words('C shows the next one', '按 C 键切换下一个'),
  windowHead: words('Window', '窗宽窗位'),
  windowHint: words('Drag with the right button, or with Ctrl, to change it', '按住右键或 Ctrl 拖动可调整'),
  auto: words('Automatic', '自动'),
  brain: words('CT brain', 'CT 脑窗'),
  softTissue: words('CT soft tissue', 'CT 软组织窗'),
  lung: words('CT lung', 'CT 肺窗'),
  bone: words('CT bone', 'CT 骨窗'),
} as const;
