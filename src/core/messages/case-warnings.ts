import { integer, sentence } from './sentence.ts';

/** Remarks on files that do not quite fit together. */
export const caseWarnings = {
  'label-not-in-dataset': sentence<{ label: number; where: string; voxels: number }>(
    ({ label, where, voxels }) =>
      `Label ${label} stands in ${where} (${integer(voxels)} voxels) but not in dataset.json; it is counted as "label ${label}".`,
    ({ label, where, voxels }) =>
      `标签 ${label} 出现在 ${where} 中（${integer(voxels)} 个体素），但 dataset.json 未定义；按“label ${label}”计数。`,
  ),
} as const;
