import { sentence } from './sentence.ts';

/** Remarks on one file: it was read, and this was noticed. */
export const fileWarnings = {
  'spacing-unknown': sentence<{ file: string }>(
    ({ file }) => `${file} states no voxel spacing; 1 mm is assumed, so volumes in mL are only a guess.`,
    ({ file }) => `${file} 未给出体素间距；按 1 mm 处理，毫升体积仅供参考。`,
  ),
} as const;
