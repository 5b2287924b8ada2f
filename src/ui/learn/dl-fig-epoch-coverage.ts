import { html, svg } from 'lit';
import { customElement } from 'lit/decorators.js';
import {
  EPOCH_COVERAGE,
  EPOCH_ITERATIONS,
  type EpochCoverage,
} from '../../core/learn/figure-epoch-coverage.ts';
import { patchesWords as words } from '../../core/messages/learn-patches-figures.ts';
import { formatShare } from '../../core/text/format.ts';
import { baseStyles } from '../controls/base-styles.ts';
import { chartAxes, linePath, type ChartFrame, type Point } from './figure-chart.ts';
import { chartWidth, factList, factStyles, lineEnds } from './figure-facts.ts';
import { figureStyles } from './figure-styles.ts';
import { LearnFigure } from './learn-figure.ts';

/** The chance that a case, its middle and its corner have been seen, over the iterations of one epoch. */
@customElement('dl-fig-epoch-coverage')
export class FigEpochCoverage extends LearnFigure<EpochCoverage> {
  readonly model = EPOCH_COVERAGE;

  static override styles = [baseStyles, figureStyles, factStyles];

  protected draw(result: EpochCoverage) {
    const { isNarrow } = this;
    const { draws, unseenCases, middle, corner } = result;
    return html`<div class="beside ${isNarrow ? 'narrow' : ''}">
      ${this.#chart(result, chartWidth(this.room, isNarrow))}
      ${factList([
        { value: draws.perEpoch.toPrecision(3), label: this.say(words.perEpoch) },
        {
          value: unseenCases > 0 && unseenCases < 0.01 ? '<0.01' : unseenCases.toFixed(2),
          label: this.say(words.unseenCases),
        },
        { value: formatShare(middle), label: this.say(words.byMiddle) },
        { value: formatShare(corner), label: this.say(words.byCorner) },
      ])}
    </div>`;
  }

  #chart({ byCase, byMiddle, byCorner }: EpochCoverage, width: number) {
    const frame: ChartFrame = {
      left: 48,
      top: 24,
      width: width - 48 - 100,
      height: 230,
      x: {
        min: 0,
        max: EPOCH_ITERATIONS,
        ticks: [0, 50, 100, 150, 200, 250],
        label: this.say(words.iterations),
      },
      y: {
        min: 0,
        max: 1,
        ticks: [0, 0.25, 0.5, 0.75, 1],
        label: this.say(words.chance),
        text: (tick) => `${tick * 100} %`,
      },
    };
    const pathOf = (chances: readonly number[]) =>
      linePath(
        frame,
        chances.map((chance, i): Point => [i, chance]),
      );
    return html`<svg
      width=${width}
      height="292"
      role="img"
      aria-label=${this.say(words.coverageChart, this.numbers as never)}
    >
      ${chartAxes(frame)}
      ${[
        [byCorner, 'second dashed'],
        [byMiddle, 'second'],
        [byCase, 'line'],
      ].map(
        ([chances, name]) => svg`<path class=${name as string} d=${pathOf(chances as readonly number[])} />`,
      )}
      ${lineEnds(frame, [
        { y: byCase[EPOCH_ITERATIONS], text: this.say(words.byCase), name: 'line' },
        { y: byMiddle[EPOCH_ITERATIONS], text: this.say(words.byMiddle), name: 'second' },
        { y: byCorner[EPOCH_ITERATIONS], text: this.say(words.byCorner), name: 'second' },
      ])}
    </svg>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'dl-fig-epoch-coverage': FigEpochCoverage;
  }
}
