import { html, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { CaseAccount, LabelAccount } from '../../core/account/account-labels.ts';
import type { AccountTerm } from '../../core/account/account-terms.ts';
import { formatVoxels } from '../../core/text/format.ts';
import { integer } from '../../core/messages/sentence.ts';
import { accountTableWords as text } from '../../core/messages/why-page.ts';
import { isSameChoice, naturalStep, type WhyChoice, type WhyPart } from '../../core/account/why-choice.ts';
import { baseStyles } from '../controls/base-styles.ts';
import { DlElement } from '../controls/dl-element.ts';
import '../labels/dl-label-chip.ts';
import { elementEvent } from '../case/selection-event.ts';
import { structureChip } from '../labels/structure-chip.ts';
import { whyTableStyles } from './why-table-styles.ts';

/** Labels named of the other side of the errors; what is beyond is added up. */
const MOST_OTHERS = 4;

/**
 * The account of every label in voxels; every number shows its voxels. Regions that are no tree, or none at all, leave
 * the errors by the label on the other side.
 * @fires why-choose - detail: WhyChoice
 */
@customElement('dl-why-account')
export class DlWhyAccount extends DlElement {
  @property({ attribute: false }) account: CaseAccount | null = null;
  @property({ attribute: false }) chosen: WhyChoice | null = null;

  static override styles = [baseStyles, whyTableStyles];

  protected override render() {
    const { account } = this;
    if (!account) return nothing;
    const hasSteps = account.labels.some(({ ladder }) => ladder.length > 0);
    return html`<h2>
        ${this.say(text.title)}
        <span class="caption">${this.say(text.caption)}</span>
      </h2>
      <div class="scroll">
        <table>
          <thead>
            <tr>
              <th scope="col" class="first">${this.say(hasSteps ? text.pair : text.label)}</th>
              ${(hasSteps ? STEP_HEADS : LABEL_HEADS).map((head) => html`<th scope="col" class=${head === 'others' ? 'others' : ''}>${this.say(text[head])}</th>`)}
            </tr>
          </thead>
          <tbody>
            ${account.labels.map((label) => (hasSteps ? this.#stepRow(label) : this.#labelRow(label)))}
          </tbody>
        </table>
      </div>`;
  }

  #stepRow(account: LabelAccount) {
    const { label, own, sides, ladder, score } = account;
    const step = naturalStep(account);
    const at = ladder.length - 1;
    const part = (name: WhyPart): WhyChoice => ({ kind: 'part', label, step: at, part: name });
    return html`<tr>
      <th scope="row" class="first" title=${step ? `${step.from.score.name}, ${score.name}` : score.name}>
        <span class="chips">
          ${step ? structureChip(step.from.score.structure, step.from.score.labels) : nothing}
          ${structureChip(score.structure, score.labels)}
        </span>
      </th>
      ${step ? this.#cell(step.from.errors.voxels, part('region-errors')) : EMPTY}
      ${step ? this.#cell(step.from.size, part('region-size')) : EMPTY}
      ${this.#cell(own.errors.voxels, part('label-errors'))} ${this.#cell(own.size, part('label-size'))}
      <td>${step && !Number.isNaN(step.weight) ? step.weight.toFixed(2) : DASH}</td>
      ${(['outer', 'inner', 'sibling'] as const).map((side) =>
        sides ? this.#term(sides[side], part(side)) : EMPTY,
      )}
      ${step ? this.#term(step.skipped, part('skipped')) : EMPTY}
    </tr>`;
  }

  #labelRow({ label, own, byOther, score }: LabelAccount) {
    const part = (name: WhyPart): WhyChoice => ({ kind: 'part', label, step: -1, part: name });
    const shown = byOther.length > MOST_OTHERS + 1 ? byOther.slice(0, MOST_OTHERS) : byOther;
    const rest = byOther.slice(shown.length);
    return html`<tr>
      <th scope="row" class="first" title=${score.name}>
        <span class="chips"
          >${structureChip(score.structure, score.labels)}<span class="cut">${score.name}</span></span
        >
      </th>
      ${this.#cell(own.errors.voxels, part('label-errors'))} ${this.#cell(own.size, part('label-size'))}
      <td class="others">
        ${shown.map(
          ({ other, term }) =>
            html`<span class="other">
              ${this.#number(term.voxels, { kind: 'other', label, other })}
              <dl-label-chip .label=${other}></dl-label-chip>
            </span>`,
        )}
        ${
          rest.length > 0
            ? html`<span class="caption"
                >${this.say(text.moreOthers, {
                  labels: rest.length,
                  voxels: rest.reduce((sum, { term }) => sum + term.voxels, 0),
                })}</span
              >`
            : nothing
        }
      </td>
    </tr>`;
  }

  #term(term: AccountTerm, choice: WhyChoice) {
    return this.#cell(term.voxels, choice);
  }

  #cell(voxels: number, choice: WhyChoice): TemplateResult {
    return html`<td>${this.#number(voxels, choice)}</td>`;
  }

  #number(voxels: number, choice: WhyChoice) {
    if (voxels === 0) return html`0`;
    return html`<button
      class="number"
      title=${this.say(text.show, { voxels })}
      aria-label=${`${integer(voxels)}: ${this.say(text.show, { voxels })}`}
      aria-pressed=${isSameChoice(this.chosen, choice) ? 'true' : 'false'}
      @click=${() => this.dispatchEvent(elementEvent<WhyChoice>('why-choose', choice))}
    >
      ${formatVoxels(voxels)}
    </button>`;
  }
}

const STEP_HEADS = [
  'regionErrors',
  'regionSize',
  'labelErrors',
  'labelSize',
  'ratio',
  'outer',
  'inner',
  'sibling',
  'skipped',
] as const;
const LABEL_HEADS = ['labelErrors', 'labelSize', 'others'] as const;
const DASH = html`<span class="dim">–</span>`;
const EMPTY = html`<td>${DASH}</td>`;

declare global {
  interface HTMLElementTagNameMap {
    'dl-why-account': DlWhyAccount;
  }
}
