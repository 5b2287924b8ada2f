import { html, svg } from 'lit';
import { customElement } from 'lit/decorators.js';
import { FROZEN_DICE, FROZEN_LUCK, type FrozenTraining } from '../../core/learn/figure-frozen-luck.ts';
import { roundNumbers } from '../../core/charts/chart-ticks.ts';
import { checkpointWords as words } from '../../core/messages/learn-checkpoint-figures.ts';
import { formatDifference, formatShare } from '../../core/text/format.ts';
import { baseStyles } from '../controls/base-styles.ts';
import { chartAxes, linePath, placeX, placeY, type ChartFrame } from './figure-chart.ts';
import { chartWidth, factList, factStyles, lineEnds } from './figure-facts.ts';
import { figureStyles } from './figure-styles.ts';
import { LearnFigure } from './learn-figure.ts';

/** Dice above and below the true value that the chart shows, in standard deviations of an epoch. */
const SHOWN = 3.4;

/** A training of a frozen network: its epochs, their average, and the average that is best by luck. */
@customElement('dl-fig-frozen-luck')
export class FigFrozenLuck extends LearnFigure<FrozenTraining> {
  readonly model = FROZEN_LUCK;

  static override styles = [baseStyles, figureStyles, factStyles];

  protected draw(result: FrozenTraining, { spread }: Readonly<Record<string, number>>) {
    const { isNarrow } = this;
    const { luck } = result;
    return html`<div class="beside ${isNarrow ? 'narrow' : ''}">
      ${this.#chart(result, spread, chartWidth(this.room, isNarrow))}
      ${factList([
        {
          value: formatDifference(luck.excess.value, 4),
          label: this.say(words.excess),
          note: this.say(words.ofTrainings),
        },
        { value: formatDifference(luck.excess.high, 4), label: this.say(words.excessHigh) },
        { value: formatShare(luck.early), label: this.say(words.early) },
        { value: formatShare(luck.late), label: this.say(words.late) },
      ])}
    </div>`;
  }

  #chart({ means, emas, bests }: FrozenTraining, spread: number, width: number) {
    const [low, high] = [FROZEN_DICE - SHOWN * spread, FROZEN_DICE + SHOWN * spread];
    const frame: ChartFrame = {
      left: 48,
      top: 24,
      width: width - 48 - 80,
      height: 250,
      x: {
        min: 0,
        max: means.length,
        ticks: roundNumbers(0, means.length, 5),
        label: this.say(words.epochAxis),
      },
      y: {
        min: low,
        max: high,
        ticks: roundNumbers(low, high, 5),
        label: 'Dice',
        text: (tick) => tick.toFixed(3),
      },
    };
    const best = bests.at(-1)!;
    const trueY = placeY(frame, FROZEN_DICE);
    const [x, y] = [placeX(frame, best), placeY(frame, emas[best])];
    return html`<svg
      width=${width}
      height="312"
      role="img"
      aria-label=${this.say(words.frozenChart, { epochs: means.length, ownBest: best, ownExcess: emas[best] - FROZEN_DICE })}
    >
      ${chartAxes(frame)}
      ${means.map((mean, at) =>
        mean < low || mean > high
          ? ''
          : svg`<circle class="point pale" cx=${placeX(frame, at)} cy=${placeY(frame, mean)} r="1.8" />`,
      )}
      <line class="second dashed" x1=${frame.left} x2=${frame.left + frame.width} y1=${trueY} y2=${trueY} />
      <path
        class="ema"
        d=${linePath(
          frame,
          emas.map((ema, at) => [at, ema]),
        )}
      />
      <circle class="ring" cx=${x} cy=${y} r="6" />
      <text
        class="strong"
        x=${x}
        y=${y - 12}
        text-anchor=${best < means.length / 8 ? 'start' : best > means.length * 0.9 ? 'end' : 'middle'}
      >
        ${this.say(words.bestHere)} ${formatDifference(emas[best] - FROZEN_DICE, 4)}
      </text>
      ${lineEnds(frame, [
        { y: emas.at(-1)!, text: 'EMA', name: 'ema' },
        { y: FROZEN_DICE, text: this.say(words.trueValue), name: 'second' },
      ])}
    </svg>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'dl-fig-frozen-luck': FigFrozenLuck;
  }
}
