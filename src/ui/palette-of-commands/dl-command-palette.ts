import { html, nothing } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { matchFuzzily } from '../../core/commands/fuzzy-match.ts';
import { commandWords as words, type CommandGroup } from '../../core/messages/commands.ts';
import { elementEvent } from '../case/selection-event.ts';
import { baseStyles } from '../controls/base-styles.ts';
import { DlElement } from '../controls/dl-element.ts';
import { commandPaletteStyles } from './command-palette-styles.ts';

/** One line of the palette. */
export interface PaletteEntry {
  readonly id: string;
  readonly group: CommandGroup;
  readonly name: string;
  /** Said below the list while it is the chosen line; of a term its definition. */
  readonly detail: string;
}

/** So many lines are shown; typing narrows them. */
const MOST = 60;

/**
 * A field and the lines that fit what is typed in it, over the page until one is chosen or Esc is pressed.
 * @fires command-choose - detail: the id of the entry
 * @fires palette-close
 */
@customElement('dl-command-palette')
export class DlCommandPalette extends DlElement {
  @property({ attribute: false }) entries: readonly PaletteEntry[] = [];
  @state() private typed = '';
  @state() private at = 0;
  @query('dialog') private dialog!: HTMLDialogElement;

  static override styles = [baseStyles, commandPaletteStyles];

  protected override firstUpdated(): void {
    this.dialog.showModal();
    this.renderRoot.querySelector('input')?.focus();
  }

  protected override updated(): void {
    this.renderRoot.querySelector('[aria-selected=true]')?.scrollIntoView({ block: 'nearest' });
  }

  protected override render() {
    const shown = this.#fitting();
    const chosen = shown[this.at];
    return html`<dialog
      aria-label=${this.say(words.title)}
      @close=${() => this.dispatchEvent(elementEvent('palette-close'))}
      @click=${this.#clickBeside}
    >
      <div class="box">
        <input
          type="text"
          role="combobox"
          aria-expanded="true"
          aria-controls="list"
          aria-autocomplete="list"
          aria-activedescendant=${chosen ? `line-${this.at}` : nothing}
          aria-label=${this.say(words.placeholder)}
          placeholder=${this.say(words.placeholder)}
          autocomplete="off"
          spellcheck="false"
          .value=${this.typed}
          @input=${this.#type}
          @keydown=${(event: KeyboardEvent) => this.#press(event, shown)}
        />
        <div id="list" role="listbox" aria-label=${this.say(words.results)}>
          ${shown.map(
            ({ id, group, name }, i) =>
              html`<div
                id=${`line-${i}`}
                role="option"
                aria-selected=${i === this.at}
                title=${name}
                @click=${() => this.#choose(id)}
              >
                <span class="cut">${name}</span><small>${this.say(words.groups[group])}</small>
              </div>`,
          )}
        </div>
        <p class=${chosen?.detail ? 'detail' : 'caption'} role="status">
          ${shown.length === 0 ? this.say(words.nothing) : chosen?.detail || this.say(words.keys)}
        </p>
      </div>
    </dialog>`;
  }

  #fitting(): readonly PaletteEntry[] {
    return this.entries
      .flatMap((entry) => {
        const cost = matchFuzzily(this.typed, entry.name);
        return cost === null ? [] : [{ entry, cost }];
      })
      .toSorted((a, b) => a.cost - b.cost)
      .slice(0, MOST)
      .map(({ entry }) => entry);
  }

  readonly #type = (event: InputEvent): void => {
    this.typed = (event.target as HTMLInputElement).value;
    this.at = 0;
  };

  #press(event: KeyboardEvent, shown: readonly PaletteEntry[]): void {
    const last = shown.length - 1;
    const next = {
      ArrowDown: this.at === last ? 0 : this.at + 1,
      ArrowUp: this.at === 0 ? last : this.at - 1,
      PageDown: Math.min(last, this.at + 8),
      PageUp: Math.max(0, this.at - 8),
    }[event.key];
    if (next !== undefined) this.at = Math.max(0, next);
    else if (event.key === 'Enter' && shown[this.at]) this.#choose(shown[this.at].id);
    else return;
    event.preventDefault();
  }

  #choose(id: string): void {
    this.dialog.close();
    this.dispatchEvent(elementEvent('command-choose', id));
  }

  readonly #clickBeside = (event: MouseEvent): void => {
    if (event.composedPath()[0] === this.dialog) this.dialog.close();
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'dl-command-palette': DlCommandPalette;
  }
}
