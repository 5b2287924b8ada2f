import { html, svg } from 'lit';
import { customElement } from 'lit/decorators.js';
import { EPOCH_JUMPS, PATCH_COUNTS, type EpochJumps } from '../../core/learn/figure-epoch-jumps.ts';
import { pseudoDiceWords as words } from '../../core/messages/learn-pseudo-dice.ts';
import { formatScore } from '../../core/text/format.ts';
import { baseStyles } from '../controls/base-styles.ts';
import { diceTicks, epochChart } from './epoch-chart.ts';
import {
  bandPath,
  chartAxes,
  linePath,
  placeX,
  placeY,
  type ChartAxis,
  type ChartFrame,
} from './figure-chart.ts';
import { figureStyles } from './figure-styles.ts';
import { LearnFigure } from './learn-figure.ts';

/** Epochs of a network that never changes, and how their range shrinks with the number of patches. */
@customElement('dl-fig-epoch-jumps')
export class FigEpochJumps extends LearnFigure<EpochJumps> {
  readonly model = EPOCH_JUMPS;

  static override styles = [baseStyles, figureStyles];

  protected draw(drawn: EpochJumps) {
    const { isNarrow, room } = this;
    const [left, right] = isNarrow ? [room, room] : [room * 0.56, room * 0.44 - 24];
    const lows = [
      ...drawn.byPatches.map(({ spread }) => spread.low),
      ...drawn.epochs.map(({ mean }) => mean),
    ];
    const highs = [
      ...drawn.byPatches.map(({ spread }) => spread.high),
      ...drawn.epochs.map(({ mean }) => mean),
    ];
    const min = Math.floor(Math.min(...lows.filter((value) => !Number.isNaN(value))) * 20) / 20;
    const max = Math.min(1, Math.ceil(Math.max(...highs.filter((value) => !Number.isNaN(value))) * 20) / 20);
    const y = {
      min,
      max,
      ticks: diceTicks(min, max),
      label: this.say(words.meanPseudo),
      text: (t: number) => t.toFixed(2),
    };
    return html`<div class=${isNarrow ? 'two narrow' : 'two'}>
      ${this.#epochs(drawn, y, left)} ${this.#ranges(drawn, y, right)}
    </div>`;
  }

  #epochs({ epochs, spread }: EpochJumps, y: ChartAxis, width: number) {
    const frame: ChartFrame = {
      left: 44,
      top: 24,
      width: width - 44 - 110,
      height: this.plotHeight,
      x: { min: 0, max: epochs.length - 1, ticks: [0, 25, 50, 75], label: this.say(words.epochUnchanging) },
      y,
    };
    return html`<svg
      width=${width}
      height=${this.plotHeight + 74}
      role="img"
      aria-label=${this.say(words.jumpsChart, this.numbers)}
    >
      ${epochChart(
        frame,
        epochs.map(({ mean }) => mean),
        spread,
        epochs.map(({ ema }) => ema),
        [{ value: spread.mean, name: this.say(words.meanLevel, formatScore(spread.mean)), kind: 'dashed' }],
      )}
    </svg>`;
  }

  #ranges({ byPatches, perEpoch, spread }: EpochJumps, y: ChartAxis, width: number) {
    const frame: ChartFrame = {
      left: 44,
      top: 24,
      width: width - 44 - 20,
      height: this.plotHeight,
      x: { min: 10, max: 400, ticks: PATCH_COUNTS, label: this.say(words.patchesAxis), isLog: true },
      y,
    };
    const band = byPatches.map((one) => [one.perEpoch, one.spread.low, one.spread.high] as const);
    const x = placeX(frame, perEpoch);
    const at = (value: number) => placeY(frame, Math.min(y.max, Math.max(y.min, value)));
    return html`<svg
      width=${width}
      height=${this.plotHeight + 74}
      role="img"
      aria-label=${this.say(words.rangesChart, this.numbers)}
    >
      ${chartAxes(frame)}
      ${svg`<path class="band" d=${bandPath(frame, band)} />
        <path class="thin" d=${linePath(
          frame,
          byPatches.map((one) => [one.perEpoch, one.spread.mean]),
        )} />
        <line class="line" x1=${x} x2=${x} y1=${at(spread.low)} y2=${at(spread.high)} />
        <text class="strong halo" x=${x + (x > frame.left + frame.width * 0.7 ? -8 : 8)} text-anchor=${x > frame.left + frame.width * 0.7 ? 'end' : 'start'} y=${at(spread.high) - 6}>${this.say(words.rangeOf, formatScore(spread.high - spread.low))}</text>`}
    </svg>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'dl-fig-epoch-jumps': FigEpochJumps;
  }
}
