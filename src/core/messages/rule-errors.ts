import { sentence } from './sentence.ts';

/** Errors of reconstruction rules. */
export const ruleErrors = {
  argmaxTooManyRegions: sentence<{ regions: number; most: number }>(
    ({ regions, most }) =>
      `The argmax rule serves at most ${most} regions, and there are ${regions}; choose the overwrite or the nested rule.`,
    ({ regions, most }) =>
      `argmax 规则最多支持 ${most} 个区域，当前有 ${regions} 个；请改用覆盖规则或嵌套规则。`,
  ),
  auditNothing: sentence<{ file: string }>(
    ({ file }) =>
      `${file} has no regions to be held against: give the probabilities (.npz) or one mask per region that it was made of.`,
    ({ file }) => `${file} 没有可对照的区域：请给出生成它的概率文件（.npz），或每个区域一个掩膜。`,
  ),
} as const;
