import { css, html, svg } from 'lit';
import { customElement } from 'lit/decorators.js';
import { SAME_CONDITIONS, type SameConditions } from '../../core/learn/figure-same-conditions.ts';
import { lengthWords as words } from '../../core/messages/learn-length-figures.ts';
import { conditionWords } from '../../core/messages/runs.ts';
import { conditionText } from '../../core/runs/condition-texts.ts';
import { roundNumbers } from '../../core/charts/chart-ticks.ts';
import { formatScore, formatShare } from '../../core/text/format.ts';
import { baseStyles } from '../controls/base-styles.ts';
import { chartAxes, placeX, placeY, type ChartFrame } from './figure-chart.ts';
import { factStyles } from './figure-facts.ts';
import { figureStyles } from './figure-styles.ts';
import { LearnFigure } from './learn-figure.ts';

/** Conditions of two trainings side by side, and what each log would say of one and the same prediction. */
@customElement('dl-fig-same-conditions')
export class FigSameConditions extends LearnFigure<SameConditions> {
  readonly model = SAME_CONDITIONS;

  static override styles = [
    baseStyles,
    figureStyles,
    factStyles,
    css`
      .differs {
        font-weight: 600;
      }
      .differs th {
        font-weight: 600;
      }
      .range {
        stroke: var(--text-3);
        stroke-width: 4;
      }
    `,
  ];

  protected draw(result: SameConditions) {
    const { isNarrow, room } = this;
    return html`<div class=${isNarrow ? 'two narrow' : 'two'}>
      ${this.#table(result)} ${this.#chart(result, isNarrow ? room : (room - 24) / 2)}
    </div>`;
  }

  #table({ rows, a, b }: SameConditions) {
    return html`<table>
      <thead>
        <tr>
          <th scope="col">${this.say(words.condition)}</th>
          <th scope="col">${this.say(words.runA)}</th>
          <th scope="col">${this.say(words.runB)}</th>
        </tr>
      </thead>
      <tbody>
        ${rows.map(
          ({ key, values, differs }) =>
            html`<tr class=${differs ? 'differs' : ''}>
              <th scope="row">
                ${this.say(conditionWords[key])}${differs ? ` · ${this.say(words.differs)}` : ''}
              </th>
              <td>${conditionText(values[0])}</td>
              <td>${conditionText(values[1])}</td>
            </tr>`,
        )}
        <tr>
          <th scope="row">${this.say(words.forcedShare)}</th>
          <td>${formatShare(a.forced)}</td>
          <td>${formatShare(b.forced)}</td>
        </tr>
        <tr>
          <th scope="row">${this.say(words.voxelsPerEpoch)}</th>
          <td>${this.say(words.voxelsText, a.voxelsPerEpoch)}</td>
          <td>${this.say(words.voxelsText, b.voxelsPerEpoch)}</td>
        </tr>
      </tbody>
    </table>`;
  }

  #chart({ a, b, dice }: SameConditions, width: number) {
    const values = [dice, a.pseudo.low, a.pseudo.high, b.pseudo.low, b.pseudo.high].filter(Number.isFinite);
    const [low, high] = [Math.min(...values) - 0.03, Math.min(1, Math.max(...values) + 0.03)];
    const frame: ChartFrame = {
      left: 96,
      top: 40,
      width: width - 96 - 56,
      height: 150,
      x: {
        min: low,
        max: high,
        ticks: roundNumbers(low, high, 4),
        label: 'Dice',
        text: (tick) => tick.toFixed(2),
      },
      y: { min: 0, max: 3, ticks: [], label: '' },
    };
    const rows = [
      { name: this.say(words.wholeDice), mean: dice, low: dice, high: dice },
      { name: this.say(words.runA), ...a.pseudo },
      { name: this.say(words.runB), ...b.pseudo },
    ];
    const bottom = frame.top + frame.height;
    return html`<div>
      <p class="verdict">${this.say(words.predictionsSame)}</p>
      <svg
        width=${width}
        height="236"
        role="img"
        aria-label=${this.say(words.conditionsChart, this.numbers as never)}
      >
        ${chartAxes(frame)}
        <line
          class="second dashed"
          x1=${placeX(frame, dice)}
          x2=${placeX(frame, dice)}
          y1=${frame.top}
          y2=${bottom}
        />
        ${rows.map(({ name, mean, low: from, high: to }, i) => {
          const y = placeY(frame, 2.5 - i);
          return svg`<text x=${frame.left - 12} y=${y + 4} text-anchor="end">${name}</text>
            <line class="range" x1=${placeX(frame, from)} x2=${placeX(frame, to)} y1=${y} y2=${y} />
            <circle class="full" cx=${placeX(frame, mean)} cy=${y} r="5" />
            <text class="strong" x=${placeX(frame, to) + 10} y=${y + 4}>${formatScore(mean)}</text>`;
        })}
      </svg>
    </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'dl-fig-same-conditions': FigSameConditions;
  }
}
