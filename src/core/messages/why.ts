import { integer, sentence, words } from './sentence.ts';

const score = (value: number) => value.toFixed(3);
const times = (value: number) => (value < 9.95 ? value.toFixed(1) : value.toFixed(0));
const voxelsEn = (voxels: number) => `${integer(voxels)} ${voxels === 1 ? 'voxel' : 'voxels'}`;
const errorsEn = (voxels: number) =>
  `${integer(voxels)} ${voxels === 1 ? 'error that skips' : 'errors that skip'}`;

/** What the drop of one label is made of; shares of Dice below 0.0005 are left out as null. */
export interface AccountFacts {
  readonly label: string;
  readonly region: string;
  readonly drop: number;
  readonly volume: number | null;
  readonly weight: number;
  /** The share lost at borders inside the region, and what lies beyond them, most voxels first. */
  readonly inner: {
    readonly share: number;
    readonly voxels: number;
    readonly others: readonly string[];
  } | null;
  /** The share that comes back (above 0) and the errors that skip the label. */
  readonly spared: { readonly share: number; readonly voxels: number } | null;
}

interface Absent {
  readonly label: string;
  readonly region: string | null;
  readonly regionDice: number | null;
  readonly voxels: number;
}

function listEn(names: readonly string[]): string {
  const shown = names.length > 3 ? [...names.slice(0, 2), `${names.length - 2} more`] : names;
  return shown.length < 2 ? (shown[0] ?? '') : `${shown.slice(0, -1).join(', ')} and ${shown.at(-1)}`;
}

function listZh(names: readonly string[]): string {
  return names.length > 3 ? `${names.slice(0, 2).join('、')}等 ${names.length} 个标签` : names.join('、');
}

const bordersEn = (others: readonly string[]) =>
  `the ${others.length === 1 ? 'border' : 'borders'} to ${listEn(others)}`;

/** The account of a label in one plain sentence. */
export const accountSentences = {
  lost: sentence<AccountFacts>(
    ({ drop, volume, weight, inner, spared }) =>
      `Of ${score(drop)} lost, ${[
        volume !== null &&
          `${score(volume)} is volume: the same errors count ${times(weight)} times as much in the smaller structure`,
        inner && `${score(inner.share)} comes from ${bordersEn(inner.others)}`,
        spared && `${score(spared.share)} comes back with ${errorsEn(spared.voxels)} the label`,
      ]
        .filter(Boolean)
        .join('; ')}.`,
    ({ drop, volume, weight, inner, spared }) =>
      `共下降 ${score(drop)}：${[
        volume !== null && `${score(volume)} 来自体积，同样的错误在更小的结构中分量是 ${times(weight)} 倍`,
        inner && `${score(inner.share)} 来自与 ${listZh(inner.others)} 的边界`,
        spared && `${integer(spared.voxels)} 个不涉及该标签的错误挽回 ${score(spared.share)}`,
      ]
        .filter(Boolean)
        .join('；')}。`,
  ),
  gained: sentence<AccountFacts>(
    ({ region, drop, volume, weight, inner, spared }) =>
      `It scores ${score(-drop)} more than ${region}: ${[
        spared && `${score(spared.share)} comes back with ${errorsEn(spared.voxels)} the label`,
        volume !== null &&
          `${score(volume)} goes to volume, as the same errors count ${times(weight)} times as much in the smaller structure`,
        inner && `${score(inner.share)} goes to ${bordersEn(inner.others)}`,
      ]
        .filter(Boolean)
        .join('; ')}.`,
    ({ region, drop, volume, weight, inner, spared }) =>
      `比 ${region} 高 ${score(-drop)}：${[
        spared && `${integer(spared.voxels)} 个不涉及该标签的错误挽回 ${score(spared.share)}`,
        volume !== null &&
          `体积使其下降 ${score(volume)}，同样的错误在更小的结构中分量是 ${times(weight)} 倍`,
        inner && `与 ${listZh(inner.others)} 的边界使其下降 ${score(inner.share)}`,
      ]
        .filter(Boolean)
        .join('；')}。`,
  ),
  balanced: sentence<AccountFacts>(
    ({ region, volume, inner, spared }) =>
      volume === null && inner === null && spared === null
        ? `Nothing is lost against ${region}.`
        : `Nothing is lost against ${region} on balance: ${[
            volume !== null && `${score(volume)} goes to volume`,
            inner && `${score(inner.share)} to ${bordersEn(inner.others)}`,
            spared && `${score(spared.share)} comes back with ${errorsEn(spared.voxels)} the label`,
          ]
            .filter(Boolean)
            .join('; ')}.`,
    ({ region, volume, inner, spared }) =>
      volume === null && inner === null && spared === null
        ? `与 ${region} 相比没有下降。`
        : `与 ${region} 相比总体没有下降：${[
            volume !== null && `体积使其下降 ${score(volume)}`,
            inner && `与 ${listZh(inner.others)} 的边界使其下降 ${score(inner.share)}`,
            spared && `${integer(spared.voxels)} 个不涉及该标签的错误挽回 ${score(spared.share)}`,
          ]
            .filter(Boolean)
            .join('；')}。`,
  ),
  same: sentence<{ region: string }>(
    ({ region }) => `Region ${region} and label are the same voxels, so nothing is lost.`,
    ({ region }) => `区域 ${region} 与该标签是同样的体素，因此没有下降。`,
  ),
  neither: sentence<Absent>(
    ({ label }) => `${label} is in neither map, so it has no Dice, and nothing is to be accounted for.`,
    ({ label }) => `两张图中都没有 ${label}，因此没有 Dice，也无从分析。`,
  ),
  onlyReference: sentence<Absent>(
    ({ label, region, regionDice, voxels }) =>
      `${label} is in the reference only: all of its ${voxelsEn(voxels)} were missed, so its Dice is 0` +
      (regionDice === null ? '.' : ` and all ${score(regionDice)} of ${region} are lost.`),
    ({ label, region, regionDice, voxels }) =>
      `${label} 只在参考中：${integer(voxels)} 个体素全部漏检，Dice 为 0` +
      (regionDice === null ? '。' : `，${region} 的 ${score(regionDice)} 全部失去。`),
  ),
  onlyPrediction: sentence<Absent>(
    ({ label, region, regionDice, voxels }) =>
      `${label} is in the prediction only: all of its ${voxelsEn(voxels)} are false, so its Dice is 0` +
      (regionDice === null ? '.' : ` and all ${score(regionDice)} of ${region} are lost.`),
    ({ label, region, regionDice, voxels }) =>
      `${label} 只在预测中：${integer(voxels)} 个体素全部为假阳性，Dice 为 0` +
      (regionDice === null ? '。' : `，${region} 的 ${score(regionDice)} 全部失去。`),
  ),
  noRegion: sentence<{ label: string }>(
    ({ label }) =>
      `${label} lies in no region, so there is no region to compare with; its errors are listed by label.`,
    ({ label }) => `${label} 不属于任何区域，没有可比较的区域；其错误按标签列出。`,
  ),
  overlap: sentence<{ label: string; first: string; second: string }>(
    ({ label, first, second }) =>
      `${first} and ${second} overlap, and neither contains the other: the regions are no tree, so the errors of ${label} have no inner and outer side and are listed by label only.`,
    ({ label, first, second }) =>
      `${first} 与 ${second} 相互重叠但互不包含：这些区域不构成树，因此 ${label} 的错误没有内外侧之分，只按标签列出。`,
  ),
} as const;

/** The sentence on top of the page. */
export const whyHeadlines = {
  drops: sentence<{ losses: readonly { label: string; drop: number }[]; more: number }>(
    ({ losses, more }) =>
      `Same voxels, smaller structures: ${listEn([
        ...losses.map(({ label, drop }) => `${label} loses ${score(drop)}`),
        ...(more > 0 ? [`${more} more lose less`] : []),
      ])} against ${losses.length + more === 1 ? 'its region' : 'their regions'}.`,
    ({ losses, more }) =>
      `体素相同，结构更小：与所属区域相比，${losses.map(({ label, drop }) => `${label} 下降 ${score(drop)}`).join('，')}` +
      (more > 0 ? `，另有 ${more} 个标签下降更少。` : '。'),
  ),
  none: words('No label scores less than the region that it hangs at.', '没有标签的 Dice 低于其所属区域。'),
  noRegions: words(
    'No regions are defined, so there is no region Dice to compare with.',
    '没有定义区域，因此没有可比较的区域 Dice。',
  ),
} as const;

/** Boundary difficulty. */
export const boundarySentences = {
  mostlyBand: sentence<{ share: string; bandMm: number }>(
    ({ share, bandMm }) => `${share} of the errors lie within ${bandMm} mm of the reference boundary.`,
    ({ share, bandMm }) => `${share} 的错误位于参考边界 ${bandMm} mm 以内。`,
  ),
  beyond: sentence<{
    share: string;
    bandMm: number;
    rest: string;
    voxels: number;
    farthestMm: string;
    isOutside: boolean;
    /** So much lies elsewhere that the boundary alone does not explain it. */
    isMore: boolean;
  }>(
    ({ share, bandMm, rest, voxels, farthestMm, isOutside, isMore }) =>
      `${share} of the errors lie within ${bandMm} mm of the reference boundary. The other ${rest} do not: ${voxelsEn(voxels)}, the farthest ${farthestMm} mm ${isOutside ? 'outside' : 'inside'}${isMore ? ', so this is more than a boundary effect' : ''}.`,
    ({ share, bandMm, rest, voxels, farthestMm, isOutside, isMore }) =>
      `${share} 的错误位于参考边界 ${bandMm} mm 以内，其余 ${rest} 不在此范围：${integer(voxels)} 个体素，最远在${isOutside ? '外侧' : '内侧'} ${farthestMm} mm${isMore ? '，因此不只是边界效应' : ''}。`,
  ),
  noErrors: words('There is no error to place.', '没有错误可供定位。'),
  noBoundary: words(
    'The reference has no boundary of this structure, so distances to it are not defined.',
    '参考中没有该结构的边界，因此到边界的距离无定义。',
  ),
} as const;
