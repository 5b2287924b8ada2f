import { css, html, svg } from 'lit';
import { customElement } from 'lit/decorators.js';
import {
  CHECKPOINT_ORDER,
  ORDER_CASES,
  type ValidationOrder,
} from '../../core/learn/figure-checkpoint-order.ts';
import { checkpointWords as words } from '../../core/messages/learn-checkpoint-figures.ts';
import { formatScore, formatVoxelsShort } from '../../core/text/format.ts';
import { baseStyles } from '../controls/base-styles.ts';
import { chartAxes, placeX, placeY, type ChartFrame } from './figure-chart.ts';
import { factStyles } from './figure-facts.ts';
import { figureStyles } from './figure-styles.ts';
import { LearnFigure } from './learn-figure.ts';

/** Twelve cases under two checkpoints, with both ways of making one number of them. */
@customElement('dl-fig-checkpoint-order')
export class FigCheckpointOrder extends LearnFigure<ValidationOrder> {
  readonly model = CHECKPOINT_ORDER;

  static override styles = [
    baseStyles,
    figureStyles,
    factStyles,
    css`
      .pair {
        stroke: var(--control);
      }
      .key {
        display: inline-block;
        width: 9px;
        height: 9px;
        margin-right: 6px;
        border: 1.5px solid var(--text);
        border-radius: 50%;
      }
      .key.filled {
        background: var(--text);
      }
      .leads {
        color: var(--text-2);
      }
    `,
  ];

  protected draw(result: ValidationOrder) {
    const { isNarrow, room } = this;
    const width = isNarrow ? room : (room - 24) / 2;
    const { best, final } = result;
    return html`<div class=${isNarrow ? 'two narrow' : 'two'}>
      ${this.#chart(result, width)}
      <table>
        <thead>
          <tr>
            <th scope="col"><span class="off-screen">Dice</span></th>
            <th scope="col"><i class="key"></i>${this.say(words.best)}</th>
            <th scope="col"><i class="key filled"></i>${this.say(words.final)}</th>
          </tr>
        </thead>
        <tbody>
          ${[
            [words.pooled, best.pooled, final.pooled] as const,
            [words.meanOfCases, best.mean, final.mean] as const,
          ].map(
            ([name, a, b]) =>
              html`<tr>
                  <th scope="row">${this.say(name)}</th>
                  <td>${formatScore(a, 4)}</td>
                  <td>${formatScore(b, 4)}</td>
                </tr>
                <tr>
                  <td class="leads" colspan="3">${this.say(words.leads, b - a)}</td>
                </tr>`,
          )}
        </tbody>
      </table>
    </div>`;
  }

  #chart({ cases, best, final }: ValidationOrder, width: number) {
    const frame: ChartFrame = {
      left: 44,
      top: 24,
      width: width - 44 - 16,
      height: 240,
      x: {
        min: -0.5,
        max: ORDER_CASES - 0.5,
        ticks: cases.flatMap((_, i) => (i % (this.isNarrow || this.room < 1000 ? 2 : 1) === 0 ? [i] : [])),
        label: this.say(words.casesAxis),
        text: (i) => formatVoxelsShort(cases[i].voxels),
      },
      y: {
        min: 0.4,
        max: 1,
        ticks: [0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1],
        label: 'Dice',
        text: (tick) => tick.toFixed(1),
      },
    };
    return html`<svg
      width=${width}
      height="302"
      role="img"
      aria-label=${this.say(words.orderChart, this.numbers as never)}
    >
      ${chartAxes(frame)}
      ${cases.map((_, i) => {
        const x = placeX(frame, i);
        const [a, b] = [placeY(frame, best.perCase[i]), placeY(frame, final.perCase[i])];
        return svg`<line class="pair" x1=${x} x2=${x} y1=${a} y2=${b} />
          <circle class="full" cx=${x} cy=${b} r="4.5" />
          <circle class="ring" cx=${x} cy=${a} r="4.5" />`;
      })}
    </svg>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'dl-fig-checkpoint-order': FigCheckpointOrder;
  }
}
