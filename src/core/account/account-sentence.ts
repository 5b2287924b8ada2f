import type { CaseAccount, LabelAccount } from './account-labels.ts';
import type { AccountStep } from './account-step.ts';
import type { CaseResult } from '../case/case-result.ts';
import { nameOf } from '../labels/label-scheme.ts';
import { accountSentences, whyHeadlines, type AccountFacts } from '../messages/why.ts';
import { say } from '../messages/say.ts';
import type { Language, Sentence } from '../messages/sentence.ts';

/** A share of Dice below this is not told: it would read 0.000. */
const LEAST = 0.0005;

/** The account of one label in one plain sentence with its figures; what is absent is said in words. */
export function sayAccount(
  account: LabelAccount,
  { hierarchy }: CaseAccount,
  { scheme }: CaseResult,
  language: Language,
): string {
  const label = account.score.name;
  const step = account.ladder.at(-1);
  if (account.presence !== 'both') {
    const region = step && !Number.isNaN(step.from.score.dice) ? step.from.score : null;
    const voxels = account.own.size;
    const key = ({ neither: 'neither', reference: 'onlyReference', prediction: 'onlyPrediction' } as const)[
      account.presence
    ];
    return speak(accountSentences[key], language, {
      label,
      voxels,
      region: region?.name ?? null,
      regionDice: region?.dice ?? null,
    });
  }
  if (hierarchy.overlap) {
    const [first, second] = hierarchy.overlap.map((region) => scheme.regions[region].name);
    return speak(accountSentences.overlap, language, { label, first, second });
  }
  if (!step) return speak(accountSentences.noRegion, language, { label });
  const facts = factsOf(step, account, (other) => nameOf(scheme, other));
  if (step.weight === 1 && step.added.voxels + step.skipped.voxels === 0) {
    return speak(accountSentences.same, language, { region: facts.region });
  }
  const key = step.drop >= LEAST ? 'lost' : step.drop <= -LEAST ? 'gained' : 'balanced';
  return speak(accountSentences[key], language, facts);
}

function factsOf(step: AccountStep, account: LabelAccount, name: (label: number) => string): AccountFacts {
  const inRegion = new Set(step.from.score.labels);
  const others = account.byOther.filter(({ other }) => inRegion.has(other)).map(({ other }) => name(other));
  return {
    label: account.score.name,
    region: step.from.score.name,
    drop: step.drop,
    volume: step.volume >= LEAST ? step.volume : null,
    weight: step.weight,
    inner: step.inner >= LEAST ? { share: step.inner, voxels: step.added.voxels, others } : null,
    spared: step.spared <= -LEAST ? { share: -step.spared, voxels: step.skipped.voxels } : null,
  };
}

/** The sentence on top of the page: the labels that lose most against their regions, at most two by name. */
export function sayWhy({ labels }: CaseAccount, { scheme }: CaseResult, language: Language): string {
  if (scheme.regions.length === 0) return say(whyHeadlines.noRegions as Sentence<never>, language);
  const losing = labels
    .flatMap(({ score, ladder }) => {
      const drop = ladder.at(-1)?.drop ?? 0;
      return drop >= LEAST ? [{ label: score.name, drop }] : [];
    })
    .sort((a, b) => b.drop - a.drop);
  if (losing.length === 0) return say(whyHeadlines.none as Sentence<never>, language);
  const losses = losing.slice(0, 2);
  return speak(whyHeadlines.drops, language, { losses, more: losing.length - losses.length });
}

function speak<Facts>(sentence: Sentence<Facts>, language: Language, facts: Facts): string {
  return say(sentence as Sentence<never>, language, facts);
}
