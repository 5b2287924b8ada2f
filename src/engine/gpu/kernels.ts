import jointCounts from '../../../shaders/joint-counts.wgsl?raw';
import ruleCounts from '../../../shaders/rule-counts.wgsl?raw';
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
  ruleCounts: {
    code: ruleCounts,
    entryPoint: 'count_rule',
    overrides: ['WORKGROUP', 'REFERENCE_BITS', 'VALUE_BITS', 'TALLY', 'CELLS', 'QUADS'],
    params: {
      voxels: 'u32',
      rows: 'u32',
      columns: 'u32',
      channels: 'u32',
      stride: 'u32',
      winner: 'u32',
      from_codes: 'u32',
      from_winner: 'u32',
      invocations: 'u32',
    },
    bindings: ['params', 'ranges', 'reference_words', 'value_vectors', 'cells'],
  },
} as const satisfies Record<string, Kernel>;
