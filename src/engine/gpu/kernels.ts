import jointCounts from '../../../shaders/joint-counts.wgsl?raw';
import patterns from '../../../shaders/patterns.wgsl?raw';
import type { ParamsLayout } from './layout.ts';

/** What a host must know of a kernel. A test holds it against the WGSL itself. */
export interface Kernel {
  readonly code: string;
  readonly entryPoint: string;
  readonly overrides: readonly string[];
  readonly params: ParamsLayout;
  /** Names of the bindings of group 0, in the order of their numbers. */
  readonly bindings: readonly string[];
}

/** Every kernel, named after its file. */
export const KERNELS = {
  jointCounts: {
    code: jointCounts,
    entryPoint: 'count_joint',
    overrides: ['WORKGROUP', 'REFERENCE_BITS', 'PREDICTED_BITS', 'TALLY', 'CELLS', 'AGGREGATE', 'QUADS'],
    params: { voxels: 'u32', rows: 'u32', columns: 'u32', invocations: 'u32' },
    bindings: ['params', 'reference_words', 'predicted_words', 'cells'],
  },
  patterns: {
    code: patterns,
    entryPoint: 'set_pattern_bits',
    overrides: ['WORKGROUP', 'VALUE_BITS', 'PATTERN_BITS'],
    params: { voxels: 'u32', channel: 'u32', lowest: 'u32', width: 'u32', invocations: 'u32' },
    bindings: ['params', 'value_words', 'pattern_words'],
  },
} as const satisfies Record<string, Kernel>;
