import { css, html, nothing } from 'lit';
import { customElement, property, query } from 'lit/decorators.js';
import type { App } from '../../app/app.ts';
import { exportCohortCsv, exportCohortJson, exportSummary } from '../../app/cohort/cohort-export.ts';
import type { ShownCohort } from '../../app/cohort/cohort-shown.ts';
import type { CohortState } from '../../app/cohort/cohort-state.ts';
import { changeCohort } from '../../app/cohort/cohort-view.ts';
import type { Way } from '../../core/cohort/cohort-result.ts';
import { TABLE_FILTERS, type TableFilter } from '../../core/cohort/cohort-table-order.ts';
import { TABLE_METRICS, type TableMetric } from '../../core/cohort/cohort-table.ts';
import { cohortPageWords as words } from '../../core/messages/cohort-page.ts';
import { baseStyles } from '../../ui/controls/base-styles.ts';
import { DlElement } from '../../ui/controls/dl-element.ts';
import '../../ui/controls/dl-icon.ts';
import '../../ui/controls/dl-segmented.ts';
import './cohort-columns.ts';
import './cohort-folder.ts';
import { cohortControlStyles } from './cohort-control-styles.ts';

const FILTER_WORDS = {
  all: words.all,
  zero: words.zero,
  false: words.onlyFalse,
  missing: words.onlyMissing,
  warned: words.warned,
  failed: words.onlyFailed,
} as const;

/** Above the table: search, what is evaluated, which cases are listed, what the tint means, and exports. */
@customElement('cohort-bar')
export class CohortBar extends DlElement {
  @property({ attribute: false }) app!: App;
  @property({ attribute: false }) cohort!: CohortState;
  @property({ attribute: false }) shown!: ShownCohort;
  @query('input') private search!: HTMLInputElement;

  static override styles = [
    baseStyles,
    cohortControlStyles,
    css`
      :host {
        display: flex;
        flex-wrap: wrap;
        gap: 6px 8px;
        align-items: center;
      }
      .search {
        display: flex;
        gap: 6px;
        align-items: center;
        width: 120px;
        height: 28px;
        padding: 0 8px;
        border: 1px solid var(--control);
        border-radius: var(--r2);
        color: var(--text-2);
      }
      .search:focus-within {
        outline: 2px solid var(--focus);
        outline-offset: 2px;
      }
      .search input {
        width: 100%;
        min-width: 0;
        padding: 0;
        border: 0;
        outline: none;
        background: none;
        color: var(--text);
        font: inherit;
      }
      .legend {
        display: flex;
        gap: 6px;
        align-items: center;
        margin-left: auto;
        color: var(--text-3);
        font: 400 var(--t-caption) var(--font);
        white-space: nowrap;
      }
      .legend i {
        width: 30px;
        height: 8px;
        border-radius: 1px;
      }
      .more-fp {
        background: linear-gradient(
          to right,
          color-mix(in srgb, var(--pred) 14%, transparent) 50%,
          color-mix(in srgb, var(--pred) 54%, transparent) 50%
        );
      }
      .more-fn {
        background: linear-gradient(
          to right,
          color-mix(in srgb, var(--ref) 14%, transparent) 50%,
          color-mix(in srgb, var(--ref) 54%, transparent) 50%
        );
      }
      .exports {
        display: flex;
      }
      .actions {
        display: flex;
        flex-wrap: wrap;
        gap: 6px 8px;
        align-items: center;
      }
      @media (max-width: 1500px) {
        .legend {
          display: none;
        }
        .actions {
          margin-left: auto;
        }
      }
    `,
  ];

  /** Puts the focus into the search. */
  focusSearch(): void {
    this.search.focus();
    this.search.select();
  }

  protected override render() {
    const { cohort, shown, app } = this;
    const choices = TABLE_FILTERS.filter(
      (filter) => filter === 'all' || filter === cohort.filter || shown.filterCounts[filter] > 0,
    );
    return html`<label class="search" title=${this.say(words.searchTitle)}>
        <dl-icon name="search"></dl-icon>
        <input
          type="search"
          aria-label=${this.say(words.searchTitle)}
          placeholder=${this.say(words.search)}
          .value=${cohort.query}
          @input=${(event: Event) => changeCohort(app, { query: (event.target as HTMLInputElement).value })}
        />
      </label>
      ${
        shown.ways.length > 1
          ? html`<dl-segmented
              label=${this.say(words.ways)}
              .segments=${shown.ways.map((way) => ({ value: way, text: this.say(words[way]) }))}
              .value=${shown.way}
              @value-change=${({ detail }: CustomEvent<Way>) =>
                changeCohort(app, { way: detail, structure: '', hidden: new Set(), sort: sortOf(cohort) })}
            ></dl-segmented>`
          : nothing
      }
      ${this.#select(
        this.say(words.metric),
        TABLE_METRICS.map((metric) => [metric, this.say(words[metric])] as const),
        cohort.metric,
        (metric) => changeCohort(app, { metric: metric as TableMetric }),
      )}
      ${this.#select(
        this.say(words.filter),
        choices.map((filter) => {
          const facts = { cases: shown.filterCounts[filter] };
          return [filter, this.say(FILTER_WORDS[filter], facts)] as const;
        }),
        cohort.filter,
        (filter) => changeCohort(app, { filter: filter as TableFilter }),
      )}
      ${shown.folders.length > 0 ? this.#folders() : nothing}
      <cohort-columns .app=${app} .cohort=${cohort} .shown=${shown}></cohort-columns>
      <span class="legend"
        >${this.say(words.tint, { score: this.say(words[cohort.metric]) })}<i class="more-fp"></i
        ><i class="more-fn"></i>${this.say(words.tintEnds)}</span
      >
      <div class="actions">${this.#exports()}<cohort-folder small .app=${app}></cohort-folder></div>`;
  }

  #folders() {
    const { cohort, shown, app } = this;
    const all = [
      ['', this.say(shown.models.length > 1 ? words.allModels : words.allFolders)] as const,
      ...shown.folders.map((name) => [name, name] as const),
    ];
    return html`${this.#select(this.say(words.models), all, cohort.model ?? '', (name) =>
      changeCohort(app, { model: name === '' ? null : name }),
    )}
    ${
      cohort.model === null
        ? html`<button
            class="toggle"
            aria-pressed=${cohort.isGrouped}
            title=${this.say(words.groupTitle)}
            @click=${() => changeCohort(app, { isGrouped: !cohort.isGrouped })}
          >
            ${this.say(words.group)}
          </button>`
        : nothing
    }`;
  }

  #exports() {
    const { app, shown, cohort } = this;
    const button = (name: string, text: string, action: () => void, isOff = false) =>
      html`<button class="toggle" aria-label=${name} title=${name} ?disabled=${isOff} @click=${action}>
        ${text}
      </button>`;
    const isCounted = cohort.source === 'files';
    const ofOneModel = () => shown.scope.filter(({ model }) => model === shown.models[0]);
    return html`<span class="exports">
      ${
        isCounted
          ? html`<button
              class="save"
              title=${this.say(shown.models.length > 1 ? words.exportOneModel : words.exportSummaryTitle)}
              ?disabled=${shown.models.length > 1}
              @click=${() => exportSummary(app, ofOneModel())}
            >
              <dl-icon name="download"></dl-icon>${this.say(words.exportSummary)}
            </button>`
          : nothing
      }
      ${button(this.say(words.exportCsv), 'CSV', () => exportCohortCsv(app, shown.scope))}
      ${isCounted ? button(this.say(words.exportJson), 'JSON', () => exportCohortJson(app, shown.scope)) : nothing}
    </span>`;
  }

  #select(
    name: string,
    options: readonly (readonly [value: string, text: string])[],
    chosen: string,
    choose: (value: string) => void,
  ) {
    return html`<select
      aria-label=${name}
      title=${name}
      @change=${(event: Event) => choose((event.target as HTMLSelectElement).value)}
    >
      ${options.map(
        ([value, text]) => html`<option value=${value} ?selected=${value === chosen}>${text}</option>`,
      )}
    </select>`;
  }
}

/** Structures of the other way have other keys: what was sorted by one is sorted by the mean. */
function sortOf({ sort }: CohortState): CohortState['sort'] {
  return sort.column.includes(':') ? { column: 'mean', isDescending: false } : sort;
}

declare global {
  interface HTMLElementTagNameMap {
    'cohort-bar': CohortBar;
  }
}
