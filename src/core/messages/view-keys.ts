import { words } from './sentence.ts';

/** What keys do to the slices of a case. */
export const viewKeyWords = {
  layout: words('Next layout', '下一布局'),
  plane: words('Another large plane', '切换主视图平面'),
  zoom: words('Zoom in, out, fit', '放大、缩小、适合窗口'),
  zoomKeys: words('Ctrl with wheel, + − 0', 'Ctrl 加滚轮、+ − 0'),
  pan: words('Move the slices', '平移切片'),
  panKeys: words('Space with drag, Alt with arrows', '按住空格拖动、Alt 加方向键'),
  style: words('Filled, outline or both', '填充、轮廓或两者'),
  all: words('Errors of all labels', '全部标签的误差'),
  flicker: words('Flicker: reference, prediction', '闪烁：参考与预测'),
  compare: words('Next comparison', '下一对比方式'),
  swipe: words('Move the line of a swipe', '移动卷帘分隔线'),
  heat: words('Probability of the next channel', '下一通道的概率'),
  display: words('Smooth or nearest image', '影像平滑或最近邻'),
  convention: words('Radiological or neurological', '放射学或神经学方位'),
} as const;
