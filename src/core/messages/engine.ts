import { integer, type Language, sentence } from './sentence.ts';

interface Adapter {
  /** The adapter that was found, in its maker's words; '' where there is none. */
  adapter: string;
}

/** Why the GPU does not count, as the end of a sentence. */
export const engineReasons = {
  'no-webgpu': sentence<Adapter>(
    () => 'WebGPU is not available here',
    () => '此处没有 WebGPU',
  ),
  'no-adapter': sentence<Adapter>(
    () => 'WebGPU found no graphics adapter',
    () => 'WebGPU 没有找到图形适配器',
  ),
  'software-adapter': sentence<Adapter>(
    ({ adapter }) => `the only WebGPU adapter (${adapter}) is software, right but slower than the CPU engine`,
    ({ adapter }) => `唯一的 WebGPU 适配器（${adapter}）为软件实现，结果正确但比 CPU 引擎慢`,
  ),
  'no-device': sentence<Adapter>(
    ({ adapter }) => `the graphics adapter (${adapter}) gave no device that runs the kernels`,
    ({ adapter }) => `图形适配器（${adapter}）未能提供可运行计算内核的设备`,
  ),
  'self-check': sentence<Adapter>(
    ({ adapter }) => `the graphics adapter (${adapter}) counted a probe volume wrongly`,
    ({ adapter }) => `图形适配器（${adapter}）对自检体数据的计数有误`,
  ),
  'device-lost': sentence<Adapter>(
    ({ adapter }) => `the GPU (${adapter}) was lost twice while counting`,
    ({ adapter }) => `GPU（${adapter}）在计数时两次丢失`,
  ),
  'gpu-error': sentence<Adapter>(
    ({ adapter }) => `the GPU (${adapter}) refused the work, most likely for want of memory`,
    ({ adapter }) => `GPU（${adapter}）拒绝执行，多半是显存不足`,
  ),
  unsuited: sentence<Adapter>(
    () => 'the GPU has no 64-bit numbers and no room for tables of so many regions',
    () => 'GPU 不支持 64 位数值，也容不下区域如此之多的计数表',
  ),
  asked: sentence<Adapter>(
    () => 'it was asked for',
    () => '按要求选用',
  ),
} as const;

/** Errors of counting. */
export const engineErrors = {
  engineCountsWrong: sentence<{ voxels: number; counted: number }>(
    ({ voxels, counted }) =>
      `The counting engine accounted for ${integer(counted)} of ${integer(voxels)} voxels; its result was thrown away: reload the page or choose the CPU engine.`,
    ({ voxels, counted }) =>
      `计数引擎只统计了 ${integer(voxels)} 个体素中的 ${integer(counted)} 个，结果已作废；请刷新页面或改用 CPU 引擎。`,
  ),
  gpuUnavailable: sentence<Adapter & { reason: keyof typeof engineReasons }>(
    ({ reason, adapter }) =>
      `The GPU engine was asked for and cannot be used: ${engineReasons[reason].en({ adapter })}; choose "auto" or "cpu".`,
    ({ reason, adapter }) =>
      `指定了 GPU 引擎但无法使用：${engineReasons[reason]['zh-CN']({ adapter })}；请改选 auto 或 cpu。`,
  ),
  tooManyRegions: sentence<{ regions: number }>(
    ({ regions }) =>
      `Probabilities of ${regions} regions were given, and at most 16 can be counted together; open the label map instead, or fewer regions.`,
    ({ regions }) => `给出了 ${regions} 个区域的概率，最多只能同时统计 16 个；请改用标签图，或减少区域。`,
  ),
} as const;

interface Report extends Adapter {
  kind: 'gpu' | 'cpu';
  checked: boolean;
  reason: string | null;
}

/** What counted and why, for the footer; the facts are an engine's report. */
export const countedBy = sentence<Report>(
  (report) =>
    report.kind === 'gpu'
      ? `Counted on the GPU (${report.adapter})${report.checked ? ', checked against the CPU' : ''}`
      : `Counted on the CPU${reasonText(report, 'en', ': ')}`,
  (report) =>
    report.kind === 'gpu'
      ? `由 GPU（${report.adapter}）计数${report.checked ? '，已与 CPU 核对' : ''}`
      : `由 CPU 计数${reasonText(report, 'zh-CN', '：')}`,
);

function reasonText({ reason, adapter }: Report, language: Language, colon: string): string {
  if (reason === null || !Object.hasOwn(engineReasons, reason)) return '';
  return colon + engineReasons[reason as keyof typeof engineReasons][language]({ adapter });
}
