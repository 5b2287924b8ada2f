import { css, html, svg } from 'lit';
import { customElement } from 'lit/decorators.js';
import { DROP_AT, EMA_LAG, LAG_EPOCHS, type EmaLag } from '../../core/learn/figure-ema-lag.ts';
import { pseudoDiceWords as words } from '../../core/messages/learn-pseudo-dice.ts';
import { baseStyles } from '../controls/base-styles.ts';
import { chartAxes, linePath, placeX, placeY, type ChartFrame, type Point } from './figure-chart.ts';
import { figureStyles } from './figure-styles.ts';
import { LearnFigure } from './learn-figure.ts';

/** A network that gets worse at once: what an epoch shows, and what the running average does. */
@customElement('dl-fig-ema-lag')
export class FigEmaLag extends LearnFigure<EmaLag> {
  readonly model = EMA_LAG;

  static override styles = [
    baseStyles,
    figureStyles,
    css`
      .two {
        grid-template-columns: minmax(0, 1fr) 220px;
        align-items: start;
      }
      dl {
        display: grid;
        gap: var(--s1);
        margin: 24px 0 0;
      }
      dt {
        color: var(--text-2);
      }
      dd {
        margin: 0 0 var(--s3);
        font: 600 19px/26px var(--font);
      }
      dd small {
        color: var(--text-3);
        font: 400 var(--t-caption) var(--font);
      }
    `,
  ];

  protected draw(drawn: EmaLag) {
    const { isNarrow, room } = this;
    const facts: readonly (readonly [string, string, string])[] = [
      [this.say(words.delay), this.say(words.epochs, drawn.delay), 'w / (1 − w)'],
      [this.say(words.halfLife), this.say(words.epochs, drawn.halfLife), 'ln 0.5 / ln w'],
      [this.say(words.noiseLeft), `${(drawn.noise * 100).toFixed(0)} %`, '√((1 − w) / (1 + w))'],
      [
        this.say(words.seenHere),
        Number.isNaN(drawn.seenAfter) ? this.say(words.never) : this.say(words.epochsWhole, drawn.seenAfter),
        '',
      ],
    ];
    return html`<div class=${isNarrow ? 'two narrow' : 'two'}>
      ${this.#chart(drawn, isNarrow ? room : room - 244)}
      <dl>
        ${facts.map(
          ([name, value, formula]) =>
            html`<dt>${name}</dt>
              <dd>${value} <small>${formula}</small></dd>`,
        )}
      </dl>
    </div>`;
  }

  #chart({ truth, shown, ema, delay, halfLife, noise }: EmaLag, width: number) {
    const frame: ChartFrame = {
      left: 44,
      top: 24,
      width: width - 44 - 96,
      height: this.plotHeight,
      x: { min: 0, max: LAG_EPOCHS - 1, ticks: [0, 20, 40, 60, 80, 100], label: this.say(words.epoch) },
      y: { min: 0.6, max: 1, ticks: [0.6, 0.7, 0.8, 0.9, 1], label: 'Dice', text: (t) => t.toFixed(1) },
    };
    const points = (values: readonly number[]): Point[] => values.map((value, epoch) => [epoch, value]);
    const end = frame.left + frame.width + 6;
    const last = ema[ema.length - 1];
    const lastTruth = truth[truth.length - 1];
    const apart = placeY(frame, last) < placeY(frame, lastTruth) ? -1 : 1;
    return html`<svg
      width=${width}
      height=${this.plotHeight + 74}
      role="img"
      aria-label=${this.say(words.lagChart, { delay, halfLife, noise })}
    >
      ${chartAxes(frame)}
      ${svg`<line class="cursor" x1=${placeX(frame, DROP_AT)} x2=${placeX(frame, DROP_AT)} y1=${frame.top} y2=${frame.top + frame.height} />
        <path class="dashed" d=${linePath(frame, points(truth))} />
        ${shown.map((value, epoch) => svg`<circle class="epoch" cx=${placeX(frame, epoch)} cy=${placeY(frame, Math.min(1, Math.max(0.6, value)))} r="2" />`)}
        <path class="ema" d=${linePath(frame, points(ema))} />
        <text class="halo" x=${end} y=${placeY(frame, lastTruth) + 4 - apart * 8}>${this.say(words.truth)}</text>
        <text class="strong halo" x=${end} y=${placeY(frame, last) + 4 + apart * 8}>EMA</text>`}
    </svg>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'dl-fig-ema-lag': FigEmaLag;
  }
}
