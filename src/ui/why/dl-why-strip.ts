import { css, html } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { StructureScore } from '../../core/case/case-result.ts';
import { formatDifference, formatScore } from '../../core/text/format.ts';
import { scoreWords } from '../../core/messages/case-page.ts';
import { whatIfWords as text } from '../../core/messages/why-panels.ts';
import { baseStyles } from '../controls/base-styles.ts';
import { DlElement } from '../controls/dl-element.ts';
import { structureChip } from '../labels/structure-chip.ts';

/** A structure's score as it was evaluated and as it is after edits. */
export interface ComparedScore {
  readonly before: StructureScore;
  readonly after: StructureScore;
}

/** The Dice of every structure after the edits beside the original one. */
@customElement('dl-why-strip')
export class DlWhyStrip extends DlElement {
  @property({ attribute: false }) scores: readonly ComparedScore[] = [];

  static override styles = [
    baseStyles,
    css`
      ul {
        display: flex;
        flex-wrap: wrap;
        gap: 4px 22px;
        padding: 2px 0;
      }
      li {
        display: flex;
        gap: 7px;
        align-items: center;
      }
      .before {
        color: var(--text-3);
      }
      .after {
        font-weight: 600;
      }
      .same {
        color: var(--text-3);
        font-weight: 400;
      }
      .difference {
        color: var(--text-2);
      }
    `,
  ];

  protected override render() {
    return html`<ul aria-label=${this.say(text.strip)}>
      <li class="caption">${this.say(text.strip)}</li>
      ${this.scores.map((score) => this.#item(score))}
    </ul>`;
  }

  #item({ before, after }: ComparedScore) {
    const shown = ({ dice }: StructureScore) =>
      Number.isNaN(dice) ? this.say(scoreWords.absent) : formatScore(dice);
    const difference = after.dice - before.dice;
    const isSame = before.tp === after.tp && before.fp === after.fp && before.fn === after.fn;
    return html`<li title=${after.name}>
      ${structureChip(after.structure, after.labels)}
      ${
        isSame
          ? html`<span class="same">${shown(after)}</span>`
          : html`<span class="before">${shown(before)}</span>
              <span class="after">${shown(after)}</span>
              <span class="difference">${Number.isNaN(difference) ? '' : formatDifference(difference)}</span>`
      }
    </li>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'dl-why-strip': DlWhyStrip;
  }
}
