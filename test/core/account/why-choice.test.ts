import { expect, test } from 'vitest';
import { accountLabels } from '../../../src/core/account/account-labels.ts';
import {
  chosenPart,
  isSameChoice,
  naturalStep,
  suggestChoice,
} from '../../../src/core/account/why-choice.ts';
import { labelCase, nestedCase } from '../../browser/ui/sample-case.ts';

test('every part of an account stands for as many voxels as its cells hold', () => {
  const account = accountLabels(nestedCase());
  for (const { label, ladder, own } of account.labels) {
    ladder.forEach((step, at) => {
      const voxels = (part: 'region-errors' | 'label-errors' | 'added' | 'skipped') =>
        chosenPart(account, { kind: 'part', label, step: at, part })?.term;
      expect(voxels('region-errors')?.voxels).toBe(step.from.errors.voxels);
      expect(voxels('label-errors')?.voxels).toBe(step.to.errors.voxels);
      for (const part of ['region-errors', 'label-errors', 'added', 'skipped'] as const) {
        const term = voxels(part);
        expect(term?.cells.reduce((sum, cell) => sum + cell.voxels, 0)).toBe(term?.voxels);
      }
    });
    const sides = (['outer', 'inner', 'sibling'] as const).map(
      (part) => chosenPart(account, { kind: 'part', label, step: -1, part })?.term.voxels ?? 0,
    );
    expect(sides.reduce((sum, voxels) => sum + voxels, 0)).toBe(own.errors.voxels);
  }
});

test('what is suggested is the part of the label that drops most, or the worst label without regions', () => {
  const account = accountLabels(nestedCase());
  const most = [...account.labels].sort(
    (a, b) => (naturalStep(b)?.drop ?? 0) - (naturalStep(a)?.drop ?? 0),
  )[0];
  expect(suggestChoice(account)).toMatchObject({ kind: 'part', label: most.label });

  const labels = accountLabels(labelCase(5));
  const worst = labels.labels
    .filter(({ own }) => own.errors.voxels > 0)
    .sort((a, b) => a.score.dice - b.score.dice)[0];
  expect(suggestChoice(labels)).toMatchObject({ label: worst.label, part: 'label-errors' });
  expect(suggestChoice({ ...labels, labels: [] })).toBeNull();
});

test('what the case does not have is chosen by nothing', () => {
  const account = accountLabels(nestedCase());
  expect(chosenPart(account, { kind: 'other', label: 99, other: 0 })).toBeNull();
  expect(chosenPart(account, { kind: 'other', label: 1, other: 99 })).toBeNull();
  expect(chosenPart(account, { kind: 'part', label: 1, step: 0, part: 'label-size' })).toBeNull();
  expect(isSameChoice(null, { kind: 'other', label: 1, other: 0 })).toBe(false);
});
