import { integer, sentence, words } from './sentence.ts';

/** What the command line prints. */
export const cliWords = {
  usage: words(
    `Usage: dicelens COMMAND ...

  dicelens evaluate REFERENCE PREDICTION [options]
      Counts TP, FP and FN of every label and region of one case.
      PREDICTION is a label map (.nii, .nii.gz, .hdr) or nnU-Net's probabilities (.npz).
      --dataset FILE            nnU-Net's dataset.json: labels, regions, order
      --region-masks FILE...    one mask per region in place of PREDICTION, named region_NAME
                                or in the sequence of dataset.json
      --regions "NAME=1,2,3"    a region defined by hand; repeat it, or separate with ";"
      --surface                 adds HD, HD95, NSD and ASSD by both definitions
      --tolerance MM...         tolerances of NSD, with --surface (1 2)
      --json OUT                writes every number as JSON; "-" is standard output
      --engine auto|gpu|cpu     what counts (auto)
      --language en|zh-CN       of tables and sentences (en)

  dicelens audit --dataset FILE (--probabilities NPZ | --region-masks FILE...) --labels FILE
      Names the rule by which a label map was made from regions.
      --json OUT                writes the evidence as JSON

  dicelens runs FOLDER...
      Says what the training logs of fold folders, or of all beneath a folder, tell.
      --json OUT                writes the figures of every run as JSON

  dicelens --version | --help

Exit codes: 0 done; 1 a file cannot be used, said in one sentence; 2 wrong usage.
`,
    `用法：dicelens 命令 ...

  dicelens evaluate 参考 预测 [选项]
      统计一个病例中每个标签和区域的 TP、FP、FN。
      预测可以是标签图（.nii、.nii.gz、.hdr）或 nnU-Net 的概率（.npz）。
      --dataset 文件            nnU-Net 的 dataset.json：标签、区域、顺序
      --region-masks 文件...    用每个区域一个掩膜代替预测，命名为 region_名称，
                                或按 dataset.json 中的顺序给出
      --regions "名称=1,2,3"    手动定义的区域；可重复，或用 ";" 分隔
      --surface                 增加按两种定义计算的 HD、HD95、NSD 和 ASSD
      --tolerance MM...         NSD 的容差，与 --surface 同用（1 2）
      --json 输出               将所有数值写为 JSON；"-" 表示标准输出
      --engine auto|gpu|cpu     由谁计数（auto）
      --language en|zh-CN       表格和语句的语言（en）

  dicelens audit --dataset 文件 (--probabilities NPZ | --region-masks 文件...) --labels 文件
      找出标签图是按什么规则由区域重建的。
      --json 输出               将依据写为 JSON

  dicelens runs 文件夹...
      说明 fold 文件夹（或某文件夹下所有 fold 文件夹）中训练日志的内容。
      --json 输出               将每次训练的数值写为 JSON

  dicelens --version | --help

退出码：0 完成；1 文件无法使用（附一句说明）；2 用法错误。
`,
  ),
  unknownCommand: sentence<{ command: string }>(
    ({ command }) => `"${command}" is no command of dicelens; the commands are evaluate, audit and runs.`,
    ({ command }) => `dicelens 没有“${command}”命令；可用命令为 evaluate、audit 和 runs。`,
  ),
  unknownOption: sentence<{ option: string }>(
    ({ option }) => `${option} is no option of this command; see dicelens --help.`,
    ({ option }) => `该命令没有选项 ${option}；请见 dicelens --help。`,
  ),
  valueMissing: sentence<{ option: string }>(
    ({ option }) => `${option} needs a value; see dicelens --help.`,
    ({ option }) => `${option} 需要一个值；请见 dicelens --help。`,
  ),
  valueUnknown: sentence<{ option: string; value: string; known: readonly string[] }>(
    ({ option, value, known }) => `${option} is ${known.join(', ')}, not "${value}".`,
    ({ option, value, known }) => `${option} 只能是 ${known.join('、')}，而不是“${value}”。`,
  ),
  evaluateNeeds: words(
    'evaluate needs a REFERENCE and a PREDICTION, or a REFERENCE and --region-masks; see dicelens --help.',
    'evaluate 需要“参考 预测”，或“参考”加 --region-masks；请见 dicelens --help。',
  ),
  warning: words('Warning', '警告'),
  region: words('region', '区域'),
  rawRegion: words('raw region', '原始区域'),
  label: words('label', '标签'),
  tableHead: words('structure', '结构'),
  name: words('name', '名称'),
  absent: words('absent', '缺失'),
  voxels: sentence<{ voxels: number; ignored: number }>(
    ({ voxels, ignored }) =>
      `${integer(voxels)} voxels${ignored > 0 ? `, ${integer(ignored)} of them ignored` : ''}`,
    ({ voxels, ignored }) =>
      `${integer(voxels)} 个体素${ignored > 0 ? `，其中忽略 ${integer(ignored)} 个` : ''}`,
  ),
} as const;

/** Errors of the command line that concern files it writes or is given. */
export const cliErrors = {
  isFolder: sentence<{ file: string }>(
    ({ file }) => `${file} is a folder, and one pair of files is evaluated at a time; name a file in it.`,
    ({ file }) => `${file} 是文件夹，而每次只评估一对文件；请指定其中的文件。`,
  ),
  cannotWrite: sentence<{ file: string; reason: string }>(
    ({ file, reason }) => `${file} cannot be written (${reason}); choose another place.`,
    ({ file, reason }) => `无法写入 ${file}（${reason}）；请换一个位置。`,
  ),
} as const;
