import type { CaseAccount, LabelAccount } from './account-labels.ts';
import type { AccountSide, AccountStep } from './account-step.ts';
import type { AccountTerm } from './account-terms.ts';
import type { ErrorSide } from './hierarchy.ts';
import type { Selection } from '../labels/selection.ts';

/** A figure of the account of a label: a size or errors of one of the structures, or a part of the errors. */
export type WhyPart =
  'region-errors' | 'region-size' | 'label-errors' | 'label-size' | ErrorSide | 'added' | 'skipped';

/** What is chosen on the page that explains the drop; always a set of voxels. */
export type WhyChoice =
  | {
      readonly kind: 'part';
      readonly label: number;
      /** Index into the label's ladder; of a label without one it means nothing. */
      readonly step: number;
      readonly part: WhyPart;
    }
  | { readonly kind: 'other'; readonly label: number; readonly other: number }
  | { readonly kind: 'selection'; readonly selection: Selection };

/** A choice with the figures that it stands for in the account of a case. */
export interface ChosenPart {
  readonly account: LabelAccount;
  readonly step: AccountStep | null;
  readonly term: AccountTerm;
}

/** The account of a label; null for a label that the case does not have. */
export function accountOf({ labels }: CaseAccount, label: number): LabelAccount | null {
  return labels.find((account) => account.label === label) ?? null;
}

/** The last step to a label, from the region at its node; null where the label has no ladder. */
export function naturalStep({ ladder }: LabelAccount): AccountStep | null {
  return ladder.at(-1) ?? null;
}

/**
 * The voxels of a choice as a term of the account; null where the case has no such figure, and for a selection, which
 * is counted elsewhere. Sizes are selected by the structure and are null too.
 */
export function chosenPart(account: CaseAccount, choice: WhyChoice): ChosenPart | null {
  if (choice.kind === 'selection') return null;
  const label = accountOf(account, choice.label);
  if (!label) return null;
  if (choice.kind === 'other') {
    const term = label.byOther.find(({ other }) => other === choice.other)?.term;
    return term ? { account: label, step: naturalStep(label), term } : null;
  }
  const step = label.ladder.at(choice.step) ?? null;
  const term = termOfPart(label, step, choice.part);
  return term && { account: label, step, term };
}

function termOfPart(
  { own, sides }: LabelAccount,
  step: AccountStep | null,
  part: WhyPart,
): AccountTerm | null {
  switch (part) {
    case 'region-errors':
      return step?.from.errors ?? null;
    case 'label-errors':
      return (step?.to ?? own).errors;
    case 'added':
      return step?.added ?? null;
    case 'skipped':
      return step?.skipped ?? null;
    case 'outer':
    case 'inner':
    case 'sibling':
      return sides?.[part] ?? null;
    case 'region-size':
    case 'label-size':
      return null;
  }
}

/** The structure of an account's side, whole: its TP, FP and FN. */
export function selectSide({ score }: AccountSide): Selection {
  return { kind: 'structure', structure: score.structure, part: 'all', raw: false };
}

/** The part whose voxels explain most: of the label that drops most, the larger of volume effect and inner border. */
export function suggestChoice(account: CaseAccount): WhyChoice | null {
  const steps = account.labels.flatMap((label) => {
    const step = naturalStep(label);
    return step && step.drop > 0 ? [{ label, step }] : [];
  });
  if (steps.length > 0) {
    const { label, step } = steps.reduce((most, one) => (one.step.drop > most.step.drop ? one : most));
    const part = step.added.voxels > 0 ? 'added' : 'region-errors';
    return { kind: 'part', label: label.label, step: label.ladder.length - 1, part };
  }
  const scored = account.labels.filter(({ own }) => own.errors.voxels > 0);
  if (scored.length === 0) return null;
  const worst = scored.reduce((low, one) => (one.score.dice < low.score.dice ? one : low));
  return { kind: 'part', label: worst.label, step: worst.ladder.length - 1, part: 'label-errors' };
}

/** Whether two choices are of the same voxels. */
export function isSameChoice(a: WhyChoice | null, b: WhyChoice | null): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
