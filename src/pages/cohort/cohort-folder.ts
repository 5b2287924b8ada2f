import { css, html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { App } from '../../app/app.ts';
import { openAnyFiles } from '../../app/runs/runs-route.ts';
import { cohortPageWords as words } from '../../core/messages/cohort-page.ts';
import { baseStyles } from '../../ui/controls/base-styles.ts';
import { DlElement } from '../../ui/controls/dl-element.ts';
import '../../ui/controls/dl-icon.ts';
import { filesOf } from '../dropped-files.ts';

/** Opens a folder with all beneath it: what the field for files of the bar cannot. */
@customElement('cohort-folder')
export class CohortFolder extends DlElement {
  @property({ attribute: false }) app!: App;
  /** Only the icon is shown. */
  @property({ type: Boolean, reflect: true }) small = false;

  static override styles = [
    baseStyles,
    css`
      :host {
        display: inline-block;
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
        white-space: nowrap;
        cursor: pointer;
      }
      :host([small]) label {
        height: 28px;
        padding: 0 6px;
        border-color: transparent;
        color: var(--text-2);
      }
      label:hover {
        background: var(--hover);
        color: var(--text);
      }
      label:focus-within {
        outline: 2px solid var(--focus);
        outline-offset: 2px;
      }
    `,
  ];

  protected override render() {
    const text = this.say(words.openFolders);
    return html`<label title=${text}>
      <dl-icon name="folder-open"></dl-icon>${this.small ? nothing : text}
      <input class="off-screen" type="file" aria-label=${text} webkitdirectory @change=${this.#pick} />
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
    'cohort-folder': CohortFolder;
  }
}
