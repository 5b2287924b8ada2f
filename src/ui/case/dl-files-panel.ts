import '@awesome.me/webawesome/dist/components/option/option.js';
import '@awesome.me/webawesome/dist/components/select/select.js';
import { css, html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { keyed } from 'lit/directives/keyed.js';
import { roleWords, shellWords } from '../../core/messages/shell.ts';
import { baseStyles } from '../controls/base-styles.ts';
import { DlElement, spoken } from '../controls/dl-element.ts';
import '../controls/dl-icon.ts';
import { elementEvent } from './selection-event.ts';

export type RoleName = keyof typeof roleWords;

/** A file as the panel lists it. */
export interface ListedFile {
  readonly id: number;
  readonly name: string;
  readonly folder: string;
  readonly role: RoleName;
}

/**
 * The cases that are open, the files they are made of and the role of each.
 * @fires case-choose - detail: the index of a case
 * @fires role-change - detail: { id, role }
 * @fires file-remove - detail: the id of a file
 */
@customElement('dl-files-panel')
export class DlFilesPanel extends DlElement {
  @property({ attribute: false }) cases: readonly string[] = [];
  @property({ type: Number }) current = -1;
  @property({ attribute: false }) files: readonly ListedFile[] = [];

  static override styles = [
    baseStyles,
    css`
      :host {
        display: grid;
        gap: var(--s3);
        min-width: min(380px, 100vw - 64px);
        max-width: min(560px, 100vw - 64px);
      }
      ul {
        overflow: auto;
        max-height: 40vh;
      }
      .cases {
        max-height: 24vh;
      }
      .case {
        width: 100%;
        min-height: 26px;
        padding: 2px var(--s2);
        border-radius: var(--r1);
      }
      .case:hover {
        background: var(--hover);
      }
      .case[aria-current='true'] {
        background: var(--sel);
        font-weight: 500;
      }
      .file {
        display: grid;
        grid-template-columns: minmax(0, 1fr) 148px 24px;
        align-items: center;
        gap: var(--s2);
        min-height: 34px;
        padding: 2px 0;
        border-top: 1px solid var(--line);
      }
      .folder {
        color: var(--text-3);
      }
    `,
  ];

  protected override render() {
    return html`${
        this.cases.length > 1
          ? html`<h2>${this.say(shellWords.cases)}</h2>
              <ul class="cases">
                ${this.cases.map(
                  (name, index) =>
                    html`<li>
                      <button
                        class="case cut"
                        title=${name}
                        aria-current=${index === this.current}
                        @click=${() => this.dispatchEvent(elementEvent('case-choose', index))}
                      >
                        ${name}
                      </button>
                    </li>`,
                )}
              </ul>`
          : nothing
      }
      <h2>${this.say(shellWords.files)}</h2>
      <ul>
        ${this.files.map((file) => this.#file(file))}
      </ul>
      <p class="caption">${this.say(shellWords.recognised)}</p>`;
  }

  #file({ id, name, folder, role }: ListedFile) {
    const path = folder ? `${folder}/${name}` : name;
    return html`<li class="file">
      <span class="cut" title=${path}
        >${folder ? html`<span class="folder">${folder}/</span>` : nothing}${name}</span
      >
      ${keyed(
        spoken(), // the select keeps the text of an option it once showed
        html`<wa-select
          size="s"
          appearance="filled"
          aria-label=${this.say(shellWords.roleOf, { file: name })}
          .value=${role}
          @change=${(event: Event) => this.#changeRole(id, event)}
        >
          <span slot="label" class="off-screen">${this.say(shellWords.roleOf, { file: name })}</span>
          <dl-icon slot="expand-icon" name="chevron-down"></dl-icon>
          ${(Object.keys(roleWords) as RoleName[]).map(
            (known) => html`<wa-option value=${known}>${this.say(roleWords[known])}</wa-option>`,
          )}
        </wa-select>`,
      )}
      <button
        class="icon-button"
        aria-label=${this.say(shellWords.removeFile, { file: name })}
        title=${this.say(shellWords.removeFile, { file: name })}
        @click=${() => this.dispatchEvent(elementEvent('file-remove', id))}
      >
        <dl-icon name="x"></dl-icon>
      </button>
    </li>`;
  }

  #changeRole(id: number, event: Event): void {
    event.stopPropagation();
    const { value } = event.target as HTMLElement & { value: string };
    if (value in roleWords) this.dispatchEvent(elementEvent('role-change', { id, role: value as RoleName }));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'dl-files-panel': DlFilesPanel;
  }
}
