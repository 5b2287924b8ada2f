import { afterAll, beforeAll, expect, test } from 'vitest';
import { LESSONS } from '../../src/core/learn/lessons.ts';
import { openApp, type App } from './app.ts';
import { openFiles, settled } from './case-page.ts';
import { temporaryFolder } from './golden-files.ts';
import { slab, writeVolume } from './small-files.ts';

const folder = temporaryFolder();

let app: App;
beforeAll(async () => {
  app = await openApp({ gpu: false, path: '/#/learn' });
  app.page.setDefaultTimeout(20_000);
});
afterAll(() => app?.close());

async function visit(place: string): Promise<void> {
  await app.page.goto(`${app.address}/#/learn/${place}`);
  await app.page.locator('learn-page').waitFor();
  await settled(app.page);
}

test('without a place the first section of the first lesson is shown, all lessons beside it', async () => {
  const { page } = app;
  await settled(page);
  const [lesson] = LESSONS;
  expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe(lesson.sections[0].title.en());
  const links = page.locator('dl-lesson-outline a b');
  const titles = LESSONS.map(({ title }) => title.en());
  for (const title of titles) expect(await links.allTextContents()).toContain(title);
});

test('every lesson has sections with a figure each, two questions and a way to the own case', () => {
  for (const { id, sections, questions, tryIt } of LESSONS) {
    expect(sections.filter(({ figure }) => figure).length, id).toBeGreaterThanOrEqual(3);
    expect(questions.length, id).toBe(2);
    expect(tryIt.page, id).toBeTruthy();
    for (const { section } of questions) expect(sections.map((one) => one.id)).toContain(section);
  }
});

test('a value out of range is clamped and said; what is no lesson or section is said too', async () => {
  await visit('regions/same-error?radius=99&error=x');
  const notes = app.page.locator('lesson-figure .note');
  expect(await notes.allTextContents()).toEqual([
    expect.stringContaining(
      'The link asks for Radius 99, which this figure does not have; 25.0 mm is shown.',
    ),
    expect.stringContaining(
      'The link asks for Boundary error x, which this figure does not have; +1.00 mm is shown.',
    ),
  ]);
  await visit('regions/nowhere');
  expect(await app.page.locator('learn-page > .note, main .note').first().textContent()).toContain(
    '“nowhere”',
  );
});

test('a figure is counted again by the engine, and every number is the same', async () => {
  await visit('regions/same-error');
  await app.page.getByRole('button', { name: 'Measured here' }).click();
  const said = app.page.locator('lesson-figure .measured');
  await expect.poll(() => said.textContent()).toContain('are the same to the last digit');
  expect(await said.textContent()).toMatch(/voxels in 12 pairs of volumes counted again by the CPU engine/);
  await visit('pseudo-dice/ema-lag');
  await app.page.getByRole('button', { name: 'Measured here' }).click();
  await expect.poll(() => said.textContent()).toContain('this figure counts no voxel');
});

test('link and embed give the state; the embedded figure stands alone, without bar', async () => {
  const { page } = app;
  await visit('regions/same-error?radius=8');
  await page.getByRole('button', { name: 'Link to this state' }).click();
  const shared = page.locator('lesson-figure .shared input');
  expect(await shared.inputValue()).toMatch(/#\/learn\/regions\/same-error\?radius=8$/);
  await page.getByRole('button', { name: 'Embed' }).click();
  const [, source] = /src="([^"]+)"/.exec(await shared.inputValue())!;
  expect(source).toMatch(/#\/learn\/figure\/same-error\?radius=8$/);
  await page.goto(source);
  await page.locator('dl-fig-same-error svg').first().waitFor();
  expect(await page.locator('dl-app header').count()).toBe(0);
  expect(await page.locator('dl-figure-control input').first().inputValue()).toBe('8');
  await visit('figure/nothing');
  expect(await page.locator('learn-page .note').textContent()).toContain('There is no figure “nothing”');
});

test('a figure is an element that can be used by itself', async () => {
  await visit('regions/same-error');
  await app.page.locator('dl-fig-same-error svg').first().waitFor();
  const numbers = await app.page.evaluate(() => {
    const figure = document.createElement('dl-fig-same-error') as HTMLElement & {
      numbers: Record<string, number>;
    };
    figure.setAttribute('state', 'radius=10&error=2');
    document.body.append(figure);
    const found = figure.numbers;
    figure.remove();
    return found;
  });
  expect(numbers).toMatchObject({ radius: 10, error: 2 });
});

test('on a wall arrows go from section to section, a slider keeps its own; Escape leaves', async () => {
  const { page } = app;
  await visit('present/regions/trained-written');
  expect(await page.locator('dl-app header').count()).toBe(0);
  await page.keyboard.press('ArrowRight');
  await expect.poll(() => page.url()).toContain('present/regions/order-threshold');
  await page.locator('dl-figure-control input').press('ArrowRight');
  await expect.poll(() => page.url()).toContain('order-threshold?threshold=0.55');
  await page.locator('h1').click();
  await page.keyboard.press('ArrowLeft');
  await expect.poll(() => page.url()).toContain('present/regions/trained-written');
  await page.keyboard.press('Escape');
  await expect.poll(() => page.url()).toMatch(/#\/learn\/regions\/trained-written$/);
  expect(await page.locator('dl-app header').count()).toBe(1);
});

test('the handout has every section with its figure, and the answers; on paper it is light and whole', async () => {
  const { page } = app;
  const [lesson] = LESSONS;
  await visit(`handout/${lesson.id}`);
  await expect.poll(() => page.locator('lesson-figure svg').count()).toBeGreaterThan(lesson.sections.length);
  expect(await page.locator('lesson-section').count()).toBe(lesson.sections.length);
  expect(await page.locator('.answer').count()).toBe(2);
  await page.emulateMedia({ media: 'print' });
  const paper = await page.evaluate(() => ({
    ground: getComputedStyle(document.documentElement).getPropertyValue('--panel').trim(),
    height: document.documentElement.scrollHeight,
    clipped: getComputedStyle(document.body).overflow,
  }));
  expect(paper).toMatchObject({ ground: '#fff', clipped: 'visible' });
  expect(paper.height).toBeGreaterThan(lesson.sections.length * 400);
  expect(await page.locator('.bar button').isVisible()).toBe(false);
  await page.emulateMedia({ media: null });
});

test('a case without regions: the figure says what it lacks and offers the phantom', async () => {
  const { page } = app;
  await visit('regions/regions-pay');
  await page.locator('own-case li').first().waitFor();
  await openFiles(
    page,
    writeVolume(folder, 'reference.nii.gz', slab(2, 8)),
    writeVolume(folder, 'prediction.nii.gz', slab(3, 8)),
  );
  await visit('regions/regions-pay');
  expect(await page.locator('own-case p').textContent()).toContain('needs an open case that has regions');
  await visit('regions/same-error');
  await page.locator('lesson-figure .lacking button').click();
  await settled(page);
  expect(await page.locator('lesson-figure .lacking').count()).toBe(0);
  expect(await page.locator('dl-fig-same-error .link-line').count()).toBeGreaterThan(0);
  expect(app.consoleErrors).toEqual([]);
});
