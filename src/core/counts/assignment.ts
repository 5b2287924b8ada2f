/**
 * The assignment of rows to columns with the greatest total gain: `result[row]` is the column of a row.
 * `gain` is n x n. Kuhn-Munkres with potentials, O(n^3).
 */
export function assignBest(gain: readonly (readonly number[])[]): number[] {
  const n = gain.length;
  const rowPotential = new Float64Array(n + 1);
  const columnPotential = new Float64Array(n + 1);
  const rowOf = new Int32Array(n + 1); // 1-based row matched to a column, 0 = free
  const cameFrom = new Int32Array(n + 1);

  for (let row = 1; row <= n; row++) {
    rowOf[0] = row;
    let column = 0;
    const slack = new Float64Array(n + 1).fill(Infinity);
    const used = new Uint8Array(n + 1);
    do {
      used[column] = 1;
      const current = rowOf[column];
      let delta = Infinity;
      let next = 0;
      for (let j = 1; j <= n; j++) {
        if (used[j]) continue;
        const cost = -gain[current - 1][j - 1] - rowPotential[current] - columnPotential[j];
        if (cost < slack[j]) {
          slack[j] = cost;
          cameFrom[j] = column;
        }
        if (slack[j] < delta) {
          delta = slack[j];
          next = j;
        }
      }
      for (let j = 0; j <= n; j++) {
        if (used[j]) {
          rowPotential[rowOf[j]] += delta;
          columnPotential[j] -= delta;
        } else slack[j] -= delta;
      }
      column = next;
    } while (rowOf[column] !== 0);
    while (column !== 0) {
      rowOf[column] = rowOf[cameFrom[column]];
      column = cameFrom[column];
    }
  }
  const columnOf = new Array<number>(n).fill(-1);
  for (let j = 1; j <= n; j++) columnOf[rowOf[j] - 1] = j - 1;
  return columnOf;
}
