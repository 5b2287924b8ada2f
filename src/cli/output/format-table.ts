import type { CaseResult, StructureScore } from '../../core/case/case-result.ts';
import { cliWords } from '../../core/messages/cli.ts';
import { say } from '../../core/messages/say.ts';
import type { Language } from '../../core/messages/sentence.ts';

/** The scores of a case as a table for a terminal. */
export function formatTable(result: CaseResult, language: Language): string {
  const word = (of: keyof typeof cliWords, facts?: unknown) => say(cliWords[of], language, facts);
  const lines = (kind: string, scores: readonly StructureScore[]) =>
    scores.map(({ key, name, dice, iou, tp, fp, fn }) => [
      `${kind} ${key}`,
      name,
      Number.isNaN(dice) ? word('absent') : dice.toFixed(4),
      Number.isNaN(iou) ? word('absent') : iou.toFixed(4),
      ...[tp, fp, fn].map((voxels) => `${voxels}`),
    ]);
  const rows = [
    [word('tableHead'), word('name'), 'Dice', 'IoU', 'TP', 'FP', 'FN'],
    ...lines(word('region'), result.regionScores),
    ...lines(word('rawRegion'), result.rawRegionScores ?? []),
    ...lines(word('label'), result.labelScores),
  ];
  return `${result.name}: ${word('voxels', result)}\n\n${alignRows(rows)}`;
}

/** Rows of cells in columns, the first two to the left, numbers to the right. */
export function alignRows(rows: readonly (readonly string[])[]): string {
  const widths = rows[0].map((_, column) => Math.max(...rows.map((row) => widthOf(row[column]))));
  const lines = rows.map((row) =>
    row.map((cell, column) => pad(cell, widths[column], column > 1)).join('  '),
  );
  return `${lines.map((line) => line.trimEnd()).join('\n')}\n`;
}

function pad(text: string, width: number, right: boolean): string {
  const blanks = ' '.repeat(Math.max(0, width - widthOf(text)));
  return right ? blanks + text : text + blanks;
}

/** Columns on a terminal: Chinese characters take two. */
function widthOf(text: string): number {
  return [...text].reduce((sum, char) => sum + (/[\u2e80-\uffef]/.test(char) ? 2 : 1), 0);
}
