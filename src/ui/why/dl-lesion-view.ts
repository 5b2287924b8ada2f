import { html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { Connectivity } from '../../core/volume/components.ts';
import { formatMl, formatScore, formatVoxels } from '../../core/text/format.ts';
import type { ListedLesion } from '../../core/lesions/lesion-list.ts';
import type { PanopticQuality } from '../../core/lesions/lesion-panoptic.ts';
import { sayLesions } from '../../core/lesions/lesion-sentence.ts';
import { BRATS_RULES, type LesionRule, type LesionWise } from '../../core/lesions/lesion-wise.ts';
import { scoreWords } from '../../core/messages/case-page.ts';
import { lesionWords } from '../../core/messages/lesions.ts';
import { integer } from '../../core/messages/sentence.ts';
import { lesionViewWords as text } from '../../core/messages/why-panels.ts';
import type { StructureScore } from '../../core/case/case-result.ts';
import type { StructureRef } from '../../core/labels/selection.ts';
import { baseStyles } from '../controls/base-styles.ts';
import { DlElement, spoken } from '../controls/dl-element.ts';
import '../controls/dl-segmented.ts';
import { lesionViewStyles } from './lesion-view-styles.ts';
import { elementEvent } from '../case/selection-event.ts';
import { structureChip } from '../labels/structure-chip.ts';
import { whyTableStyles } from './why-table-styles.ts';

/** The lesions of a structure by one rule. */
export interface LesionFigures {
  readonly connectivity: Connectivity;
  readonly listed: readonly ListedLesion[];
  readonly panoptic: PanopticQuality;
  readonly lesionWise: LesionWise;
}

/** A number of the lesion-wise view that is asked about. */
export type LesionMetric = 'lesion-dice' | 'rq' | 'sq' | 'pq';

const CONNECTIVITIES = [26, 18, 6] as const;
const RULES = Object.keys(BRATS_RULES) as readonly (keyof typeof BRATS_RULES)[];
/** More rows than this are shown when asked for. */
const FEW = 12;
const MOST = 500;

/**
 * A structure lesion by lesion: what was found, missed and invented, the scores that count lesions, and every piece by
 * size.
 * @fires lesion-go - detail: the index of a lesion in the list
 * @fires lesion-structure - detail: the structure to take apart
 * @fires lesion-connectivity - detail: 6, 18 or 26
 * @fires lesion-rule - detail: the name of a BraTS rule
 * @fires metric-open - detail: { structure, metric }
 */
@customElement('dl-lesion-view')
export class DlLesionView extends DlElement {
  @property({ attribute: false }) structures: readonly StructureScore[] = [];
  @property({ attribute: false }) structure: StructureRef | null = null;
  /** Null while they are taken apart. */
  @property({ attribute: false }) lesions: LesionFigures | null = null;
  @property({ type: Number }) chosen = -1;
  @property({ type: Number }) connectivity: Connectivity = 26;
  @property() rule: keyof typeof BRATS_RULES = 'BraTS-GLI';
  @property() open: LesionMetric | '' = '';
  @state() private showsAll = false;

  static override styles = [baseStyles, whyTableStyles, lesionViewStyles];

  protected override render() {
    const { lesions } = this;
    return html`<h2>${this.say(text.title)} <span class="caption">${this.say(text.caption)}</span></h2>
      ${this.#bar()}
      ${
        lesions
          ? html`<p class="sentence" role="status">${sayLesions(lesions.listed, spoken())}</p>
              ${this.#scores(lesions)} ${this.#list(lesions.listed)}`
          : html`<p class="sentence dim">${this.say(text.waiting)}</p>`
      }`;
  }

  #bar() {
    const key = JSON.stringify(this.structure);
    const index = this.structures.findIndex(({ structure }) => JSON.stringify(structure) === key);
    const chosen = this.structures[index];
    const choose = (event: Event) => {
      const score = this.structures[(event.target as HTMLSelectElement).selectedIndex];
      if (score) this.dispatchEvent(elementEvent<StructureRef>('lesion-structure', score.structure));
    };
    return html`<div class="bar">
      <span class="choice">
        ${chosen ? structureChip(chosen.structure, chosen.labels) : nothing}
        <select aria-label=${this.say(text.structure)} @change=${choose}>
          ${this.structures.map(({ name }, i) => html`<option .selected=${i === index}>${name}</option>`)}
        </select>
      </span>
      <span class="caption">${this.say(lesionWords.connectivity)}</span>
      <dl-segmented
        small
        .label=${this.say(lesionWords.connectivity)}
        .segments=${CONNECTIVITIES.map((n) => ({ value: `${n}`, text: `${n}`, title: this.say(text.neighbours[n]) }))}
        .value=${`${this.connectivity}`}
        @value-change=${({ detail }: CustomEvent<string>) =>
          this.dispatchEvent(elementEvent('lesion-connectivity', Number(detail)))}
      ></dl-segmented>
      <span class="caption">${this.say(text.rule)}</span>
      <span class="choice">
        <select
          aria-label=${this.say(text.rule)}
          title=${this.say(text.ruleTitle, BRATS_RULES[this.rule] as LesionRule)}
          @change=${(event: Event) =>
            this.dispatchEvent(elementEvent('lesion-rule', (event.target as HTMLSelectElement).value))}
        >
          ${RULES.map((name) => html`<option .selected=${name === this.rule}>${name}</option>`)}
        </select>
      </span>
    </div>`;
  }

  #scores({ lesionWise, panoptic }: LesionFigures) {
    const metric = (key: LesionMetric, name: string, value: number, note: string) => {
      const shown = Number.isNaN(value) ? this.say(scoreWords.absent) : formatScore(value);
      return html`<div>
        <dt>${name}</dt>
        <dd>
          <button
            class="number"
            title=${`${value}`}
            aria-label=${this.say(text.openMetric, { name, value: shown })}
            aria-pressed=${this.open === key ? 'true' : 'false'}
            @click=${() => this.dispatchEvent(elementEvent('metric-open', { structure: this.structure, metric: key }))}
          >
            ${shown}
          </button>
          <span class="caption">${note}</span>
        </dd>
      </div>`;
    };
    return html`<dl>
      ${metric(
        'lesion-dice',
        this.say(lesionWords.lesionWise),
        lesionWise.dice,
        this.say(text.wiseNote, {
          lesions: lesionWise.lesions.length,
          falsePieces: lesionWise.falsePieces,
          leftOut: lesionWise.leftOut,
        }),
      )}
      ${metric('pq', this.say(lesionWords.pq), panoptic.pq, this.say(text.panopticNote, panoptic))}
      ${metric('rq', this.say(lesionWords.rq), panoptic.rq, '')}
      ${metric('sq', this.say(lesionWords.sq), panoptic.sq, '')}
    </dl>`;
  }

  #list(listed: readonly ListedLesion[]) {
    const rows = listed.slice(0, this.showsAll ? MOST : FEW);
    const more = listed.length - rows.length;
    if (listed.length === 0) return nothing;
    return html`<table>
        <thead>
          <tr>
            <th scope="col" class="first">${this.say(text.lesion)}</th>
            <th scope="col" class="status">${this.say(text.status)}</th>
            <th scope="col">${this.say(text.voxels)}</th>
            <th scope="col">mL</th>
            <th scope="col" title=${this.say(text.diceTitle)}>Dice</th>
          </tr>
        </thead>
        <tbody>
          ${rows.map((lesion, i) => this.#row(lesion, i))}
        </tbody>
      </table>
      ${
        more > 0 || this.showsAll
          ? html`<button class="link more" @click=${() => (this.showsAll = !this.showsAll)}>
              ${this.showsAll ? this.say(text.fewer) : this.say(text.more, { more })}
            </button>`
          : nothing
      }`;
  }

  #row({ status, voxels, volumeMl, dice }: ListedLesion, index: number) {
    const words = this.say(lesionWords[status]);
    return html`<tr aria-current=${index === this.chosen ? 'true' : 'false'}>
      <th scope="row" class="first">
        <button
          class="number"
          aria-label=${this.say(text.go, { number: index + 1, status: words, voxels })}
          title=${this.say(text.go, { number: index + 1, status: words, voxels })}
          @click=${() => this.dispatchEvent(elementEvent('lesion-go', index))}
        >
          ${integer(index + 1)}
        </button>
      </th>
      <td class="status ${status}"><i></i>${words}</td>
      <td title=${voxels}>${formatVoxels(voxels)}</td>
      <td>${formatMl(volumeMl)}</td>
      <td>${status === 'detected' ? formatScore(dice) : html`<span class="dim">0</span>`}</td>
    </tr>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'dl-lesion-view': DlLesionView;
  }
}
