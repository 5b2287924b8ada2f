import { formatShare } from '../text/format.ts';
import { integer, sentence, sizeText, words } from './sentence.ts';

const at = (voxel: readonly number[]) => voxel.join(', ');
const SUPERSCRIPTS = '⁰¹²³⁴⁵⁶⁷⁸⁹';

/** A share in (0, 1] that may be tiny: 3 decimals, below 0.001 such as 6.0 × 10⁻⁹. */
export function formatWeight(share: number): string {
  if (share >= 1) return '1';
  if (share >= 0.001) return share.toFixed(3);
  const [digits, power] = share.toExponential(1).split('e-');
  return `${digits} × 10⁻${[...power].map((digit) => SUPERSCRIPTS[Number(digit)]).join('')}`;
}

/** Patches of an epoch on slices and in space. */
export const patchPictureWords = {
  title: sentence<{ epoch: number }>(
    ({ epoch }) => `Patches of epoch ${epoch}`,
    ({ epoch }) => `第 ${epoch} 轮的图块`,
  ),
  counts: sentence<{ here: number; all: number; meeting: number }>(
    ({ here, all, meeting }) =>
      `${integer(here)} of ${integer(all)} here, ${integer(meeting)} meet the slice`,
    ({ here, all, meeting }) =>
      `${integer(all)} 个中本例占 ${integer(here)} 个，${integer(meeting)} 个与切片相交`,
  ),
  previousEpoch: words('Previous epoch', '上一轮'),
  nextEpoch: words('Next epoch', '下一轮'),
  plane: words('Plane of the slice', '切面方向'),
  ground: words('How often each voxel was seen', '各体素被取到的次数'),
  training: words('Training', '整个训练'),
  trainingTitle: words(
    'Grey: in how many patches of all epochs a voxel lies',
    '灰度：所有轮次中包含该体素的图块数',
  ),
  epoch: words('Epoch', '本轮'),
  epochTitle: words('Grey: in how many patches of this epoch a voxel lies', '灰度：本轮中包含该体素的图块数'),
  scale: sentence<{ most: number; isTraining: boolean }>(
    ({ most, isTraining }) =>
      `grey: seen 0 to ${integer(most)} times in ${isTraining ? 'all epochs' : 'this epoch'}`,
    ({ most, isTraining }) => `灰度：${isTraining ? '全部轮次' : '本轮'}中被取到 0 至 ${integer(most)} 次`,
  ),
  seen: sentence<{ never: number; voxels: number; outside: number; isTraining: boolean }>(
    ({ never, voxels, outside, isTraining }) =>
      `${never === 0 ? 'Every voxel is' : `${integer(never)} of ${integer(voxels)} voxels are not`} in a patch of ${isTraining ? 'this training' : 'this epoch'}` +
      `; ${outside === 0 ? 'no patch reaches' : `${formatShare(outside)} of what the patches hold lies`} beyond the image.`,
    ({ never, voxels, outside, isTraining }) =>
      `${isTraining ? '整个训练' : '本轮'}中${never === 0 ? '每个体素都被图块取到过' : `有 ${integer(never)} / ${integer(voxels)} 个体素未被任何图块取到`}` +
      `；${outside === 0 ? '没有图块超出图像' : `图块内容的 ${formatShare(outside)} 位于图像之外`}。`,
  ),
  forced: words('forced', '强制'),
  random: words('random', '随机'),
  drawnHere: words('drawn voxel, here', '抽中的体素（此切片）'),
  drawnElsewhere: words('on another slice', '在其他切片'),
  edge: words('edge of the image', '图像边缘'),
  list: words('Patches of this case in this epoch', '本轮中本病例的图块'),
  number: words('no.', '序号'),
  kind: words('forced on', '强制包含'),
  from: words('first voxel x, y, z', '起始体素 x, y, z'),
  drawn: words('drawn voxel', '抽中的体素'),
  onSlice: words('slice', '切片'),
  onSliceTitle: words('Whether the patch meets the slice on view', '图块是否与当前切片相交'),
  meets: words('meets', '相交'),
  none: words('No patch of this epoch lies in this case.', '本轮没有图块落在本病例中。'),
  forcedOn: sentence<{ name: string }>(
    ({ name }) => `forced on ${name}`,
    ({ name }) => `强制包含 ${name}`,
  ),
  patchTitle: sentence<{ number: number; kind: string; start: readonly number[] }>(
    ({ number, kind, start }) => `Patch ${number}, ${kind}, from voxel ${at(start)}`,
    ({ number, kind, start }) => `图块 ${number}，${kind}，起始体素 ${at(start)}`,
  ),
  openInViewer: words('Open in viewer', '在查看器中打开'),
  openInViewerTitle: sentence<{ voxel: readonly number[] }>(
    ({ voxel }) => `Show voxel ${at(voxel)} on the case page`,
    ({ voxel }) => `在病例页显示体素 ${at(voxel)}`,
  ),
  reading: sentence<{ file: string }>(
    ({ file }) => `Reading ${file}`,
    ({ file }) => `正在读取 ${file}`,
  ),
  space: words('In space', '三维视图'),
  spaceDescription: sentence<{ patches: number; yaw: number; pitch: number }>(
    ({ patches, yaw, pitch }) =>
      `${integer(patches)} patches round the structures, seen from yaw ${yaw}°, pitch ${pitch}°. Drag or arrow keys turn the view, Home turns it back.`,
    ({ patches, yaw, pitch }) =>
      `结构周围的 ${integer(patches)} 个图块，视角：偏航 ${yaw}°，俯仰 ${pitch}°。拖动或方向键旋转，Home 复位。`,
  ),
  spaceHint: words('drag or arrow keys turn', '拖动或按方向键旋转'),
  sliceDescription: sentence<{ plane: string; axis: string; index: number; last: number; boxes: number }>(
    ({ plane, axis, index, last, boxes }) =>
      `${plane} slice, ${axis} ${index} of 0 to ${last}, ${integer(boxes)} outlines. Arrow keys and Page Up or Down change the slice.`,
    ({ plane, axis, index, last, boxes }) =>
      `${plane}切片，${axis} ${index}（0 至 ${last}），${integer(boxes)} 个框。方向键和 Page Up/Down 切换切片。`,
  ),
} as const;

/** The sliding window over one case. */
export const slidingWindowWords = {
  title: words('Sliding window', '滑动窗口'),
  intro: sentence<{ tiles: number; along: readonly number[]; patch: readonly number[] }>(
    ({ tiles, along, patch }) =>
      `${integer(tiles)} ${tiles === 1 ? 'tile' : 'tiles'} of ${sizeText(patch)} voxels (${sizeText(along)}) predict this case`,
    ({ tiles, along, patch }) =>
      `本病例由 ${integer(tiles)} 个 ${sizeText(patch)} 体素的窗口（${sizeText(along)}）预测`,
  ),
  step: words('Step, share of a tile', '步长（占窗口的比例）'),
  stepShort: words('step', '步长'),
  mirror: words('Axes mirrored', '镜像轴数'),
  mirrorShort: words('mirrored axes', '镜像轴'),
  ground: words('What the grey shows', '灰度含义'),
  tiles: words('Tiles', '窗口数'),
  tilesTitle: words('Grey: how many tiles cover a voxel', '灰度：覆盖该体素的窗口数'),
  weights: words('Weights', '权重和'),
  weightsTitle: words('Grey: sum of the Gaussian weights of all tiles', '灰度：所有窗口高斯权重之和'),
  tile: words('One tile', '单个窗口'),
  tileTitle: words('Grey: Gaussian weight of the chosen tile', '灰度：所选窗口的高斯权重'),
  scale: sentence<{ ground: 'tiles' | 'weights' | 'tile'; most: number }>(
    ({ ground, most }) =>
      ground === 'tiles'
        ? `grey: 0 to ${integer(most)} tiles`
        : `grey: ${ground === 'tile' ? 'weight' : 'sum of weights'} 0 to ${most.toFixed(1)}`,
    ({ ground, most }) =>
      ground === 'tiles'
        ? `灰度：0 至 ${integer(most)} 个窗口`
        : `灰度：${ground === 'tile' ? '权重' : '权重和'} 0 至 ${most.toFixed(1)}`,
  ),
  passes: words('forward passes', '前向次数'),
  passesNote: sentence<{ tiles: number; ways: number }>(
    ({ tiles, ways }) => `${integer(tiles)} tiles × ${ways} mirrored ${ways === 1 ? 'way' : 'ways'}`,
    ({ tiles, ways }) => `${integer(tiles)} 个窗口 × ${ways} 种镜像`,
  ),
  memory: words('accumulators', '累加器内存'),
  memoryValue: sentence<{ bytes: number }>(
    ({ bytes }) => `${integer(bytes)} bytes`,
    ({ bytes }) => `${integer(bytes)} 字节`,
  ),
  memoryNote: sentence<{ heads: number; voxels: number }>(
    ({ heads, voxels }) => `(${heads} channels + 1) × ${integer(voxels)} voxels × 2 bytes`,
    ({ heads, voxels }) => `（${heads} 通道 + 1）× ${integer(voxels)} 体素 × 2 字节`,
  ),
  padded: words('padding', '填充'),
  paddedValue: sentence<{ voxels: number }>(
    ({ voxels }) => (voxels === 0 ? 'none' : `${integer(voxels)} voxels`),
    ({ voxels }) => (voxels === 0 ? '无' : `${integer(voxels)} 体素`),
  ),
  paddedNote: sentence<{ padded: readonly number[]; inFront: readonly number[] }>(
    ({ padded, inFront }) => `image padded to ${sizeText(padded)}, in front by ${at(inFront)}`,
    ({ padded, inFront }) => `图像填充至 ${sizeText(padded)}，前端 ${at(inFront)}`,
  ),
  notPadded: words('every axis is at least as long as the tile', '各轴均不短于窗口'),
  places: words('How edge voxels are treated', '边缘体素的处理'),
  place: words('voxel', '体素'),
  placeTiles: words('tiles', '窗口数'),
  placeWeight: words('best weight', '最大权重'),
  placeWeightTitle: words(
    'The largest weight that a tile gives the voxel, as a share of the weight at the centre of a tile',
    '各窗口给予该体素的最大权重，占窗口中心权重的比例',
  ),
  placeChance: words('in a random patch', '随机图块取到'),
  chanceValue: sentence<{ chance: number }>(
    ({ chance }) => (chance >= 0.001 ? chance.toFixed(3) : `1 in ${integer(1 / chance)}`),
    ({ chance }) => (chance >= 0.001 ? chance.toFixed(3) : `1/${integer(1 / chance)}`),
  ),
  placeSeen: words('patches with it', '含它的图块数'),
  corner: words('corner', '角'),
  face: words('middle of a face', '面中心'),
  centre: words('centre', '图像中心'),
  edges: sentence<{ tiles: number; share: number; times: number; isPadded: boolean }>(
    ({ tiles, share, times, isPadded }) =>
      `The sliding window predicts every voxel and counts it once: a corner has ${integer(tiles)} ${tiles === 1 ? 'tile' : 'tiles'} whose weight there is at most ${formatWeight(share)} of the peak, but weights are divided out, so a prediction made at the rim of a tile stands alone. ` +
      (Number.isFinite(times) && times > 1
        ? `A random patch holds the centre ${integer(times)} times as often as the corner, so the pseudo Dice hardly sees edges. `
        : '') +
      `Tiles never reach beyond the image${isPadded ? ' and its padding' : ''}; forced patches may, at its far ends.`,
    ({ tiles, share, times, isPadded }) =>
      `滑动窗口对每个体素都做预测且只计一次：角上只有 ${integer(tiles)} 个窗口，其权重最多为峰值的 ${formatWeight(share)}，但权重会被除去，因此窗口边缘处的预测直接成为结果。` +
      (Number.isFinite(times) && times > 1
        ? `随机图块取到中心的次数是角的 ${integer(times)} 倍，所以 pseudo Dice 几乎看不到边缘。`
        : '') +
      `窗口不会超出图像${isPadded ? '及其填充' : ''}；强制图块则可能在远端超出图像。`,
  ),
  tileName: sentence<{ number: number; start: readonly number[] }>(
    ({ number, start }) => `Tile ${number}, from voxel ${at(start)}`,
    ({ number, start }) => `窗口 ${number}，起始体素 ${at(start)}`,
  ),
  approximates: words(
    "On the file's own grid; nnU-Net lays its tiles over the preprocessed image.",
    '在文件自身的网格上计算；nnU-Net 的窗口铺在预处理后的图像上。',
  ),
} as const;
