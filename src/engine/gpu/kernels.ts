import jointCounts from '../../../shaders/joint-counts.wgsl?raw';
import patchCounts from '../../../shaders/patch-counts.wgsl?raw';
import ruleCounts from '../../../shaders/rule-counts.wgsl?raw';
import volumeView from '../../../shaders/volume-view.wgsl?raw';
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
  patchCounts: {
    code: patchCounts,
    entryPoint: 'count_patches',
    overrides: ['WORKGROUP', 'REFERENCE_BITS', 'PREDICTED_BITS'],
    params: {
      patches: 'u32',
      groups: 'u32',
      patch_x: 'u32',
      patch_y: 'u32',
      patch_z: 'u32',
      first_x: 'u32',
      first_y: 'u32',
      first_z: 'u32',
      end_x: 'u32',
      end_y: 'u32',
      end_z: 'u32',
      size_x: 'u32',
      size_y: 'u32',
      reference_codes: 'u32',
      predicted_codes: 'u32',
    },
    bindings: [
      'params',
      'starts',
      'reference_words',
      'predicted_words',
      'in_reference',
      'in_prediction',
      'counts',
    ],
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
  volumeView: {
    code: volumeView,
    entryPoint: 'cast_rays',
    overrides: ['WORKGROUP'],
    params: {
      width: 'u32',
      height: 'u32',
      samples: 'u32',
      hits: 'u32',
      size_x: 'u32',
      size_y: 'u32',
      size_z: 'u32',
      steps: 'u32',
      origin_x: 'u32',
      origin_y: 'u32',
      origin_z: 'u32',
      across_x: 'u32',
      across_y: 'u32',
      across_z: 'u32',
      down_x: 'u32',
      down_y: 'u32',
      down_z: 'u32',
      step_x: 'u32',
      step_y: 'u32',
      step_z: 'u32',
      clip_axis: 'u32',
      clip_at: 'u32',
      clip_sign: 'u32',
      groups: 'u32',
    },
    bindings: ['params', 'cells', 'picture'],
  },
} as const satisfies Record<string, Kernel>;
