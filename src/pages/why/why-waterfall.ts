import type { CaseAccount, LabelAccount } from '../../core/account/account-labels.ts';
import type { AccountSide, AccountStep } from '../../core/account/account-step.ts';
import { formatDifference, formatScore } from '../../core/text/format.ts';
import type { Sentence } from '../../core/messages/sentence.ts';
import { waterfallWords as text } from '../../core/messages/why-page.ts';
import type { WhyChoice, WhyPart } from '../../core/account/why-choice.ts';
import type { StepChoice } from '../../ui/why/dl-waterfall.ts';
import type {
  WaterfallBracket,
  WaterfallEnd,
  WaterfallPair,
  WaterfallStep,
} from '../../ui/why/waterfall-layout.ts';

type Say = <Facts>(sentence: Sentence<Facts>, ...facts: Facts extends void ? [] : [facts: Facts]) => string;

const PARTS = { volume: 'region-errors', inner: 'added', skipped: 'skipped' } as const satisfies Record<
  WaterfallStep['kind'],
  WhyPart
>;

/**
 * The waterfall of every label that has a region and a Dice; `fromTop` begins at the largest region of its chain. A
 * level that changes nothing has no bars.
 */
export function waterfallOf({ labels }: CaseAccount, fromTop: boolean, say: Say): WaterfallPair[] {
  return labels.flatMap((account) => {
    const first = fromTop ? 0 : account.ladder.length - 1;
    const ladder = account.ladder.slice(first);
    if (ladder.length === 0 || ladder.some(({ drop }) => Number.isNaN(drop))) return [];
    const steps = ladder.flatMap((step, i) => (isSame(step) ? [] : stepsOf(step, first + i, say)));
    return [
      {
        id: `${account.label}`,
        from: endOf(ladder[0].from),
        to: endOf(account.own),
        steps,
        brackets: fromTop
          ? levelBrackets(ladder, say)
          : steps.length > 0
            ? [hierarchyBracket(account, say)]
            : [],
      },
    ];
  });
}

function isSame({ weight, added, skipped }: AccountStep): boolean {
  return weight === 1 && added.voxels === 0 && skipped.voxels === 0;
}

function stepsOf(step: AccountStep, at: number, say: Say): WaterfallStep[] {
  const { name } = step.to.score;
  const amount = (value: number) => formatDifference(value);
  return [
    {
      id: `${at} volume`,
      kind: 'volume',
      amount: -step.volume,
      text: say(text.volume),
      title: say(text.volumeTitle, {
        name: step.from.score.name,
        amount: amount(-step.volume),
        errors: step.from.errors.voxels,
      }),
    },
    {
      id: `${at} inner`,
      kind: 'inner',
      amount: -step.inner,
      text: say(text.inner),
      title: say(text.innerTitle, { name, amount: amount(-step.inner), errors: step.added.voxels }),
    },
    {
      id: `${at} skipped`,
      kind: 'skipped',
      amount: -step.spared,
      text: say(text.skipped),
      title: say(text.skippedTitle, { name, amount: amount(-step.spared), errors: step.skipped.voxels }),
    },
  ];
}

function hierarchyBracket({ ladder }: LabelAccount, say: Say): WaterfallBracket {
  const step = ladder[ladder.length - 1];
  return { first: 1, last: 2, text: say(text.hierarchy, { amount: formatDifference(-step.hierarchy) }) };
}

/** Below the bars of every level, where it leads. */
function levelBrackets(ladder: readonly AccountStep[], say: Say): WaterfallBracket[] {
  return ladder
    .filter((step) => !isSame(step))
    .map(({ to: { score } }, i) => ({
      first: 3 * i,
      last: 3 * i + 2,
      text: say(text.level, { name: score.name, dice: formatScore(score.dice) }),
    }));
}

function endOf({ score }: AccountSide): WaterfallEnd {
  const { structure, labels, name, dice } = score;
  return { structure, labels, name, dice };
}

/** The voxels that a bar stands for. */
export function choiceOfStep({ pair, step }: StepChoice): WhyChoice {
  const [at, kind] = step.split(' ');
  return { kind: 'part', label: Number(pair), step: Number(at), part: PARTS[kind as WaterfallStep['kind']] };
}

/** The bar that a choice stands for; null where it is none. */
export function stepOfChoice(choice: WhyChoice | null): StepChoice | null {
  if (choice?.kind !== 'part') return null;
  const kind = (['volume', 'inner', 'skipped'] as const).find((one) => PARTS[one] === choice.part);
  return kind ? { pair: `${choice.label}`, step: `${choice.step} ${kind}` } : null;
}
