import { html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { servedWords as text } from '../../core/messages/serve.ts';
import type { ServedCases, ServedListing, ServedRun } from '../../core/serve/served-listing.ts';
import { baseStyles } from '../controls/base-styles.ts';
import { DlElement } from '../controls/dl-element.ts';
import '../controls/dl-icon.ts';
import { servedListStyles } from './served-list-styles.ts';

/** Cases that a folder shows before more have to be searched for. */
const MOST_SHOWN = 60;

/** What was chosen: one case of a folder of predictions, or all of them. */
export interface ServedChoice {
  readonly of: ServedCases;
  readonly cases: ServedCases['cases'];
}

/**
 * Data sets, predictions and trainings of a server, searched by a part of the name or path.
 * @fires served-cases - detail: ServedChoice
 * @fires served-run - detail: the ServedRun
 */
@customElement('dl-served-list')
export class DlServedList extends DlElement {
  @property({ attribute: false }) listing: ServedListing | null = null;
  @state() private wanted = '';

  static override styles = [baseStyles, servedListStyles];

  protected override render() {
    const { listing } = this;
    if (!listing) return nothing;
    const isEmpty = listing.predictions.length + listing.runs.length + listing.datasets.length === 0;
    const parts = [this.#predictions(listing), this.#runs(listing), this.#datasets(listing)];
    const isNoMatch = parts.every((part) => part === nothing);
    return html`<h2>${this.say(text.title)}</h2>
      ${
        isEmpty
          ? html`<p>${this.say(text.nothing)}</p>`
          : html`<label class="filter">
                <dl-icon name="search"></dl-icon>
                <span class="off-screen">${this.say(text.filter)}</span>
                <input
                  type="search"
                  placeholder=${this.say(text.filter)}
                  .value=${this.wanted}
                  @input=${this.#search}
                />
              </label>
              <div class="parts" role="group" tabindex="0" aria-label=${this.say(text.title)}>
                ${parts}${isNoMatch ? html`<p>${this.say(text.noMatch)}</p>` : nothing}
              </div>`
      }
      ${listing.isWhole ? nothing : html`<p class="caption">${this.say(text.notWhole)}</p>`}`;
  }

  #fits(name: string): boolean {
    return name.toLowerCase().includes(this.wanted.trim().toLowerCase());
  }

  #predictions({ predictions }: ServedListing) {
    const found = predictions
      .map((of) => ({
        of,
        cases: this.#fits(of.path) ? of.cases : of.cases.filter((c) => this.#fits(c.name)),
      }))
      .filter(({ cases }) => cases.length > 0);
    if (found.length === 0) return nothing;
    return html`<section>
      <h3>${this.say(text.predictions)}</h3>
      ${found.map(({ of, cases }) => this.#folder(of, cases, found.length === 1 || this.wanted.trim() !== ''))}
    </section>`;
  }

  #folder(of: ServedCases, cases: ServedCases['cases'], isOpen: boolean) {
    const hidden = cases.length - MOST_SHOWN;
    const path = of.path || (this.listing?.name ?? '');
    return html`<div class="folder">
      <details ?open=${isOpen}>
        <summary>
          <dl-icon name="chevron-right"></dl-icon>
          <span class="path" title=${path}><bdi>${path}</bdi></span>
          <span class="count">${this.say(text.cases, { cases: of.cases.length })}</span>
        </summary>
        <p class="caption against cut" title=${of.references}>
          ${this.say(text.against, { folder: of.references })}
        </p>
        <ul>
          ${cases.slice(0, MOST_SHOWN).map(
            (one) =>
              html`<li>
                <button
                  class="case cut"
                  title=${one.name}
                  @click=${() => this.#fire('served-cases', { of, cases: [one] })}
                >
                  ${one.name}
                </button>
              </li>`,
          )}
        </ul>
        ${hidden > 0 ? html`<p class="caption against">${this.say(text.more, { cases: hidden })}</p>` : nothing}
      </details>
      <button
        class="action"
        aria-label=${this.say(text.openAllOf, { folder: path, cases: of.cases.length })}
        @click=${() => this.#fire('served-cases', { of, cases: of.cases })}
      >
        ${this.say(text.openAll)}
      </button>
    </div>`;
  }

  #runs({ runs }: ServedListing) {
    const found = runs.filter(({ path }) => this.#fits(path));
    if (found.length === 0) return nothing;
    return html`<section>
      <h3>${this.say(text.runs)}</h3>
      ${found.map((run) => this.#run(run))}
    </section>`;
  }

  #run(run: ServedRun) {
    const path = run.path || (this.listing?.name ?? '');
    return html`<div class="row">
      <span class="path" title=${path}><bdi>${path}</bdi></span>
      <span class="count">${this.say(text.files, { files: run.files.length })}</span>
      <button
        class="action"
        aria-label=${this.say(text.openRunOf, { folder: path })}
        @click=${() => this.#fire('served-run', run)}
      >
        ${this.say(text.openRun)}
      </button>
    </div>`;
  }

  #datasets({ datasets, name }: ServedListing) {
    const found = datasets.filter(({ path }) => this.#fits(path));
    if (found.length === 0) return nothing;
    return html`<section>
      <h3>${this.say(text.datasets)}</h3>
      ${found.map(
        ({ path, references }) =>
          html`<div class="row">
            <span class="path" title=${path || name}><bdi>${path || name}</bdi></span>
            <span class="count">${this.say(text.references, { references })}</span>
          </div>`,
      )}
    </section>`;
  }

  #search(event: Event): void {
    this.wanted = (event.target as HTMLInputElement).value;
  }

  #fire(name: 'served-cases' | 'served-run', detail: ServedChoice | ServedRun): void {
    this.dispatchEvent(new CustomEvent(name, { detail, bubbles: true, composed: true }));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'dl-served-list': DlServedList;
  }
}
