import { AxeBuilder } from '@axe-core/playwright';
import type { Locator } from 'playwright';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { answerOf, type Lesson } from '../../src/core/learn/lesson.ts';
import { solveFigure, type FigureNumbers } from '../../src/core/learn/figure-model.ts';
import { initialValues, type FigureValues } from '../../src/core/learn/figure-state.ts';
import { openApp, type App } from './app.ts';
import { settled } from './case-page.ts';

interface ShownFigure {
  readonly values: FigureValues;
  readonly numbers: FigureNumbers;
  readonly text: string;
}

/** What a lesson must keep, in a browser of its own: its sections, figures, links, answers, in both languages. */
export function checkLesson(lesson: Lesson): void {
  let app: App;
  beforeAll(async () => {
    app = await openApp({ gpu: false, path: `/#/learn/${lesson.id}` });
    app.page.setDefaultTimeout(20_000);
  });
  afterAll(() => app?.close());

  const visit = async (section: string, query = ''): Promise<Locator> => {
    await app.page.goto(`${app.address}/#/learn/${lesson.id}/${section}${query && `?${query}`}`);
    const { figure } = lesson.sections.find(({ id }) => id === section)!;
    const element = app.page.locator(`dl-fig-${figure!.name}`);
    await element.locator('svg:visible, [role=img]:visible').first().waitFor();
    await settled(app.page);
    return element;
  };

  const settings = async (theme: 'dark' | 'light', language: 'en' | 'zh-CN') => {
    await app.page.evaluate((chosen) => localStorage.setItem('dicelens:settings', JSON.stringify(chosen)), {
      theme,
      language,
    });
    await app.page.reload();
    await settled(app.page);
  };

  describe.each([
    ['dark', 'en'],
    ['light', 'zh-CN'],
    ['light', 'en'],
    ['dark', 'zh-CN'],
  ] as const)('%s, %s', (theme, language) => {
    test('every section opens without an error and breaks no serious rule of accessibility', async () => {
      await settings(theme, language);
      for (const section of lesson.sections) {
        await visit(section.id);
        const heading = app.page.getByRole('heading', { level: 1, name: section.title[language]() });
        expect(await heading.count()).toBe(1);
        expect(await violations(app)).toEqual([]);
      }
      expect(app.consoleErrors).toEqual([]);
    });

    test('the answers are those that the figures compute', async () => {
      await visit(lesson.sections.at(-1)!.id);
      for (const [i, question] of lesson.questions.entries()) {
        const asked = app.page.locator('.questions .question').nth(i);
        await asked.locator('summary').click(); // an answer is computed when it is asked for
        const answer = flat(answerOf(question, language).replaceAll('**', ''));
        await expect.poll(async () => flat((await asked.textContent()) ?? '')).toContain(answer);
      }
    });
  });

  test.each(lesson.sections.map((section) => [section.figure!.name, section] as const))(
    '%s: every control changes numbers and text, the numbers are the core’s, the link restores them',
    async (_, section) => {
      const model = section.figure!;
      for (const [i, parameter] of model.parameters.entries()) {
        const element = await visit(section.id);
        const before = await shown(element);
        expect(before.values).toEqual(initialValues(model.parameters));
        expectSame(before.numbers, solveFigure(model, before.values).numbers);
        const control = element.locator('dl-figure-control').nth(i);
        if (parameter.choices) await control.locator('wa-radio').last().click();
        else await control.locator('input').press(parameter.initial === parameter.max ? 'Home' : 'End');
        await expect
          .poll(async () => (await shown(element)).values[parameter.name])
          .not.toBe(parameter.initial);
        const after = await shown(element);
        expectSame(after.numbers, solveFigure(model, after.values).numbers);
        expect(after.numbers).not.toEqual(before.numbers);
        expect(after.text).not.toBe(before.text);
        await expect.poll(() => app.page.url()).toContain(`${parameter.name}=`);
        await app.page.reload();
        await element.locator('svg:visible, [role=img]:visible').first().waitFor();
        await settled(app.page);
        expect(await shown(element)).toEqual(after);
        await visit(lesson.sections[section === lesson.sections[0] ? 1 : 0].id); // so that the next visit starts anew
      }
    },
  );

  test('no section is wider than a screen of 400 pixels', async () => {
    await app.page.setViewportSize({ width: 400, height: 800 });
    for (const section of lesson.sections) {
      const element = await visit(section.id);
      const excess = await element.evaluate((figure) => {
        const right = figure.getBoundingClientRect().right;
        const parts = [...figure.shadowRoot!.querySelectorAll('svg, table, .row')];
        return Math.max(...parts.map((part) => part.getBoundingClientRect().right)) - right;
      });
      expect(excess).toBeLessThanOrEqual(1);
    }
    await app.page.setViewportSize({ width: 1280, height: 720 });
  });
}

function shown(element: Locator): Promise<ShownFigure> {
  return element.evaluate((figure) => {
    const { allValues, numbers } = figure as unknown as { allValues: FigureValues; numbers: FigureNumbers };
    const text =
      figure.shadowRoot!.textContent +
      [...figure.shadowRoot!.querySelectorAll('path, circle, rect')]
        .map((part) => ['d', 'cx', 'cy', 'x', 'width'].map((name) => part.getAttribute(name)).join())
        .join();
    return { values: allValues, numbers, text };
  });
}

/** Powers and exponentials of two versions of V8 may differ in the last digit; counts are exact. */
function expectSame(found: FigureNumbers, expected: FigureNumbers): void {
  expect(Object.keys(found)).toEqual(Object.keys(expected));
  for (const [name, value] of Object.entries(expected)) {
    const isSame = Object.is(found[name], value) || Math.abs(found[name] - value) <= 1e-12 * Math.abs(value);
    expect(isSame, `${name}: ${found[name]} for ${value}`).toBe(true);
  }
}

const flat = (text: string) => text.replace(/\s+/g, '');

/** What is serious or critical, with the elements. */
async function violations({ page }: App): Promise<string[]> {
  await page.evaluate(() => Promise.allSettled(document.getAnimations().map(({ finished }) => finished)));
  const { violations: found } = await new AxeBuilder({ page }).disableRules('label-title-only').analyze();
  return found
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) => nodes.map(({ target, html }) => `${id}: ${target.flat().join(' ')} ${html}`));
}
