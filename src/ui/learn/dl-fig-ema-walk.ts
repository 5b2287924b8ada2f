import { css, html, svg } from 'lit';
import { customElement } from 'lit/decorators.js';
import { EMA_WALK, WALK_EPOCHS, type EmaWalk } from '../../core/learn/figure-ema-walk.ts';
import { checkpointWords as words } from '../../core/messages/learn-checkpoint-figures.ts';
import { baseStyles } from '../controls/base-styles.ts';
import { chartAxes, linePath, placeX, placeY, type ChartFrame, type Point } from './figure-chart.ts';
import { chartWidth, factStyles, lineEnds } from './figure-facts.ts';
import { figureStyles } from './figure-styles.ts';
import { LearnFigure } from './learn-figure.ts';

/** A running average walked through epoch by epoch, with the ticks of its new bests. */
@customElement('dl-fig-ema-walk')
export class FigEmaWalk extends LearnFigure<EmaWalk> {
  readonly model = EMA_WALK;

  static override styles = [
    baseStyles,
    figureStyles,
    factStyles,
    css`
      .best-tick {
        stroke: var(--ema);
        stroke-width: 2;
      }
      .nan {
        fill: var(--hover);
      }
    `,
  ];

  protected draw(result: EmaWalk) {
    const { isNarrow } = this;
    const facts = result.steps[result.epoch];
    const step = { ...facts, epoch: result.epoch, isNewBest: Number(facts.isNewBest) };
    return html`<div class="beside ${isNarrow ? 'narrow' : ''}">
      ${this.#chart(result, chartWidth(this.room, isNarrow))}
      <div>
        <div class="caption">${this.say(words.epoch)} ${result.epoch}</div>
        <div class="own">
          <div class="big">${Number.isNaN(facts.ema) ? 'NaN' : facts.ema.toFixed(4)}</div>
        </div>
        <p class="equation">${this.say(words.step, step)}</p>
        <p class="verdict">${this.say(words.verdict, step)}</p>
      </div>
    </div>`;
  }

  #chart({ steps, epoch }: EmaWalk, width: number) {
    const frame: ChartFrame = {
      left: 44,
      top: 24,
      width: width - 44 - 60,
      height: 250,
      x: { min: -1, max: WALK_EPOCHS, ticks: [0, 10, 20, 30, 40, 50], label: this.say(words.epochAxis) },
      y: {
        min: 0.3,
        max: 1,
        ticks: [0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1],
        label: 'Dice',
        text: (tick) => tick.toFixed(1),
      },
    };
    const bottom = frame.top + frame.height;
    const points = steps.map(({ ema }, at): Point => [at, ema]);
    const nanAt = steps.findIndex(({ ema }) => Number.isNaN(ema));
    const x = placeX(frame, epoch);
    return html`<svg
      width=${width}
      height="312"
      role="img"
      aria-label=${this.say(words.walkChart, this.numbers as never)}
    >
      ${
        nanAt < 0
          ? ''
          : svg`<rect class="nan" x=${placeX(frame, nanAt)} y=${frame.top} width=${placeX(frame, WALK_EPOCHS) - placeX(frame, nanAt)} height=${frame.height} />
            <text class="strong" text-anchor="end" x=${placeX(frame, WALK_EPOCHS) - 6} y=${frame.top + 16}>EMA = NaN</text>`
      }
      ${chartAxes(frame)}
      ${steps.map(({ mean }, at) =>
        Number.isNaN(mean)
          ? ''
          : svg`<circle class="point ${at > epoch ? 'pale' : ''}" cx=${placeX(frame, at)} cy=${placeY(frame, mean)} r="2.6" />`,
      )}
      <path class="ema pale" d=${linePath(frame, points.slice(epoch))} />
      <path class="ema" d=${linePath(frame, points.slice(0, epoch + 1))} />
      ${steps.map(({ isNewBest }, at) =>
        isNewBest
          ? svg`<line class="best-tick ${at > epoch ? 'pale' : ''}" x1=${placeX(frame, at)} x2=${placeX(frame, at)} y1=${bottom - 9} y2=${bottom} />`
          : '',
      )}
      <line class="cursor" x1=${x} x2=${x} y1=${frame.top} y2=${bottom} />
      ${lineEnds(frame, [
        { y: steps.at(-1)!.ema, text: this.say(words.average), name: 'ema' },
        { y: frame.y.min, text: this.say(words.newBests), name: 'ema' },
      ])}
    </svg>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'dl-fig-ema-walk': FigEmaWalk;
  }
}
