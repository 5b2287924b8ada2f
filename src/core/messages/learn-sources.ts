import { words, type Sentence } from './sentence.ts';

/** A file of nnU-Net v2, below nnunetv2/, and what stands in it. */
export function nnunetSource(path: string, name: string): Sentence {
  return words(`nnU-Net v2, ${path}, ${name}`, `nnU-Net v2，${path}，${name}`);
}

/** Threads of MIC-DKFZ/nnUNet by their numbers. */
export function nnunetIssues(...numbers: readonly number[]): Sentence {
  const en = numbers.length === 1 ? 'issue' : 'issues';
  return words(
    `MIC-DKFZ/nnUNet, ${en} ${numbers.join(', ')}`,
    `MIC-DKFZ/nnUNet，issue ${numbers.join('、')}`,
  );
}
