import { css, html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { App } from '../../app/app.ts';
import { keepLast } from '../../app/cohort/keep-last.ts';
import { plottedCohort, type ShownCohort } from '../../app/cohort/cohort-shown.ts';
import type { CohortState } from '../../app/cohort/cohort-state.ts';
import { changeCohort, openAtError } from '../../app/cohort/cohort-view.ts';
import { saveFile } from '../../app/save-file.ts';
import { savePicture } from '../../app/save-picture.ts';
import type { ExploredConvention } from '../../core/cohort/mean-explorer.ts';
import type { CohortMark, PlotCohort, PlotStructure } from '../../core/cohort/plot-cohort.ts';
import { describeMark } from '../../core/cohort/plot-mark-text.ts';
import { plotScatter } from '../../core/cohort/plot-scatter.ts';
import { act } from '../../app/report-error.ts';
import type { Language } from '../../core/messages/sentence.ts';
import { baseStyles } from '../../ui/controls/base-styles.ts';
import { DlElement, spoken } from '../../ui/controls/dl-element.ts';
import '../../ui/cohort/dl-cohort-agreement.ts';
import '../../ui/cohort/dl-cohort-distribution.ts';
import '../../ui/cohort/dl-cohort-means.ts';
import '../../ui/cohort/dl-cohort-pairs.ts';
import type { PlotExport } from '../../ui/cohort/dl-cohort-plot-figure.ts';
import '../../ui/cohort/dl-cohort-scatter.ts';
import '../../ui/cohort/dl-cohort-table-case.ts';
import '../../ui/cohort/dl-cohort-volume.ts';
import { exploreMeans, plotAgreement, plotDistribution, plotPairs, plotVolume } from './kept-plots.ts';

/** Structures that paired lines have room for. */
const MOST_PAIRED = 8;
const pairedOf = keepLast((structures: readonly PlotStructure[]) => structures.slice(0, MOST_PAIRED));
const FIRST_TWO = [0, 1] as const;
const namesOf = keepLast(({ models: [a, b] }: PlotCohort) => [a.name, b.name] as const);
const describerOf = keepLast(
  (plot: PlotCohort, language: Language) => (mark: CohortMark) => describeMark(plot, mark, language),
);

/** Right of the table: the chosen case, plots over all cases, and the mean explorer. */
@customElement('cohort-sidebar')
export class CohortSidebar extends DlElement {
  @property({ attribute: false }) app!: App;
  @property({ attribute: false }) cohort!: CohortState;
  @property({ attribute: false }) shown!: ShownCohort;
  @property() theme = 'dark';
  @state() private convention: ExploredConvention = 'nnunet';

  static override styles = [
    baseStyles,
    css`
      :host {
        display: flex;
        flex-direction: column;
        gap: 10px;
        min-width: 0;
        min-height: 0;
        padding: 10px 20px 16px;
        border-left: 1px solid var(--line);
        overflow: hidden auto;
        scrollbar-width: thin;
        scrollbar-color: var(--line-strong) transparent;
      }
      :host > * {
        flex: none;
      }
      :host > * + * {
        padding-top: 10px;
        border-top: 1px solid var(--line);
      }
      @media (max-width: 900px) {
        :host {
          border-left: 0;
          overflow: visible;
          padding: 10px 12px 16px;
        }
      }
    `,
  ];

  protected override render() {
    const { cohort, shown, app, theme } = this;
    const plots = plottedCohort(cohort);
    const plot = plots[shown.way];
    const { structures } = plot;
    if (structures.length === 0) return nothing;
    const language = spoken();
    const key = structures[shown.structure]?.key ?? structures[0].key;
    const model = Math.max(
      0,
      plot.models.findIndex(({ name }) => name === shown.chosen?.of.model),
    );
    const describe = describerOf(plot, language);
    const chosen = shown.chosen?.of.name ?? '';
    const chooseStructure = ({ detail }: CustomEvent<string>) => changeCohort(app, { structure: detail });
    const openMark = ({ detail }: CustomEvent<CohortMark>) => this.#openMark(detail, plot);
    const save = ({ detail }: CustomEvent<PlotExport>) => this.#save(detail);
    return html`
      <dl-cohort-distribution
        .theme=${theme}
        .chosen=${chosen}
        .describe=${describe}
        .structures=${structures}
        .structure=${key}
        .plot=${plotDistribution(plot, model, language)}
        @structure-choose=${chooseStructure}
        @case-choose=${openMark}
        @plot-export=${save}
      ></dl-cohort-distribution>
      <dl-cohort-volume
        .theme=${theme}
        .chosen=${chosen}
        .describe=${describe}
        .structures=${structures}
        .structure=${key}
        .plot=${plotVolume(plot, model, key, language)}
        @structure-choose=${chooseStructure}
        @case-choose=${openMark}
        @plot-export=${save}
      ></dl-cohort-volume>
      <dl-cohort-means
        .means=${exploreMeans(plot.models)}
        .chosen=${this.convention}
        .structures=${structures}
        @convention-choose=${this.#chooseConvention}
      ></dl-cohort-means>
      ${
        shown.chosen
          ? html`<dl-cohort-table-case
              .row=${shown.chosen}
              .structures=${shown.structures}
              @case-open=${() => shown.chosen && openAtError(app, shown.chosen, shown.structures)}
            ></dl-cohort-table-case>`
          : nothing
      }
      ${
        plot.models.length > 1
          ? html`<dl-cohort-pairs
              .theme=${theme}
              .chosen=${chosen}
              .describe=${describe}
              .structures=${structures}
              .models=${namesOf(plot)}
              .plot=${plotPairs(plot, FIRST_TWO, pairedOf(structures), language)}
              @case-choose=${openMark}
              @plot-export=${save}
            ></dl-cohort-pairs>`
          : nothing
      }
      <dl-cohort-agreement
        .theme=${theme}
        .chosen=${chosen}
        .describe=${describe}
        .structures=${structures}
        .structure=${key}
        .plot=${plotAgreement(plot, model, key, language)}
        @structure-choose=${chooseStructure}
        @case-choose=${openMark}
        @plot-export=${save}
      ></dl-cohort-agreement>
      ${this.#scatter(plots, model, openMark, save)}
    `;
  }

  /** A region and the label that only it and those round it contain: the one that it writes. */
  #scatter(
    { regions, labels }: ReturnType<typeof plottedCohort>,
    model: number,
    choose: (event: CustomEvent<CohortMark>) => void,
    save: (event: CustomEvent<PlotExport>) => void,
  ) {
    const { cohort, shown } = this;
    const byIndex = shown.way === 'regions' ? shown.structure : 0;
    const region = regions.structures[byIndex];
    const writes = cohort.scheme.regions[byIndex]?.writes;
    const label = labels.structures.find(({ key }) => key === `${writes}`);
    if (!region || !label || shown.ways.length < 2) return nothing;
    const plot = plotScatter(
      { structure: region, model: regions.models[model] },
      { structure: label, model: labels.models[model] },
      model,
      spoken(),
    );
    return html`<dl-cohort-scatter
      .theme=${this.theme}
      .chosen=${shown.chosen?.of.name ?? ''}
      .describe=${(mark: CohortMark) => describeMark(regions, mark, spoken())}
      .plot=${plot}
      @case-choose=${choose}
      @plot-export=${save}
    ></dl-cohort-scatter>`;
  }

  readonly #chooseConvention = ({ detail }: CustomEvent<ExploredConvention>): void => {
    this.convention = detail;
  };

  #openMark({ case: name, model, key }: CohortMark, plot: PlotCohort): void {
    const { shown, app } = this;
    const modelName = plot.models[model].name;
    const row = shown.rows.find(({ of }) => of.name === name && of.model === modelName);
    if (!row) return;
    changeCohort(app, { chosen: row.of.id, structure: key });
    const structure = shown.structures.findIndex((one) => one.key === key);
    void openAtError(app, row, shown.structures, structure < 0 ? null : structure);
  }

  #save({ id, format, svg }: PlotExport): void {
    if (format === 'svg') saveFile(`cohort-${id}.svg`, svg, 'image/svg+xml');
    else void act(this.app, () => savePicture(`cohort-${id}.png`, svg));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'cohort-sidebar': CohortSidebar;
  }
}
