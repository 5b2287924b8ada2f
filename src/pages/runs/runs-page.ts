import { html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { App } from '../../app/app.ts';
import { chartsOf, type RunCharts } from '../../app/runs/runs-charts.ts';
import { openRunsDemo } from '../../app/runs/runs-open.ts';
import { bestsOfRun, changeRuns, chosenRun, pinnedEpoch } from '../../app/runs/runs-view.ts';
import type { LoadedRun, RunsState } from '../../app/runs/runs-state.ts';
import type { AppState } from '../../app/state.ts';
import type { Range } from '../../core/charts/chart-range.ts';
import { wholeRange, type ChartContext } from '../../core/charts/chart-context.ts';
import type { ChartSpec } from '../../core/charts/chart-spec.ts';
import { nearestPosition } from '../../core/runs/epoch-axis.ts';
import { epochRows } from '../../core/runs/epoch-rows.ts';
import { runsPageWords as words } from '../../core/messages/runs-page.ts';
import { sayRunHeadline } from '../../core/runs/runs-headline.ts';
import { baseStyles } from '../../ui/controls/base-styles.ts';
import { DlElement, spoken } from '../../ui/controls/dl-element.ts';
import '../../ui/runs/dl-run-chart.ts';
import '../../ui/runs/dl-run-conditions.ts';
import '../../ui/runs/dl-run-footer.ts';
import '../../ui/runs/dl-run-readout.ts';
import '../../ui/runs/dl-run-table.ts';
import { hoursOf } from './run-hours.ts';
import './runs-chart-head.ts';
import { followRunKeys } from './runs-keys.ts';
import { runsPageStyles } from './runs-page-styles.ts';
import './runs-sidebar.ts';

/** Training runs: conditions, the sentence and the charts on one x axis left, what the log says right. */
@customElement('runs-page')
export class RunsPage extends DlElement {
  @property({ attribute: false }) app!: App;
  @property({ attribute: false }) state!: AppState;
  /** Index of the epoch under the pointer; -1 for none. */
  @state() private hovered = -1;
  @state() private showsTable = false;
  #unfollow: (() => void) | null = null;

  static override styles = [baseStyles, runsPageStyles];

  override connectedCallback(): void {
    super.connectedCallback();
    if (this.hasUpdated) this.#unfollow = followRunKeys(this.app);
  }

  /** The page may be on screen before its code is: its properties are known from here on. */
  protected override firstUpdated(): void {
    this.#unfollow = followRunKeys(this.app);
    if (this.app.store.state.runs === null) void openRunsDemo(this.app);
  }

  override disconnectedCallback(): void {
    this.#unfollow?.();
    super.disconnectedCallback();
  }

  protected override render() {
    const { runs } = this.state;
    const run = runs && chosenRun(runs);
    if (!runs || !run) return html`<p class="empty">${this.say(words.reading)}</p>`;
    const charts = chartsOf(runs, spoken());
    return html`<section class="charts">
        ${
          charts
            ? this.#charts(runs, run, charts)
            : html`<h1>${this.say(words.noEpochs, { folder: run.name, logs: run.run.logs.length })}</h1>`
        }
      </section>
      <runs-sidebar .app=${this.app} .runs=${runs} .charts=${charts}></runs-sidebar>`;
  }

  #charts(runs: RunsState, run: LoadedRun, { context, charts }: RunCharts) {
    const { epochs, conditions } = run.run;
    const pinned = epochs.findIndex(({ epoch }) => epoch === pinnedEpoch(runs));
    const marked = this.hovered >= 0 && this.hovered < epochs.length ? this.hovered : pinned;
    const epoch = epochs[marked] ?? null;
    const names = context.chosen.classNames;
    return html`<h1>${sayRunHeadline(run, spoken())}</h1>
      <dl-run-conditions .conditions=${conditions} .hours=${hoursOf(run)}></dl-run-conditions>
      <dl-run-readout
        .epoch=${epoch}
        .mean=${run.check.means[marked] ?? Number.NaN}
        .ema=${run.check.ema[marked]?.ema ?? Number.NaN}
        .isBest=${epoch !== null && bestsOfRun(run).includes(epoch.epoch)}
        .classNames=${runs.isPerClass ? names : []}
      ></dl-run-readout>
      ${charts.map((spec, i) => this.#chart(runs, spec, i === charts.length - 1, context, marked))}
      <details @toggle=${(event: Event) => (this.showsTable = (event.target as HTMLDetailsElement).open)}>
        <summary>${this.say(words.figures)}</summary>
        ${
          this.showsTable
            ? html`<dl-run-table
                .rows=${epochRows(run)}
                .classNames=${names}
                .name=${this.say(words.figures)}
              ></dl-run-table>`
            : nothing
        }
      </details>`;
  }

  #chart(runs: RunsState, spec: ChartSpec, isLast: boolean, context: ChartContext, marked: number) {
    const { positions } = context.chosen;
    const indexAt = (place: number | null) => (place === null ? -1 : nearestPosition(positions, place));
    return html`<runs-chart-head .app=${this.app} .runs=${runs} .spec=${spec}></runs-chart-head>
      <dl-run-chart
        class=${spec.id}
        .spec=${spec}
        ?axis=${isLast}
        .theme=${this.state.theme}
        .whole=${wholeRange(context)}
        .positions=${positions}
        .marked=${marked}
        @place-hover=${({ detail }: CustomEvent<number | null>) => (this.hovered = indexAt(detail))}
        @place-choose=${({ detail }: CustomEvent<number>) => {
          const epoch = chosenRun(runs)?.run.epochs[indexAt(detail)]?.epoch;
          if (epoch !== undefined) changeRuns(this.app, { epoch });
        }}
        @range-choose=${({ detail }: CustomEvent<Range | null>) => changeRuns(this.app, { range: detail })}
      ></dl-run-chart>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'runs-page': RunsPage;
  }
}
