import { css, html, svg } from 'lit';
import { customElement } from 'lit/decorators.js';
import { COHORT_EDGE } from '../../core/learn/cohort-phantom.ts';
import { PATCHES_VOLUMES, type PatchesVolumes } from '../../core/learn/figure-patches-volumes.ts';
import { pseudoDiceWords as words } from '../../core/messages/learn-pseudo-dice.ts';
import { formatScore } from '../../core/text/format.ts';
import { baseStyles } from '../controls/base-styles.ts';
import { diceTicks, epochChart } from './epoch-chart.ts';
import type { ChartFrame } from './figure-chart.ts';
import { figureStyles } from './figure-styles.ts';
import { LearnFigure } from './learn-figure.ts';
import { sliceShapes } from './slice-path.ts';

/** Reference only, predicted only, both. */
const SLICE_CLASSES = ['', 'fn', 'fp', 'tp'];

/** The patches of one epoch on the largest case, and the pseudo Dice of all epochs beside the whole volumes. */
@customElement('dl-fig-patches-volumes')
export class FigPatchesVolumes extends LearnFigure<PatchesVolumes> {
  readonly model = PATCHES_VOLUMES;

  static override styles = [
    baseStyles,
    figureStyles,
    css`
      .two {
        grid-template-columns: auto minmax(0, 1fr);
      }
      .box {
        fill: none;
        stroke: var(--text);
        stroke-width: 0.25;
      }
      .random {
        stroke: var(--text-2);
        stroke-dasharray: 0.8 0.6;
      }
    `,
  ];

  protected draw(drawn: PatchesVolumes) {
    const { isNarrow, room } = this;
    const size = Math.min(this.plotHeight + 24, room - 20);
    const width = isNarrow ? room : room - size - 30;
    return html`<div class=${isNarrow ? 'two narrow' : 'two'}>
      <div class="tile">
        ${this.#slice(drawn, size)}
        <div class="caption">${this.say(words.patchesOnSlice)}</div>
      </div>
      ${this.#chart(drawn, width)}
    </div>`;
  }

  #slice({ slice, sliceZ, patch, simulated: { draws } }: PatchesVolumes, size: number) {
    const boxes = Array.from({ length: draws.perEpoch }, (_, i) => i).filter((i) => {
      const z = draws.starts[3 * i + 2];
      return draws.cases[i] === 0 && z <= sliceZ && z + patch > sliceZ;
    });
    return html`<svg
      width=${size}
      height=${size}
      viewBox="0 0 ${COHORT_EDGE} ${COHORT_EDGE}"
      role="img"
      aria-label=${this.say(words.patchesOnSlice)}
    >
      ${svg`<rect class="ground" width=${COHORT_EDGE} height=${COHORT_EDGE} />`}
      ${sliceShapes(slice, COHORT_EDGE, SLICE_CLASSES)}
      ${boxes.map(
        (i) =>
          svg`<rect class="box ${draws.forced[i] < 0 ? 'random' : ''}" x=${draws.starts[3 * i]} y=${draws.starts[3 * i + 1]} width=${patch} height=${patch} />`,
      )}
    </svg>`;
  }

  #chart({ dice, spread, pooled, meanOfCases }: PatchesVolumes, width: number) {
    const known = [...dice.filter((value) => !Number.isNaN(value)), pooled, meanOfCases];
    const [min, max] = [
      Math.floor(Math.min(...known) * 20) / 20,
      Math.min(1, Math.ceil(Math.max(...known) * 20) / 20),
    ];
    const frame: ChartFrame = {
      left: 44,
      top: 24,
      width: width - 44 - 150,
      height: this.plotHeight,
      x: { min: 0, max: dice.length - 1, ticks: [0, 20, 40], label: this.say(words.epoch) },
      y: {
        min,
        max,
        ticks: diceTicks(min, max),
        label: this.say(words.diceOfWhole),
        text: (t) => t.toFixed(2),
      },
    };
    return html`<svg
      width=${width}
      height=${this.plotHeight + 74}
      role="img"
      aria-label=${this.say(words.patchesChart, this.numbers)}
    >
      ${epochChart(
        frame,
        dice,
        spread,
        [],
        [
          { value: spread.mean, name: this.say(words.pseudoLevel, formatScore(spread.mean)), kind: 'line' },
          { value: pooled, name: this.say(words.pooledLevel, formatScore(pooled)), kind: 'dashed' },
          { value: meanOfCases, name: this.say(words.meanLevel, formatScore(meanOfCases)), kind: 'dashed' },
        ],
      )}
    </svg>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'dl-fig-patches-volumes': FigPatchesVolumes;
  }
}
