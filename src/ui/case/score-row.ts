import { html, type TemplateResult } from 'lit';
import type { StructureScore } from '../../core/case/case-result.ts';
import { formatMl, formatMlDifference, formatScore, formatVoxels } from '../../core/text/format.ts';
import { scoreWords } from '../../core/messages/case-page.ts';
import type { Sentence } from '../../core/messages/sentence.ts';
import type { ConfusionPart } from '../../core/labels/selection.ts';
import { scoreBar } from './score-bar.ts';
import { structureChip } from '../labels/structure-chip.ts';

/** What a half of a row needs beside its score. */
export interface HalfRow {
  readonly half: 'region' | 'label';
  readonly row: number;
  /** Column of the half's first control, for arrow keys: Dice, then TP, FP and FN. */
  readonly column: number;
  readonly score: StructureScore;
  readonly voxelMl: number;
  /** The part that is chosen, null where another structure is. */
  readonly chosen: ConfusionPart | null;
  readonly tabbable: (column: number) => boolean;
  readonly say: <Facts>(
    sentence: Sentence<Facts>,
    ...facts: Facts extends void ? [] : [facts: Facts]
  ) => string;
}

/** The three or four cells of one structure: name and volumes, Dice over IoU, rates, counts over their bar. */
export function halfRow(it: HalfRow): TemplateResult {
  const { half, row, score, voxelMl, chosen, say } = it;
  const { name, structure } = score;
  const reference = formatMl(score.nRef * voxelMl);
  const predicted = formatMl(score.nPred * voxelMl);
  const tint = chosen ? 'chosen' : '';
  const absent = Number.isNaN(score.dice);
  const dice = absent ? say(scoreWords.absent) : formatScore(score.dice);
  const diceTitle = absent
    ? say(scoreWords.absentTitle, { kind: structure.kind })
    : `Dice ${score.dice}, IoU ${score.iou}`;
  return html`
    <th scope="row" class="name ${tint}" data-row=${row} data-half=${half}>
      <div
        class="who"
        title=${say(scoreWords.structureTitle, { kind: structure.kind, name, reference, predicted })}
      >
        ${structureChip(structure, score.labels)}
        <span class="text"
          ><span class="cut">${name}</span><span class="ml">${reference} / ${predicted} mL</span></span
        >
      </div>
    </th>
    <td class="dice ${tint}" data-row=${row} data-half=${half}>
      <button
        class="number ${absent ? 'absent' : ''}"
        data-part="all"
        data-column=${it.column}
        tabindex=${it.tabbable(it.column) ? 0 : -1}
        aria-pressed=${chosen === 'all' ? 'true' : 'false'}
        aria-label=${say(scoreWords.openAccount, { name, score: dice })}
        title=${diceTitle}
      >
        ${dice}
      </button>
      <span class="iou">${absent ? '' : formatScore(score.iou)}</span>
    </td>
    <td class="rates ${tint}" data-row=${row} data-half=${half}>
      <div class="grid">
        <span title=${Number.isNaN(score.precision) ? say(scoreWords.nothingPredicted) : `${score.precision}`}
          >${rate(score.precision)}</span
        >
        <span title=${Number.isNaN(score.recall) ? say(scoreWords.nothingInReference) : `${score.recall}`}
          >${rate(score.recall)}</span
        >
        <span class="difference">${formatMlDifference((score.nPred - score.nRef) * voxelMl)}</span>
      </div>
    </td>
    <td class="counts ${tint}" data-row=${row} data-half=${half}>
      <div class="three">
        ${(['tp', 'fp', 'fn'] as const).map((part, i) => countButton(it, part, it.column + 1 + i))}
      </div>
      ${scoreBar(score)}
    </td>
  `;
}

function rate(value: number): string {
  return Number.isNaN(value) ? '–' : formatScore(value);
}

function countButton(it: HalfRow, part: 'tp' | 'fp' | 'fn', column: number): TemplateResult {
  const voxels = it.score[part];
  const label = it.say(scoreWords.showPart, { part: part.toUpperCase(), name: it.score.name, voxels });
  return html`<button
    class="count"
    data-part=${part}
    data-column=${column}
    tabindex=${it.tabbable(column) ? 0 : -1}
    aria-pressed=${it.chosen === part ? 'true' : 'false'}
    aria-label=${label}
    title=${label}
  >
    ${formatVoxels(voxels)}
  </button>`;
}

/** Where a half has no structure in this row; as many cells as a half has, since some columns may be hidden. */
export function emptyHalf(): TemplateResult {
  const cell = (column: string) => html`<td class="empty ${column}"></td>`;
  return html`${['name', 'dice', 'rates', 'counts'].map(cell)}`;
}
