import { css, html, svg } from 'lit';
import { customElement } from 'lit/decorators.js';
import { edgeOf, middleSlice, nestedBalls } from '../../core/learn/ball-phantom.ts';
import { SUMS_MEANS, type SummedCase, type SumsMeans } from '../../core/learn/figure-sums-means.ts';
import { pseudoDiceWords as words } from '../../core/messages/learn-pseudo-dice.ts';
import { integer } from '../../core/messages/sentence.ts';
import { formatScore } from '../../core/text/format.ts';
import { baseStyles } from '../controls/base-styles.ts';
import { figureStyles } from './figure-styles.ts';
import { LearnFigure } from './learn-figure.ts';
import { errorSlice, sliceShapes } from './slice-path.ts';
import { ERROR_CLASSES, sliceTile } from './slice-tile.ts';

const EDGE = edgeOf(19);

/** Three cases, what each is worth in a mean and in a sum, and the two numbers made of them. */
@customElement('dl-fig-sums-means')
export class FigSumsMeans extends LearnFigure<SumsMeans> {
  readonly model = SUMS_MEANS;

  static override styles = [
    baseStyles,
    figureStyles,
    css`
      .two {
        grid-template-columns: auto minmax(260px, 1fr);
        align-items: center;
        gap: var(--s6);
      }
      td svg {
        display: inline-block;
        vertical-align: middle;
      }
      .share {
        fill: var(--control);
      }
      td b {
        font-weight: 600;
      }
      tfoot td,
      tfoot th {
        border-bottom: 0;
        color: var(--text);
        font: 600 15px/24px var(--font);
      }
    `,
  ];

  protected draw({ cases, meanDice, pooledDice }: SumsMeans) {
    const { isNarrow, room } = this;
    const size = Math.min(this.plotHeight - 10, (isNarrow ? room : room - 420) / 3 - 14);
    const names = [words.largeCase, words.smallCase, words.emptyCase].map((name) => this.say(name));
    const counted = cases.filter(({ dice }) => !Number.isNaN(dice)).length;
    const sizes = cases.map(({ counts: { tp, fp, fn } }) => 2 * tp + fp + fn);
    const total = sizes.reduce((sum, one) => sum + one, 0);
    return html`<div class=${isNarrow ? 'two narrow' : 'two'}>
      <div class="tiles">${cases.map((one, i) => this.#tile(one, size, names[i]))}</div>
      <table>
        <thead>
          <tr>
            <th>${this.say(words.case)}</th>
            <th>Dice</th>
            <th>${this.say(words.weightInMean)}</th>
            <th>${this.say(words.weightInSum)}</th>
          </tr>
        </thead>
        <tbody>
          ${cases.map(
            ({ dice }, i) =>
              html`<tr>
                <th scope="row">${names[i]}</th>
                <td>${Number.isNaN(dice) ? 'NaN' : formatScore(dice)}</td>
                <td>${this.#share(Number.isNaN(dice) ? 0 : 1 / counted)}</td>
                <td>${this.#share(sizes[i] / total)}</td>
              </tr>`,
          )}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">${this.say(words.together)}</th>
            <td></td>
            <td>${formatScore(meanDice)}</td>
            <td>${formatScore(pooledDice)}</td>
          </tr>
        </tfoot>
      </table>
    </div>`;
  }

  #tile({ radius, predicted, counts, dice }: SummedCase, size: number, name: string) {
    const slice = (mm: number) => middleSlice(nestedBalls(EDGE, [mm]), EDGE);
    const errors = errorSlice(slice(radius), slice(predicted), (code) => code === 1);
    const caption = `${name}: ${integer(counts.tp)} TP, ${integer(counts.fp)} FP, ${integer(counts.fn)} FN`;
    const number = Number.isNaN(dice) ? 'NaN' : formatScore(dice);
    return sliceTile(EDGE, size, sliceShapes(errors, EDGE, ERROR_CLASSES), caption, number);
  }

  #share(share: number) {
    return html`${(share * 100).toFixed(1)} %
      <svg width="60" height="4" aria-hidden="true">
        ${svg`<rect class="share" width=${60 * share} height="4" />`}
      </svg>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'dl-fig-sums-means': FigSumsMeans;
  }
}
