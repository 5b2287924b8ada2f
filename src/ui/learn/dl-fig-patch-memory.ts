import { css, html, svg } from 'lit';
import { customElement } from 'lit/decorators.js';
import { PATCH_MEMORY, type BatchMemory, type MemorySettings } from '../../core/learn/figure-patch-memory.ts';
import { patchesWords as words } from '../../core/messages/learn-patches-figures.ts';
import { formatBytes } from '../../core/text/format.ts';
import { baseStyles } from '../controls/base-styles.ts';
import { chartAxes, placeX, placeY, type ChartFrame } from './figure-chart.ts';
import { factStyles } from './figure-facts.ts';
import { figureStyles } from './figure-styles.ts';
import { LearnFigure } from './learn-figure.ts';

const CARD_BYTES = 24e9;
const SIDE = 230;

/** One patch in its image, to scale, and what one layer of features of a batch takes. */
@customElement('dl-fig-patch-memory')
export class FigPatchMemory extends LearnFigure<BatchMemory & MemorySettings> {
  readonly model = PATCH_MEMORY;

  static override styles = [
    baseStyles,
    figureStyles,
    factStyles,
    css`
      .scale {
        display: flex;
        gap: var(--s5);
        align-items: start;
      }
      .image {
        fill: var(--raised);
        stroke: var(--line-strong);
      }
      .part {
        fill: var(--text);
      }
      .bar {
        stroke: var(--control);
        stroke-width: 12;
      }
      .bar.own {
        stroke: var(--text);
      }
    `,
  ];

  protected draw(result: BatchMemory & MemorySettings) {
    const { isNarrow, room } = this;
    const width = isNarrow ? room : room - SIDE - 190;
    const { image, patch, batch } = result;
    const scale = (SIDE - 1) / Math.max(image, patch);
    return html`<div class=${isNarrow ? 'narrow' : 'scale'}>
      <div class="scale">
        <svg width=${SIDE} height=${SIDE} aria-hidden="true">
          <rect
            class="image"
            x="0.5"
            y=${SIDE - image * scale - 0.5}
            width=${image * scale}
            height=${image * scale}
          />
          <rect
            class="part"
            x="0.5"
            y=${SIDE - patch * scale - 0.5}
            width=${patch * scale}
            height=${patch * scale}
          />
        </svg>
        <dl class="facts">
          ${[
            [words.patches, patch, result.patchVoxels] as const,
            [words.wholeImages, image, result.wholeVoxels] as const,
          ].map(
            ([name, edge, voxels]) =>
              html`<div>
                <dt>${this.say(name)}</dt>
                <dd>${this.say(words.batchOf, { batch, edge })}</dd>
                <dd class="caption">${this.say(words.voxelsOf, voxels)}</dd>
              </div>`,
          )}
        </dl>
      </div>
      ${this.#chart(result, width)}
    </div>`;
  }

  #chart({ patchBytes, wholeBytes, ratio }: BatchMemory, width: number) {
    const frame: ChartFrame = {
      left: 12,
      top: 28,
      width: width - 40,
      height: 150,
      x: {
        min: 0,
        max: Math.max(CARD_BYTES, wholeBytes) * 1.12,
        ticks: [],
        label: '',
      },
      y: { min: 0, max: 1, ticks: [], label: '' },
    };
    const card = placeX(frame, CARD_BYTES);
    const bar = (at: number, bytes: number, name: string, text: string) => {
      const y = placeY(frame, at);
      return svg`<text x=${frame.left} y=${y - 12}>${text}</text>
        <line class="bar ${name}" x1=${frame.left} x2=${Math.max(frame.left + 1, placeX(frame, bytes))} y1=${y} y2=${y} />`;
    };
    return html`<svg
      width=${width}
      height="200"
      role="img"
      aria-label=${this.say(words.memoryChart, { patchBytes, wholeBytes, ratio })}
    >
      ${chartAxes(frame)}
      <line class="second dashed" x1=${card} x2=${card} y1=${frame.top} y2=${frame.top + frame.height} />
      <text x=${card} y=${frame.top + frame.height + 16} text-anchor=${card > width * 0.7 ? 'end' : 'middle'}>
        ${this.say(words.cardMemory)}
      </text>
      ${bar(0.78, patchBytes, 'own', `${this.say(words.patches)}: ${this.say(words.oneLayer, patchBytes)}`)}
      ${bar(0.24, wholeBytes, '', `${this.say(words.wholeImages)}: ${formatBytes(wholeBytes)}, ${this.say(words.times, ratio)}`)}
    </svg>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'dl-fig-patch-memory': FigPatchMemory;
  }
}
