import { html, nothing } from 'lit';
import { customElement, property, query } from 'lit/decorators.js';
import type { App } from '../../app/app.ts';
import { followCases } from '../../app/cohort/cohort-count.ts';
import { shownCohort, type ShownCohort } from '../../app/cohort/cohort-shown.ts';
import type { CohortState } from '../../app/cohort/cohort-state.ts';
import { keepLast } from '../../app/cohort/keep-last.ts';
import { changeCohort, followCohortPlace, openAtError } from '../../app/cohort/cohort-view.ts';
import { followStatistics } from '../../app/cohort/count-statistics.ts';
import type { AppState } from '../../app/state.ts';
import { findInCohort, sayFinding } from '../../core/cohort/cohort-table-finding.ts';
import type { TableSort } from '../../core/cohort/cohort-table-order.ts';
import { cohortPageWords as words } from '../../core/messages/cohort-page.ts';
import { baseStyles } from '../../ui/controls/base-styles.ts';
import { DlElement, spoken } from '../../ui/controls/dl-element.ts';
import type { DlCohortTable } from '../../ui/cohort/dl-cohort-table.ts';
import '../../ui/cohort/dl-cohort-table.ts';
import './cohort-below.ts';
import './cohort-bar.ts';
import './cohort-empty.ts';
import './cohort-footer.ts';
import './cohort-notices.ts';
import './cohort-sidebar.ts';
import { followCohortKeys } from './cohort-keys.ts';
import { cohortPageStyles } from './cohort-page-styles.ts';

const findingOf = keepLast(findInCohort);

/** Every case of the open list: the finding, the table and what is below it left, the plots right. */
@customElement('cohort-page')
export class CohortPage extends DlElement {
  @property({ attribute: false }) app!: App;
  @property({ attribute: false }) state!: AppState;
  @query('dl-cohort-table') private table!: DlCohortTable | null;
  #unfollow: (() => void) | null = null;
  #place = '';
  #wasDemo = false;

  static override styles = [baseStyles, cohortPageStyles];

  override connectedCallback(): void {
    super.connectedCallback();
    if (this.hasUpdated) this.#followKeys();
  }

  /** The page may be on screen before its code is: its properties are known from here on. */
  protected override firstUpdated(): void {
    this.#followKeys();
  }

  override disconnectedCallback(): void {
    this.#unfollow?.();
    super.disconnectedCallback();
  }

  #followKeys(): void {
    this.#unfollow = followCohortKeys(
      () => this.renderRoot.querySelector('cohort-bar')?.focusSearch(),
      () => this.table?.renderRoot.querySelector<HTMLElement>('[role=grid]')?.focus(),
    );
  }

  /** Counting starts by itself; what is said in the address is shown once there are cases. */
  protected override updated(): void {
    followCases(this.app);
    const { places, cohort, isDemo } = this.app.store.state;
    const place = places.cohort;
    const isOther = place?.query !== this.#place || (this.#wasDemo && !isDemo); // the link is of one's own cases
    if (place && isOther && cohort && cohort.cases.length > 0) {
      this.#place = place.query;
      this.#wasDemo = isDemo;
      followCohortPlace(this.app, place);
    }
    followStatistics(this.app);
  }

  protected override render() {
    const { cohort } = this.state;
    if (!cohort) return nothing;
    if (cohort.cases.length === 0) return html`<cohort-empty .app=${this.app}></cohort-empty>`;
    const shown = shownCohort(cohort);
    const finding = findingOf(shown.rows, shown.structures, shown.models);
    return html`<section class="left">
        <h1>
          ${finding ? sayFinding(finding, spoken()) : this.say(words.title, { cases: cohort.cases.length })}
        </h1>
        <cohort-notices
          .app=${this.app}
          .cohort=${cohort}
          .isDemo=${this.state.isDemo && cohort.source === 'files'}
        ></cohort-notices>
        <cohort-bar .app=${this.app} .cohort=${cohort} .shown=${shown}></cohort-bar>
        ${this.#table(cohort, shown)} ${this.#underTable(cohort, shown)}
        <cohort-below .app=${this.app} .cohort=${cohort} .shown=${shown}></cohort-below>
      </section>
      <cohort-sidebar
        .app=${this.app}
        .cohort=${cohort}
        .shown=${shown}
        .theme=${this.state.theme}
      ></cohort-sidebar>`;
  }

  #table(cohort: CohortState, shown: ShownCohort) {
    const { app } = this;
    return html`<dl-cohort-table
      .rows=${shown.listed}
      .structures=${shown.structures}
      .hiddenKeys=${cohort.hidden}
      .metric=${cohort.metric}
      .sort=${cohort.sort}
      .chosen=${cohort.chosen}
      .structure=${shown.structures[shown.structure]?.key ?? ''}
      .inMl=${shown.isInMl}
      ?grouped=${cohort.isGrouped}
      @case-choose=${({ detail }: CustomEvent<string>) => changeCohort(app, { chosen: detail })}
      @case-open=${({ detail }: CustomEvent<string>) => this.#open(detail, shown)}
      @structure-choose=${({ detail }: CustomEvent<string>) => changeCohort(app, { structure: detail })}
      @sort-change=${({ detail }: CustomEvent<TableSort>) => changeCohort(app, { sort: detail })}
    ></dl-cohort-table>`;
  }

  #open(id: string, shown: ShownCohort): void {
    const row = shown.rows.find(({ of }) => of.id === id);
    if (!row) return;
    changeCohort(this.app, { chosen: id });
    void openAtError(this.app, row, shown.structures);
  }

  #underTable({ sort }: CohortState, { listed, scope, structures }: ShownCohort) {
    const [kind, ...rest] = sort.column.split(':');
    const structure = structures.find(({ key }) => key === rest.join(':'))?.name;
    const column =
      kind === 'name'
        ? 'name'
        : (structure ??
          { fp: 'FP', fn: 'FN', false: this.say(words.false), missing: this.say(words.missing) }[kind]);
    const facts = {
      shown: listed.length,
      cases: scope.length,
      column: column ?? this.say(words.mean),
      isDescending: sort.isDescending,
    };
    return html`<p class="under">
      <span>${listed.length === 0 ? this.say(words.nothingListed) : this.say(words.shown, facts)}</span>
      <span class="keys"
        ><kbd>↑</kbd><kbd>↓</kbd> ${this.say(words.keysCase)}, <kbd>←</kbd
        ><kbd>→</kbd> ${this.say(words.keysStructure)}, <kbd>Enter</kbd> ${this.say(words.keysOpen)}</span
      >
    </p>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'cohort-page': CohortPage;
  }
}
