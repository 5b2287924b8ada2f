import { css, html } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { roleHints, roleWords, shellWords } from '../../core/messages/shell.ts';
import type { OpenFile, Role } from '../../app/state.ts';
import { baseStyles } from '../../ui/controls/base-styles.ts';
import { DlElement } from '../../ui/controls/dl-element.ts';
import '../../ui/controls/dl-icon.ts';

const ROLES = [
  ['reference', roleHints.required],
  ['prediction', roleHints.required],
  ['dataset', roleHints.forRegions],
  ['probabilities', roleHints.forDiff],
  ['image', roleHints.beneath],
] as const satisfies readonly (readonly [Role, unknown])[];

/** Of a folder of files that tell nothing, so many are named. */
const MOST_UNKNOWN = 4;

/** What stands where no case is open: what can be dropped, and what is still missing. */
@customElement('empty-case')
export class EmptyCase extends DlElement {
  @property({ attribute: false }) files: readonly OpenFile[] = [];

  static override styles = [
    baseStyles,
    css`
      :host {
        display: grid;
        grid-column: 1 / -1;
        place-items: center;
        padding: var(--s5);
        overflow: auto;
      }
      section {
        display: grid;
        gap: var(--s2);
        justify-items: center;
        width: min(640px, 100%);
        padding: var(--s6) var(--s5) var(--s4);
        border: 1px dashed var(--control);
        border-radius: var(--r3);
        text-align: center;
      }
      h1 {
        margin: 0;
        font: 600 17px/26px var(--font);
      }
      p {
        color: var(--text-2);
      }
      table {
        width: 100%;
        margin-top: var(--s4);
        border-collapse: collapse;
        text-align: left;
      }
      td,
      th {
        padding: 5px 0;
        border-top: 1px solid var(--line);
        font-weight: 400;
      }
      th {
        width: 120px;
        font-weight: 600;
      }
      td:last-child {
        color: var(--text-3);
        text-align: right;
      }
      .found {
        color: var(--text);
      }
    `,
  ];

  protected override render() {
    const missing = (['reference', 'prediction'] as const).filter((role) => !this.#has(role));
    const unknown = this.files.filter(({ role }) => role === 'other').slice(0, MOST_UNKNOWN);
    return html`<section>
      <dl-icon name="folder-open"></dl-icon>
      <h1>${this.say(shellWords.dropHere)}</h1>
      <p>
        ${
          this.files.length > 0
            ? this.say(roleHints.missing, {
                roles: missing.map((role) => this.say(roleWords[role])).join(', '),
              })
            : this.say(shellWords.dropKinds)
        }
      </p>
      <table>
        ${ROLES.map(([role, note]) => {
          const found = this.files.filter((file) => file.role === role);
          return html`<tr>
            <th scope="row">${this.say(roleWords[role])}</th>
            <td class=${found.length > 0 ? 'found' : ''}>
              ${found.length > 0 ? found.map(({ name }) => name).join(', ') : this.say(roleHints[role])}
            </td>
            <td>${found.length > 0 ? html`<dl-icon name="check"></dl-icon>` : this.say(note)}</td>
          </tr>`;
        })}
        ${unknown.map(
          ({ name }) =>
            html`<tr>
              <th scope="row">${this.say(roleHints.unknown)}</th>
              <td class="found">${name}</td>
              <td>${this.say(roleHints.unknownNote)}</td>
            </tr>`,
        )}
      </table>
    </section>`;
  }

  #has(role: Role): boolean {
    const stands = (wanted: Role) => this.files.some((file) => file.role === wanted);
    return role === 'prediction'
      ? stands('prediction') || stands('probabilities') || stands('mask')
      : stands(role);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'empty-case': EmptyCase;
  }
}
