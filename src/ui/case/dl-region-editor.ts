import { css, html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { Label, Region } from '../../core/labels/label-scheme.ts';
import { regionEditorWords as text } from '../../core/messages/shell.ts';
import { baseStyles } from '../controls/base-styles.ts';
import { DlElement } from '../controls/dl-element.ts';
import '../controls/dl-icon.ts';
import '../labels/dl-label-chip.ts';
import { elementEvent } from './selection-event.ts';

/** A region as it is being edited: its key and what it writes follow from its labels. */
export type RegionDraft = Pick<Region, 'name' | 'labels'>;

/**
 * Defines regions by hand: a name and the labels it contains, one line a region.
 * @fires regions-change - detail: RegionDraft[], after every change; null for those of dataset.json
 * @fires editor-close
 */
@customElement('dl-region-editor')
export class DlRegionEditor extends DlElement {
  @property({ attribute: false }) labels: readonly Label[] = [];
  @property({ attribute: false }) regions: readonly RegionDraft[] = [];
  /** dataset.json has regions of its own to go back to, and others are shown. */
  @property({ type: Boolean }) revertible = false;

  static override styles = [
    baseStyles,
    css`
      :host {
        padding: var(--s3) var(--s4);
        border-radius: var(--r2);
        background: var(--raised);
      }
      header,
      footer,
      .region {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: var(--s2);
      }
      header {
        justify-content: space-between;
      }
      .region {
        padding: var(--s2) 0;
        border-top: 1px solid var(--line);
      }
      p {
        margin-bottom: var(--s2);
        color: var(--text-2);
      }
      footer {
        gap: var(--s4);
        padding-top: var(--s2);
        border-top: 1px solid var(--line);
      }
      input {
        width: 180px;
        height: 26px;
        padding: 0 var(--s2);
        border: 1px solid var(--control);
        border-radius: var(--r1);
        background: var(--panel);
        color: var(--text);
        font: inherit;
      }
      .toggle {
        padding: 2px;
        border-radius: var(--r1);
        opacity: 0.35;
      }
      .toggle[aria-pressed='true'] {
        opacity: 1;
        box-shadow: 0 0 0 1px var(--control);
      }
      .toggle:hover {
        opacity: 0.8;
      }
      .labels {
        display: flex;
        flex-wrap: wrap;
        gap: var(--s1);
      }
    `,
  ];

  protected override render() {
    return html`<header>
        <h2>${this.say(text.title)}</h2>
        <button
          class="icon-button"
          aria-label=${this.say(text.done)}
          title=${this.say(text.done)}
          @click=${() => this.dispatchEvent(elementEvent('editor-close'))}
        >
          <dl-icon name="check"></dl-icon>
        </button>
      </header>
      <p>${this.say(text.intro)}</p>
      ${this.regions.map((region, index) => this.#region(region, index))}
      <footer>
        <button class="link" @click=${this.#add}>${this.say(text.add)}</button>
        ${
          this.revertible
            ? html`<button class="link" @click=${() => this.#emit(null)}>
                ${this.say(text.backToDataset)}
              </button>`
            : nothing
        }
      </footer>`;
  }

  #region(region: RegionDraft, index: number) {
    return html`<div class="region">
      <input
        aria-label=${this.say(text.name)}
        .value=${region.name}
        @change=${(event: Event) => this.#change(index, { name: (event.target as HTMLInputElement).value })}
      />
      <span class="labels">
        ${this.labels.map(({ value, name }) => {
          const title = this.say(text.containsLabel, { region: region.name, label: `${value} ${name}` });
          return html`<button
            class="toggle"
            title=${title}
            aria-label=${title}
            aria-pressed=${region.labels.includes(value)}
            @click=${() => this.#toggle(index, value)}
          >
            <dl-label-chip .label=${value}></dl-label-chip>
          </button>`;
        })}
      </span>
      <button
        class="icon-button"
        aria-label=${this.say(text.remove, { name: region.name })}
        title=${this.say(text.remove, { name: region.name })}
        @click=${() => this.#emit(this.regions.filter((_, i) => i !== index))}
      >
        <dl-icon name="trash-2"></dl-icon>
      </button>
    </div>`;
  }

  #add(): void {
    const name = this.say(text.defaultName, { number: this.regions.length + 1 });
    this.#emit([...this.regions, { name, labels: this.labels.map(({ value }) => value) }]);
  }

  #toggle(index: number, label: number): void {
    const { labels } = this.regions[index];
    const next = labels.includes(label) ? labels.filter((l) => l !== label) : [...labels, label];
    this.#change(index, { labels: next.sort((a, b) => a - b) });
  }

  #change(index: number, fields: Partial<RegionDraft>): void {
    this.#emit(this.regions.map((region, i) => (i === index ? { ...region, ...fields } : region)));
  }

  #emit(regions: readonly RegionDraft[] | null): void {
    this.dispatchEvent(elementEvent('regions-change', regions));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'dl-region-editor': DlRegionEditor;
  }
}
