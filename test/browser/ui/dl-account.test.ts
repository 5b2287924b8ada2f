import { expect, test } from 'vitest';
import { formatScore } from '../../../src/core/text/format.ts';
import type { Selection } from '../../../src/core/labels/selection.ts';
import '../../../src/ui/case/dl-account.ts';
import '../../../src/ui/case/dl-pattern-strip.ts';
import { drawn, heard, inside, labelCase, nestedCase, show } from './sample-case.ts';

const LABEL_2 = { kind: 'label', value: 2 } as const;
const textOf = (element: HTMLElement) => element.shadowRoot!.textContent!.replace(/\s+/g, ' ');

test('an account divides its figures and names the region that scores better', async () => {
  const result = nestedCase();
  const account = await show('dl-account', { result, structure: LABEL_2, why: '#/why' }, [372, 420]);
  const [, region] = result.regionScores;
  const [, label] = result.labelScores;
  expect(inside(account, '.value').textContent!.trim()).toBe(formatScore(label.dice, 4));
  expect(textOf(account)).toContain(`scores ${formatScore(region.dice)}: ${region.fp + region.fn} errors`);
  expect(textOf(account)).toContain(`this label ${label.fp + label.fn} over`);
  expect(inside(account, 'a').getAttribute('href')).toBe('#/why');
});

test('the eye of a term and a cell of its make-up choose their voxels', async () => {
  const account = await show('dl-account', { result: nestedCase(), structure: LABEL_2 }, [372, 420]);
  const chosen = heard<Selection>(account, 'selection-change');
  const closed = heard(account, 'account-close');
  inside(account, '.fn .eye').click();
  inside(account, '.fp button.share').click();
  inside(account, 'header .icon-button').click();
  expect(chosen[0]).toEqual({ kind: 'structure', structure: LABEL_2, part: 'fn', raw: false });
  expect(chosen[1]).toMatchObject({ kind: 'cell', predicted: 2 });
  expect(closed).toHaveLength(1);
});

test('precision has its own fraction', async () => {
  const result = nestedCase();
  const account = await show('dl-account', { result, structure: LABEL_2 }, [372, 420]);
  inside(inside(account, 'dl-segmented'), 'wa-radio[value=precision]').click();
  await drawn(account);
  expect(inside(account, '.value').textContent!.trim()).toBe(formatScore(result.labelScores[1].precision, 4));
  expect(inside(account, '.names').textContent).toContain('TP + FP');
});

test('an absent label is explained in words, without NaN in the fraction', async () => {
  const structure = { kind: 'label', value: 1 } as const;
  const account = await show('dl-account', { result: labelCase(2), structure }, [372, 420]);
  expect(inside(account, '.formula').textContent).not.toContain('NaN');
  expect(inside(account, '.sentence').textContent).toContain('this label is in neither map');
});

test('patterns stand under kept or changed, are chosen by a click, and have a table form', async () => {
  const result = nestedCase();
  const strip = await show('dl-pattern-strip', { result });
  const chosen = heard<Selection>(strip, 'selection-change');
  const changed = result.patterns!.filter(({ gained }) => gained.length > 0);
  expect(strip.shadowRoot!.querySelectorAll('.changed li')).toHaveLength(changed.length);
  inside(strip, '.changed button').click();
  expect(chosen).toEqual([{ kind: 'pattern', pattern: changed[0].pattern }]);
  inside(inside(strip, 'dl-segmented'), 'wa-radio[value=table]').click();
  await drawn(strip);
  const rows = inside(strip, 'dl-pattern-table').shadowRoot!.querySelectorAll('tbody tr');
  expect(rows).toHaveLength(result.patterns!.filter(({ pattern }) => pattern !== 0).length);
});
