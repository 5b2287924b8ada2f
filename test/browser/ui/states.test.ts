import { expect, test } from 'vitest';
import { DiceLensError } from '../../../src/core/errors.ts';
import '../../../src/ui/controls/dl-error.ts';
import '../../../src/ui/controls/dl-progress.ts';
import '../../../src/ui/controls/dl-toast.ts';
import '../../../src/ui/case/dl-warnings.ts';
import { splitLead } from '../../../src/ui/controls/lead.ts';
import { drawn, heard, inside, show } from './sample-case.ts';

test('an error is an alert with the whole sentence, and can be dismissed', async () => {
  const error = new DiceLensError('fileMissing', { file: 'prediction.nii.gz' });
  const element = await show('dl-error', { error });
  const dismissed = heard(element, 'error-dismiss');
  expect(inside(element, '[role=alert] p').textContent).toBe(error.message);
  inside(element, '.icon-button').click();
  expect(dismissed).toHaveLength(1);
  element.error = null;
  await drawn(element);
  expect(element.shadowRoot!.querySelector('[role=alert]')).toBeNull();
});

test('what is no DiceLensError is shown as a bug with its report', async () => {
  const element = await show('dl-error', { error: new TypeError('x is not a function') });
  expect(inside(element, 'p').textContent).toContain('x is not a function');
  expect(inside(element, '.link').textContent!.trim()).toBe('Copy report');
});

test('several warnings show the first and how many more, and all of them at a click', async () => {
  const warning = (label: number) =>
    ({ code: 'label-not-in-dataset', facts: { label, where: 'prediction.nii.gz', voxels: 3 } }) as const;
  const element = await show('dl-warnings', { warnings: [warning(7), warning(8), warning(9)] });
  const count = () => element.shadowRoot!.querySelectorAll('li').length;
  expect(count()).toBe(1);
  expect(inside(element, '.link').textContent!.trim()).toBe('2 more');
  inside(element, '.link').click();
  await drawn(element);
  expect(count()).toBe(3);
});

test('progress says which file and how much, and can be cancelled', async () => {
  const element = await show('dl-progress', { file: 'a.nii.gz', done: 5_100_000, total: 8_400_000 });
  const cancelled = heard(element, 'progress-cancel');
  expect(element.shadowRoot!.textContent!.replace(/\s+/g, ' ')).toContain('5.1 of 8.4 MB');
  expect(inside(element, '[role=progressbar]').getAttribute('aria-valuenow')).toBe('61');
  inside(element, 'button').click();
  expect(cancelled).toHaveLength(1);
});

test('a toast offers Undo', async () => {
  const element = await show('dl-toast', { text: 'The prediction was replaced', undo: true });
  const undone = heard(element, 'toast-undo');
  inside(element, 'button').click();
  expect(undone).toHaveLength(1);
});

test.each([
  ['a.nii.gz is empty: expected data.', 'a.nii.gz is empty:', ' expected data.'],
  ['Spacing 1.0 differs; compared all the same.', 'Spacing 1.0 differs;', ' compared all the same.'],
  ['文件为空：应有数据。', '文件为空：', '应有数据。'],
  ['No clause at all', 'No clause at all', ''],
])('the lead of "%s" is "%s"', (sentence, lead, rest) => {
  expect(splitLead(sentence)).toEqual([lead, rest]);
});
