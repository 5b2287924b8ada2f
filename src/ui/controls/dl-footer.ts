import { css, html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { CaseResult } from '../../core/case/case-result.ts';
import type { RequestCount } from '../../core/start/request-count.ts';
import { countedBy } from '../../core/messages/engine.ts';
import { laboratoryWords } from '../../core/messages/reconstruction-page.ts';
import { shellWords } from '../../core/messages/shell.ts';
import { viewerWords } from '../../core/messages/viewer.ts';
import { baseStyles } from './base-styles.ts';
import { DlElement } from './dl-element.ts';
import './dl-icon.ts';
import { footerStyles } from './footer-styles.ts';
import '../labels/dl-label-chip.ts';

/** Everything known about the voxel under the pointer. */
export interface Readout {
  readonly voxel: readonly number[];
  readonly reference: number;
  readonly predicted: number;
  readonly probabilities: readonly number[] | null;
  readonly image: number | null;
  /** In the laboratory: the regions predicted, and `predicted` is what the rule writes. */
  readonly regions?: readonly string[];
  /** World position, RAS+. */
  readonly mm?: readonly number[];
  /** Label of a second model. */
  readonly other?: number | null;
  /** Initials of the regions of the pattern predicted. */
  readonly predictedRegions?: readonly string[];
}

/** What counted, that every voxel was counted, that nothing leaves the machine, and the voxel under the pointer. */
@customElement('dl-footer')
export class DlFooter extends DlElement {
  @property({ attribute: false }) result: CaseResult | null = null;
  @property({ attribute: false }) readout: Readout | null = null;
  @property() imageName = '';
  /** Since load; none where nobody counts. */
  @property({ attribute: false }) requests: RequestCount | null = null;

  static override styles = [
    baseStyles,
    footerStyles,
    css`
      span,
      .readout {
        display: inline-flex;
        align-items: center;
        gap: 6px;
      }
      .engine,
      .engine .cut {
        display: flex;
        min-width: 0;
      }
      .engine .cut {
        display: block;
      }
      footer > span:not(.engine) {
        flex: none;
      }
      .readout {
        flex: none;
        gap: var(--s4);
        margin-left: auto;
      }
      b {
        color: var(--text);
        font-weight: 500;
      }
      @media (max-width: 1100px) {
        .check,
        .requests {
          display: none;
        }
      }
      @media (max-width: 720px) {
        footer {
          overflow: auto hidden;
          scrollbar-width: none;
        }
        .engine {
          flex: none;
        }
      }
    `,
  ];

  protected override render() {
    const { result } = this;
    return html`<footer>
      ${
        result
          ? html`<span class="engine"
                ><dl-icon name="cpu"></dl-icon
                ><span class="cut" title=${this.say(countedBy, result.engine)}
                  >${this.say(countedBy, result.engine)}</span
                ></span
              >
              <span class="check">${this.say(shellWords.allVoxels, result)}</span>`
          : nothing
      }
      <span
        class="leaves"
        title=${this.requests ? this.say(shellWords.requestsTitle, this.requests) : nothing}
        ><dl-icon name="shield-check"></dl-icon><span>${this.say(shellWords.nothingLeaves)}</span>${
          this.requests
            ? html`<span class="requests">${this.say(shellWords.requests, this.requests)}</span>`
            : nothing
        }</span
      >
      ${this.readout ? this.#readout(this.readout) : nothing}
    </footer>`;
  }

  #readout(readout: Readout) {
    const { voxel, reference, predicted, probabilities, image, regions, mm, other, predictedRegions } =
      readout;
    return html`<div class="readout">
      <span>${this.say(shellWords.voxel)} <b>${voxel.join(', ')}</b></span>
      ${
        mm
          ? html`<span class="mm" title=${this.say(viewerWords.worldTitle)}
              ><b>${mm.map((value) => value.toFixed(1).replace('-', '−')).join(' ')}</b> mm</span
            >`
          : nothing
      }
      ${
        regions
          ? html`<span
              >${this.say(laboratoryWords.pattern)}
              <b>${regions.join(' ') || this.say(laboratoryWords.noRegion)}</b></span
            >`
          : nothing
      }
      <span>${this.say(shellWords.reference)} <dl-label-chip .label=${reference}></dl-label-chip></span>
      <span
        >${this.say(regions ? laboratoryWords.writes : shellWords.prediction)}
        <dl-label-chip .label=${predicted}></dl-label-chip
      ></span>
      ${
        other === undefined || other === null
          ? nothing
          : html`<span>B <dl-label-chip .label=${other}></dl-label-chip></span>`
      }
      ${
        predictedRegions
          ? html`<span class="mm"
              >${this.say(laboratoryWords.pattern)}
              <b>${predictedRegions.join(' ') || this.say(laboratoryWords.noRegion)}</b></span
            >`
          : nothing
      }
      ${
        probabilities
          ? html`<span
              >${this.say(shellWords.probability)}
              <b>${probabilities.map((p) => formatProbability(p)).join(' ')}</b></span
            >`
          : nothing
      }
      ${
        image === null
          ? nothing
          : html`<span class="cut">${this.imageName} <b>${formatValue(image)}</b></span>`
      }
    </div>`;
  }
}

const formatProbability = (p: number) => (Number.isNaN(p) ? 'NaN' : p.toFixed(2));
const formatValue = (value: number) =>
  Number.isInteger(value) ? `${value}` : Number(value.toPrecision(4)).toString();

declare global {
  interface HTMLElementTagNameMap {
    'dl-footer': DlFooter;
  }
}
