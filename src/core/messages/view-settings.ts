import { sentence, words } from './sentence.ts';

/** Layout, styles and comparisons of the slices. */
export const viewWords = {
  layout: words('Layout', '布局'),
  layoutKey: words('L shows the next one', '按 L 键切换下一个'),
  one: words('One', '单图'),
  three: words('Three', '三图'),
  four: words('Three and 3D', '三图与三维'),
  lightbox: words('Lightbox', '多层平铺'),
  plane: words('Large slice', '主视图'),
  every: words('Every n-th slice', '层间隔'),
  fits: words('What fits', '自动'),
  everyNth: sentence<{ step: number }>(
    ({ step }) => (step === 1 ? 'every slice' : `1 slice in ${step}`),
    ({ step }) => (step === 1 ? '每层' : `每 ${step} 层`),
  ),
  lightboxOf: sentence<{ count: number; step: number }>(
    ({ count, step }) => `${count} slices, ${step} apart. Arrow keys move through them.`,
    ({ count, step }) => `${count} 层切片，间隔 ${step} 层。用方向键浏览。`,
  ),
  convention: words('Patient’s right', '患者右侧'),
  radiological: words('Left on screen', '屏幕左侧'),
  neurological: words('Right on screen', '屏幕右侧'),
  conventionHint: words('Radiological convention left, neurological right', '左为放射学惯例，右为神经学惯例'),
  zoom: words('Zoom', '缩放'),
  zoomValue: sentence<{ percent: number }>(
    ({ percent }) => `${percent} %`,
    ({ percent }) => `${percent} %`,
  ),
  zoomIn: words('Zoom in', '放大'),
  zoomOut: words('Zoom out', '缩小'),
  fit: words('Fit', '适合窗口'),
  zoomHint: words(
    'Ctrl with the wheel, + − 0; drag with Space or the middle button',
    'Ctrl 加滚轮、+ − 0；按住空格或中键拖动平移',
  ),
  style: words('Drawn as', '绘制方式'),
  both: words('Both', '两者'),
  filled: words('Filled', '填充'),
  outline: words('Outline', '轮廓'),
  everything: words('Errors of', '误差范围'),
  chosen: words('The structure', '所选结构'),
  all: words('All labels', '全部标签'),
  compare: words('Compare', '对比'),
  none: words('None', '无'),
  flicker: words('Flicker', '闪烁'),
  swipe: words('Swipe', '卷帘'),
  sideBySide: words('Side by side', '并排'),
  agreement: words('Agreement', '一致性'),
  flickerHint: words('F shows the other one', '按 F 键切换另一个'),
  swipeHint: words('Drag the line, or move it with [ and ]', '拖动分隔线，或用 [ 和 ] 移动'),
  modelHint: words(
    'Drop a second prediction of the case to compare two models',
    '拖入该病例的第二个预测即可比较两个模型',
  ),
  labels: words('Labels', '标签'),
  labelsHint: words(
    'Drop an ITK-SNAP .label or 3D Slicer .ctbl file for its colours',
    '拖入 ITK-SNAP .label 或 3D Slicer .ctbl 文件可载入其颜色',
  ),
  reset: words('Reset', '重置'),
  visible: sentence<{ name: string }>(
    ({ name }) => `Show ${name}`,
    ({ name }) => `显示 ${name}`,
  ),
  colourOf: sentence<{ name: string }>(
    ({ name }) => `Colour of ${name}`,
    ({ name }) => `${name} 的颜色`,
  ),
  opacityOf: sentence<{ name: string }>(
    ({ name }) => `Opacity of ${name}`,
    ({ name }) => `${name} 的不透明度`,
  ),
  display: words('Voxels of the image', '影像体素'),
  smooth: words('Smooth', '平滑'),
  nearest: words('Nearest', '最近邻'),
  heat: words('Probability over the image', '叠加概率'),
  heatKey: words('H shows the next one', '按 H 键切换下一个'),
  modelA: sentence<{ name: string }>(
    ({ name }) => `A ${name}`,
    ({ name }) => `A ${name}`,
  ),
  modelB: sentence<{ name: string }>(
    ({ name }) => `B ${name}`,
    ({ name }) => `B ${name}`,
  ),
  errorsA: words('Errors of A', 'A 的误差'),
  errorsB: words('Errors of B', 'B 的误差'),
  reference: words('Reference', '参考'),
  prediction: words('Prediction', '预测'),
} as const;

/** What the colours of comparisons mean. */
export const comparisonWords = {
  tp: words('TP', 'TP'),
  fp: words('FP', 'FP'),
  fn: words('FN', 'FN'),
  swap: words('label swap', '标签互换'),
  bothRight: words('both right', '均正确'),
  onlyA: words('only A wrong', '仅 A 错误'),
  onlyB: words('only B wrong', '仅 B 错误'),
  bothWrong: words('both wrong', '均错误'),
} as const;
