import { html, type TemplateResult } from 'lit';
import { chosenRun } from '../app/runs/runs-view.ts';
import type { AppState } from '../app/state.ts';
import '../ui/controls/dl-footer.ts';
import { footerOf } from './footer-of.ts';

/** The footer of the page on screen; pages of their own have one of their own. */
export function footerFor(state: AppState): TemplateResult {
  const footer = footerOf(state);
  return state.page === 'pseudo-dice'
    ? html`<pseudo-dice-footer .pseudo=${state.pseudoDice}></pseudo-dice-footer>`
    : state.page === 'runs'
      ? html`<dl-run-footer .run=${state.runs && chosenRun(state.runs)}></dl-run-footer>`
      : state.page === 'cohort'
        ? html`<cohort-footer .cohort=${state.cohort}></cohort-footer>`
        : html`<dl-footer
            .result=${footer.result}
            .readout=${footer.readout}
            .requests=${state.requests}
            .imageName=${state.channel === null ? '' : (state.opened?.channels[state.channel] ?? '')}
          ></dl-footer>`;
}
