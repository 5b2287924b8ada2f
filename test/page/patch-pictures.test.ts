import { AxeBuilder } from '@axe-core/playwright';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openApp, type App } from './app.ts';
import { settled } from './case-page.ts';
import { simulated } from './pseudo-dice-page.ts';

const LINK = '/#/pseudo-dice?patch=40,48,36&batch=2&iterations=10&epochs=30&forced=0.33&seed=5&epoch=3';

let app: App;
beforeAll(async () => {
  app = await openApp({ path: LINK });
  app.page.setDefaultTimeout(20_000);
  await simulated(app.page);
  await app.page.locator('dl-patch-slice rect.edge').first().waitFor();
});
afterAll(async () => {
  const errors = app?.consoleErrors ?? [];
  await app?.close();
  expect(errors).toEqual([]);
});

const viewer = () => app.page.locator('dl-patch-viewer');
const title = () => viewer().locator('dl-patch-slice .title').innerText();
const rows = () => viewer().locator('dl-patch-list tbody tr');

test('every patch of the epoch stands in the list; those that meet the slice are drawn', async () => {
  expect(await rows().count()).toBe(20); // one case, 10 iterations of 2
  expect(await rows().filter({ hasNotText: 'random' }).count()).toBe(10);
  const meeting = await rows().filter({ hasText: 'meets' }).count();
  const drawn = viewer().locator('dl-patch-slice .view').locator('rect.forced, rect.random');
  expect(await drawn.count()).toBe(meeting);
  expect(await viewer().locator('.head').innerText()).toContain(`20 of 20 here, ${meeting} meet the slice`);
});

test('a patch that is chosen moves the slice to its middle and stands in the link', async () => {
  const row = rows().filter({ hasText: 'random' }).first();
  const start = (await row.locator('td').nth(1).innerText()).replaceAll('−', '-').split(', ').map(Number);
  await row.locator('button').click();
  await expect.poll(title).toContain(`z ${start[2] + 18}`);
  expect(await viewer().locator('dl-patch-slice rect.chosen').count()).toBe(1);
  await expect.poll(() => app.page.url()).toMatch(/drawn=\d+/);
});

test('planes, the ground of one epoch and the next epoch', async () => {
  await viewer().getByRole('radio', { name: 'Coronal' }).click();
  await expect.poll(title).toMatch(/^Coronal y/);
  await viewer().getByRole('radio', { name: 'Epoch' }).click();
  await expect.poll(() => viewer().locator('dl-patch-slice ul').innerText()).toContain('times in this epoch');
  await viewer().getByRole('button', { name: 'Next epoch' }).click();
  await expect.poll(() => viewer().locator('h2').first().innerText()).toBe('Patches of epoch 4');
  await settled(app.page);
  expect(await rows().count()).toBe(20);
});

test('the sliding window is read where it is opened: tiles, passes, bytes', async () => {
  const { page } = app;
  await page.locator('summary', { hasText: 'Sliding window' }).click();
  const sliding = page.locator('dl-sliding-window');
  await sliding.locator('rect.tile').first().waitFor();
  const tiles = async () =>
    Number(/^(\d+) tiles/.exec(await sliding.locator('.note').first().innerText())?.[1]);
  const before = await tiles();
  expect(await sliding.locator('dl').innerText()).toContain(`${before} tiles × 8 mirrored ways`);
  await sliding.getByLabel('Step, share of a tile').fill('1');
  await sliding.getByLabel('Step, share of a tile').press('Tab');
  await expect.poll(tiles).toBeLessThan(before);
  await sliding.getByRole('radio', { name: 'Weights' }).click();
  await expect.poll(() => sliding.locator('dl-patch-slice ul').innerText()).toContain('sum of weights');
  await settled(page);
});

test.each(['dark', 'light'])(
  'nothing serious for those who cannot see it, in the %s theme',
  async (theme) => {
    const { page } = app;
    const toggle = page.getByRole('button', { name: /theme/i });
    if ((await page.locator('html').getAttribute('data-theme')) !== theme) await toggle.click();
    const { violations } = await new AxeBuilder({ page }).disableRules('label-title-only').analyze();
    const serious = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
    expect(serious.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`))).toEqual([]);
  },
);

test('the place on view opens on the case page, and the way back is the browser’s', async () => {
  const { page } = app;
  await viewer().getByRole('button', { name: 'Open in viewer' }).click();
  await expect.poll(() => page.url()).toMatch(/#\/case\?at=\d+,\d+,\d+/);
  await settled(page);
  const at = /at=(\d+),(\d+),(\d+)/.exec(page.url())!;
  await expect
    .poll(() => page.locator('dl-slice .title').allInnerTexts())
    .toContainEqual(expect.stringContaining(`y ${at[2]}`));
  await page.goBack();
  await page.locator('dl-patch-viewer').waitFor();
  await settled(page);
});
