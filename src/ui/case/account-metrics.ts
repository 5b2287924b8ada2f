import type { StructureScore } from '../../core/case/case-result.ts';
import { accountWords, scoreWords } from '../../core/messages/case-page.ts';
import type { Sentence } from '../../core/messages/sentence.ts';

/** A count in a fraction, a plain number or a sign. */
export type Term = 'tp' | 'fp' | 'fn' | '2' | '+' | '×';

/** A metric as a fraction of counts. */
export interface AccountMetric {
  readonly id: 'dice' | 'iou' | 'precision' | 'recall';
  readonly name: Sentence;
  readonly upper: readonly Term[];
  readonly lower: readonly Term[];
  readonly note: Sentence<{ kind: 'label' | 'region' }>;
  /** Where nnU-Net computes it, empty where it does not. */
  readonly source: string;
}

const NNUNET = 'evaluate_predictions.py, compute_metrics';

/** The metrics that an account can be opened for. Their formulas are those of core/confusion.ts. */
export const ACCOUNT_METRICS: readonly AccountMetric[] = [
  {
    id: 'dice',
    name: accountWords.dice,
    upper: ['2', '×', 'tp'],
    lower: ['2', '×', 'tp', '+', 'fp', '+', 'fn'],
    note: accountWords.diceNote,
    source: NNUNET,
  },
  {
    id: 'iou',
    name: accountWords.iou,
    upper: ['tp'],
    lower: ['tp', '+', 'fp', '+', 'fn'],
    note: accountWords.iouNote,
    source: NNUNET,
  },
  {
    id: 'precision',
    name: scoreWords.precision,
    upper: ['tp'],
    lower: ['tp', '+', 'fp'],
    note: accountWords.precisionNote,
    source: '',
  },
  {
    id: 'recall',
    name: scoreWords.recall,
    upper: ['tp'],
    lower: ['tp', '+', 'fn'],
    note: accountWords.recallNote,
    source: '',
  },
];

/** Why the metric is not a plain fraction here: absent, or 0 since one map has none; null where it is one. */
export function edgeOf(
  metric: AccountMetric,
  score: StructureScore,
): Sentence<{ kind: 'label' | 'region' }> | null {
  const { nRef, nPred } = score;
  if (Number.isNaN(score[metric.id])) {
    if (nRef === 0 && nPred === 0) return accountWords.absent;
    return metric.id === 'precision' ? accountWords.absentPrecision : accountWords.absentRecall;
  }
  if (nPred === 0) return accountWords.onlyReference;
  return nRef === 0 ? accountWords.onlyPrediction : null;
}
