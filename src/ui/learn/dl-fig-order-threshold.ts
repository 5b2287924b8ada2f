import { html, svg } from 'lit';
import { customElement } from 'lit/decorators.js';
import type { CaseResult } from '../../core/case/case-result.ts';
import { ORDER_THRESHOLD, THRESHOLDS, type OrderThreshold } from '../../core/learn/figure-order-threshold.ts';
import { regionsWords as words } from '../../core/messages/learn-regions.ts';
import { formatScore } from '../../core/text/format.ts';
import { baseStyles } from '../controls/base-styles.ts';
import { chartAxes, linePath, placeX, placeY, type ChartFrame, type Point } from './figure-chart.ts';
import { figureStyles } from './figure-styles.ts';
import { LearnFigure } from './learn-figure.ts';
import { sliceShapes } from './slice-path.ts';
import { LABEL_CLASSES, sliceTile } from './slice-tile.ts';

/** The label map under an order and a threshold, and Dice over all thresholds. */
@customElement('dl-fig-order-threshold')
export class FigOrderThreshold extends LearnFigure<OrderThreshold> {
  readonly model = ORDER_THRESHOLD;

  static override styles = [baseStyles, figureStyles];

  protected draw(drawn: OrderThreshold) {
    const { edge, reference, written, chosen, broken } = drawn;
    const { isNarrow, room } = this;
    const width = isNarrow ? room : Math.min(600, room * 0.52);
    const size = Math.min(this.plotHeight - 20, ((isNarrow ? room : room - width) - 60) / 2);
    const names = chosen.labelScores.map(({ name, dice }) => `${name} ${formatScore(dice)}`);
    return html`<div class=${isNarrow ? 'two narrow' : 'two'}>
        <div>
          <div class="tiles">
            ${sliceTile(edge, size, sliceShapes(reference, edge, LABEL_CLASSES), this.say(words.reference))}
            ${sliceTile(edge, size, sliceShapes(written, edge, LABEL_CLASSES), this.say(words.labelsWritten))}
          </div>
          <div class="legend">
            ${names.map(
              (name, i) =>
                html`<span
                  ><svg width="10" height="10"><rect class=${`l${i + 1}`} width="10" height="10" /></svg
                  >${i + 1} ${name}</span
                >`,
            )}
          </div>
        </div>
        ${this.#chart(drawn, width)}
      </div>
      <p class="say">
        ${
          broken.length === 0
            ? this.say(words.roundTripHolds)
            : this.say(
                words.roundTripBreaks,
                broken.map(({ label, becomes }) => `${label} → ${becomes}`).join(', '),
              )
        }
      </p>`;
  }

  #chart({ results, threshold, chosen }: OrderThreshold, width: number) {
    const frame: ChartFrame = {
      left: 44,
      top: 24,
      width: width - 44 - 134,
      height: this.plotHeight,
      x: {
        min: 0,
        max: 1,
        ticks: [0, 0.25, 0.5, 0.75, 1],
        label: this.say(words.threshold),
        text: (t) => `${t}`,
      },
      y: { min: 0, max: 1, ticks: [0, 0.25, 0.5, 0.75, 1], label: 'Dice', text: (t) => t.toFixed(2) },
    };
    const lineOf = (scoreOf: (result: CaseResult) => number): Point[] =>
      results.map((result, i) => [THRESHOLDS[i], scoreOf(result)]);
    const x = placeX(frame, threshold);
    const numbers = this.numbers;
    return html`<svg
      width=${width}
      height=${this.plotHeight + 74}
      role="img"
      aria-label=${this.say(words.orderChart, { ...numbers, threshold })}
    >
      ${chartAxes(frame)}
      ${[0, 1, 2].map(
        (i) =>
          svg`<path class="thin" d=${linePath(
            frame,
            lineOf((one) => one.regionScores[i].dice),
          )} />`,
      )}
      ${[0, 1, 2].map(
        (i) =>
          svg`<path class="line series${i + 1}" d=${linePath(
            frame,
            lineOf((one) => one.labelScores[i].dice),
          )} />`,
      )}
      ${svg`<line class="cursor" x1=${x} x2=${x} y1=${frame.top} y2=${frame.top + frame.height} />`}
      ${chosen.labelScores.map(
        ({ dice, name }, i) => svg`<circle class="dot" cx=${x} cy=${placeY(frame, dice)} r="3.5" />
          <text x=${frame.left + frame.width + 12} y=${frame.top + 14 + 18 * (i + 3)}>${name}</text>
          <line class="line series${i + 1}" x1=${frame.left + frame.width + 2} x2=${frame.left + frame.width + 9} y1=${frame.top + 10 + 18 * (i + 3)} y2=${frame.top + 10 + 18 * (i + 3)} />`,
      )}
      ${svg`<line class="thin" x1=${frame.left + frame.width + 2} x2=${frame.left + frame.width + 9} y1=${frame.top + 10} y2=${frame.top + 10} />
        <text x=${frame.left + frame.width + 12} y=${frame.top + 14}>${this.say(words.regionsAsWritten)}</text>
        <text class="strong" x=${frame.left + frame.width + 12} y=${frame.top + 32}>${formatScore(chosen.regionScores[0].dice)}</text>`}
    </svg>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'dl-fig-order-threshold': FigOrderThreshold;
  }
}
