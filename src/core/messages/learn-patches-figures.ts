import { formatBytes, formatShare, formatVoxels } from '../text/format.ts';
import { integer, sentence, words } from './sentence.ts';

/** Words of the figures of the lesson on patches. */
export const patchesWords = {
  batch: words('Batch size', '批大小'),
  asked: words('Forced share', '强制比例'),
  percent: sentence<number>(
    (value) => `${value} %`,
    (value) => `${value} %`,
  ),
  shown: words('Shown', '显示'),
  ofBatches: sentence<number>(
    (value) => `${value} of 50`,
    (value) => `第 ${value} / 50 批`,
  ),
  caseName: sentence<number>(
    (value) => `Case ${value}`,
    (value) => `病例 ${value}`,
  ),
  drawnTimes: sentence<number>(
    (times) => `${integer(times)} patches in 50 batches`,
    (times) => `50 批中共 ${integer(times)} 个图块`,
  ),
  forcedPatch: words('forced', '强制'),
  randomPatch: words('random', '随机'),
  forcedOf: sentence<{ forced: number; batch: number }>(
    ({ forced, batch }) => `${forced} of ${batch} forced: ${formatShare(forced / batch)}`,
    ({ forced, batch }) => `${batch} 个中强制 ${forced} 个：${formatShare(forced / batch)}`,
  ),
  shareByBatch: words('share that is forced, by batch size', '各批大小下的强制比例'),
  askedLine: words('asked for', '设定值'),
  drawChart: sentence<{ batch: number; forced: number; share: number }>(
    ({ batch, forced, share }) =>
      `Forced share over batch sizes 1 to 12; at ${batch} it is ${forced} of ${batch}, ${formatShare(share)}.`,
    ({ batch, forced, share }) =>
      `批大小 1 至 12 的强制比例；批大小为 ${batch} 时强制 ${forced} 个，即 ${formatShare(share)}。`,
  ),
  slices: sentence<{ patches: number; forced: number }>(
    ({ patches, forced }) =>
      `Three cases seen along z with the ${patches} patches of the batch, ${forced} forced.`,
    ({ patches, forced }) => `沿 z 方向看三个病例，以及该批的 ${patches} 个图块，其中强制 ${forced} 个。`,
  ),
  holders: words('Cases that have it', '含该结构的病例'),
  ofForty: sentence<number>(
    (value) => `${value} of 40`,
    (value) => `${value} / 40`,
  ),
  radius: words('Radius', '半径'),
  voxels: sentence<number>(
    (value) => `${value} voxels`,
    (value) => `${value} 体素`,
  ),
  caseFirst: words('nnU-Net: case, then class', 'nnU-Net：先病例后类别'),
  classFirst: words('textbook: rare class, then case', '教科书：先稀有类别后病例'),
  forcedOntoIt: words('forced onto it', '强制包含'),
  seenByAnyChance: words('hold a voxel of it', '含有该结构的体素'),
  missedIt: words('epochs that force none onto it', '无一强制包含的轮次'),
  ofPatches: sentence<number>(
    (patches) => `share of the ${integer(patches)} patches of an epoch`,
    (patches) => `占每轮 ${integer(patches)} 个图块的比例`,
  ),
  rareChart: sentence<{ forced: number; seen: number; textbookForced: number; textbookSeen: number }>(
    ({ forced, seen, textbookForced, textbookSeen }) =>
      `nnU-Net's order: ${formatShare(forced)} of patches forced onto the structure, ${formatShare(seen)} hold it. Textbook order: ${formatShare(textbookForced)} and ${formatShare(textbookSeen)}.`,
    ({ forced, seen, textbookForced, textbookSeen }) =>
      `nnU-Net 的顺序：${formatShare(forced)} 的图块强制包含该结构，${formatShare(seen)} 含有它。教科书的顺序：${formatShare(textbookForced)} 和 ${formatShare(textbookSeen)}。`,
  ),
  cases: words('Training cases', '训练病例'),
  patchEdge: words('Patch', '图块'),
  imageEdge: words('Image', '图像'),
  cubed: sentence<number>(
    (edge) => `${edge}³`,
    (edge) => `${edge}³`,
  ),
  iterations: words('iterations', '迭代次数'),
  chance: words('chance of having been seen', '已被看到的概率'),
  byCase: words('a case', '某个病例'),
  byMiddle: words('its middle voxel', '其中心体素'),
  byCorner: words('its corner voxel', '其角点体素'),
  perEpoch: words('draws of one case in an epoch', '每轮抽到同一病例的次数'),
  unseenCases: words('cases that an epoch does without', '一轮中未被抽到的病例数'),
  coverageChart: sentence<{ missed: number; middle: number; corner: number }>(
    ({ missed, middle, corner }) =>
      `Chance over 250 iterations. At their end a case has been drawn with ${formatShare(1 - missed)}, its middle voxel with ${formatShare(middle)}, its corner with ${formatShare(corner)}.`,
    ({ missed, middle, corner }) =>
      `250 次迭代内的概率。结束时，某病例被抽到的概率为 ${formatShare(1 - missed)}，其中心体素为 ${formatShare(middle)}，角点为 ${formatShare(corner)}。`,
  ),
  patches: words('patches', '图块'),
  wholeImages: words('whole images', '整幅图像'),
  batchOf: sentence<{ batch: number; edge: number }>(
    ({ batch, edge }) => `${batch} × ${edge}³`,
    ({ batch, edge }) => `${batch} × ${edge}³`,
  ),
  voxelsOf: sentence<number>(
    (voxels) => `${formatVoxels(voxels)} voxels`,
    (voxels) => `${formatVoxels(voxels)} 体素`,
  ),
  oneLayer: sentence<number>(
    (bytes) => `${formatBytes(bytes)} for one layer`,
    (bytes) => `一层占 ${formatBytes(bytes)}`,
  ),
  times: sentence<number>(
    (ratio) => `× ${ratio.toPrecision(3)}`,
    (ratio) => `× ${ratio.toPrecision(3)}`,
  ),
  cardMemory: words('24 GB, a common card', '24 GB，常见显卡'),
  memoryChart: sentence<{ patchBytes: number; wholeBytes: number; ratio: number }>(
    ({ patchBytes, wholeBytes, ratio }) =>
      `One layer of features takes ${formatBytes(patchBytes)} for a batch of patches and ${formatBytes(wholeBytes)} for whole images, ${ratio.toPrecision(3)} times as much.`,
    ({ patchBytes, wholeBytes, ratio }) =>
      `一层特征图：一批图块占 ${formatBytes(patchBytes)}，整幅图像占 ${formatBytes(wholeBytes)}，为前者的 ${ratio.toPrecision(3)} 倍。`,
  ),
  step: words('Step', '步长'),
  tilesRow: words('tiles of the sliding window', '滑窗的各个窗口'),
  forcedRow: words('training patch forced onto the last voxel', '强制包含最后一个体素的训练图块'),
  imageRow: words('image', '图像'),
  beyond: sentence<number>(
    (voxels) => (voxels === 0 ? 'nothing beyond the border' : `${voxels} voxels beyond the border`),
    (voxels) => (voxels === 0 ? '未超出边界' : `超出边界 ${voxels} 体素`),
  ),
  weightName: words('sum of weights', '权重之和'),
  chanceName: words('random training patches', '随机训练图块'),
  placeAxis: words('place along one axis, voxels', '沿一个轴的位置（体素）'),
  relative: words('of the highest', '相对于最高值'),
  starts: words('first voxels of the tiles', '各窗口的起始体素'),
  tileCount: words('tiles in the image', '整幅图像的窗口数'),
  passes: words('passes with mirroring', '含镜像的前向次数'),
  edgeAndMiddle: words('random training patches that cover edge / middle', '随机训练图块覆盖边缘 / 中心'),
  accumulators: words('accumulators, 4 heads', '累加器（4 个输出通道）'),
  tilesChart: sentence<{ alongAxis: number; tiles: number; passes: number; edgeChance: number }>(
    ({ alongAxis, tiles, passes, edgeChance }) =>
      `${integer(alongAxis)} tiles along the axis, ${integer(tiles)} in the image, ${integer(passes)} passes. A random training patch covers the first voxel with ${formatShare(edgeChance)}.`,
    ({ alongAxis, tiles, passes, edgeChance }) =>
      `沿该轴 ${integer(alongAxis)} 个窗口，整幅图像 ${integer(tiles)} 个，前向 ${integer(passes)} 次。随机训练图块覆盖首个体素的概率为 ${formatShare(edgeChance)}。`,
  ),
} as const;
