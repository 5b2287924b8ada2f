import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { openApp, type App } from './app.ts';
import { alerts, exportCase, openFiles, readTables, settled } from './case-page.ts';
import { temporaryFolder } from './golden-files.ts';
import { slab, writeDataset, writeVolume } from './small-files.ts';

const top = temporaryFolder();
function folder(name: string): string {
  const path = join(top, name);
  mkdirSync(path, { recursive: true });
  return path;
}

const reference = writeVolume(top, 'reference.nii.gz', slab(2, 8));
const prediction = writeVolume(top, 'prediction.nii.gz', slab(4, 8));
const dataset = writeDataset(top, { background: 0, liver: 1, tumour: 2 });

describe('files that join', () => {
  let app: App;
  beforeAll(async () => {
    app = await openApp();
    app.page.setDefaultTimeout(15_000);
    await settled(app.page);
  });
  afterAll(() => app?.close());

  /** The demo, as at the first visit. */
  beforeEach(async () => {
    const demo = app.page.getByRole('button', { name: 'Open the demo' });
    if (!(await demo.isVisible())) return;
    await demo.click();
    await settled(app.page);
  });

  const question = () => app.page.getByRole('alertdialog');
  const answer = async (name: string | RegExp) => {
    await question().getByRole('button', { name }).click();
    await settled(app.page);
  };
  const caseButton = () => app.page.locator('#case-button');
  /** The list of cases and files, opened. */
  async function filesPanel() {
    const panel = app.page.locator('dl-files-panel');
    if (!(await panel.isVisible())) await caseButton().click();
    await panel.waitFor();
    return panel;
  }
  async function setRole(file: string, role: string): Promise<void> {
    const panel = await filesPanel();
    await panel.locator('.file').filter({ hasText: file }).first().getByRole('combobox').click();
    await app.page.locator('wa-option:visible').filter({ hasText: role }).first().click();
    await settled(app.page);
    await app.page.keyboard.press('Escape');
  }
  const label = async (name: string) =>
    (await readTables(app.page)).label.find((score) => score.name === name);

  test('the first own file takes the place of the demo, and says what is missing', async () => {
    const { page } = app;
    expect(await caseButton().innerText()).toContain('Demo case');
    await openFiles(page, reference);
    const words = await page.locator('empty-case section').innerText();
    expect(words).toMatch(/Still missing: Prediction/);
    expect(words).toContain('reference.nii.gz');
    expect(await caseButton().innerText()).toContain('No case');
    await openFiles(page, prediction);
    expect((await readTables(page)).label).toMatchObject([
      { name: 'label 1', tp: '320', fp: '0', fn: '160' },
    ]);
    await page.getByRole('button', { name: 'Open the demo' }).click();
    await settled(page);
    expect(await caseButton().innerText()).toContain('Demo case');
  });

  test('without dataset.json the labels are the values found; dropped later it joins, and the place stays', async () => {
    const { page } = app;
    await openFiles(page, reference, prediction);
    expect(Object.keys((await exportCase(page)).labels)).toEqual(['1']);
    await page.getByRole('application').first().press('Home');
    await settled(page);
    await openFiles(page, dataset);
    expect(await question().count()).toBe(0);
    expect(await label('liver')).toMatchObject({ tp: '320', fn: '160' });
    expect(await label('tumour')).toMatchObject({ dice: 'absent' });
    await expect.poll(() => page.url()).toMatch(/at=\d+,\d+,0&/);
  });

  test('a second reference asks; it is replaced, and that can be undone', async () => {
    const { page } = app;
    await openFiles(page, reference, prediction, dataset);
    const other = writeVolume(folder('other'), 'reference_new.nii.gz', slab(2, 6));
    await openFiles(page, other);
    expect(await question().innerText()).toMatch(/reference_new\.nii\.gz.*reference\.nii\.gz/s);
    expect(await label('liver')).toMatchObject({ tp: '320', fn: '160' });
    await answer('Replace reference.nii.gz');
    expect(await label('liver')).toMatchObject({ tp: '160', fp: '160', fn: '160' });
    await page.getByRole('button', { name: 'Undo' }).click();
    await settled(page);
    expect(await label('liver')).toMatchObject({ tp: '320', fp: '0', fn: '160' });
    const panel = await filesPanel();
    expect(await panel.innerText()).not.toContain('reference_new');
  });

  test('several files whose roles are filled are asked about in turn', async () => {
    const { page } = app;
    await openFiles(page, reference, prediction, dataset);
    const other = folder('two');
    const names = writeDataset(other, { background: 0, spleen: 1 });
    await openFiles(page, names, writeVolume(other, 'my_pred.nii.gz', slab(2, 8)));
    const first = await question().innerText();
    await answer(/^Replace/);
    expect(await question().innerText()).not.toBe(first);
    await answer(/^Replace/);
    expect(await question().count()).toBe(0);
    expect(await label('spleen')).toMatchObject({ tp: '480', fp: '0', fn: '0' });
    await page.getByRole('button', { name: 'Undo' }).click();
    await settled(page);
    expect(await label('liver')).toMatchObject({ tp: '320', fp: '0', fn: '160' });
  });

  test('a second prediction is a second model of the same case', async () => {
    const { page } = app;
    const other = writeVolume(folder('model'), 'prediction_b.nii.gz', slab(2, 7));
    await openFiles(page, reference, prediction, dataset, other);
    expect(await label('liver')).toMatchObject({ tp: '320', fn: '160' });
    const cases = (await filesPanel()).locator('.case');
    expect(await cases.allInnerTexts()).toEqual([
      expect.stringContaining('prediction.nii.gz'),
      expect.stringContaining('prediction_b.nii.gz'),
    ]);
    await cases.nth(1).click();
    await settled(page);
    expect(await label('liver')).toMatchObject({ tp: '400', fp: '0', fn: '80' });
  });

  test('files of the same name from two drops: the user says which is which', async () => {
    const { page } = app;
    const truth = writeVolume(folder('a'), 'case_007.nii.gz', slab(2, 8));
    const guess = writeVolume(folder('b'), 'case_007.nii.gz', slab(2, 5));
    await openFiles(page, truth);
    await openFiles(page, guess);
    expect(await question().innerText()).toContain('case_007');
    await answer(/opened first/);
    expect(await label('label 1')).toMatchObject({ tp: '240', fp: '0', fn: '240' });
    expect(await caseButton().innerText()).toContain('case_007');

    const next = writeVolume(folder('a'), 'case_008.nii.gz', slab(2, 8));
    await openFiles(page, next);
    expect(await question().innerText()).toContain('case_008.nii.gz');
    expect(await label('label 1')).toMatchObject({ tp: '240' });
    await answer('Begin a new case with it');
    expect(await page.locator('empty-case section').innerText()).toContain('case_008.nii.gz');
    await openFiles(page, writeVolume(folder('b'), 'case_008.nii.gz', slab(3, 8)));
    await answer(/opened second/);
    expect(await label('label 1')).toMatchObject({ tp: '400', fp: '80', fn: '0' });
  });

  test('a volume whose name tells nothing is asked about beside an open case', async () => {
    const { page } = app;
    await openFiles(page, reference, prediction, dataset);
    const other = writeVolume(folder('unknown'), 'output.nii.gz', slab(2, 7));
    await openFiles(page, other);
    expect(await question().innerText()).toContain('Nothing in the name of output.nii.gz');
    await answer('It is the prediction');
    await answer('Replace prediction.nii.gz');
    expect(await label('liver')).toMatchObject({ tp: '400', fn: '80' });
    await openFiles(page, other);
    await answer('Leave it out');
    expect(await question().count()).toBe(0);
    expect(await label('liver')).toMatchObject({ tp: '400', fn: '80' });
  });

  test('several pairs give a list of cases that can be switched', async () => {
    const { page } = app;
    const pairs = folder('pairs');
    const files = [1, 2, 3].flatMap((i) => [
      writeVolume(pairs, `liver_${i}_gt.nii.gz`, slab(2, 8)),
      writeVolume(pairs, `liver_${i}_pred.nii.gz`, slab(2, 8 - i)),
    ]);
    await openFiles(page, ...files, dataset);
    const cases = (await filesPanel()).locator('.case');
    expect(await cases.allInnerTexts()).toEqual(['liver_1', 'liver_2', 'liver_3']);
    for (const i of [2, 0, 1]) {
      await (await filesPanel()).locator('.case').nth(i).click();
      await settled(page);
      expect(await caseButton().innerText()).toContain(`liver_${i + 1}`);
      expect(await label('liver')).toMatchObject({ tp: String(80 * (5 - i)), fn: String(80 * (i + 1)) });
      expect(await cases.nth(i).getAttribute('aria-current')).toBe('true');
    }
  });

  test('a role is corrected by hand, the other way round, and back by Undo', async () => {
    const { page } = app;
    const wrong = folder('wrong');
    await openFiles(
      page,
      writeVolume(wrong, 'reference.nii.gz', slab(2, 8)),
      writeVolume(wrong, 'output.nii.gz', slab(2, 5)),
      dataset,
    );
    expect(await page.locator('empty-case section').innerText()).toMatch(/Still missing: Prediction/);
    await setRole('output.nii.gz', 'Prediction');
    expect(await label('liver')).toMatchObject({ tp: '240', fp: '0', fn: '240' });
    await setRole('reference.nii.gz', 'Not used');
    expect(await page.locator('empty-case section').innerText()).toMatch(/Still missing: Reference/);
    await page.getByRole('button', { name: 'Undo' }).click();
    await settled(page);
    expect(await label('liver')).toMatchObject({ tp: '240', fp: '0', fn: '240' });
    expect(await alerts(page)).toEqual([]);
  });

  test('a file that is taken out comes back by Undo', async () => {
    const { page } = app;
    await openFiles(page, reference, prediction, dataset);
    const panel = await filesPanel();
    await panel.getByRole('button', { name: 'Take out dataset.json' }).click();
    await settled(page);
    expect(await label('label 1')).toMatchObject({ tp: '320' });
    await page.getByRole('button', { name: 'Undo' }).click();
    await settled(page);
    expect(await label('liver')).toMatchObject({ tp: '320' });
  });

  test('files dropped on the page are opened', async () => {
    const { page } = app;
    const transfer = await page.evaluateHandle(() => {
      const list = new DataTransfer();
      list.items.add(new File(['{"labels":{"background":0,"liver":1}}'], 'dataset.json'));
      return list;
    });
    await page.locator('dl-app').dispatchEvent('dragover', { dataTransfer: transfer });
    await expect.poll(() => page.locator('.dropping').count()).toBe(1);
    await page.locator('dl-app').dispatchEvent('drop', { dataTransfer: transfer });
    await expect.poll(() => page.locator('empty-case section').innerText()).toContain('dataset.json');
    expect(await page.locator('.dropping').count()).toBe(0);
    await openFiles(page, reference, prediction);
    expect(await label('liver')).toMatchObject({ tp: '320', fn: '160' });
  });
});
