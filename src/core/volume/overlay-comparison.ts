import type { Codes } from './volume.ts';

/**
 * A comparison voxel by voxel: every code has a key, and a prediction is right where its key is that of the
 * reference. Key 0 is background, or outside the structure compared; NaN is an ignored reference.
 */
export interface ComparisonTables {
  readonly reads: 'comparison';
  readonly reference: Float64Array;
  /** Of the evaluated prediction and of a second one; one of them may be left out. */
  readonly a: Float64Array | null;
  readonly b: Float64Array | null;
}

/** Classes of one prediction compared with the reference; a swap is one label in the place of another. */
export const COMPARED = { right: 1, falsePositive: 2, falseNegative: 3, swap: 4 } as const;

/** Classes of two predictions compared with the reference. */
export const AGREEMENT = { bothRight: 1, onlyAWrong: 2, onlyBWrong: 3, bothWrong: 4 } as const;

/** Which labels are told apart: those of one structure from all others, or every label from every other (null). */
export function keysOf(
  labels: readonly number[],
  structure: readonly number[] | null,
  ignore: number | null,
): Float64Array {
  return Float64Array.from(labels, (label) => {
    if (label === ignore) return Number.NaN;
    return structure ? (structure.includes(label) ? 1 : 0) : label;
  });
}

/**
 * The class of every pixel of a slice, `COMPARED` for one prediction and `AGREEMENT` for two; 0 where all are
 * background, where the reference is ignored, or where codes are missing.
 */
export function classifyComparison(
  { reference: keys, a, b }: ComparisonTables,
  planes: {
    readonly reference: Codes | null;
    readonly predicted: Codes | null;
    readonly other?: Codes | null;
  },
  pixels: number,
): Uint8Array {
  const classes = new Uint8Array(pixels);
  const { reference, predicted, other } = planes;
  if (!reference || (a && !predicted) || (b && !other)) return classes;
  const keyA = (i: number) => (a && predicted ? a[predicted[i]] : 0);
  const keyB = (i: number) => (b && other ? b[other[i]] : 0);
  for (let i = 0; i < pixels; i++) {
    const truth = keys[reference[i]];
    if (Number.isNaN(truth)) continue;
    if (a && b) classes[i] = agreementOf(truth, keyA(i), keyB(i));
    else classes[i] = comparedOf(truth, a ? keyA(i) : keyB(i));
  }
  return classes;
}

/** The class of a voxel by the keys of reference and prediction. A prediction's ignored label (NaN) is background. */
function comparedOf(truth: number, key: number): number {
  const predicted = key || 0;
  if (truth === predicted) return truth === 0 ? 0 : COMPARED.right;
  if (truth === 0) return COMPARED.falsePositive;
  return predicted === 0 ? COMPARED.falseNegative : COMPARED.swap;
}

function agreementOf(truth: number, a: number, b: number): number {
  const [rightA, rightB] = [(a || 0) === truth, (b || 0) === truth];
  if (rightA && rightB) return truth === 0 ? 0 : AGREEMENT.bothRight;
  if (rightB) return AGREEMENT.onlyAWrong;
  return rightA ? AGREEMENT.onlyBWrong : AGREEMENT.bothWrong;
}
