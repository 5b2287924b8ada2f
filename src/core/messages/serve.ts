import { integer, sentence, words } from './sentence.ts';

/** Errors of a folder that is served, and of the page that is to show it. */
export const serveErrors = {
  serveNoFolder: sentence<{ folder: string }>(
    ({ folder }) => `${folder} is no folder; name the folder whose data sets and results are to be served.`,
    ({ folder }) => `${folder} 不是文件夹；请指定要提供的数据集和结果所在的文件夹。`,
  ),
  serveNotBuilt: sentence<{ folder: string }>(
    ({ folder }) =>
      `The page is not built yet: ${folder} has no index.html; run "npm run build" in the folder of DiceLens.`,
    ({ folder }) =>
      `页面尚未构建：${folder} 中没有 index.html；请在 DiceLens 的文件夹中运行 “npm run build”。`,
  ),
  portTaken: sentence<{ port: number }>(
    ({ port }) => `Port ${port} is taken; stop what runs there, or choose another with --port.`,
    ({ port }) => `端口 ${port} 已被占用；请停止占用它的程序，或用 --port 另选端口。`,
  ),
  cannotListen: sentence<{ host: string; port: number; reason: string }>(
    ({ host, port, reason }) =>
      `Nothing can be served at ${host}, port ${port} (${reason}); choose others with --host and --port.`,
    ({ host, port, reason }) =>
      `无法在 ${host} 的端口 ${port} 上提供服务（${reason}）；请用 --host 和 --port 另选。`,
  ),
  servedForbidden: words(
    'The server does not give its files without the token; open the link that dicelens serve printed when it was started last.',
    '没有令牌，服务器不会提供文件；请打开 dicelens serve 最近一次启动时输出的链接。',
  ),
  servedMissing: words(
    'There is no folder behind this address; start dicelens serve DIR and open the link that it prints.',
    '此地址没有对应的文件夹；请启动 dicelens serve 文件夹，并打开其输出的链接。',
  ),
  servedUnreachable: sentence<{ file: string }>(
    ({ file }) =>
      `${file} could not be fetched: the server or the way to it (ssh) ended; start it again, open its link and try again.`,
    ({ file }) => `无法获取 ${file}：服务器或到它的连接（ssh）已中断；请重新启动并打开其链接后重试。`,
  ),
} as const;

/** What `dicelens serve` prints. */
export const serveWords = {
  serveNeeds: words(
    'serve needs one DIR, the folder whose files are to be looked at; see dicelens serve --help.',
    'serve 需要一个文件夹，即要查看的文件所在处；请见 dicelens serve --help。',
  ),
  portUnusable: sentence<{ port: string }>(
    ({ port }) => `--port takes a number from 0 (any that is free) to 65535, not "${port}".`,
    ({ port }) => `--port 应为 0（任一空闲端口）到 65535 之间的数，而不是“${port}”。`,
  ),
  serving: sentence<{ folder: string; link: string; port: number; user: string; machine: string }>(
    ({ folder, link, port, user, machine }) =>
      `${folder} is served read-only, until Ctrl+C:
  ${link}
From another machine, with the same link:
  ssh -N -L ${port}:127.0.0.1:${port} ${user}@${machine}`,
    ({ folder, link, port, user, machine }) =>
      `正以只读方式提供 ${folder}，按 Ctrl+C 停止：
  ${link}
在另一台机器上先运行以下命令，再打开同一链接：
  ssh -N -L ${port}:127.0.0.1:${port} ${user}@${machine}`,
  ),
} as const;

/** The panel that lists a served folder. */
export const servedWords = {
  button: sentence<{ name: string }>(
    ({ name }) => `Server: ${name}`,
    ({ name }) => `服务器：${name}`,
  ),
  title: words('Data sets, results and folds on the server', '服务器上的数据集、结果和 fold'),
  filter: words('Find a case or a folder', '查找病例或文件夹'),
  predictions: words('Predictions with their references', '有参考的预测'),
  runs: words('Training runs', '训练'),
  datasets: words('Data sets', '数据集'),
  cases: sentence<{ cases: number }>(
    ({ cases }) => `${integer(cases)} ${cases === 1 ? 'case' : 'cases'}`,
    ({ cases }) => `${integer(cases)} 个病例`,
  ),
  references: sentence<{ references: number }>(
    ({ references }) => `${integer(references)} ${references === 1 ? 'reference' : 'references'}`,
    ({ references }) => `${integer(references)} 个参考`,
  ),
  files: sentence<{ files: number }>(
    ({ files }) => `${integer(files)} ${files === 1 ? 'file' : 'files'}`,
    ({ files }) => `${integer(files)} 个文件`,
  ),
  against: sentence<{ folder: string }>(
    ({ folder }) => `against ${folder}`,
    ({ folder }) => `参考：${folder}`,
  ),
  openAll: words('Open all', '全部打开'),
  openAllOf: sentence<{ folder: string; cases: number }>(
    ({ folder, cases }) => `Open all ${integer(cases)} cases of ${folder}`,
    ({ folder, cases }) => `打开 ${folder} 的全部 ${integer(cases)} 个病例`,
  ),
  openRun: words('Open', '打开'),
  openRunOf: sentence<{ folder: string }>(
    ({ folder }) => `Open the training run ${folder}`,
    ({ folder }) => `打开训练 ${folder}`,
  ),
  more: sentence<{ cases: number }>(
    ({ cases }) => `${integer(cases)} more; type a part of the name to find them.`,
    ({ cases }) => `另有 ${integer(cases)} 个；输入部分名称即可找到。`,
  ),
  nothing: words(
    'Nothing that nnU-Net writes was found below this folder: no predictions with references (labelsTr, gt_segmentations) and no training log.',
    '此文件夹下没有发现 nnU-Net 写出的内容：没有带参考（labelsTr、gt_segmentations）的预测，也没有训练日志。',
  ),
  noMatch: words('No name contains this.', '没有名称包含此内容。'),
  notWhole: words(
    'Not everything was looked at: the folder is too deep or holds too many files; serve a folder further down to see the rest.',
    '并未查看全部内容：文件夹层次过深或文件过多；请改为提供更下层的文件夹。',
  ),
} as const;
