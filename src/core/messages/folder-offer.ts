import { integer, sentence, words } from './sentence.ts';

const plural = (count: number, one: string, many: string) => `${integer(count)} ${count === 1 ? one : many}`;

/** What lies in a folder that was opened, and what can be done with it. */
export const folderOfferWords = {
  cases: sentence<{ cases: number }>(
    ({ cases }) => `${plural(cases, 'case', 'cases')} with reference and prediction. The first is open.`,
    ({ cases }) => `共有 ${integer(cases)} 个带参考和预测的病例，已打开第一个。`,
  ),
  references: sentence<{ references: number; images: number }>(
    ({ references, images }) =>
      `A data set of ${plural(references, 'reference', 'references')} and ${plural(images, 'image', 'images')}, without predictions. Drop a folder of predictions to evaluate them.`,
    ({ references, images }) =>
      `数据集包含 ${integer(references)} 个参考和 ${integer(images)} 个图像，没有预测。拖入预测文件夹即可评估。`,
  ),
  predictions: sentence<{ predictions: number }>(
    ({ predictions }) =>
      `${plural(predictions, 'prediction', 'predictions')} without references. Drop the folder of references (labelsTr, labelsTs or gt_segmentations) to evaluate them.`,
    ({ predictions }) =>
      `共有 ${integer(predictions)} 个预测，没有参考。拖入参考文件夹（labelsTr、labelsTs 或 gt_segmentations）即可评估。`,
  ),
  runs: sentence<{ folds: number; validations: number }>(
    ({ folds, validations }) =>
      `${plural(folds, 'fold', 'folds')} with training logs${validations > 0 ? ` and ${plural(validations, 'volume', 'volumes')} of their validation` : ''}.`,
    ({ folds, validations }) =>
      `共有 ${integer(folds)} 个带训练日志的折${validations > 0 ? `，以及 ${integer(validations)} 个验证体数据` : ''}。`,
  ),
  evaluateAll: words('Evaluate all', '评估全部'),
  openFirst: words('Look at the first', '查看第一个'),
  lookAtRuns: words('Look at the runs', '查看训练'),
  validation: words('Evaluate the validation of the chosen run', '评估所选训练的验证集'),
  patches: words('Simulate its patches', '模拟其图块采样'),
  files: words('Look at the files', '查看文件'),
} as const;
