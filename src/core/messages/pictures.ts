import { sentence, words } from './sentence.ts';

/** Pictures of the slices, and the session, to be saved. */
export const pictureWords = {
  save: words('Save pictures or the session', '保存图片或会话'),
  pictures: words('Picture (PNG)', '图片 (PNG)'),
  scale: sentence<{ scale: number }>(
    ({ scale }) => `PNG ${scale}×`,
    ({ scale }) => `PNG ${scale}×`,
  ),
  scaleTitle: words(
    'The view with legend and scale bar, drawn anew this many times as fine as on screen',
    '带图例和比例尺的当前视图，以屏幕分辨率的相应倍数重新绘制',
  ),
  legend: words('Legend (SVG)', '图例 (SVG)'),
  film: words('Film through the slices (WebM)', '切片动画 (WebM)'),
  filming: sentence<{ done: number; of: number }>(
    ({ done, of }) => `Recording slice ${done} of ${of}; press to stop`,
    ({ done, of }) => `正在录制第 ${done}/${of} 张切片；点击停止`,
  ),
  noFilm: words(
    'This browser records no WebM: save pictures, or use a recent Chrome or Firefox.',
    '此浏览器无法录制 WebM：请保存图片，或使用较新的 Chrome 或 Firefox。',
  ),
  mm: sentence<{ mm: number }>(
    ({ mm }) => `${mm} mm`,
    ({ mm }) => `${mm} mm`,
  ),
} as const;
