import { accountLabels, type CaseAccount } from '../account/account-labels.ts';
import type { AccountStep } from '../account/account-step.ts';
import type { CaseResult } from '../case/case-result.ts';
import { regionsWords as words } from '../messages/learn-regions.ts';
import { edgeOf, middleSlice, nestedBalls } from './ball-phantom.ts';
import type { FigureModel } from './figure-model.ts';
import { evaluatePhantom, nestedScheme } from './nested-case.ts';

const OUTER_MM = 20;
const EDGE = edgeOf(OUTER_MM + 3);
const SCHEME = nestedScheme(2);

/** A ball with a core, and the account of the shell that the label is. */
export interface InnerBorders {
  readonly edge: number;
  readonly reference: Uint8Array;
  readonly predicted: Uint8Array;
  readonly result: CaseResult;
  readonly account: CaseAccount;
  /** From the region, ball and core, to its label, the shell. */
  readonly step: AccountStep;
}

/** The drop from a region to its label, taken apart where the region holds another one (SPEC 4). */
export const INNER_BORDERS: FigureModel<InnerBorders> = {
  name: 'inner-borders',
  parameters: [
    { name: 'core', min: 4, max: 18, step: 1, initial: 14, label: words.coreRadius, value: words.mm0 },
    { name: 'outer', min: -2, max: 3, step: 0.5, initial: 1, label: words.outerError, value: words.mmSigned },
    { name: 'inner', min: -3, max: 3, step: 0.5, initial: 1, label: words.innerError, value: words.mmSigned },
  ],
  pairs: ({ core, outer, inner }) => [
    {
      rows: 3,
      columns: 3,
      reference: nestedBalls(EDGE, [OUTER_MM, core]),
      predicted: nestedInside(OUTER_MM + outer, core + inner),
    },
  ],
  result: (_, [counts], [{ reference, predicted }]) => {
    const result = evaluatePhantom(SCHEME, counts, 'labels');
    const account = accountLabels(result);
    return {
      edge: EDGE,
      reference: middleSlice(reference, EDGE),
      predicted: middleSlice(predicted, EDGE),
      result,
      account,
      step: account.labels[0].ladder.at(-1)!,
    };
  },
  numbers: ({ step }) => ({
    region: step.from.score.dice,
    label: step.to.score.dice,
    drop: step.drop,
    volume: step.volume,
    inner: step.inner,
    spared: step.spared,
    weight: step.weight,
    regionErrors: step.from.errors.voxels,
    labelErrors: step.to.errors.voxels,
    added: step.added.voxels,
    skipped: step.skipped.voxels,
  }),
};

/** A core that would reach beyond its ball ends at it. */
function nestedInside(outer: number, core: number): Uint8Array {
  return nestedBalls(EDGE, [outer, Math.min(outer, core)]);
}
