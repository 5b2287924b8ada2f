import { integer, sentence } from './sentence.ts';

/** Errors of counting. */
export const engineErrors = {
  engineCountsWrong: sentence<{ voxels: number; counted: number }>(
    ({ voxels, counted }) =>
      `The counting engine accounted for ${integer(counted)} of ${integer(voxels)} voxels; its result was thrown away: reload the page or choose the CPU engine.`,
    ({ voxels, counted }) =>
      `计数引擎只统计了 ${integer(voxels)} 个体素中的 ${integer(counted)} 个，结果已作废；请刷新页面或改用 CPU 引擎。`,
  ),
  gpuUnavailable: sentence<{ reason: string }>(
    ({ reason }) => `The GPU engine was asked for and cannot be used: ${reason}; choose "auto" or "cpu".`,
    ({ reason }) => `指定了 GPU 引擎但无法使用：${reason}；请改选 auto 或 cpu。`,
  ),
} as const;
