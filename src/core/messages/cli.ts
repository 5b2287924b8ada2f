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
      --csv OUT                 writes the scores as CSV
      --keep-failed             writes --json also of a case that cannot be evaluated: which, and why;
                                exit code 3. merge names it and keeps the others
      --engine auto|gpu|cpu     what counts (auto)
      --language en|zh-CN       of tables and sentences (en)

  dicelens evaluate REFERENCES PREDICTIONS --dataset FILE [options]
      Counts every case of two folders and writes summary.json as nnU-Net does. A case is a file of
      PREDICTIONS that ends as dataset.json's "file_ending"; its reference has the same name.
      -o OUT                    the summary (PREDICTIONS/summary.json); "-" is standard output
      --as regions|labels       what it holds (regions where there are any)
      --force                   overwrites a summary that is there
      --json OUT, --csv OUT     every number of every case
      --predictions label-maps|probabilities|region-masks
                                what PREDICTIONS holds: NAME.nii.gz, NAME.npz, or a folder NAME with
                                region_REGION.nii.gz (the first of these that is there)
      -j N                      cases at a time (as many as cores)
      --keep-failed             writes --json even where no case could be evaluated
      and --regions, --surface, --tolerance, --engine, --language as above

  dicelens merge RESULT... -o SUMMARY
      Puts results of evaluate --json, of cases or folders, together as if counted at once.
      --list FILE               reads the paths of results from FILE, one a line
      --as, --force, --json OUT as above

  dicelens compare A B
      Compares two models on the same cases: two summary.json, or results of evaluate --json.
      --json OUT                writes the comparison as JSON

  dicelens audit --dataset FILE (--probabilities NPZ | --region-masks FILE...) --labels FILE
      Names the rule by which a label map was made from regions.
      --json OUT                writes the evidence as JSON

  dicelens runs FOLDER...
      Says what the training logs of fold folders, or of all beneath a folder, tell.
      --json OUT                writes the figures of every run as JSON

  dicelens pseudo-dice REFERENCES PREDICTIONS [options]
      Simulates nnU-Net's validation epochs on two folders (or one pair of files) and accounts for
      the gap between pseudo Dice and validation Dice. NAME.npz beside a prediction gives raw regions.
      PREDICTIONS are label maps, NAME.npz, or folders NAME of masks region_NAME; --predictions as
      for evaluate. Of one REFERENCE --region-masks FILE... may stand in place of a prediction.
      --dataset FILE            nnU-Net's dataset.json; --regions as for evaluate
      --patch X Y Z             voxels of a patch (128 128 128); X Y for patches of one slice
      --plans FILE              patch and batch of plans.json, or of nnU-Net v1's plans.pkl;
                                --configuration NAME (3d_fullres)
      --batch N                 samples of a batch (2)
      --iterations N            batches of an epoch (50)
      --epochs N                epochs to simulate (100)
      --oversampling SHARE      share of samples forced onto a structure, 0 to 1 (0.33)
      --probabilistic           every sample is forced with that chance
      --order case-first|class-first
                                what is drawn first: nnU-Net's way (case-first) or the textbook's
      --seed N                  the same seed draws the same patches (1)
      --run FOLDER              a fold folder: its last EMA ends the account; alone, the account is
                                of its summary.json and log
      --json OUT                writes every epoch and every patch as JSON
      --csv OUT                 writes every epoch as CSV

  dicelens serve DIR
      Serves the application and, read-only, the files below DIR, and prints the link to open. The page lists
      data sets, results and folds found there. GET and HEAD, with the token of the link only.
      --host ADDRESS            where it listens (127.0.0.1: this machine alone, or through ssh -L)
      --port N                  the port (4180); 0 takes any that is free

  dicelens --version | --help
  dicelens COMMAND --help

  --errors text|json            of any command: what is wrong as sentences (text) or as one JSON object
                                a line with kind, code, case and message, on standard error

Exit codes: 0 done; 1 a file cannot be used, said in one sentence; 2 wrong usage; 3 some cases failed,
they are named and the others are done.
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
      --csv 输出                将各项得分写为 CSV
      --keep-failed             病例无法评估时也写出 --json，说明是哪个病例、什么原因；退出码为 3。
                                merge 会指明该病例并保留其余病例
      --engine auto|gpu|cpu     由谁计数（auto）
      --language en|zh-CN       表格和语句的语言（en）

  dicelens evaluate 参考文件夹 预测文件夹 --dataset 文件 [选项]
      统计两个文件夹中的所有病例，并像 nnU-Net 一样写出 summary.json。预测文件夹中每个以 dataset.json
      的 "file_ending" 结尾的文件是一个病例，其参考与之同名。
      -o 输出                   汇总文件（预测文件夹/summary.json）；"-" 表示标准输出
      --as regions|labels       汇总的内容（有区域时为 regions）
      --force                   覆盖已有的汇总文件
      --json 输出, --csv 输出   每个病例的所有数值
      --predictions label-maps|probabilities|region-masks
                                预测文件夹的内容：名称.nii.gz、名称.npz，或含有 region_区域.nii.gz
                                的文件夹“名称”（按此顺序取首个存在的）
      -j N                      同时处理的病例数（与处理器核数相同）
      --keep-failed             即使所有病例都无法评估也写出 --json
      以及同上的 --regions、--surface、--tolerance、--engine、--language

  dicelens merge 结果... -o 汇总
      将 evaluate --json 的结果（病例或文件夹）合并，与一次统计的结果完全相同。
      --list 文件               从文件中读取结果的路径，每行一个
      --as、--force、--json 输出 同上

  dicelens compare A B
      在相同病例上比较两个模型：两个 summary.json，或 evaluate --json 的结果。
      --json 输出               将比较结果写为 JSON

  dicelens audit --dataset 文件 (--probabilities NPZ | --region-masks 文件...) --labels 文件
      找出标签图是按什么规则由区域重建的。
      --json 输出               将依据写为 JSON

  dicelens runs 文件夹...
      说明 fold 文件夹（或某文件夹下所有 fold 文件夹）中训练日志的内容。
      --json 输出               将每次训练的数值写为 JSON

  dicelens pseudo-dice 参考 预测 [选项]
      在两个文件夹（或一对文件）上模拟 nnU-Net 的验证轮次，并逐步说明 pseudo Dice
      与验证 Dice 的差异。预测旁的 名称.npz 提供原始区域。
      预测可以是标签图、名称.npz，或装有 region_名称 掩膜的文件夹；--predictions 同 evaluate。
      只有一个参考时，可用 --region-masks 文件... 代替预测。
      --dataset 文件            nnU-Net 的 dataset.json；--regions 同 evaluate
      --patch X Y Z             图块的体素数（128 128 128）；单层图块为 X Y
      --plans 文件              取 plans.json（或 nnU-Net v1 的 plans.pkl）的图块与批大小；
                                --configuration 名称（3d_fullres）
      --batch N                 每批样本数（2）
      --iterations N            每轮批数（50）
      --epochs N                模拟轮数（100）
      --oversampling 比例       强制包含某结构的样本比例，0 到 1（0.33）
      --probabilistic           每个样本都按该概率强制
      --order case-first|class-first
                                先抽什么：nnU-Net 的方式（case-first）或教科书的方式
      --seed N                  相同种子得到相同图块（1）
      --run 文件夹              fold 文件夹：其最后的 EMA 作为说明的终点；单独给出时，
                                只依据其 summary.json 和日志
      --json 输出               将每一轮和每个图块写为 JSON
      --csv 输出                将每一轮写为 CSV

  dicelens serve 文件夹
      提供应用页面，并以只读方式提供文件夹下的文件，输出要打开的链接。页面会列出其中的数据集、结果和 fold。
      只接受带有链接中令牌的 GET 和 HEAD 请求。
      --host 地址               监听地址（127.0.0.1：仅限本机，或经由 ssh -L）
      --port N                  端口（4180）；0 表示任一空闲端口

  dicelens --version | --help
  dicelens 命令 --help

  --errors text|json            适用于所有命令：在标准错误中用句子（text）说明问题，或每行一个
                                JSON 对象（含 kind、code、case、message）

退出码：0 完成；1 文件无法使用（附一句说明）；2 用法错误；3 部分病例失败（会指明，其余已完成）。
`,
  ),
  unknownCommand: sentence<{ command: string }>(
    ({ command }) =>
      `"${command}" is no command of dicelens; the commands are evaluate, merge, compare, audit, runs, pseudo-dice and serve.`,
    ({ command }) =>
      `dicelens 没有“${command}”命令；可用命令为 evaluate、merge、compare、audit、runs、pseudo-dice 和 serve。`,
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
    'evaluate needs a REFERENCE and a PREDICTION (two files or two folders), or a REFERENCE and --region-masks; see dicelens --help.',
    'evaluate 需要“参考 预测”（两个文件或两个文件夹），或“参考”加 --region-masks；请见 dicelens --help。',
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
    ({ file }) => `${file} is a folder where one file was expected; name a file in it.`,
    ({ file }) => `${file} 是文件夹，而这里应为一个文件；请指定其中的文件。`,
  ),
  cannotWrite: sentence<{ file: string; reason: string }>(
    ({ file, reason }) => `${file} cannot be written (${reason}); choose another place.`,
    ({ file, reason }) => `无法写入 ${file}（${reason}）；请换一个位置。`,
  ),
} as const;
