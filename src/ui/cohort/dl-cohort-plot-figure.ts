import { css, html, nothing, type TemplateResult } from 'lit';
import { property, query } from 'lit/decorators.js';
import type { CohortMark } from '../../core/cohort/plot-cohort.ts';
import type { PlotSpec } from '../../core/cohort/plot-spec.ts';
import { plotWords } from '../../core/messages/cohort-plots.ts';
import { elementEvent } from '../case/selection-event.ts';
import { baseStyles } from '../controls/base-styles.ts';
import { DlElement } from '../controls/dl-element.ts';
import '../controls/dl-icon.ts';
import type { DlCohortPlot } from './dl-cohort-plot.ts';
import './dl-cohort-plot.ts';

/** A plot that is to be saved. */
export interface PlotExport {
  /** Which plot: the beginning of a file name. */
  readonly id: PlotSpec['id'];
  readonly format: 'svg' | 'png';
  readonly svg: string;
}

/** The frame of every plot: its heading with what belongs there, the plot, and buttons that save it. */
export abstract class CohortFigure extends DlElement {
  @property() theme = 'dark';
  /** Name of the chosen case. */
  @property() chosen = '';
  /** Names a mark, in two lines. */
  @property({ attribute: false }) describe: DlCohortPlot['describe'] = (mark: CohortMark) => ({
    score: mark.case,
    volumes: '',
  });
  @query('dl-cohort-plot') protected plotElement!: DlCohortPlot;

  static override styles = [
    baseStyles,
    css`
      :host {
        position: relative;
      }
      header {
        display: flex;
        gap: 4px 10px;
        align-items: center;
        min-height: 28px;
      }
      h2 {
        flex: none;
        white-space: nowrap;
      }
      dl-cohort-structure-select {
        flex: 0 1 auto;
        min-width: 130px;
      }
      .figure {
        flex: none;
        margin-left: auto;
        color: var(--text-2);
        font: 400 var(--t-caption) var(--font);
        white-space: nowrap;
      }
      /* below the y axis there is nothing else */
      .save {
        position: absolute;
        bottom: -5px;
        left: -4px;
        display: flex;
      }
      .save button {
        padding: 0 4px;
        border-radius: var(--r1);
        color: var(--text-3);
        font: 400 var(--t-caption) var(--font);
        line-height: 24px;
      }
      .save button:hover {
        background: var(--hover);
        color: var(--text);
      }
      .nothing {
        padding: var(--s3) 0;
        color: var(--text-2);
      }
      dl-cohort-plot {
        height: var(--plot-height, 210px);
      }
    `,
  ];

  /** The heading, the plot and its buttons; `parts` stand between title and figure. */
  protected frame(
    title: string,
    spec: PlotSpec,
    parts: {
      readonly caption?: string;
      readonly select?: TemplateResult;
      readonly figure?: TemplateResult | string;
    },
    plot: TemplateResult = this.plotOf(spec),
    rows: readonly string[] = [],
  ): TemplateResult {
    const { caption, select, figure } = parts;
    return html`<header>
        <h2>${title}</h2>
        ${select ?? nothing}
        ${caption ? html`<span class="caption cut" title=${caption}>${caption}</span>` : nothing}
        <span class="figure">${figure ?? nothing}</span>
      </header>
      ${
        spec.points.length === 0
          ? html`<p class="nothing">${this.say(plotWords.nothing)}</p>`
          : html`${plot}<span class="save">
                ${(['svg', 'png'] as const).map((format) => {
                  const name = this.say(plotWords[format], { plot: title });
                  return html`<button
                    aria-label=${name}
                    title=${name}
                    @click=${() =>
                      this.dispatchEvent(
                        elementEvent<PlotExport>('plot-export', {
                          id: spec.id,
                          format,
                          svg: this.plotElement.toSvg(title, rows),
                        }),
                      )}
                  >
                    ${format.toUpperCase()}
                  </button>`;
                })}
              </span>`
      }`;
  }

  protected plotOf(spec: PlotSpec): TemplateResult {
    return html`<dl-cohort-plot
      .spec=${spec}
      .theme=${this.theme}
      .chosen=${this.chosen}
      .describe=${this.describe}
    ></dl-cohort-plot>`;
  }
}
