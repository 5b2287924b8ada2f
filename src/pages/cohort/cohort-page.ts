import { html } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { App } from '../../app/app.ts';
import type { AppState } from '../../app/state.ts';
import { DlElement } from '../../ui/controls/dl-element.ts';

/** Every case of two folders, evaluated. A stub: nothing is shown yet. */
@customElement('cohort-page')
export class CohortPage extends DlElement {
  @property({ attribute: false }) app!: App;
  @property({ attribute: false }) state!: AppState;

  protected override render() {
    return html``;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'cohort-page': CohortPage;
  }
}
