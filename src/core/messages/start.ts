import { sentence, words } from './sentence.ts';

const days = (count: number) => (count === 1 ? 'yesterday' : `${count} days ago`);

/** The page with the ways in. */
export const startWords = {
  title: words('See every voxel behind your Dice.', '看清 Dice 背后的每一个体素。'),
  intro: words(
    'Region Dice and label Dice side by side, what reconstruction changed, and why the pseudo Dice in the log is not the validation Dice. Counted exactly, in this browser.',
    '并排比较区域 Dice 与标签 Dice，查看重建改变了什么，以及训练日志中的伪 Dice 为何不等于验证 Dice。全部在本浏览器中精确计数。',
  ),
  dropKinds: words(
    'A pair of label volumes, a cohort of folders, an nnU-Net fold, or training logs.',
    '一对标签体数据、一组队列文件夹、nnU-Net 的一个折，或训练日志。',
  ),
  openFolder: words('Open folder', '打开文件夹'),
  orPress: words('or press', '或按'),
  recognised: words('Recognised by name and content; roles can be changed', '按名称和内容识别；角色可更改'),
  secondModel: words('required; a second one is model B', '必需；第二个为模型 B'),
  demo: words('Demo case', '演示病例'),
  demoText: words(
    'A phantom with regions and probabilities, already evaluated.',
    '带区域和概率的模拟病例，已完成评估。',
  ),
  demoPicture: words(
    'An axial slice of the demo case with its errors drawn on it',
    '演示病例的一个轴位切片，标出预测错误',
  ),
  learn: words('Learn', '教程'),
  recent: words('Recent', '最近打开'),
  noRecent: words(
    'What you open by drop, or by the buttons above, is listed here; only its place is kept, in this browser.',
    '拖入或用上方按钮打开的内容会列在这里；仅在本浏览器中记录其位置。',
  ),
  kinds: {
    case: words('case', '病例'),
    cohort: words('cohort', '队列'),
    runs: words('runs', '训练'),
  },
  daysAgo: sentence<number>(
    (count) => (count === 0 ? 'today' : days(count)),
    (count) => (count === 0 ? '今天' : count === 1 ? '昨天' : `${count} 天前`),
  ),
  forget: sentence<{ name: string }>(
    ({ name }) => `Take ${name} off the list`,
    ({ name }) => `从列表中移除 ${name}`,
  ),
  forgotten: sentence<{ name: string }>(
    ({ name }) => `${name} was taken off the list`,
    ({ name }) => `已从列表中移除 ${name}`,
  ),
  /** Under a lesson's title. */
  about: {
    regions: words('why the label Dice is lower', '标签 Dice 为何更低'),
    'pseudo-dice': words('why it is not the validation Dice', '为何不等于验证 Dice'),
    checkpoint: words('and how much of it is luck', '其中有多少是运气'),
    patches: words('what a batch really draws', '一个批次究竟采到什么'),
    length: words('schedule, early stop, noise', '学习率计划、早停、噪声'),
  } as Readonly<Record<string, ReturnType<typeof words> | undefined>>,
} as const;
