import { html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { PlotStructure } from '../../core/cohort/plot-cohort.ts';
import { formatCorrelation, type VolumePlot } from '../../core/cohort/plot-volume.ts';
import { plotWords } from '../../core/messages/cohort-plots.ts';
import { CohortFigure } from './dl-cohort-plot-figure.ts';
import './dl-cohort-structure-select.ts';

/**
 * Dice against reference volume of one structure, with a running median and the rank correlation.
 * @fires case-choose - detail: the mark (CohortMark) chosen
 * @fires structure-choose - detail: the key of the structure to show
 * @fires plot-export - detail: PlotExport
 */
@customElement('dl-cohort-volume')
export class DlCohortVolume extends CohortFigure {
  @property({ attribute: false }) structures: readonly PlotStructure[] = [];
  @property({ attribute: false }) plot: VolumePlot | null = null;
  /** Key of the structure shown. */
  @property() structure = '';

  protected override render() {
    const { plot, structures, structure } = this;
    if (!plot) return nothing;
    return this.frame(this.say(plotWords.volume), plot.spec, {
      select: html`<dl-cohort-structure-select
        .structures=${structures}
        .chosen=${structure}
      ></dl-cohort-structure-select>`,
      figure: html`<span title=${this.say(plotWords.spearmanTitle)}
        >${this.say(plotWords.spearman, formatCorrelation(plot.correlation))}</span
      >`,
    });
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'dl-cohort-volume': DlCohortVolume;
  }
}
