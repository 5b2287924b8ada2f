import '@awesome.me/webawesome/dist/components/popover/popover.js';
import { css, html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { App } from '../../app/app.ts';
import { openServedCases, openServedRun } from '../../app/serve/open-served.ts';
import { servedWords } from '../../core/messages/serve.ts';
import type { ServedListing, ServedRun } from '../../core/serve/served-listing.ts';
import { baseStyles } from '../../ui/controls/base-styles.ts';
import { DlElement } from '../../ui/controls/dl-element.ts';
import '../../ui/controls/dl-icon.ts';
import type { ServedChoice } from '../../ui/serve/dl-served-list.ts';
import '../../ui/serve/dl-served-list.ts';

/** The button of the bar that lists what the server has; open by itself until something was chosen. */
@customElement('served-folder')
export class ServedFolder extends DlElement {
  @property({ attribute: false }) app!: App;
  @property({ attribute: false }) listing: ServedListing | null = null;

  static override styles = [
    baseStyles,
    css`
      .served {
        display: flex;
        gap: 6px;
        align-items: center;
        max-width: 220px;
        height: 30px;
        padding: 0 var(--s2);
        border-radius: var(--r2);
        color: var(--text-2);
        white-space: nowrap;
      }
      .served:hover {
        background: var(--hover);
      }
      wa-popover {
        --max-width: min(620px, 96vw);
      }
      wa-popover::part(body) {
        padding: var(--s4);
        border: 1px solid var(--line-strong);
        border-radius: var(--r3);
        background: var(--raised);
        color: var(--text);
        font: 400 var(--t-table) var(--font);
      }
    `,
  ];

  protected override render() {
    const { listing } = this;
    if (!listing) return nothing;
    return html`<button class="served" id="served">
        <dl-icon name="layers"></dl-icon>
        <span class="cut">${this.say(servedWords.button, { name: listing.name })}</span>
      </button>
      <wa-popover for="served" placement="bottom-end" distance="6" without-arrow>
        <dl-served-list
          .listing=${listing}
          @served-cases=${({ detail: { of, cases } }: CustomEvent<ServedChoice>) =>
            this.#leave(openServedCases(this.app, of, cases))}
          @served-run=${({ detail }: CustomEvent<ServedRun>) => this.#leave(openServedRun(this.app, detail))}
        ></dl-served-list>
      </wa-popover>`;
  }

  protected override async firstUpdated(): Promise<void> {
    await this.updateComplete;
    const popover = this.#popover();
    await popover?.updateComplete;
    if (popover) popover.open = true;
  }

  #leave(_opening: Promise<void>): void {
    const popover = this.#popover();
    if (popover) popover.open = false;
  }

  #popover() {
    return this.renderRoot.querySelector('wa-popover');
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'served-folder': ServedFolder;
  }
}
