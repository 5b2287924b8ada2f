import { css, html } from 'lit';
import { customElement } from 'lit/decorators.js';
import { sayAccount } from '../../core/account/account-sentence.ts';
import { INNER_BORDERS, type InnerBorders } from '../../core/learn/figure-inner-borders.ts';
import { regionsWords as words } from '../../core/messages/learn-regions.ts';
import { integer } from '../../core/messages/sentence.ts';
import { baseStyles } from '../controls/base-styles.ts';
import { spoken } from '../controls/dl-element.ts';
import { figureStyles } from './figure-styles.ts';
import { waterfall, type WaterfallBar } from './figure-waterfall.ts';
import { LearnFigure } from './learn-figure.ts';
import { sliceShapes } from './slice-path.ts';
import { sliceTile } from './slice-tile.ts';

/** Codes of the picture: shell and core where both agree, errors with the outside, errors between shell and core. */
const CLASSES = ['', 'l1', 'l2', 'outer', 'inner', 'skipped'];

/** A ball with a core: which errors the region has, which the label has, and the drop taken apart. */
@customElement('dl-fig-inner-borders')
export class FigInnerBorders extends LearnFigure<InnerBorders> {
  readonly model = INNER_BORDERS;

  static override styles = [
    baseStyles,
    figureStyles,
    css`
      .two {
        grid-template-columns: auto minmax(0, 1fr);
        align-items: center;
        gap: var(--s7);
      }
      .l1,
      .l2 {
        opacity: 0.45;
      }
      .outer,
      svg .bar.volume {
        fill: var(--outer);
      }
      .inner,
      svg .bar.added {
        fill: var(--inner);
      }
      .skipped,
      svg .bar.spared {
        fill: var(--sibling);
      }
      .say {
        max-width: 640px;
      }
    `,
  ];

  protected draw({ edge, reference, predicted, result, account, step }: InnerBorders) {
    const { isNarrow, room } = this;
    const size = Math.min(this.plotHeight + 30, room);
    const codes = reference.map((label, i) => codeOf(label, predicted[i]));
    const width = isNarrow ? room : room - size - 48;
    const bars: WaterfallBar[] = [
      { name: this.say(words.diceOf, step.from.score.name), value: step.from.score.dice, change: null },
      {
        name: this.say(words.volumeEffect),
        value: step.from.score.dice - step.volume,
        change: -step.volume,
        kind: 'volume',
      },
      {
        name: this.say(words.innerBorder),
        value: step.from.score.dice - step.volume - step.inner,
        change: -step.inner,
        kind: 'added',
      },
      { name: this.say(words.sparedErrors), value: step.to.score.dice, change: -step.spared, kind: 'spared' },
      { name: this.say(words.diceOf, step.to.score.name), value: step.to.score.dice, change: null },
    ];
    return html`<div class=${isNarrow ? 'two narrow' : 'two'}>
      <div>${sliceTile(edge, size, sliceShapes(codes, edge, CLASSES), this.say(words.errorsByBorder))}</div>
      <div>
        ${waterfall(bars, width, this.say(words.accountChart, this.numbers))}
        <p class="say">${sayAccount(account.labels[0], account, result, spoken())}</p>
        <div class="legend">
          <span
            ><svg width="10" height="10"><rect class="outer" width="10" height="10" /></svg
            >${this.say(words.outerErrors, integer(step.from.errors.voxels - step.skipped.voxels))}</span
          >
          <span
            ><svg width="10" height="10"><rect class="inner" width="10" height="10" /></svg
            >${this.say(words.innerErrors, integer(step.added.voxels))}</span
          >
          ${
            step.skipped.voxels > 0
              ? html`<span
                  ><svg width="10" height="10"><rect class="skipped" width="10" height="10" /></svg
                  >${this.say(words.skippedErrors, integer(step.skipped.voxels))}</span
                >`
              : ''
          }
        </div>
      </div>
    </div>`;
  }
}

/** Label 1 is the shell, 2 the core. */
function codeOf(reference: number, predicted: number): number {
  if (reference === predicted) return reference;
  if (reference > 0 && predicted > 0) return 4;
  return reference === 1 || predicted === 1 ? 3 : 5;
}

declare global {
  interface HTMLElementTagNameMap {
    'dl-fig-inner-borders': FigInnerBorders;
  }
}
