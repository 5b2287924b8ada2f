import { css, html } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { App } from '../../app/app.ts';
import { chartOf } from '../../app/pseudo-dice/pseudo-dice-chart.ts';
import {
  exportPseudoDiceCsv,
  exportPseudoDiceJson,
  exportPseudoDicePng,
  exportPseudoDiceSvg,
} from '../../app/pseudo-dice/pseudo-dice-export.ts';
import { act } from '../../app/report-error.ts';
import { formatChartsSvg } from '../../core/charts/chart-svg.ts';
import { runsPageWords } from '../../core/messages/runs-page.ts';
import type { Sentence } from '../../core/messages/sentence.ts';
import { sayPseudoDice } from '../../core/pseudo-dice/pseudo-dice-headline.ts';
import { baseStyles } from '../../ui/controls/base-styles.ts';
import { DlElement, spoken } from '../../ui/controls/dl-element.ts';
import '../../ui/controls/dl-icon.ts';
import { chartColour } from '../../ui/runs/run-chart-colour.ts';

const EXPORT_WIDTH = 1100;
const EXPORT_HEIGHT = 360;

/** Saving figures and the chart. */
@customElement('pseudo-dice-exports')
export class PseudoDiceExports extends DlElement {
  @property({ attribute: false }) app!: App;

  static override styles = [
    baseStyles,
    css`
      :host {
        display: flex;
      }
      button {
        display: inline-flex;
        align-items: center;
        gap: 5px;
        height: 24px;
        padding: 0 6px;
        border-radius: var(--r1);
        color: var(--text-2);
      }
      button:hover {
        background: var(--hover);
        color: var(--text);
      }
    `,
  ];

  protected override render() {
    const button = (text: string, name: Sentence, save: () => void, icon = false) =>
      html`<button aria-label=${this.say(name)} title=${this.say(name)} @click=${save}>
        ${icon ? html`<dl-icon name="download"></dl-icon>` : ''}${text}
      </button>`;
    const { app } = this;
    return html`${button('JSON', runsPageWords.exportJson, () => exportPseudoDiceJson(app), true)}
    ${button('CSV', runsPageWords.exportCsv, () => exportPseudoDiceCsv(app))}
    ${button('PNG', runsPageWords.exportPng, () => void act(app, () => exportPseudoDicePng(app, this.#svg())))}
    ${button('SVG', runsPageWords.exportSvg, () => exportPseudoDiceSvg(app, this.#svg()))}`;
  }

  #svg(): string {
    const { pseudoDice } = this.app.store.state;
    const spec = pseudoDice && chartOf(pseudoDice, spoken());
    if (!spec || !pseudoDice?.shown) return '';
    const { gap, result } = pseudoDice.shown;
    const colour = chartColour(this, document.documentElement.dataset.theme ?? 'dark');
    const title = sayPseudoDice(gap, result.epochs.length, spoken());
    return formatChartsSvg([{ spec, height: EXPORT_HEIGHT }], EXPORT_WIDTH, title, colour);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'pseudo-dice-exports': PseudoDiceExports;
  }
}
