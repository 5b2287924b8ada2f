import { html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { App } from '../../app/app.ts';
import { colourOf, plannedOf, type RunCharts } from '../../app/runs/runs-charts.ts';
import { compareRuns } from '../../app/runs/runs-compare.ts';
import { drawnRuns } from '../../app/runs/runs-export.ts';
import { closeRun } from '../../app/runs/runs-open.ts';
import { openValidation, validationOf } from '../../app/runs/runs-validation.ts';
import { changeRuns, chooseRun, chosenRun, showRun } from '../../app/runs/runs-view.ts';
import type { LoadedRun, RunsState } from '../../app/runs/runs-state.ts';
import { mean } from '../../core/statistics/bootstrap.ts';
import { runValidationWords } from '../../core/messages/run-validation.ts';
import { logKindWords } from '../../core/messages/runs.ts';
import { plannerWords, runsPageWords as words } from '../../core/messages/runs-page.ts';
import { epochSeconds } from '../../core/runs/run-analysis-end.ts';
import { worstCases } from '../../core/runs/worst-cases.ts';
import { NNUNET_SCHEDULE, type Schedule } from '../../core/runs/schedule.ts';
import { baseStyles } from '../../ui/controls/base-styles.ts';
import { DlElement, spoken } from '../../ui/controls/dl-element.ts';
import '../../ui/runs/dl-run-compare.ts';
import '../../ui/runs/dl-run-findings.ts';
import type { ListedRun } from '../../ui/runs/dl-run-list.ts';
import '../../ui/runs/dl-run-list.ts';
import '../../ui/runs/dl-run-planner.ts';
import '../../ui/runs/dl-run-validation.ts';
import '../../ui/case/dl-warnings.ts';
import './runs-actions.ts';
import { hoursOf } from './run-hours.ts';
import { runsSidebarStyles } from './runs-sidebar-styles.ts';

/** Right of the charts: the runs that are open, what the log of the chosen one says, conditions, planner, files. */
@customElement('runs-sidebar')
export class RunsSidebar extends DlElement {
  @property({ attribute: false }) app!: App;
  @property({ attribute: false }) runs!: RunsState;
  @property({ attribute: false }) charts: RunCharts | null = null;
  @state() private picture: { blob: Blob; url: string } | null = null;

  static override styles = [baseStyles, runsSidebarStyles];

  override disconnectedCallback(): void {
    this.#dropPicture();
    super.disconnectedCallback();
  }

  protected override render() {
    const { runs, app } = this;
    const run = chosenRun(runs);
    if (!run) return nothing;
    return html`<header>
        <h2>${this.say(words.whatTheLogSays)}</h2>
        <runs-actions .app=${app} .runs=${runs} .charts=${this.charts}></runs-actions>
      </header>
      ${runs.isDemo ? html`<p class="note">${this.say(words.example)}</p>` : nothing}
      ${run.warnings.length > 0 ? html`<dl-warnings .warnings=${run.warnings}></dl-warnings>` : nothing}
      ${runs.list.length > 1 ? this.#list(run) : nothing}
      <dl-run-findings .analysis=${run.analysis} @gap-open=${() => void openGap(app, run)}></dl-run-findings>
      ${this.#validation(run)} ${this.#planner(run)} ${this.#progress(run)} ${this.#files(run)}`;
  }

  #list(run: LoadedRun) {
    const { runs, app } = this;
    const drawn = drawnRuns(runs);
    const comparison = compareRuns(drawn, spoken());
    const folders = new Set(drawn.map(({ folder }) => folder.split('/').slice(0, -1).join('/')));
    return html`<details open>
        <summary>${this.say(words.runs, { count: runs.list.length })}</summary>
        <dl-run-list
          .runs=${runs.list.map((listed) => this.#listed(listed))}
          .chosen=${run.id}
          @run-choose=${({ detail }: CustomEvent<string>) => chooseRun(app, detail)}
          @run-show=${({ detail }: CustomEvent<{ id: string; isShown: boolean }>) =>
            showRun(app, detail.id, detail.isShown)}
          @run-close=${({ detail }: CustomEvent<string>) => closeRun(app, detail)}
        ></dl-run-list>
        ${
          drawn.length > folders.size
            ? html`<label title=${this.say(words.spreadTitle)}>
                <input
                  type="checkbox"
                  .checked=${runs.hasSpread}
                  @change=${(event: Event) =>
                    changeRuns(app, { hasSpread: (event.target as HTMLInputElement).checked })}
                />${this.say(words.spread)}
              </label>`
            : nothing
        }
      </details>
      ${comparison?.caution ? html`<p class="caution">${comparison.caution}</p>` : nothing}
      ${
        comparison
          ? html`<details>
              <summary>
                ${this.say(words.conditionsOf, {
                  runs: comparison.names.length,
                  differing: comparison.differing,
                })}
              </summary>
              <dl-run-compare
                .names=${comparison.names}
                .rows=${comparison.rows}
                .sentences=${comparison.sentences}
              ></dl-run-compare>
            </details>`
          : nothing
      }`;
  }

  #listed(run: LoadedRun): ListedRun {
    const { id, name, folder, isEarlier, check, sums } = run;
    const ofSums = mean(sums.map(({ meanDice }) => meanDice));
    return {
      id,
      name,
      folder: folder || name,
      colour: colourOf(run, this.runs),
      isShown: !this.runs.hidden.has(id),
      isEarlier,
      epochs: run.run.epochs.length,
      bestEma: check.bestEma,
      validation: Number.isFinite(ofSums) ? ofSums : run.run.meanValidationDice,
      hours: hoursOf(run),
    };
  }

  #validation(run: LoadedRun) {
    if (!run.summary || run.summary.cases.length === 0) return nothing;
    const { app } = this;
    return html`<details>
      <summary>${this.say(runValidationWords.title, { cases: run.summary.cases.length })}</summary>
      <dl-run-validation
        .cases=${worstCases(run.summary)}
        .openable=${validationOf(app.store.state, run).cases}
        @case-open=${({ detail }: CustomEvent<string>) => openValidation(app, run, detail)}
        @validation-open=${() => openValidation(app, run, null)}
      ></dl-run-validation>
    </details>`;
  }

  #planner(run: LoadedRun) {
    const initialRate = run.run.conditions.initialLearningRate ?? NNUNET_SCHEDULE.initialRate;
    const own = { ...NNUNET_SCHEDULE, initialRate, epochs: plannedOf(run) };
    const schedule: Schedule = { ...own, ...this.runs.plan };
    return html`<details>
      <summary>${this.say(plannerWords.title)}</summary>
      <dl-run-planner
        .schedule=${schedule}
        .epochS=${epochSeconds(run.run)}
        @plan-change=${({ detail }: CustomEvent<Schedule>) => changeRuns(this.app, { plan: detail })}
      ></dl-run-planner>
    </details>`;
  }

  #progress({ progress }: LoadedRun) {
    if (!progress) return nothing;
    return html`<details
      @toggle=${(event: Event) => {
        if ((event.target as HTMLDetailsElement).open) this.#showPicture(progress);
      }}
    >
      <summary>${this.say(words.progress)}</summary>
      ${
        this.picture?.blob === progress
          ? html`<img src=${this.picture.url} alt=${this.say(words.progress)} />`
          : nothing
      }
    </details>`;
  }

  #showPicture(blob: Blob): void {
    if (this.picture?.blob === blob) return;
    this.#dropPicture();
    this.picture = { blob, url: URL.createObjectURL(blob) };
  }

  #dropPicture(): void {
    if (this.picture) URL.revokeObjectURL(this.picture.url);
    this.picture = null;
  }

  #files({ run, checkpoints }: LoadedRun) {
    return html`<details>
      <summary>${this.say(words.logs)}</summary>
      <ul class="logs">
        ${run.logs.map(
          ({ name, kind, firstEpoch, lastEpoch }) =>
            html`<li>
              <span class="cut" title=${name}>${name}</span>
              <span class="caption">
                ${this.say(logKindWords[kind])},
                ${
                  firstEpoch === null || lastEpoch === null
                    ? this.say(words.noLogEpochs)
                    : this.say(words.logEpochs, { first: firstEpoch, last: lastEpoch })
                }
              </span>
            </li>`,
        )}
        ${
          checkpoints.length > 0
            ? html`<li class="caption">${this.say(words.checkpoints, { names: checkpoints })}</li>`
            : nothing
        }
      </ul>
    </details>`;
  }
}

/** The account of the gap on the page of the pseudo Dice, whose code is fetched with it. */
async function openGap(app: App, run: LoadedRun): Promise<void> {
  const { accountRun } = await import('../../app/pseudo-dice/account-run.ts');
  await accountRun(app, run);
}

declare global {
  interface HTMLElementTagNameMap {
    'runs-sidebar': RunsSidebar;
  }
}
