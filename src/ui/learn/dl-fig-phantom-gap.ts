import { css, html } from 'lit';
import { customElement } from 'lit/decorators.js';
import { PHANTOM_GAP } from '../../core/learn/figure-phantom-gap.ts';
import { pseudoDiceWords as words } from '../../core/messages/learn-pseudo-dice.ts';
import type { GapAccount, GapStep } from '../../core/pseudo-dice/gap-account.ts';
import { sayGapStep } from '../../core/pseudo-dice/gap-sentence.ts';
import { formatScore } from '../../core/text/format.ts';
import { baseStyles } from '../controls/base-styles.ts';
import { spoken } from '../controls/dl-element.ts';
import { figureStyles } from './figure-styles.ts';
import { waterfall, type WaterfallBar } from './figure-waterfall.ts';
import { LearnFigure } from './learn-figure.ts';

/** From the validation Dice to the last EMA, a bar and a sentence per step. */
@customElement('dl-fig-phantom-gap')
export class FigPhantomGap extends LearnFigure<GapAccount> {
  readonly model = PHANTOM_GAP;

  static override styles = [
    baseStyles,
    figureStyles,
    css`
      .two {
        align-items: start;
      }
      ol {
        display: grid;
        gap: 6px;
        margin: 0;
        padding-left: 18px;
        color: var(--text-2);
        font: 400 var(--t-table) var(--font);
      }
      svg .bar.last {
        fill: var(--ema);
      }
    `,
  ];

  protected draw({ steps }: GapAccount) {
    const { isNarrow, room } = this;
    const last = steps[steps.length - 1];
    const bars: WaterfallBar[] = [
      ...steps.map(({ code, value, change }) => ({ name: this.say(words.steps[code]), value, change })),
      { name: this.say(words.lastEma), value: last.value, change: null, kind: 'last' },
    ];
    const width = isNarrow ? room : (room - 24) / 2;
    const name = this.say(words.gapChart, { from: formatScore(steps[0].value), to: formatScore(last.value) });
    return html`<div class=${isNarrow ? 'two narrow' : 'two'}>
      ${waterfall(bars, width, name)}
      <ol>
        ${steps.map((step: GapStep) => html`<li>${sayGapStep(step, spoken())}</li>`)}
      </ol>
    </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'dl-fig-phantom-gap': FigPhantomGap;
  }
}
