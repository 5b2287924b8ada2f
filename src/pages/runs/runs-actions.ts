import { css, html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { App } from '../../app/app.ts';
import { act } from '../../app/report-error.ts';
import type { RunCharts } from '../../app/runs/runs-charts.ts';
import { exportRunsCsv, exportRunsPng, exportRunsSvg } from '../../app/runs/runs-export.ts';
import { canFollow, filesInFolder, followRuns } from '../../app/runs/runs-follow.ts';
import { openRuns } from '../../app/runs/runs-open.ts';
import { chosenRun } from '../../app/runs/runs-view.ts';
import type { RunsState } from '../../app/runs/runs-state.ts';
import { formatChartsSvg } from '../../core/charts/chart-svg.ts';
import { runsPageWords as words } from '../../core/messages/runs-page.ts';
import { sayRunHeadline } from '../../core/runs/runs-headline.ts';
import { baseStyles } from '../../ui/controls/base-styles.ts';
import { DlElement, spoken } from '../../ui/controls/dl-element.ts';
import '../../ui/controls/dl-icon.ts';
import { chartColour } from '../../ui/runs/run-chart-colour.ts';

type PickFolder = () => Promise<FileSystemDirectoryHandle>;

/** Width and heights of exported charts, in CSS px. */
const EXPORT_WIDTH = 1100;
const EXPORT_HEIGHTS = { dice: 300, loss: 200, duration: 90, rate: 100 } as const;

/** Following a log that still grows, and saving figures and pictures. */
@customElement('runs-actions')
export class RunsActions extends DlElement {
  @property({ attribute: false }) app!: App;
  @property({ attribute: false }) runs!: RunsState;
  @property({ attribute: false }) charts: RunCharts | null = null;

  static override styles = [
    baseStyles,
    css`
      :host {
        display: flex;
        gap: 0;
      }
      button {
        display: inline-flex;
        align-items: center;
        gap: 5px;
        height: 26px;
        padding: 0 6px;
        border-radius: var(--r1);
        color: var(--text-2);
        white-space: nowrap;
      }
      button:hover {
        background: var(--hover);
        color: var(--text);
      }
      button[aria-pressed='true'] {
        background: var(--sel);
        color: var(--text);
      }
    `,
  ];

  protected override render() {
    const { runs } = this;
    return html`${this.#follow(runs)}
    ${
      this.charts
        ? html`<button
              aria-label=${this.say(words.exportCsv)}
              title=${this.say(words.exportCsv)}
              @click=${() => exportRunsCsv(this.app)}
            >
              <dl-icon name="download"></dl-icon>CSV
            </button>
            <button
              aria-label=${this.say(words.exportPng)}
              title=${this.say(words.exportPng)}
              @click=${() => act(this.app, () => exportRunsPng(this.app, this.#svg()))}
            >
              PNG
            </button>
            <button
              aria-label=${this.say(words.exportSvg)}
              title=${this.say(words.exportSvg)}
              @click=${() => exportRunsSvg(this.app, this.#svg())}
            >
              SVG
            </button>`
        : nothing
    }`;
  }

  #follow(runs: RunsState) {
    if (canFollow(runs)) {
      return html`<button
        aria-pressed=${runs.isFollowed}
        title=${this.say(words.followTitle)}
        @click=${() => followRuns(this.app, !runs.isFollowed)}
      >
        ${this.say(runs.isFollowed ? words.following : words.follow)}
      </button>`;
    }
    if (!('showDirectoryPicker' in window)) return nothing;
    return html`<button title=${this.say(words.openFolder)} @click=${() => this.#openFolder()}>
      ${this.say(words.follow)}
    </button>`;
  }

  async #openFolder(): Promise<void> {
    await act(this.app, async () => {
      const pick = (window as unknown as { showDirectoryPicker: PickFolder }).showDirectoryPicker;
      const folder = await pick(); // AbortError where the choice is cancelled, which is never shown
      await openRuns(this.app, await filesInFolder(folder));
      followRuns(this.app, true);
    });
  }

  #svg(): string {
    const run = chosenRun(this.runs);
    if (!this.charts || !run) return '';
    const theme = document.documentElement.dataset.theme ?? 'dark';
    const colour = chartColour(this, theme);
    const charts = this.charts.charts.map((spec) => ({ spec, height: EXPORT_HEIGHTS[spec.id] }));
    const title = `${run.name}: ${sayRunHeadline(run, spoken())}`;
    return formatChartsSvg(charts, EXPORT_WIDTH, title, colour);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'runs-actions': RunsActions;
  }
}
