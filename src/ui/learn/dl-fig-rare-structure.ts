import { css, html } from 'lit';
import { customElement } from 'lit/decorators.js';
import {
  RARE_STRUCTURE,
  type RareDraws,
  type RareStructure,
} from '../../core/learn/figure-rare-structure.ts';
import { patchesWords as words } from '../../core/messages/learn-patches-figures.ts';
import { formatShare } from '../../core/text/format.ts';
import { baseStyles } from '../controls/base-styles.ts';
import { factStyles } from './figure-facts.ts';
import { figureStyles } from './figure-styles.ts';
import { LearnFigure } from './learn-figure.ts';

/** How much of an epoch a rare structure gets, in nnU-Net's order of drawing and in the textbook's. */
@customElement('dl-fig-rare-structure')
export class FigRareStructure extends LearnFigure<RareStructure> {
  readonly model = RARE_STRUCTURE;

  static override styles = [
    baseStyles,
    figureStyles,
    factStyles,
    css`
      section {
        margin-top: var(--s4);
      }
      .order {
        margin-bottom: var(--s2);
        font: 600 var(--t-body) var(--font);
      }
      .row {
        display: grid;
        grid-template-columns: 190px minmax(0, 1fr) 64px;
        gap: var(--s3);
        align-items: center;
        min-height: 26px;
      }
      .narrow .row {
        grid-template-columns: 130px minmax(0, 1fr) 56px;
      }
      .row > :last-child {
        font-weight: 600;
        text-align: right;
      }
      .track {
        height: 12px;
        background: var(--raised);
      }
      .fill {
        width: var(--share);
        min-width: 1px;
        height: 100%;
        background: var(--text);
      }
      .fill.any {
        background: var(--control);
      }
    `,
  ];

  protected draw({ patches, orders }: RareStructure) {
    const [caseFirst, classFirst] = orders;
    return html`<div
      class=${this.isNarrow ? 'narrow' : ''}
      role="img"
      aria-label=${this.say(words.rareChart, this.numbers as never)}
    >
      <p class="caption">${this.say(words.ofPatches, patches)}</p>
      ${this.#order(this.say(words.caseFirst), caseFirst, patches)}
      ${this.#order(this.say(words.classFirst), classFirst, patches)}
    </div>`;
  }

  #order(name: string, { forced, seen, missed }: RareDraws, patches: number) {
    const bar = (label: string, share: number, kind: string) =>
      html`<div class="row">
        <span>${label}</span>
        <div class="track">
          <div class="fill ${kind}" .style=${`--share: ${share * 100}%`}></div>
        </div>
        <span>${formatShare(share)}</span>
      </div>`;
    return html`<section>
      <p class="order">${name}</p>
      ${bar(this.say(words.forcedOntoIt), forced, '')}
      ${bar(this.say(words.seenByAnyChance), seen / patches, 'any')}
      <div class="row">
        <span>${this.say(words.missedIt)}</span><span></span><span>${formatShare(missed)}</span>
      </div>
    </section>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'dl-fig-rare-structure': FigRareStructure;
  }
}
