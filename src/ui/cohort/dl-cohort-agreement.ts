import { html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { AgreementPlot } from '../../core/cohort/plot-agreement.ts';
import type { PlotStructure } from '../../core/cohort/plot-cohort.ts';
import { plotWords } from '../../core/messages/cohort-plots.ts';
import { CohortFigure } from './dl-cohort-plot-figure.ts';
import './dl-cohort-structure-select.ts';

/**
 * Bland-Altman plot of one structure's volumes, with bias and 95 % limits of agreement.
 * @fires case-choose - detail: the mark (CohortMark) chosen
 * @fires structure-choose - detail: the key of the structure to show
 * @fires plot-export - detail: PlotExport
 */
@customElement('dl-cohort-agreement')
export class DlCohortAgreement extends CohortFigure {
  @property({ attribute: false }) structures: readonly PlotStructure[] = [];
  @property({ attribute: false }) plot: AgreementPlot | null = null;
  /** Key of the structure shown. */
  @property() structure = '';

  protected override render() {
    const { plot, structures, structure } = this;
    if (!plot) return nothing;
    return this.frame(this.say(plotWords.agreement), plot.spec, {
      select: html`<dl-cohort-structure-select
        .structures=${structures}
        .chosen=${structure}
      ></dl-cohort-structure-select>`,
      figure: html`<span title=${this.say(plotWords.agreementCaption)}
        >${this.say(plotWords.outside, plot.agreement)}</span
      >`,
    });
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'dl-cohort-agreement': DlCohortAgreement;
  }
}
