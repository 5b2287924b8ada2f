import type { JointCounts } from '../core/counts/joint-counts.ts';
import { countJointCpu } from './cpu/joint-counts.ts';
import { countRuleCpu } from './cpu/rule-counts.ts';
import type { CodePair, CodeRule, RegionPair } from './engine.ts';
import { countJointGpu } from './gpu/joint-counts.ts';
import { countRuleGpu } from './gpu/rule-counts.ts';

const VOXELS = 5_003; // a few workgroups' worth, and no whole word at the end

/** nnU-Net's rule and all that differs from it, about the edges of what a threshold may be. */
const RULE: CodeRule = { kind: 'argmax', thresholds: [0.5, 0, 2 ** -24], comparison: '>=' };
const FROM: CodeRule = { ...RULE, kind: 'overwrite', comparison: '>' };

/**
 * Counts small probes on this device and on the CPU: u8 codes in a small table, mixed codes in a large one,
 * and the codes of float32 and float16 probabilities that lie about the threshold, at 0, among the subnormals
 * and beyond all numbers, under two rules. True where every cell agrees.
 * @throws GpuRefused where the device cannot do it at all.
 */
export async function passesSelfCheck(device: GPUDevice): Promise<boolean> {
  const joint = [codePair(4, 4), codePair(200, 300)].map(async (pair) =>
    agree(await countJointGpu(device, pair), await countJointCpu(pair)),
  );
  const rules = [regionPair('float32'), regionPair('float16')].map(async (pair) => {
    const onGpu = await countRuleGpu(device, pair, RULE, FROM);
    const onCpu = await countRuleCpu(pair, RULE, FROM);
    return agree(onGpu.counts, onCpu.counts) && agree(onGpu.changes, onCpu.changes);
  });
  return (await Promise.all([...joint, ...rules])).every(Boolean);
}

function agree(a: JointCounts | null, b: JointCounts | null): boolean {
  if (!a || !b) return false;
  return a.cells.length === b.cells.length && a.cells.every((voxels, cell) => voxels === b.cells[cell]);
}

/** Codes in runs of many lengths, all of them in use. */
function codePair(rows: number, columns: number): CodePair {
  const codes = (below: number, step: number) => {
    const volume = below <= 256 ? new Uint8Array(VOXELS) : new Uint16Array(VOXELS);
    return volume.map((_, i) => Math.floor((i * i) / step) % below);
  };
  return { rows, columns, reference: codes(rows, 31), predicted: codes(columns, 37) };
}

function regionPair(type: 'float32' | 'float16'): RegionPair {
  const edges =
    type === 'float32'
      ? [
          0, 0x8000_0000, 1, 0x007f_ffff, 0x3f00_0000, 0x3f00_0001, 0x3eff_ffff, 0xbf80_0000, 0x7f80_0000,
          0x7fc0_0000,
        ]
      : [0, 0x8000, 1, 0x03ff, 0x3800, 0x3801, 0x37ff, 0xbc00, 0x7c00, 0x7e00];
  const channels = 3;
  const bits = type === 'float32' ? new Uint32Array(VOXELS * channels) : new Uint16Array(VOXELS * channels);
  bits.forEach((_, i) => (bits[i] = edges[Math.floor((i * i) / 53) % edges.length]));
  return {
    rows: 4,
    reference: codePair(4, 4).reference,
    probabilities: {
      size: [VOXELS, 1, 1],
      channels,
      type,
      data: bits instanceof Uint32Array ? new Float32Array(bits.buffer) : bits,
    },
  };
}
