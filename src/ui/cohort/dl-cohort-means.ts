import { html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { ExploredConvention, ExploredMean, ExploredModel } from '../../core/cohort/mean-explorer.ts';
import type { PlotStructure } from '../../core/cohort/plot-cohort.ts';
import { meanWords as words } from '../../core/messages/cohort-statistics.ts';
import { integer } from '../../core/messages/sentence.ts';
import { formatDifference, formatScore } from '../../core/text/format.ts';
import { elementEvent } from '../case/selection-event.ts';
import { baseStyles } from '../controls/base-styles.ts';
import { DlElement } from '../controls/dl-element.ts';
import { structureChip } from '../labels/structure-chip.ts';
import { meansStyles } from './dl-cohort-means-styles.ts';

/** Structures whose means are listed. */
const SHOWN = 12;

const NOTES = {
  nnunet: words.nnunetNote,
  zero: words.zeroNote,
  one: words.oneNote,
  monai: words.monaiNote,
} as const;

/**
 * The mean explorer: what the mean of the cohort, and the order of its models, would be by other rules for structures
 * that are missing from a map.
 * @fires convention-choose - detail: the rule chosen
 */
@customElement('dl-cohort-means')
export class DlCohortMeans extends DlElement {
  @property({ attribute: false }) means: readonly ExploredMean[] = [];
  @property() chosen: ExploredConvention = 'nnunet';
  @property({ attribute: false }) structures: readonly PlotStructure[] = [];

  static override styles = [baseStyles, meansStyles];

  protected override render() {
    const [usual] = this.means;
    if (!usual) return nothing;
    const all = this.means.flatMap(({ models }) => models.map(({ foreground }) => foreground));
    const known = all.filter((value) => !Number.isNaN(value));
    const [low, high] = [Math.min(...known), Math.max(...known)];
    const room = Math.max((high - low) * 0.15, 1e-4);
    const placeOf = (value: number) => ((value - low + room) / (high - low + 2 * room)) * 100;
    return html`<fieldset>
        <legend class="off-screen">${this.say(words.convention)}</legend>
        <div class="row heads">
          <h2>${this.say(words.title)} <span class="caption">${this.say(words.caption)}</span></h2>
          <span></span>
          <span>${this.say(words.foregroundMean)}</span>
          <span>${this.say(words.change)}</span>
          <span>${this.say(words.scores)}</span>
        </div>
        ${this.means.map((mean) => this.#rule(mean, placeOf, usual))}
      </fieldset>
      ${this.#structures()}`;
  }

  #rule(
    { convention, models, isReordered }: ExploredMean,
    placeOf: (value: number) => number,
    usual: ExploredMean,
  ) {
    const title =
      convention === 'monai'
        ? this.say(words.monaiTitle, {
            mean: models.map(({ ownMean }) => this.#mean(ownMean)).join(', '),
          })
        : '';
    return html`<label class="rule" title=${title}>
      <span class="row">
        <span class="name">
          <input
            type="radio"
            name="convention"
            .checked=${convention === this.chosen}
            @change=${() => this.dispatchEvent(elementEvent('convention-choose', convention))}
          />
          <span class="cut"
            ><strong>${this.say(words[convention])}</strong> <span>${this.say(NOTES[convention])}</span></span
          >
        </span>
        ${models.length === 1 ? this.#figures(models[0], placeOf, usual.models[0]) : nothing}
      </span>
      ${
        models.length > 1
          ? models.map(
              (model, m) =>
                html`<span class="row model">
                  <span class="name cut" title=${model.name}
                    ><span class="rank">${model.rank}.</span> ${model.name}</span
                  >
                  ${this.#figures(model, placeOf, usual.models[m])}
                </span>`,
            )
          : nothing
      }
      ${isReordered ? html`<span class="reordered">${this.say(words.reordered)}</span>` : nothing}
    </label>`;
  }

  #figures(model: ExploredModel, placeOf: (value: number) => number, usual: ExploredModel) {
    const { foreground, change, touchedScores: scores, touchedCases: cases } = model;
    const at = (value: number) => `left: ${placeOf(value).toFixed(1)}%`;
    return html`<span class="track" aria-hidden="true">
        ${Number.isNaN(usual.foreground) ? nothing : html`<i class="usual" .style=${at(usual.foreground)}></i>`}
        ${Number.isNaN(foreground) ? nothing : html`<i class="dot" .style=${at(foreground)}></i>`}
      </span>
      <span class="mean" title=${foreground}>${this.#mean(foreground)}</span>
      <span>${Number.isNaN(change) || change === 0 ? '–' : formatDifference(change, 4)}</span>
      <span title=${this.say(words.scoresTitle, { scores, cases })}>${integer(scores)}</span>`;
  }

  #structures() {
    const chosen = this.means.find(({ convention }) => convention === this.chosen);
    if (!chosen || chosen.models.length > 2) return nothing;
    return html`<div class="structures" role="group" aria-label=${this.say(words.structures)}>
      ${chosen.models.map(
        ({ structures, name }) =>
          html`<p>
            ${chosen.models.length > 1 ? html`<span class="cut" title=${name}>${name}</span>` : nothing}
            ${structures.slice(0, SHOWN).map(({ key, mean, change }) => {
              const of = this.structures.find((one) => one.key === key);
              const note = change === 0 || Number.isNaN(change) ? '' : ` (${formatDifference(change, 4)})`;
              return html`<span title=${of?.name ?? key}
                >${of ? structureChip(of.structure, of.labels) : key} ${this.#mean(mean)}${note}</span
              >`;
            })}
          </p>`,
      )}
    </div>`;
  }

  #mean(value: number): string {
    return Number.isNaN(value) ? this.say(words.none) : formatScore(value, 4);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'dl-cohort-means': DlCohortMeans;
  }
}
