import { DEFINITIONS, type DefinitionKey } from '../../core/counts/definitions.ts';
import { LESSONS } from '../../core/learn/lessons.ts';
import type { CommandGroup } from '../../core/messages/commands.ts';
import { say } from '../../core/messages/say.ts';
import type { Sentence } from '../../core/messages/sentence.ts';
import { exportWords, shellWords } from '../../core/messages/shell.ts';
import type { StructureRef } from '../../core/labels/selection.ts';
import type { App } from '../app.ts';
import { exportCase } from '../case/export-case.ts';
import { openDemo } from '../case/fetch-files.ts';
import { chooseCase } from '../case/open-case.ts';
import { choose } from '../case/view-case.ts';
import { PAGES, type Page } from '../link.ts';
import { setLanguage, setTheme } from '../settings.ts';

/** Something that can be done or gone to, by name. */
export interface Command {
  readonly id: string;
  readonly group: CommandGroup;
  readonly name: string;
  /** Of a term its definition; '' of all else. */
  readonly detail: string;
  readonly run: () => unknown;
}

/** Where a metric is accounted for; those not named here are on the page Why. */
const PAGE_OF: Partial<Record<DefinitionKey, Page>> = {
  dice: 'case',
  iou: 'case',
  precision: 'case',
  recall: 'case',
  'mean-dice': 'cohort',
  'pooled-dice': 'cohort',
  'pseudo-dice': 'pseudo-dice',
  ema: 'pseudo-dice',
};

/** Everything that can be done now, in the language on screen: pages, structures, cases, actions, lessons, terms. */
export function commandsOf(app: App): readonly Command[] {
  const { language } = app.store.state;
  const inWords = (sentence: Sentence) => say(sentence, language);
  return [
    ...PAGES.map((page) => ({
      id: `page-${page}`,
      group: 'page' as const,
      name: inWords(shellWords[page]),
      detail: '',
      run: () => goTo(page),
    })),
    ...actionsOf(app, inWords),
    ...structuresOf(app),
    ...casesOf(app),
    ...LESSONS.flatMap((lesson) =>
      lesson.sections.map((section) => ({
        id: `lesson-${lesson.id}-${section.id}`,
        group: 'lesson' as const,
        name: `${inWords(lesson.title)}: ${inWords(section.title)}`,
        detail: '',
        run: () => goTo('learn', `/${lesson.id}/${section.id}`),
      })),
    ),
    ...DEFINITIONS.map(({ key, name, formula, edgeCases }) => ({
      id: `term-${key}`,
      group: 'term' as const,
      name: inWords(name),
      detail: `${inWords(formula)} ${inWords(edgeCases)}`,
      run: () => goTo(PAGE_OF[key] ?? 'why'),
    })),
  ];
}

function goTo(page: Page, path = ''): void {
  location.hash = `#/${page}${path}`;
}

function actionsOf(app: App, inWords: (sentence: Sentence) => string): readonly Command[] {
  const { theme, language, opened } = app.store.state;
  const action = (id: string, sentence: Sentence, run: () => unknown): Command => ({
    id: `action-${id}`,
    group: 'action',
    name: inWords(sentence),
    detail: '',
    run,
  });
  const isDark = theme === 'dark';
  return [
    action('demo', shellWords.openDemo, () => {
      goTo('case');
      return openDemo(app);
    }),
    action('theme', isDark ? shellWords.toLight : shellWords.toDark, () =>
      setTheme(app, isDark ? 'light' : 'dark'),
    ),
    action('language', shellWords.languageTitle, () => setLanguage(app, language === 'en' ? 'zh-CN' : 'en')),
    ...(opened
      ? [
          action('json', exportWords.exportJson, () => exportCase(app, 'json')),
          action('csv', exportWords.exportCsv, () => exportCase(app, 'csv')),
        ]
      : []),
  ];
}

function structuresOf(app: App): readonly Command[] {
  const scheme = app.store.state.opened?.result.scheme;
  if (!scheme) return [];
  const structure = (id: string, name: string, ref: StructureRef): Command => ({
    id: `structure-${id}`,
    group: 'structure',
    name,
    detail: '',
    run: async () => {
      goTo('case');
      await choose(app, { kind: 'structure', structure: ref, part: 'all', raw: false });
    },
  });
  return [
    ...scheme.regions.map(({ name }, index) => structure(`region-${index}`, name, { kind: 'region', index })),
    ...scheme.labels.map(({ name, value }) =>
      structure(`label-${value}`, `${value} ${name}`, { kind: 'label', value }),
    ),
  ];
}

function casesOf(app: App): readonly Command[] {
  return app.store.state.cases.map(({ name, model }, index) => ({
    id: `case-${index}`,
    group: 'case',
    name: model ? `${name}, ${model}` : name,
    detail: '',
    run: async () => {
      goTo('case');
      await chooseCase(app, index);
    },
  }));
}
