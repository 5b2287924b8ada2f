import type { AccountTerm } from './account-terms.ts';

/**
 * The voxels of terms as a table over codes: `table[reference code * columns + predicted code]` is 0, or 1 + the index
 * of the first term that has the cell. Voxels with an ignored reference are in no cell, hence in no term.
 * @param reference label value of each reference code
 * @param predicted label value of each code of the evaluated map
 */
export function tabulateTerms(
  terms: readonly AccountTerm[],
  reference: readonly number[],
  predicted: readonly number[],
): Uint8Array {
  const byCell = new Map<string, number>();
  terms.forEach(({ cells }, i) => {
    for (const cell of cells) {
      const key = `${cell.reference} ${cell.predicted}`;
      if (!byCell.has(key)) byCell.set(key, i + 1);
    }
  });
  return Uint8Array.from({ length: reference.length * predicted.length }, (_, at) => {
    const [row, column] = [Math.floor(at / predicted.length), at % predicted.length];
    return byCell.get(`${reference[row]} ${predicted[column]}`) ?? 0;
  });
}
