import { css, html, nothing, svg } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { sayWarning } from '../../core/errors.ts';
import type {
  CohortFingerprint,
  Misplaced,
  Spread,
  StructureFingerprint,
} from '../../core/cohort/fingerprint.ts';
import type { PlotStructure } from '../../core/cohort/plot-cohort.ts';
import { fingerprintWords as words } from '../../core/messages/cohort-panels.ts';
import { integer } from '../../core/messages/sentence.ts';
import { formatMl, formatShare, formatVoxels } from '../../core/text/format.ts';
import { elementEvent } from '../case/selection-event.ts';
import { baseStyles } from '../controls/base-styles.ts';
import { DlElement, spoken } from '../controls/dl-element.ts';
import { structureChip } from '../labels/structure-chip.ts';

/** Of the strip that shows the volume of every case, in px. */
const STRIP_WIDTH = 180;
const STRIP_HEIGHT = 16;
/** Marks of one structure that are drawn; more lie on each other anyway. */
const MOST_MARKS = 400;

/**
 * What the references of a cohort are like: sizes, spacings, orientations, volumes of the structures, and the
 * predictions that do not lie where their reference does.
 * @fires case-choose - detail: name of the case
 */
@customElement('dl-cohort-fingerprint')
export class DlCohortFingerprint extends DlElement {
  @property({ attribute: false }) fingerprint: CohortFingerprint | null = null;
  @property({ attribute: false }) structures: readonly PlotStructure[] = [];

  static override styles = [
    baseStyles,
    css`
      :host {
        display: grid;
        gap: 8px;
      }
      dl {
        display: grid;
        grid-template-columns: max-content minmax(0, max-content) minmax(0, 1fr);
        gap: 2px 16px;
        margin: 0;
      }
      dt,
      .grey {
        color: var(--text-3);
      }
      dd {
        margin: 0;
      }
      @media (max-width: 600px) {
        dl {
          grid-template-columns: max-content minmax(0, 1fr);
        }
        dd.grey {
          grid-column: 2;
        }
        dd:empty {
          display: none;
        }
      }
      .table {
        overflow: auto hidden;
      }
      table {
        width: 100%;
        border-collapse: collapse;
        white-space: nowrap;
      }
      th,
      td {
        height: 26px;
        padding: 0 0 0 12px;
        border-bottom: 1px solid var(--line);
        font-weight: 400;
        text-align: right;
      }
      th:first-child {
        padding: 0;
        text-align: left;
      }
      thead th {
        color: var(--text-3);
        font: 400 var(--t-caption) var(--font);
      }
      tbody th > span {
        display: inline-flex;
        gap: 6px;
        align-items: center;
      }
      .strip {
        width: 192px;
        text-align: left;
      }
      svg {
        display: block;
      }
      .axis {
        stroke: var(--line-strong);
      }
      .marks {
        stroke-width: 1.5;
        stroke-opacity: 0.75;
      }
    `,
  ];

  protected override render() {
    const { fingerprint } = this;
    if (!fingerprint) return html`<p class="grey">${this.say(words.none)}</p>`;
    const { size, spacingMm, voxels, sizes, spacings, orientations, oblique, misplaced } = fingerprint;
    return html`<dl>
        <dt>${this.say(words.cases)}</dt>
        <dd>${integer(fingerprint.cases)}</dd>
        <dd class="grey">${this.say(words.spread)}</dd>
        <dt>${this.say(words.size)}</dt>
        <dd>${size.map((axis) => spreadText(axis, (n) => integer(n))).join(' × ')}</dd>
        <dd class="grey">${this.say(words.different, { count: sizes })}</dd>
        <dt>${this.say(words.spacing)}</dt>
        <dd>
          ${spacingMm.map((axis) => spreadText(axis, (mm) => `${Number(mm.toPrecision(3))}`)).join(' × ')}
        </dd>
        <dd class="grey">${this.say(words.different, { count: spacings })}</dd>
        <dt>${this.say(words.voxels)}</dt>
        <dd>${spreadText(voxels, formatVoxels)}</dd>
        <dd></dd>
        <dt>${this.say(words.orientation)}</dt>
        <dd>${orientations.map(({ code, cases }) => `${code} (${integer(cases)})`).join(', ')}</dd>
        ${oblique > 0 ? html`<dd class="grey">${this.say(words.oblique, { cases: oblique })}</dd>` : html`<dd></dd>`}
      </dl>
      ${this.#structures(fingerprint)}
      ${
        misplaced.length === 0
          ? html`<p class="grey">${this.say(words.allPlaced)}</p>`
          : html`<p>${this.say(words.misplaced, { cases: misplaced.length })}</p>
              <ul>
                ${misplaced.slice(0, 100).map((one) => this.#misplaced(one))}
              </ul>`
      }`;
  }

  #structures({ structures, imbalance }: CohortFingerprint) {
    const all = structures.flatMap(({ volumesMl }) => volumesMl).filter((ml) => ml > 0);
    const place = logPlace(all);
    const occurring = structures.filter(({ voxels }) => voxels > 0).toSorted((a, b) => b.voxels - a.voxels);
    const heads = [words.share, words.volume, words.quartiles, words.without];
    return html`<div class="table">
        <table>
          <thead>
            <tr>
              <th scope="col">${this.say(words.structure)}</th>
              ${heads.map((head) => html`<th scope="col">${this.say(head)}</th>`)}
              <th class="strip" scope="col">${this.say(words.distribution)}</th>
            </tr>
          </thead>
          <tbody>
            ${structures.map((one) => this.#structure(one, place))}
          </tbody>
        </table>
      </div>
      ${
        Number.isNaN(imbalance)
          ? nothing
          : html`<p>
              ${this.say(words.imbalance, {
                ratio: imbalance,
                largest: occurring[0].name,
                smallest: occurring.at(-1)!.name,
              })}
            </p>`
      }`;
  }

  #structure(one: StructureFingerprint, place: (ml: number) => number) {
    const { key, name, share, quartilesMl, without, volumesMl } = one;
    const shown = this.structures.find((structure) => structure.key === key);
    const isEmpty = volumesMl.length === 0;
    const step = Math.max(1, Math.ceil(volumesMl.length / MOST_MARKS));
    const marks = volumesMl.filter((_, i) => i % step === 0);
    return html`<tr>
      <th scope="row">
        <span>${shown ? structureChip(shown.structure, shown.labels) : nothing}${name}</span>
      </th>
      <td>${formatShare(share)}</td>
      <td>${isEmpty ? '' : formatMl(quartilesMl.median)}</td>
      <td>${isEmpty ? '' : `${formatMl(quartilesMl.lower)} – ${formatMl(quartilesMl.upper)}`}</td>
      <td title=${without.length > 0 ? this.say(words.withoutTitle, { names: without }) : ''}>
        ${integer(without.length)}
      </td>
      <td class="strip">
        <svg width=${STRIP_WIDTH} height=${STRIP_HEIGHT} aria-hidden="true">
          <line class="axis" x1="0" x2=${STRIP_WIDTH} y1="15.5" y2="15.5" />
          ${svg`<path
            class="marks"
            .style=${`stroke:var(--${shown?.colour ?? 'text-3'})`}
            d=${marks.map((ml) => `M${place(ml).toFixed(1)} 3v11`).join('')}
          />`}
        </svg>
      </td>
    </tr>`;
  }

  #misplaced({ case: name, model, warning, error }: Misplaced) {
    const text = warning ? sayWarning(warning, spoken()) : (error?.say(spoken()) ?? '');
    return html`<li>
      <button class="number" @click=${() => this.dispatchEvent(elementEvent('case-choose', name))}>
        ${name}${model === '' ? '' : `, ${model}`}
      </button>
      <span class="grey">${text}</span>
    </li>`;
  }
}

function spreadText({ least, median, most }: Spread, format: (value: number) => string): string {
  const texts = [least, median, most].map(format);
  return new Set(texts).size === 1 ? texts[0] : `(${texts.join(', ')})`;
}

/** Places on the strip by the logarithm of the volume. */
function logPlace(volumes: readonly number[]): (ml: number) => number {
  let [least, most] = [Infinity, -Infinity];
  for (const ml of volumes) [least, most] = [Math.min(least, Math.log(ml)), Math.max(most, Math.log(ml))];
  const range = most - least || 1;
  return (ml) => 1 + ((Math.log(ml) - least) / range) * (STRIP_WIDTH - 2);
}

declare global {
  interface HTMLElementTagNameMap {
    'dl-cohort-fingerprint': DlCohortFingerprint;
  }
}
