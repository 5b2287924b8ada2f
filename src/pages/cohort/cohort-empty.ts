import { css, html } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { App } from '../../app/app.ts';
import { openAnyFiles } from '../../app/runs/runs-route.ts';
import { cohortPageWords as words } from '../../core/messages/cohort-page.ts';
import { baseStyles } from '../../ui/controls/base-styles.ts';
import { DlElement } from '../../ui/controls/dl-element.ts';
import '../../ui/controls/dl-icon.ts';
import { filesOf } from '../dropped-files.ts';

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
      label {
        display: inline-flex;
        gap: 8px;
        align-items: center;
        height: 30px;
        padding: 0 12px;
        border: 1px solid var(--control);
        border-radius: var(--r2);
        font-weight: 500;
        cursor: pointer;
      }
      label:hover {
        background: var(--hover);
      }
      label:focus-within {
        outline: 2px solid var(--focus);
        outline-offset: 2px;
      }
    `,
  ];

  protected override render() {
    return html`<h1>${this.say(words.emptyTitle)}</h1>
      <p>${this.say(words.emptyText)}</p>
      <label>
        <dl-icon name="folder-open"></dl-icon>${this.say(words.openFolders)}
        <input class="off-screen" type="file" multiple webkitdirectory @change=${this.#pick} />
      </label>`;
  }

  #pick(event: Event): void {
    const input = event.target as HTMLInputElement;
    const files = filesOf([...(input.files ?? [])]);
    input.value = ''; // the same folder can be picked again
    void openAnyFiles(this.app, files);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'cohort-empty': CohortEmpty;
  }
}
