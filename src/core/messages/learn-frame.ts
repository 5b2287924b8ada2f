import { integer, sentence, words } from './sentence.ts';

/** What was counted again for a figure, and by whom. */
export interface MeasuredFacts {
  /** Volumes and voxels that the engine counted; 0 where the figure counts none. */
  readonly volumes: number;
  readonly voxels: number;
  /** Numbers shown, and those that came out otherwise. */
  readonly numbers: number;
  readonly different: number;
  readonly engine: 'gpu' | 'cpu';
  readonly adapter: string;
  readonly milliseconds: number;
}

const ms = (value: number) => (value < 10 ? value.toFixed(1) : value.toFixed(0));
const engineEn = ({ engine, adapter }: MeasuredFacts) =>
  engine === 'gpu' ? `the GPU (${adapter})` : 'the CPU engine';
const engineZh = ({ engine, adapter }: MeasuredFacts) =>
  engine === 'gpu' ? `GPU（${adapter}）` : 'CPU 引擎';
const sameEn = ({ numbers, different }: MeasuredFacts) =>
  different === 0
    ? `all ${numbers} numbers of the figure are the same to the last digit`
    : `${different} of ${numbers} numbers differ: please report this`;
const sameZh = ({ numbers, different }: MeasuredFacts) =>
  different === 0
    ? `图中 ${numbers} 个数值逐位相同`
    : `${numbers} 个数值中有 ${different} 个不同，请报告此问题`;

/** The frame round the lessons. */
export const learnWords = {
  lessons: words('Lessons', '课程'),
  minutes: sentence<number>(
    (minutes) => `${minutes} min`,
    (minutes) => `${minutes} 分钟`,
  ),
  place: sentence<{ lesson: string; at: number; count: number }>(
    ({ lesson, at, count }) => `${lesson}, ${at} of ${count}`,
    ({ lesson, at, count }) => `${lesson}，第 ${at} 节，共 ${count} 节`,
  ),
  figure: sentence<number>(
    (number) => `Figure ${number}.`,
    (number) => `图 ${number}`,
  ),
  figureAlone: words('A figure of DiceLens', 'DiceLens 的图'),
  loading: words('The figure is being loaded.', '正在加载图。'),
  sources: words('Sources', '出处'),
  measure: words('Measured here', '在此实测'),
  measureTitle: words('Count and compute this figure again, with the engine', '用引擎重新计数并计算此图'),
  measured: sentence<MeasuredFacts>(
    (facts) =>
      facts.volumes === 0
        ? `Computed again in ${ms(facts.milliseconds)} ms; this figure counts no voxel; ${sameEn(facts)}.`
        : `${integer(facts.voxels)} voxels in ${integer(facts.volumes)} ${facts.volumes === 1 ? 'pair' : 'pairs'} of volumes counted again by ${engineEn(facts)}, and everything computed from the counts, in ${ms(facts.milliseconds)} ms; ${sameEn(facts)}.`,
    (facts) =>
      facts.volumes === 0
        ? `已在 ${ms(facts.milliseconds)} ms 内重新计算；此图不涉及体素计数；${sameZh(facts)}。`
        : `${engineZh(facts)}重新计数了 ${integer(facts.volumes)} 对体数据中的 ${integer(facts.voxels)} 个体素，并由计数结果重新计算，用时 ${ms(facts.milliseconds)} ms；${sameZh(facts)}。`,
  ),
  link: words('Link to this state', '复制当前状态的链接'),
  linkCopied: words('Link to this state, copied', '当前状态的链接（已复制）'),
  linkShown: words('Link to this state', '当前状态的链接'),
  embed: words('Embed', '嵌入'),
  embedTitle: words('An iframe with this figure alone', '仅含此图的 iframe 代码'),
  embedCopied: words('Code for a page of your own, copied', '嵌入网页的代码（已复制）'),
  embedShown: words('Code for a page of your own', '嵌入网页的代码'),
  present: words('Present', '演示'),
  presentTitle: words('Large type, one figure on the screen', '大字号，一屏一图'),
  presentKeys: words('← → sections, Esc leaves', '← → 切换章节，Esc 退出'),
  leave: words('Leave', '退出'),
  handout: words('Print a handout', '打印讲义'),
  handoutOf: words('Handout', '讲义'),
  print: words('Print', '打印'),
  backToLesson: words('Back to the lesson', '返回课程'),
  clamped: sentence<{ parameter: string; asked: string; used: string }>(
    ({ parameter, asked, used }) =>
      `The link asks for ${parameter} ${asked}, which this figure does not have; ${used} is shown.`,
    ({ parameter, asked, used }) => `链接要求${parameter}为 ${asked}，超出此图的取值范围；现显示 ${used}。`,
  ),
  unknown: sentence<{ asked: string }>(
    ({ asked }) => `The link asks for “${asked}”, which is no lesson or section here; the nearest is shown.`,
    ({ asked }) => `链接中的“${asked}”不是已有的课程或章节；现显示最接近的一节。`,
  ),
  unknownFigure: sentence<{ asked: string }>(
    ({ asked }) => `There is no figure “${asked}”. The lessons list all that there are.`,
    ({ asked }) => `没有名为“${asked}”的图。全部的图见课程页面。`,
  ),
  next: words('Next', '下一节'),
  previous: words('Previous', '上一节'),
  questions: words('Two questions that the figures answer', '两个问题，由图作答'),
  answer: words('Show the answer', '显示答案'),
  answerComputed: words('Computed by the figure, not written.', '答案由图计算得出，并非写定。'),
  showFigure: words('Show it in the figure', '在图中查看'),
  noCase: words(
    'Marks of your own case need an open case that has regions: this one has none. Define regions on the case page, open another case, or look at the phantom.',
    '要显示您自己病例的标记，需要打开一个带区域的病例，而当前没有。请在病例页面定义区域、打开其他病例，或查看演示病例。',
  ),
  ownCase: sentence<{ name: string }>(
    ({ name }) => `The open case, ${name}`,
    ({ name }) => `当前病例：${name}`,
  ),
  noAccount: words(
    'The account of your own case needs an open case that has regions: this one has none. Define regions on the case page, open another case, or look at the phantom.',
    '要分解您自己病例的下降，需要打开一个带区域的病例，而当前没有。请在病例页面定义区域、打开其他病例，或查看演示病例。',
  ),
  openPhantom: words('Open the phantom', '打开演示病例'),
} as const;
