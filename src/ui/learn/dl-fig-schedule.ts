import { html } from 'lit';
import { customElement } from 'lit/decorators.js';
import { SCHEDULES, type SchedulesCompared } from '../../core/learn/figure-schedule.ts';
import { roundNumbers } from '../../core/charts/chart-ticks.ts';
import { lengthWords as words } from '../../core/messages/learn-length-figures.ts';
import { formatShare } from '../../core/text/format.ts';
import { baseStyles } from '../controls/base-styles.ts';
import { chartAxes, linePath, placeX, placeY, type ChartFrame, type Point } from './figure-chart.ts';
import { factStyles } from './figure-facts.ts';
import { figureStyles } from './figure-styles.ts';
import { LearnFigure } from './learn-figure.ts';

const HIGHEST = 0.01;

/** Learning rates over the epochs: as set, a cosine of the same length, nnU-Net's own. */
@customElement('dl-fig-schedule')
export class FigSchedule extends LearnFigure<SchedulesCompared> {
  readonly model = SCHEDULES;

  static override styles = [baseStyles, figureStyles, factStyles];

  protected draw(result: SchedulesCompared) {
    const { isNarrow, room } = this;
    const { chosen, cosine, usual } = result;
    return html`<div class=${isNarrow ? 'two narrow' : 'two'}>
      ${this.#chart(result, isNarrow ? room : (room - 24) / 2)}
      <table>
        <thead>
          <tr>
            <th scope="col">${this.say(words.rate)}</th>
            <th scope="col">${this.say(words.atHalf)}</th>
            <th scope="col">${this.say(words.atLast)}</th>
            <th scope="col">${this.say(words.belowTenth)}</th>
          </tr>
        </thead>
        <tbody>
          ${[
            [words.chosen, chosen] as const,
            [words.cosine, cosine] as const,
            [words.usual, usual] as const,
          ].map(
            ([name, curve]) =>
              html`<tr>
                <th scope="row">${this.say(name)}</th>
                <td>${curve.half.toPrecision(3)}</td>
                <td>${rateText(curve.last)}</td>
                <td>${formatShare(curve.low)}</td>
              </tr>`,
          )}
        </tbody>
      </table>
    </div>`;
  }

  #chart({ chosen, cosine, usual }: SchedulesCompared, width: number) {
    const epochs = Math.max(chosen.rates.length, usual.rates.length);
    const frame: ChartFrame = {
      left: 52,
      top: 24,
      width: width - 52 - 20,
      height: 240,
      x: { min: 0, max: epochs, ticks: roundNumbers(0, epochs, 5), label: this.say(words.epochAxis) },
      y: {
        min: 0,
        max: HIGHEST * 1.04,
        ticks: [0, 0.0025, 0.005, 0.0075, 0.01],
        label: this.say(words.rate),
        text: (tick) => `${tick}`,
      },
    };
    const pathOf = (rates: readonly number[]) =>
      linePath(frame, [...rates.map((rate, i): Point => [i, rate]), [rates.length, 0]]);
    const named = Math.floor(chosen.rates.length * 0.75);
    return html`<svg
      width=${width}
      height="302"
      role="img"
      aria-label=${this.say(words.scheduleChart, this.numbers as never)}
    >
      ${chartAxes(frame)}
      <path class="thin" d=${pathOf(usual.rates)} />
      <path class="second dashed" d=${pathOf(cosine.rates)} />
      <path class="line" d=${pathOf(chosen.rates)} />
      <text class="strong" x=${placeX(frame, named) + 8} y=${placeY(frame, chosen.rates[named]) - 6}>
        ${this.say(words.chosen)}
      </text>
      <text x=${placeX(frame, usual.rates.length * 0.62) + 8} y=${placeY(frame, usual.rates[620]) - 6}>
        ${this.say(words.usual)}
      </text>
    </svg>`;
  }
}

/** A rate with three digits, as small as it is. */
function rateText(rate: number): string {
  const [digits, power] = rate.toExponential(2).split('e-');
  return rate >= 1e-4 || rate === 0 ? rate.toPrecision(3) : `${digits} × 10${superscript(power)}`;
}

function superscript(power: string): string {
  return `⁻${[...power].map((digit) => '⁰¹²³⁴⁵⁶⁷⁸⁹'[Number(digit)]).join('')}`;
}

declare global {
  interface HTMLElementTagNameMap {
    'dl-fig-schedule': FigSchedule;
  }
}
