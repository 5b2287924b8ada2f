import { css, html, svg } from 'lit';
import { customElement } from 'lit/decorators.js';
import { EARLY_STOP, type EarlyStop } from '../../core/learn/figure-early-stop.ts';
import { lengthWords as words } from '../../core/messages/learn-length-figures.ts';
import { formatScore } from '../../core/text/format.ts';
import { baseStyles } from '../controls/base-styles.ts';
import { chartAxes, linePath, placeX, placeY, type ChartFrame, type Point } from './figure-chart.ts';
import { chartWidth, factList, factStyles, lineEnds } from './figure-facts.ts';
import { figureStyles } from './figure-styles.ts';
import { LearnFigure } from './learn-figure.ts';

/** A training stopped by its patience, the same to its end, and one planned for the shorter length. */
@customElement('dl-fig-early-stop')
export class FigEarlyStop extends LearnFigure<EarlyStop> {
  readonly model = EARLY_STOP;

  static override styles = [
    baseStyles,
    figureStyles,
    factStyles,
    css`
      .waiting {
        fill: var(--hover);
      }
    `,
  ];

  protected draw(result: EarlyStop) {
    const { isNarrow } = this;
    const { stoppedAt, stoppedEma, fullEma, plannedEma, saved } = result;
    const facts = [{ value: formatScore(fullEma, 4), label: this.say(words.atEnd) }];
    const stopFacts = [
      {
        value: formatScore(stoppedEma, 4),
        label: this.say(words.atStop),
        note: this.say(words.cost, fullEma - stoppedEma),
      },
      {
        value: formatScore(plannedEma, 4),
        label: this.say(words.shorterPlan),
        note: this.say(words.cost, fullEma - plannedEma),
      },
    ];
    return html`<div class="beside ${isNarrow ? 'narrow' : ''}">
      ${this.#chart(result, chartWidth(this.room, isNarrow))}
      <div>
        ${factList(stoppedAt === null ? facts : [...stopFacts, ...facts])}
        <p class="verdict">
          ${stoppedAt === null ? this.say(words.neverStopped) : this.say(words.saved, saved)}
        </p>
      </div>
    </div>`;
  }

  #chart({ full, planned, stoppedAt, bestAt }: EarlyStop, width: number) {
    const epochs = full.emas.length;
    const frame: ChartFrame = {
      left: 48,
      top: 24,
      width: width - 48 - 120,
      height: 250,
      x: { min: 0, max: epochs, ticks: [0, 200, 400, 600, 800, 1000], label: this.say(words.epochAxis) },
      y: {
        min: 0.78,
        max: 0.92,
        ticks: [0.78, 0.8, 0.82, 0.84, 0.86, 0.88, 0.9, 0.92],
        label: this.say(words.emaAxis),
        text: (tick) => tick.toFixed(2),
      },
    };
    const pathOf = (emas: readonly number[]) =>
      linePath(
        frame,
        emas.map((ema, i): Point => [i, ema]),
      );
    const end = stoppedAt ?? epochs - 1;
    const x = placeX(frame, end);
    const isRight = end > epochs * 0.75;
    return html`<svg
      width=${width}
      height="312"
      role="img"
      aria-label=${this.say(words.stopChart, this.numbers as never)}
    >
      ${
        stoppedAt === null
          ? ''
          : svg`<rect class="waiting" x=${placeX(frame, bestAt)} width=${x - placeX(frame, bestAt)} y=${frame.top} height=${frame.height} />`
      }
      ${chartAxes(frame)}
      <path class="ema pale" d=${pathOf(full.emas)} />
      <path class="ema" d=${pathOf(full.emas.slice(0, end + 1))} />
      ${
        stoppedAt === null
          ? ''
          : svg`<path class="line" d=${pathOf(planned.emas)} />
            <line class="cursor" x1=${x} x2=${x} y1=${frame.top} y2=${frame.top + frame.height} />
            <circle class="full" cx=${x} cy=${placeY(frame, planned.emas[end])} r="4" />
            <circle class="dot" cx=${x} cy=${placeY(frame, full.emas[end])} r="4" />
            <text class="strong" text-anchor=${isRight ? 'end' : 'start'} x=${x + (isRight ? -10 : 10)} y=${placeY(frame, planned.emas[end]) - 10}>${this.say(words.planned, end + 1)}</text>
            <text class="strong" text-anchor=${isRight ? 'end' : 'start'} x=${x + (isRight ? -10 : 10)} y=${placeY(frame, full.emas[end]) + 22}>${this.say(words.stopped, end)}</text>`
      }
      ${lineEnds(frame, [{ y: full.emas.at(-1)!, text: this.say(words.whole), name: 'ema' }])}
    </svg>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'dl-fig-early-stop': FigEarlyStop;
  }
}
