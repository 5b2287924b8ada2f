import { html, nothing, type TemplateResult } from 'lit';
import type { App } from '../app/app.ts';
import type { Page } from '../app/link.ts';
import type { AppState } from '../app/state.ts';
import './case/case-page.ts';

/** Each page but the first comes when it is first asked for. */
const LOADERS: Readonly<Record<Page, (() => Promise<unknown>) | null>> = {
  case: null,
  reconstruction: () => import('./reconstruction/reconstruction-page.ts'),
  why: () => import('./why/why-page.ts'),
  runs: () => import('./runs/runs-page.ts'),
};

/** The page on screen; nothing until its code is there, then `redraw` is called. */
export function pageOf(app: App, state: AppState, redraw: () => void): TemplateResult | typeof nothing {
  const load = LOADERS[state.page];
  if (load && !customElements.get(`${state.page}-page`)) {
    void load().then(redraw);
    return nothing;
  }
  switch (state.page) {
    case 'case':
      return html`<case-page .app=${app} .state=${state}></case-page>`;
    case 'reconstruction':
      return html`<reconstruction-page .app=${app} .state=${state}></reconstruction-page>`;
    case 'why':
      return html`<why-page .app=${app} .state=${state}></why-page>`;
    case 'runs':
      return html`<runs-page .app=${app} .state=${state}></runs-page>`;
  }
}
