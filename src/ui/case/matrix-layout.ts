/** Sizes of the matrix in pixels. */
export interface MatrixLayout {
  readonly cellWidth: number;
  readonly cellHeight: number;
  readonly headWidth: number;
  readonly sumWidth: number;
  /** Numbers are shortened, heads are chips alone. */
  readonly compact: boolean;
}

/** Height of the row of column heads and of the row of sums. */
export const HEAD_HEIGHT = 26;
const SMALLEST = 28;
const LARGEST_WIDTH = 88;
const LARGEST_HEIGHT = 76;
const NAMED_HEAD = 118;
const CHIP_HEAD = 34;
const FULL_NUMBER = 46;

/**
 * Cells as large as the room allows, from 28 px to 88 x 76 px. Names beside the row heads where the cells keep
 * room for whole numbers; else chips alone, and from there on shortened numbers.
 */
export function layoutMatrix(labels: number, width: number, height: number): MatrixLayout {
  const share = (room: number) => Math.floor(room / Math.max(labels, 1));
  const cellHeight = clamp(share(height - 2 * HEAD_HEIGHT), SMALLEST, LARGEST_HEIGHT);
  const sumWidth = 58;
  const beside = (headWidth: number) => share(width - headWidth - sumWidth);
  if (beside(NAMED_HEAD) >= FULL_NUMBER) {
    const cellWidth = clamp(beside(NAMED_HEAD), FULL_NUMBER, LARGEST_WIDTH);
    const headWidth = clamp(width - sumWidth - labels * cellWidth, NAMED_HEAD, 2 * NAMED_HEAD);
    return { cellWidth, cellHeight, headWidth, sumWidth, compact: false };
  }
  if (beside(CHIP_HEAD) >= FULL_NUMBER) {
    const cellWidth = clamp(beside(CHIP_HEAD), FULL_NUMBER, LARGEST_WIDTH);
    return { cellWidth, cellHeight, headWidth: CHIP_HEAD, sumWidth, compact: false };
  }
  const cellWidth = clamp(beside(CHIP_HEAD), SMALLEST, FULL_NUMBER);
  return { cellWidth, cellHeight: SMALLEST, headWidth: CHIP_HEAD, sumWidth: 44, compact: true };
}

/** The rows (or columns) that show between `start` and `start + room` pixels, one more on either side. */
export function visibleRange(start: number, room: number, size: number, count: number): [number, number] {
  const first = Math.max(0, Math.floor(start / size) - 1);
  return [first, Math.min(count, Math.ceil((start + room) / size) + 1)];
}

function clamp(value: number, least: number, most: number): number {
  return Math.min(Math.max(value, least), most);
}
