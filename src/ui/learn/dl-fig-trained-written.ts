import { css, html } from 'lit';
import { customElement } from 'lit/decorators.js';
import type { PatternRow, StructureScore } from '../../core/case/case-result.ts';
import { regionInitials } from '../../core/labels/region-initials.ts';
import { TRAINED_WRITTEN, type TrainedWritten } from '../../core/learn/figure-trained-written.ts';
import { regionsWords as words } from '../../core/messages/learn-regions.ts';
import { integer } from '../../core/messages/sentence.ts';
import { regionsIn } from '../../core/reconstruction/reconstruction.ts';
import { formatScore } from '../../core/text/format.ts';
import { baseStyles } from '../controls/base-styles.ts';
import '../labels/dl-label-chip.ts';
import '../labels/dl-region-chip.ts';
import { figureStyles } from './figure-styles.ts';
import { LearnFigure } from './learn-figure.ts';
import { errorSlice, sliceShapes } from './slice-path.ts';
import { ERROR_CLASSES, LABEL_CLASSES, sliceTile } from './slice-tile.ts';

/** Three masks that were trained, and the label map that is written of them, pattern by pattern. */
@customElement('dl-fig-trained-written')
export class FigTrainedWritten extends LearnFigure<TrainedWritten> {
  readonly model = TRAINED_WRITTEN;

  static override styles = [
    baseStyles,
    figureStyles,
    css`
      .tiles {
        justify-content: space-between;
        margin-bottom: var(--s4);
      }
      .two {
        align-items: start;
      }
      .changed td,
      .changed th {
        background: var(--raised);
      }
    `,
  ];

  protected draw(drawn: TrainedWritten) {
    const { edge, reference, patterns, written, result } = drawn;
    const size = Math.min(170, (this.room - 64) / (this.isNarrow ? 2.2 : 5));
    const masks = result.scheme.regions.map(({ name }, region) => {
      const inRegion = (label: number) => label > region;
      const own = patterns.map((pattern) => (pattern & (1 << region) ? 3 : 0));
      const errors = errorSlice(reference, own, inRegion);
      return sliceTile(edge, size, sliceShapes(errors, edge, ERROR_CLASSES), this.say(words.maskOf, name));
    });
    return html`<div class="tiles">
        ${sliceTile(edge, size, sliceShapes(reference, edge, LABEL_CLASSES), this.say(words.reference))}
        ${masks}
        ${sliceTile(edge, size, sliceShapes(written, edge, LABEL_CLASSES), this.say(words.labelsWritten))}
      </div>
      <div class=${this.isNarrow ? 'two narrow' : 'two'}>
        ${this.#patterns(drawn)} ${this.#scores(drawn)}
      </div>`;
  }

  #patterns({ result }: TrainedWritten) {
    const initials = regionInitials(result.scheme.regions.map(({ name }) => name));
    const names = (regions: readonly number[]) => regions.map((region) => initials[region]).join(' ');
    const row = ({ pattern, voxels, writes, gained, lost }: PatternRow) =>
      html`<tr class=${gained.length + lost.length > 0 ? 'changed' : ''}>
        <th scope="row">${names(regionsIn(pattern))}</th>
        <td><dl-label-chip .label=${writes}></dl-label-chip></td>
        <td>${integer(voxels)}</td>
        <td>
          ${gained.length > 0 ? this.say(words.gained, names(gained)) : ''}
          ${lost.length > 0 ? this.say(words.lost, names(lost)) : ''}
        </td>
      </tr>`;
    return html`<table>
      <thead>
        <tr>
          <th>${this.say(words.regionsSet)}</th>
          <th>${this.say(words.writes)}</th>
          <th>${this.say(words.voxels)}</th>
          <th>${this.say(words.changedBy)}</th>
        </tr>
      </thead>
      <tbody>
        ${(result.patterns ?? []).map(row)}
      </tbody>
    </table>`;
  }

  #scores({ result }: TrainedWritten) {
    const { regionScores, rawRegionScores, labelScores } = result;
    const row = (region: StructureScore, i: number) =>
      html`<tr>
        <th scope="row"><dl-region-chip .labels=${region.labels}></dl-region-chip> ${region.name}</th>
        <td>${formatScore(rawRegionScores![i].dice)}</td>
        <td>${formatScore(region.dice)}</td>
        <td><dl-label-chip .label=${i + 1}></dl-label-chip> ${formatScore(labelScores[i].dice)}</td>
      </tr>`;
    return html`<table>
      <thead>
        <tr>
          <th>${this.say(words.region)}</th>
          <th>${this.say(words.asTrained)}</th>
          <th>${this.say(words.asWritten)}</th>
          <th>${this.say(words.ofItsLabel)}</th>
        </tr>
      </thead>
      <tbody>
        ${regionScores.map(row)}
      </tbody>
    </table>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'dl-fig-trained-written': FigTrainedWritten;
  }
}
