import { css, html, svg } from 'lit';
import { customElement } from 'lit/decorators.js';
import { REPEAT_NOISE, type RepeatNoise, type RepeatSettings } from '../../core/learn/figure-repeat-noise.ts';
import { formatTick, roundNumbers } from '../../core/charts/chart-ticks.ts';
import { lengthWords as words } from '../../core/messages/learn-length-figures.ts';
import { integer } from '../../core/messages/sentence.ts';
import { formatShare } from '../../core/text/format.ts';
import { baseStyles } from '../controls/base-styles.ts';
import { bandPath, chartAxes, linePath, placeX, type ChartFrame } from './figure-chart.ts';
import { chartWidth, factList, factStyles } from './figure-facts.ts';
import { figureStyles } from './figure-styles.ts';
import { LearnFigure } from './learn-figure.ts';

/** The chart of differences reaches this far to either side. */
const REACH = 0.035;
const STEPS = 281;

/** Repeats of one method, drawn twice, and how far their means differ by chance. */
@customElement('dl-fig-repeat-noise')
export class FigRepeatNoise extends LearnFigure<RepeatNoise & RepeatSettings> {
  readonly model = REPEAT_NOISE;

  static override styles = [
    baseStyles,
    figureStyles,
    factStyles,
    css`
      .mean {
        stroke: var(--text);
        stroke-width: 2;
      }
      .tail {
        fill: var(--text);
        opacity: 0.3;
      }
    `,
  ];

  protected draw(result: RepeatNoise & RepeatSettings) {
    const { isNarrow } = this;
    const { chance, least, needed } = result;
    const width = chartWidth(this.room, isNarrow);
    return html`<div class="beside ${isNarrow ? 'narrow' : ''}">
      <div>${this.#groups(result, width)} ${this.#differences(result, width)}</div>
      ${factList([
        { value: formatShare(chance), label: this.say(words.chance) },
        { value: formatTick(least, 4), label: this.say(words.least) },
        {
          value: needed === null ? this.say(words.noNumber) : integer(needed),
          label: this.say(words.needed),
        },
      ])}
    </div>`;
  }

  #groups({ groups }: RepeatNoise, width: number) {
    const scores = groups.flatMap((group) => group.scores);
    const [low, high] = [Math.min(...scores) - 0.002, Math.max(...scores) + 0.002];
    const frame: ChartFrame = {
      left: 120,
      top: 4,
      width: width - 120 - 100,
      height: 72,
      x: {
        min: low,
        max: high,
        ticks: roundNumbers(low, high, 4),
        label: '',
        text: (tick) => tick.toFixed(3),
      },
      y: { min: 0, max: 1, ticks: [], label: '' },
    };
    return html`<svg width=${width} height="100" aria-hidden="true">
      ${chartAxes(frame)}
      ${groups.map(({ scores: own, mean }, i) => {
        const y = frame.top + 20 + i * 32;
        return svg`<text x=${frame.left - 12} y=${y + 4} text-anchor="end">${this.say(i === 0 ? words.methodA : words.methodB)}</text>
          <line class="grid" x1=${frame.left} x2=${frame.left + frame.width} y1=${y} y2=${y} />
          ${own.map((score) => svg`<circle class="dot" cx=${placeX(frame, score)} cy=${y} r="3.5" />`)}
          <line class="mean" x1=${placeX(frame, mean)} x2=${placeX(frame, mean)} y1=${y - 10} y2=${y + 10} />
          <text x=${frame.left + frame.width + 12} y=${y + 4}>${this.say(words.meanOf, mean)}</text>`;
      })}
    </svg>`;
  }

  #differences({ standardError, difference, chance, least }: RepeatNoise & RepeatSettings, width: number) {
    const height = (at: number) => Math.exp(-0.5 * (at / standardError) ** 2);
    const frame: ChartFrame = {
      left: this.isNarrow ? 24 : 120,
      top: 20,
      width: this.isNarrow ? width - 48 : width - 120 - 100,
      height: 120,
      x: {
        min: -REACH,
        max: REACH,
        ticks: this.isNarrow ? [-0.03, 0, 0.03] : [-0.03, -0.02, -0.01, 0, 0.01, 0.02, 0.03],
        label: this.say(words.differenceAxis),
        text: (tick) => formatTick(tick, 2),
      },
      y: { min: 0, max: 1.05, ticks: [], label: '' },
    };
    const places = Array.from({ length: STEPS }, (_, i) => -REACH + (2 * REACH * i) / (STEPS - 1));
    const tail = (side: 1 | -1) => {
      const beyond = places.filter((at) => side * at > difference);
      const from = side * difference;
      const edge = side === 1 ? [from, ...beyond] : [...beyond, from];
      return bandPath(
        frame,
        edge.map((at) => [at, 0, height(at)] as const),
      );
    };
    return html`<svg
      width=${width}
      height="184"
      role="img"
      aria-label=${this.say(words.repeatChart, { chance, least })}
    >
      ${chartAxes(frame)}
      <path class="tail" d=${tail(1)} />
      <path class="tail" d=${tail(-1)} />
      <path
        class="second"
        d=${linePath(
          frame,
          places.map((at) => [at, height(at)]),
        )}
      />
      ${[difference, -difference].map((at) => {
        const x = placeX(frame, at);
        return svg`<line class="cursor" x1=${x} x2=${x} y1=${frame.top} y2=${frame.top + frame.height} />`;
      })}
      <text class="strong" x=${placeX(frame, difference) + 6} y=${frame.top + 10}>
        ${formatTick(difference, 3)}
      </text>
    </svg>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'dl-fig-repeat-noise': FigRepeatNoise;
  }
}
