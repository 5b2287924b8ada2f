import { nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { ScatterPlot } from '../../core/cohort/plot-scatter.ts';
import { plotWords } from '../../core/messages/cohort-plots.ts';
import { CohortFigure } from './dl-cohort-plot-figure.ts';

/**
 * Dice of a label against Dice of the region that it belongs to, case by case.
 * @fires case-choose - detail: the mark (CohortMark) chosen
 * @fires plot-export - detail: PlotExport
 */
@customElement('dl-cohort-scatter')
export class DlCohortScatter extends CohortFigure {
  @property({ attribute: false }) plot: ScatterPlot | null = null;

  protected override render() {
    const { plot } = this;
    if (!plot) return nothing;
    return this.frame(this.say(plotWords.scatter), plot.spec, {
      caption: this.say(plotWords.scatterCaption),
      figure: this.say(plotWords.below, { below: plot.below, cases: plot.cases }),
    });
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'dl-cohort-scatter': DlCohortScatter;
  }
}
