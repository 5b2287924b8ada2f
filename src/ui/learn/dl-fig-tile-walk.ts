import { css, html, svg } from 'lit';
import { customElement } from 'lit/decorators.js';
import { TILE_WALK, type TilesAlong, type TilesSettings } from '../../core/learn/figure-tile-walk.ts';
import { patchesWords as words } from '../../core/messages/learn-patches-figures.ts';
import { integer } from '../../core/messages/sentence.ts';
import { roundNumbers } from '../../core/charts/chart-ticks.ts';
import { formatBytes, formatShare } from '../../core/text/format.ts';
import { baseStyles } from '../controls/base-styles.ts';
import { chartAxes, linePath, placeX, placeY, type ChartFrame, type Point } from './figure-chart.ts';
import { chartWidth, factList, factStyles } from './figure-facts.ts';
import { figureStyles } from './figure-styles.ts';
import { LearnFigure } from './learn-figure.ts';

const ROW = 11;

/** Tiles of the sliding window and training patches along one axis, with what they do at its ends. */
@customElement('dl-fig-tile-walk')
export class FigTileWalk extends LearnFigure<TilesAlong & TilesSettings> {
  readonly model = TILE_WALK;

  static override styles = [
    baseStyles,
    figureStyles,
    factStyles,
    css`
      .image {
        fill: var(--line-strong);
      }
      .tile {
        fill: var(--raised);
        stroke: var(--text-2);
      }
      .patch {
        fill: none;
        stroke: var(--text);
        stroke-width: 1.6;
      }
    `,
  ];

  protected draw(result: TilesAlong & TilesSettings) {
    const { isNarrow } = this;
    const { starts, tiles, passes, accumulatorBytes, chances } = result;
    const shown = starts.length > 6 ? [...starts.slice(0, 3), '…', starts.at(-1)!] : starts;
    return html`<div class="beside ${isNarrow ? 'narrow' : ''}">
      ${this.#chart(result, chartWidth(this.room, isNarrow))}
      ${factList([
        { value: shown.join(', ').replaceAll('-', '−'), label: this.say(words.starts) },
        {
          value: integer(tiles),
          label: this.say(words.tileCount),
          note: `${this.say(words.passes)}: ${integer(passes)}`,
        },
        { value: formatBytes(accumulatorBytes), label: this.say(words.accumulators) },
        {
          value: `${formatShare(chances[0])} / ${formatShare(chances[Math.floor(chances.length / 2)])}`,
          label: this.say(words.edgeAndMiddle),
        },
      ])}
    </div>`;
  }

  #chart(
    { image, patch, starts, forcedAt, beyond, weights, chances }: TilesAlong & TilesSettings,
    width: number,
  ) {
    const from = Math.min(0, ...starts);
    const to = Math.max(image, forcedAt + patch, starts.at(-1)! + patch);
    const rows = 20 + starts.length * ROW;
    const frame: ChartFrame = {
      left: 44,
      top: 56 + rows + 52,
      width: width - 44 - 130,
      height: 130,
      x: {
        min: from,
        max: to,
        ticks: roundNumbers(from, to, 6),
        label: this.say(words.placeAxis),
        text: (tick) => `${tick}`.replace('-', '−'),
      },
      y: {
        min: 0,
        max: 1,
        ticks: [0, 0.5, 1],
        label: this.say(words.relative),
        text: (tick) => `${tick * 100} %`,
      },
    };
    const box = (name: string, start: number, length: number, y: number) =>
      svg`<rect class=${name} x=${placeX(frame, start)} width=${placeX(frame, start + length) - placeX(frame, start)} y=${y} height="8" />`;
    const name = (text: string, y: number) => svg`<text x=${frame.left} y=${y}>${text}</text>`;
    const pathOf = (values: readonly number[]) => {
      const top = Math.max(...values);
      return linePath(
        frame,
        values.map((value, i): Point => [i + 0.5, value / top]),
      );
    };
    return html`<svg
      width=${width}
      height=${frame.top + 130 + 44}
      role="img"
      aria-label=${this.say(words.tilesChart, this.numbers as never)}
    >
      ${name(`${this.say(words.imageRow)}, ${this.say(words.voxels, image)}`, 12)}
      ${box('image', 0, image, 18)} ${name(this.say(words.tilesRow), 44)}
      ${starts.map((start, i) => box('tile', start, patch, 50 + i * ROW))}
      ${name(this.say(words.forcedRow), 50 + rows)} ${box('patch', forcedAt, patch, 56 + rows)}
      <text x=${placeX(frame, forcedAt + patch)} y=${78 + rows} text-anchor="end">
        ${this.say(words.beyond, beyond)}
      </text>
      ${chartAxes(frame)}
      <path class="line" d=${pathOf(weights)} />
      <path class="second dashed" d=${pathOf(chances)} />
      <text class="strong" x=${placeX(frame, image) + 10} y=${placeY(frame, 0.78)}>
        ${this.say(words.weightName)}
      </text>
      <text x=${placeX(frame, image) + 10} y=${placeY(frame, 0.4)}>${this.say(words.chanceName)}</text>
    </svg>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'dl-fig-tile-walk': FigTileWalk;
  }
}
