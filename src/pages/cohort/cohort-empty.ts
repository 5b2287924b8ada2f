import { css, html } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { App } from '../../app/app.ts';
import { cohortPageWords as words } from '../../core/messages/cohort-page.ts';
import { baseStyles } from '../../ui/controls/base-styles.ts';
import { DlElement } from '../../ui/controls/dl-element.ts';
import './cohort-folder.ts';

/** What a cohort is made of, and the way on. */
@customElement('cohort-empty')
export class CohortEmpty extends DlElement {
  @property({ attribute: false }) app!: App;

  static override styles = [
    baseStyles,
    css`
      :host {
        display: grid;
        gap: 12px;
        align-content: center;
        justify-items: start;
        max-width: 560px;
        margin: 0 auto;
        padding: 24px;
      }
      h1 {
        margin: 0;
        font: 550 var(--t-sentence) var(--font);
      }
      p {
        color: var(--text-2);
        font: 400 var(--t-body) var(--font);
      }
    `,
  ];

  protected override render() {
    return html`<h1>${this.say(words.emptyTitle)}</h1>
      <p>${this.say(words.emptyText)}</p>
      <cohort-folder .app=${this.app}></cohort-folder>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'cohort-empty': CohortEmpty;
  }
}
