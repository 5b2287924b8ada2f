import { css, html, svg } from 'lit';
import { customElement } from 'lit/decorators.js';
import {
  BATCH_DRAW,
  BATCH_SIZES,
  DRAW_BALLS,
  DRAW_PATCH,
  DRAW_SIZE,
  type BatchDraw,
} from '../../core/learn/figure-batch-draw.ts';
import { patchesWords as words } from '../../core/messages/learn-patches-figures.ts';
import { baseStyles } from '../controls/base-styles.ts';
import { chartAxes, placeX, placeY, type ChartFrame } from './figure-chart.ts';
import { factStyles } from './figure-facts.ts';
import { figureStyles } from './figure-styles.ts';
import { LearnFigure } from './learn-figure.ts';

/** Voxels round a case in which patches that reach beyond it are drawn. */
const MARGIN = 8;

/** The patches of one batch on three made cases, and the forced share of every batch size. */
@customElement('dl-fig-batch-draw')
export class FigBatchDraw extends LearnFigure<BatchDraw> {
  readonly model = BATCH_DRAW;

  static override styles = [
    baseStyles,
    figureStyles,
    factStyles,
    css`
      .draw:not(.narrow) {
        grid-template-columns: 3fr 2fr;
      }
      .cases {
        display: grid;
        grid-template-columns: repeat(3, minmax(0, 1fr));
        gap: var(--s4);
      }
      .cases svg {
        width: 100%;
        height: auto;
      }
      .image {
        fill: var(--well);
        stroke: var(--line-strong);
        stroke-width: 0.5;
      }
      .s0 {
        fill: var(--l1);
      }
      .s1 {
        fill: var(--l2);
      }
      .s2 {
        fill: var(--l3);
      }
      svg text.inside {
        fill: var(--label-ink);
        font-size: 7px;
        font-weight: 600;
      }
      .patch {
        fill: none;
        stroke: var(--text-2);
        stroke-width: 1.2;
        stroke-dasharray: 3 2;
      }
      .patch.forced {
        stroke: var(--text);
        stroke-width: 1.6;
        stroke-dasharray: none;
      }
      .patch.over {
        stroke: var(--well-text);
      }
      .key {
        display: inline-block;
        width: 20px;
        border-top: 2px solid var(--text);
      }
      .key.random {
        border-top: 2px dashed var(--text-2);
      }
      .bar {
        fill: var(--line-strong);
      }
      .bar.now {
        fill: var(--text);
      }
    `,
  ];

  protected draw(result: BatchDraw) {
    const { isNarrow, room } = this;
    const width = isNarrow ? room : room * 0.4 - 24;
    return html`<div class="two draw ${isNarrow ? 'narrow' : ''}">
      <div>
        <div class="cases">${result.perCase.map((_, i) => this.#case(result, i))}</div>
        <div class="legend">
          <span><b class="key"></b>${this.say(words.forcedPatch)}</span>
          <span><b class="key random"></b>${this.say(words.randomPatch)}</span>
          <span>${this.say(words.forcedOf, { forced: result.forced, batch: result.patches.length })}</span>
        </div>
      </div>
      ${this.#chart(result, width)}
    </div>`;
  }

  #case({ patches, perCase }: BatchDraw, of: number) {
    const [sx, sy] = DRAW_SIZE;
    const own = patches.filter((patch) => patch.of === of);
    const box = (name: string, clip: string) =>
      own.map(
        ({ start: [x, y], forced }) =>
          svg`<rect class="patch ${forced >= 0 ? 'forced' : ''} ${name}" clip-path=${clip} x=${x} y=${y} width=${DRAW_PATCH[0]} height=${DRAW_PATCH[1]} />`,
      );
    return html`<div>
      <svg
        viewBox="${-MARGIN} ${-MARGIN} ${sx + 2 * MARGIN} ${sy + 2 * MARGIN}"
        role="img"
        aria-label="${this.say(words.caseName, of + 1)}: ${this.say(words.slices, {
          patches: own.length,
          forced: own.filter(({ forced }) => forced >= 0).length,
        })}"
      >
        <clipPath id="image-${of}"><rect width=${sx} height=${sy} /></clipPath>
        <rect class="image" width=${sx} height=${sy} />
        ${DRAW_BALLS[of].map((ball, structure) =>
          ball === null
            ? ''
            : svg`<circle class="s${structure}" cx=${ball.centre[0]} cy=${ball.centre[1]} r=${ball.radius} />
              <text class="inside" text-anchor="middle" x=${ball.centre[0] - (structure === 0 ? ball.radius * 0.72 : 0)} y=${ball.centre[1] + 2.5}>${structure + 1}</text>`,
        )}
        ${box('', 'none')}${box('over', `url(#image-${of})`)}
      </svg>
      <div class="caption">
        ${this.say(words.caseName, of + 1)}<br />${this.say(words.drawnTimes, perCase[of])}
      </div>
    </div>`;
  }

  #chart({ table, patches, forced }: BatchDraw, width: number) {
    const asked = this.allValues['share'] / 100;
    const frame: ChartFrame = {
      left: 44,
      top: 24,
      width: width - 44 - 60,
      height: 190,
      x: { min: 0.4, max: 12.6, ticks: BATCH_SIZES, label: this.say(words.batch) },
      y: {
        min: 0,
        max: 1,
        ticks: [0, 0.25, 0.5, 0.75, 1],
        label: this.say(words.shareByBatch),
        text: (tick) => `${tick * 100} %`,
      },
    };
    const batch = patches.length;
    const half = (placeX(frame, 2) - placeX(frame, 1)) * 0.34;
    const line = placeY(frame, asked);
    return html`<svg
      width=${width}
      height="252"
      role="img"
      aria-label=${this.say(words.drawChart, { batch, forced, share: forced / batch })}
    >
      ${chartAxes(frame)}
      ${BATCH_SIZES.map((size, i) => {
        const top = placeY(frame, table[i] / size);
        return svg`<rect class="bar ${size === batch ? 'now' : ''}" x=${placeX(frame, size) - half} width=${2 * half} y=${top} height=${frame.top + frame.height - top} />
          <text class=${size === batch ? 'strong' : ''} text-anchor="middle" x=${placeX(frame, size)} y=${top - 5}>${table[i]}</text>`;
      })}
      <line class="second dashed" x1=${frame.left} x2=${frame.left + frame.width} y1=${line} y2=${line} />
      <text x=${frame.left + frame.width + 6} y=${line + 4}>${this.say(words.askedLine)}</text>
    </svg>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'dl-fig-batch-draw': FigBatchDraw;
  }
}
