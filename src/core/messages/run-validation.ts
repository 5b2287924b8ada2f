import { integer, sentence, words } from './sentence.ts';

/** The validation cases of a run. */
export const runValidationWords = {
  title: sentence<{ cases: number }>(
    ({ cases }) => `Validation cases (${integer(cases)}), worst first`,
    ({ cases }) => `验证病例（${integer(cases)}），从最差开始`,
  ),
  zeros: sentence<{ zeros: number }>(
    ({ zeros }) => `${integer(zeros)} at 0`,
    ({ zeros }) => `${integer(zeros)} 个为 0`,
  ),
  absent: words('absent', '无'),
  evaluate: sentence<{ cases: number }>(
    ({ cases }) =>
      cases === 1 ? 'Evaluate the one with files here' : `Evaluate the ${integer(cases)} with files here`,
    ({ cases }) => `评估文件齐全的 ${integer(cases)} 个病例`,
  ),
  every: sentence<{ cases: number }>(
    ({ cases }) => `Show all ${integer(cases)}`,
    ({ cases }) => `显示全部 ${integer(cases)} 个`,
  ),
  fewer: sentence<{ cases: number }>(
    () => 'Show the worst',
    () => '只显示最差的',
  ),
  dropFiles: words(
    'To open a case from here, drop the fold’s folder with validation/*.nii.gz, and the references (labelsTr or gt_segmentations).',
    '要从这里打开病例，请拖入含有 validation/*.nii.gz 的 fold 文件夹，以及参考（labelsTr 或 gt_segmentations）。',
  ),
} as const;
