import type { AnatomicalLetter } from '../volume/orientation.ts';
import { integer, sentence, words } from './sentence.ts';

const SIDES_EN: Readonly<Record<AnatomicalLetter, string>> = {
  A: 'front',
  P: 'back',
  L: 'left',
  R: 'right',
  S: 'above',
  I: 'below',
};
const SIDES_ZH: Readonly<Record<AnatomicalLetter, string>> = {
  A: '前',
  P: '后',
  L: '左',
  R: '右',
  S: '上',
  I: '下',
};

/** The 3D view of a case. */
export const volumeViewWords = {
  title: words('3D', '三维'),
  from: sentence<{ sides: readonly AnatomicalLetter[] }>(
    ({ sides }) => sides.map((side) => SIDES_EN[side]).join(' '),
    ({ sides }) => `${sides.map((side) => SIDES_ZH[side]).join('')}方观察`,
  ),
  view: sentence<{ name: string; sides: readonly AnatomicalLetter[] }>(
    ({ name, sides }) =>
      `3D view of ${name}, seen from ${sides.map((side) => SIDES_EN[side]).join(' ')}. Arrow keys turn it, with Shift they move it, plus and minus zoom, F fits it, A P L R S I look from that side, X switches the clip plane.`,
    ({ name, sides }) =>
      `${name}的三维视图，从${sides.map((side) => SIDES_ZH[side]).join('')}方观察。方向键旋转，Shift 加方向键平移，加减号缩放，F 适应窗口，A P L R S I 从该方向观察，X 开关裁剪面。`,
  ),
  surfaceOf: words('Whose surface', '显示的表面'),
  reference: words('Reference', '参考'),
  prediction: words('Prediction', '预测'),
  errors: words('Both', '两者'),
  referenceShort: words('Ref.', '参考'),
  predictionShort: words('Pred.', '预测'),
  errorsShort: words('Both', '两者'),
  errorsTitle: words('What either has; errors are coloured', '二者的并集，误差着色'),
  referenceTitle: words('The reference; what was missed is coloured', '参考表面，漏分处着色'),
  predictionTitle: words('The prediction; what is false is coloured', '预测表面，误分处着色'),
  clip: words('Clip plane through the crosshair', '过十字线的裁剪面'),
  clipOff: words('No clip', '不裁剪'),
  axial: words('Axial clip', '轴位裁剪'),
  coronal: words('Coronal clip', '冠状裁剪'),
  sagittal: words('Sagittal clip', '矢状裁剪'),
  flip: words('Cut off the other side', '裁去另一侧'),
  look: words('Look from', '观察方向'),
  lookFrom: sentence<{ side: AnatomicalLetter }>(
    ({ side }) => (side === 'S' || side === 'I' ? `From ${SIDES_EN[side]}` : `From the ${SIDES_EN[side]}`),
    ({ side }) => `从${SIDES_ZH[side]}方`,
  ),
  fitTitle: words('Fit the view', '适应窗口'),
  agreed: words('agreed', '一致'),
  fp: words('FP', 'FP'),
  fn: words('FN', 'FN'),
  swapped: words('label swap', '标签互换'),
  nothing: sentence<{ name: string }>(
    ({ name }) => `No voxel of ${name} in either map`,
    ({ name }) => `两个标签图中都没有${name}的体素`,
  ),
  everything: words('all labels', '全部标签'),
  reading: words('Reading the surface', '正在生成表面'),
  coarse: sentence<{ cellMm: number }>(
    ({ cellMm }) => `cells of ${cellMm.toFixed(1)} mm; an error in one colours it whole`,
    ({ cellMm }) => `单元 ${cellMm.toFixed(1)} mm，含误差的单元整体着色`,
  ),
  drawnOnCpu: words('drawn on the CPU', '由 CPU 绘制'),
  gpuLost: words('the GPU was lost: drawn on the CPU', 'GPU 已丢失，改由 CPU 绘制'),
  count: sentence<{ voxels: number }>(
    ({ voxels }) => integer(voxels),
    ({ voxels }) => integer(voxels),
  ),
} as const;
