import { css, html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { App } from '../../app/app.ts';
import { countAgain, countRest, stopCounting } from '../../app/cohort/cohort-count.ts';
import type { CohortState } from '../../app/cohort/cohort-state.ts';
import { changeCohort } from '../../app/cohort/cohort-view.ts';
import { cohortPageWords as words } from '../../core/messages/cohort-page.ts';
import { baseStyles } from '../../ui/controls/base-styles.ts';
import { DlElement } from '../../ui/controls/dl-element.ts';
import '../../ui/controls/dl-progress.ts';

/** How far counting is, what was stopped, and which cases and files are in no number. */
@customElement('cohort-notices')
export class CohortNotices extends DlElement {
  @property({ attribute: false }) app!: App;
  @property({ attribute: false }) cohort!: CohortState;
  /** The one case is the demo. */
  @property({ type: Boolean }) isDemo = false;

  static override styles = [
    baseStyles,
    css`
      :host {
        display: grid;
        gap: 4px;
      }
      p {
        display: flex;
        flex-wrap: wrap;
        gap: 0 12px;
        padding: 4px 12px;
        border-radius: var(--r2);
        background: var(--raised);
        color: var(--text-2);
      }
      p.failed {
        box-shadow: inset 2px 0 0 var(--alert);
      }
    `,
  ];

  protected override render() {
    const { cohort, app } = this;
    const { cases, progress, isStopped, unmatched, failure } = cohort;
    const failed = cases.filter(({ error }) => error !== null);
    const waiting = cases.filter(({ evaluated, error }) => !evaluated && !error).length;
    const reused = cases.filter(({ isReused }) => isReused).length;
    const kept = reused > 0 ? this.say(words.reused, { reused }) : '';
    return html`${this.isDemo ? html`<p>${this.say(words.demo)} ${this.say(words.emptyText)}</p>` : nothing}
    ${
      progress && progress.done < progress.total
        ? html`<dl-progress
            unit="items"
            .text=${this.say(words.counting, progress)}
            .done=${progress.done}
            .total=${progress.total}
            .note=${kept || this.say(words.keepsDone)}
            @progress-cancel=${stopCounting}
          ></dl-progress>`
        : nothing
    }
    ${
      !progress && waiting > 0 && (isStopped || failure)
        ? html`<p>
            ${failure ? failure.say(this.#language()) : this.say(words.stopped, { left: waiting })}
            <button class="link" @click=${() => countRest(app)}>${this.say(words.countRest)}</button>
          </p>`
        : nothing
    }
    ${
      !progress && kept
        ? html`<p>
            ${kept}
            <button class="link" @click=${() => countAgain(app)}>${this.say(words.countAgain)}</button>
          </p>`
        : nothing
    }
    ${
      failed.length > 0
        ? html`<p class="failed" role="status">
            ${this.say(words.failedCases, { cases: failed.map(({ name }) => name) })}
            <button class="link" @click=${() => changeCohort(app, { filter: 'failed', query: '' })}>
              ${this.say(words.show)}
            </button>
          </p>`
        : nothing
    }
    ${unmatched.length > 0 ? html`<p>${this.say(words.unmatched, { cases: unmatched })}</p>` : nothing}`;
  }

  #language() {
    return this.app.store.state.language;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'cohort-notices': CohortNotices;
  }
}
