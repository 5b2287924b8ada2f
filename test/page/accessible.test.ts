import { AxeBuilder } from '@axe-core/playwright';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openApp, type App } from './app.ts';
import { openFiles, settled } from './case-page.ts';
import { temporaryFolder } from './golden-files.ts';
import { slab, writeVolume } from './small-files.ts';

const folder = temporaryFolder();

/**
 * The rule left out does not see a label in the slot of a component: Chromium itself names the field by it, which
 * is tested apart.
 */
async function violations(app: App) {
  const { violations: found } = await new AxeBuilder({ page: app.page })
    .disableRules('label-title-only')
    .analyze();
  return found
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(
      ({ id, nodes }) =>
        `${id}: ${nodes
          .map(({ target, html }) => `${target.flat().join(' ')} ${html.slice(0, 120)}`)
          .slice(0, 4)
          .join(' | ')}`,
    );
}

describe.each(['dark', 'light'] as const)('the case page, %s', (theme) => {
  describe.each(['en', 'zh-CN'] as const)('in %s', (language) => {
    let app: App;
    beforeAll(async () => {
      app = await openApp();
      await app.page.evaluate(
        (settings) => localStorage.setItem('dicelens:settings', JSON.stringify(settings)),
        { language, theme },
      );
      await app.page.reload();
      await settled(app.page);
    });
    afterAll(() => app?.close());

    test('has no serious violation of the rules of accessibility', async () => {
      expect(await violations(app)).toEqual([]);
      const name = language === 'en' ? 'Structure shown' : '显示的结构';
      expect(await app.page.getByRole('combobox', { name }).count()).toBe(1);
    });

    test('nor with its panels open, an error, a question and the editor of regions', async () => {
      const { page } = app;
      await openFiles(
        page,
        writeVolume(folder, 'reference.nii.gz', slab(2, 8)),
        writeVolume(folder, 'prediction.nii.gz', slab(3, 8)),
      );
      await openFiles(page, writeVolume(folder, 'reference_2.nii.gz', slab(2, 8)));
      await page.locator('dl-score-tables button.quiet').click();
      await page.locator('dl-region-editor footer button').first().click();
      await settled(page);
      expect(await violations(app)).toEqual([]);
      await page.locator('#case-button').click();
      await page.locator('dl-files-panel').waitFor();
      expect(await violations(app)).toEqual([]);
      await page.keyboard.press('Escape');
      await page.locator('#help').click();
      expect(await violations(app)).toEqual([]);
    });
  });
});
