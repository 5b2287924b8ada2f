import { byteSizeText } from './byte-size.ts';
import { integer, sentence, words } from './sentence.ts';

const casesEn = (cases: number) => `${integer(cases)} ${cases === 1 ? 'case' : 'cases'}`;
const stepsEn = (steps: number) => `${integer(steps)} ${steps === 1 ? 'step' : 'steps'}`;

/** The sampling planner. */
export const samplingPlannerWords = {
  title: words('Sampling planner', '抽样规划'),
  caption: sentence<{ loaded: number; cases: number }>(
    ({ loaded, cases }) =>
      loaded === cases
        ? `the ${casesEn(loaded)} at hand`
        : `${casesEn(cases)}, shared out among ${loaded === 1 ? 'the one' : `the ${integer(loaded)}`} at hand and ones like them`,
    ({ loaded, cases }) =>
      loaded === cases
        ? `现有的 ${integer(loaded)} 个病例`
        : `${integer(cases)} 个病例，均由现有的 ${integer(loaded)} 个病例代表`,
  ),
  none: words('Open cases to plan their sampling.', '打开病例后即可规划抽样。'),
  cases: words('cases', '病例数'),
  batch: words('batch', '批大小'),
  steps: words('steps an epoch', '每轮步数'),
  epochs: words('epochs', '轮数'),
  forced: words('forced share', '强制比例'),
  channels: words('channels', '通道数'),
  cache: words('RAM cache, GB', '内存缓存，GB'),
  finding: sentence<{
    cases: number;
    steps: number;
    views: string;
    missed: string;
    pass: number;
    sure: number;
  }>(
    ({ cases, steps, views, missed, pass, sure }) =>
      `In an epoch of ${stepsEn(steps)} ${cases === 1 ? 'the case' : `each of ${casesEn(cases)}`} is drawn ${views} times on average and not at all with a chance of ${missed}. One draw a case on average takes ${stepsEn(pass)}; to see a given case with 99 % certainty ${stepsEn(sure)}.`,
    ({ cases, steps, views, missed, pass, sure }) =>
      `每轮 ${integer(steps)} 步时，${integer(cases)} 个病例平均各被抽到 ${views} 次，某个病例完全未被抽到的概率为 ${missed}。平均每例一次需要 ${integer(pass)} 步；以 99% 的把握抽到某个病例需要 ${integer(sure)} 步。`,
  ),
  seen: words('drawn', '被抽到'),
  perEpoch: words('in an epoch', '每轮'),
  perTraining: words('in a training', '整个训练'),
  missed: words('not in an epoch', '某轮未出现'),
  eachCase: words('each case', '每个病例'),
  caseLike: sentence<{ name: string }>(
    ({ name }) => `a case like ${name}`,
    ({ name }) => `类似 ${name} 的病例`,
  ),
  forcedOn: sentence<{ name: string }>(
    ({ name }) => `forced on ${name}`,
    ({ name }) => `强制包含 ${name}`,
  ),
  inCases: sentence<{ cases: number; of: number; voxels: number }>(
    ({ cases, of, voxels }) => `in ${integer(cases)} of ${casesEn(of)}, ${integer(voxels)} voxels`,
    ({ cases, of, voxels }) => `${integer(of)} 个病例中的 ${integer(cases)} 个，共 ${integer(voxels)} 个体素`,
  ),
  onTop: words(
    'Patches that meet a structure by chance come on top.',
    '随机图块偶然包含某结构的次数未计入。',
  ),
  memory: sentence<{ patches: number; whole: number; share: string; bytes: number; wholeBytes: number }>(
    ({ patches, whole, share, bytes, wholeBytes }) =>
      `A batch of patches is ${integer(patches)} voxels (${byteSizeText(bytes)}), of whole images ${integer(whole)} (${byteSizeText(wholeBytes)}): ${share} of them.`,
    ({ patches, whole, share, bytes, wholeBytes }) =>
      `一批图块为 ${integer(patches)} 个体素（${byteSizeText(bytes)}），整幅图像则为 ${integer(whole)} 个（${byteSizeText(wholeBytes)}）：前者为后者的 ${share}。`,
  ),
  data: sentence<{
    bytes: number;
    cache: number;
    fits: string;
    cached: number;
    cases: number;
    served: string;
  }>(
    ({ bytes, cache, fits, cached, cases, served }) =>
      `The preprocessed set takes ${byteSizeText(bytes)} uncompressed (4 bytes a channel, 1 for the label, on the files' own grids). ${fits} of it fits into ${byteSizeText(cache)}: ${integer(cached)} of ${casesEn(cases)} whole, the smallest first, which serve ${served} of the draws.`,
    ({ bytes, cache, fits, cached, cases, served }) =>
      `预处理后的数据集未压缩时占 ${byteSizeText(bytes)}（每通道 4 字节，标签 1 字节，按文件自身网格）。其中 ${fits} 可放入 ${byteSizeText(cache)}：从最小的算起可容纳 ${integer(cases)} 个病例中的 ${integer(cached)} 个，满足 ${served} 的抽取。`,
  ),
  picture: sentence<{ cases: number }>(
    ({ cases }) =>
      `By steps an epoch: share of ${casesEn(cases)} that an epoch sees, and chance that no patch is forced on a structure`,
    ({ cases }) =>
      `随每轮步数：一轮可见到 ${integer(cases)} 个病例中的比例，以及没有图块强制包含某结构的概率`,
  ),
  curveSeen: words('cases seen', '见到的病例'),
  curveMissed: sentence<{ name: string }>(
    ({ name }) => `no patch on ${name}`,
    ({ name }) => `没有 ${name} 的图块`,
  ),
  stepsAxis: words('steps an epoch', '每轮步数'),
} as const;
