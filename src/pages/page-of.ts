import { html, nothing, type TemplateResult } from 'lit';
import type { App } from '../app/app.ts';
import type { Page } from '../app/link.ts';
import type { AppState } from '../app/state.ts';
import './case/case-page.ts';

type Draw = (app: App, state: AppState) => TemplateResult;

interface PageElement {
  /** Each page but the first comes when it is first asked for. */
  readonly load: (() => Promise<unknown>) | null;
  readonly draw: Draw;
}

const ELEMENTS: Readonly<Record<Page, PageElement>> = {
  start: {
    load: () => import('./start/start-page.ts'),
    draw: (app, state) => html`<start-page .app=${app} .state=${state}></start-page>`,
  },
  case: {
    load: null,
    draw: (app, state) => html`<case-page .app=${app} .state=${state}></case-page>`,
  },
  reconstruction: {
    load: () => import('./reconstruction/reconstruction-page.ts'),
    draw: (app, state) => html`<reconstruction-page .app=${app} .state=${state}></reconstruction-page>`,
  },
  why: {
    load: () => import('./why/why-page.ts'),
    draw: (app, state) => html`<why-page .app=${app} .state=${state}></why-page>`,
  },
  'pseudo-dice': {
    load: () => import('./pseudo-dice/pseudo-dice-page.ts'),
    draw: (app, state) => html`<pseudo-dice-page .app=${app} .state=${state}></pseudo-dice-page>`,
  },
  runs: {
    load: () => import('./runs/runs-page.ts'),
    draw: (app, state) => html`<runs-page .app=${app} .state=${state}></runs-page>`,
  },
  cohort: {
    load: () => import('./cohort/cohort-page.ts'),
    draw: (app, state) => html`<cohort-page .app=${app} .state=${state}></cohort-page>`,
  },
  learn: {
    load: () => import('./learn/learn-page.ts'),
    draw: (app, state) => html`<learn-page .app=${app} .state=${state}></learn-page>`,
  },
};

/** The page on screen; nothing until its code is there, then `redraw` is called. */
export function pageOf(app: App, state: AppState, redraw: () => void): TemplateResult | typeof nothing {
  const { load, draw } = ELEMENTS[state.page];
  if (load && !customElements.get(`${state.page}-page`)) {
    void load().then(redraw);
    return nothing;
  }
  return draw(app, state);
}

/** Whether the page stands without bar and footer: a lesson on a wall or on paper, or a figure in another page. */
export function fillsWindow({ page, places }: AppState): boolean {
  return page === 'learn' && /^(figure|present|handout)\//.test(places.learn?.path ?? '');
}
