import { css, html } from 'lit';
import { customElement } from 'lit/decorators.js';
import { REGIONS_PAY, type RegionsPay } from '../../core/learn/figure-regions-pay.ts';
import { regionsWords as words } from '../../core/messages/learn-regions.ts';
import { formatDifference, formatScore } from '../../core/text/format.ts';
import { baseStyles } from '../controls/base-styles.ts';
import '../labels/dl-label-chip.ts';
import { figureStyles } from './figure-styles.ts';
import { LearnFigure } from './learn-figure.ts';
import { sliceShapes } from './slice-path.ts';
import { LABEL_CLASSES, sliceTile } from './slice-tile.ts';

/** The same certainty, decided by regions and by labels. */
@customElement('dl-fig-regions-pay')
export class FigRegionsPay extends LearnFigure<RegionsPay> {
  readonly model = REGIONS_PAY;

  static override styles = [
    baseStyles,
    figureStyles,
    css`
      .two {
        grid-template-columns: auto minmax(260px, 1fr);
        align-items: center;
      }
    `,
  ];

  protected draw({ edge, reference, ofRegions, ofLabels, whole, parts }: RegionsPay) {
    const { isNarrow, room } = this;
    const size = Math.min(this.plotHeight - 20, (isNarrow ? room : room - 340) / 3 - 20);
    const tile = (slice: Uint8Array, caption: string) =>
      sliceTile(edge, size, sliceShapes(slice, edge, LABEL_CLASSES), caption);
    const row = (name: unknown, { regions, labels }: RegionsPay['whole']) =>
      html`<tr>
        <th scope="row">${name}</th>
        <td>${formatScore(regions)}</td>
        <td>${formatScore(labels)}</td>
        <td>${formatDifference(regions - labels)}</td>
      </tr>`;
    return html`<div class=${isNarrow ? 'two narrow' : 'two'}>
      <div class="tiles">
        ${tile(reference, this.say(words.reference))} ${tile(ofRegions, this.say(words.byRegions))}
        ${tile(ofLabels, this.say(words.byLabels))}
      </div>
      <table>
        <thead>
          <tr>
            <th>Dice</th>
            <th>${this.say(words.byRegionsShort)}</th>
            <th>${this.say(words.byLabelsShort)}</th>
            <th>${this.say(words.difference)}</th>
          </tr>
        </thead>
        <tbody>
          ${row(this.say(words.allTogether), whole)}
          ${parts.map((part, i) => row(html`<dl-label-chip .label=${i + 1}></dl-label-chip>`, part))}
        </tbody>
      </table>
    </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'dl-fig-regions-pay': FigRegionsPay;
  }
}
