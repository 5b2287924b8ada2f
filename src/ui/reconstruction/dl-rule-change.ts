import { css, html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { StructureScore } from '../../core/case/case-result.ts';
import { formatDifference, formatVoxels } from '../../core/text/format.ts';
import { changeWords } from '../../core/messages/reconstruction-page.ts';
import { integer } from '../../core/messages/sentence.ts';
import type { CaseResult } from '../../core/case/case-result.ts';
import { baseStyles } from '../controls/base-styles.ts';
import { DlElement } from '../controls/dl-element.ts';
import '../controls/dl-icon.ts';
import { structureChip } from '../labels/structure-chip.ts';

/** What a rule changed against nnU-Net's, as `RuleChange` of the recount. */
export interface RuleDifference {
  readonly voxels: number;
  readonly regions: readonly number[];
  readonly labels: readonly { readonly label: number; readonly difference: number }[];
}

/** What the rule on screen changed against nnU-Net's: voxels, and the signed difference of every Dice. */
@customElement('dl-rule-change')
export class DlRuleChange extends DlElement {
  @property({ attribute: false }) result: CaseResult | null = null;
  @property({ attribute: false }) changed: RuleDifference | null = null;
  /** The rule is nnU-Net's own. */
  @property({ type: Boolean }) own = false;
  /** A threshold was chosen by hand, on the very case that it is scored on. */
  @property({ type: Boolean }) tuned = false;

  static override styles = [
    baseStyles,
    css`
      :host {
        display: grid;
        gap: 4px;
        min-height: 42px;
        align-content: center;
      }
      div {
        display: flex;
        flex-wrap: wrap;
        gap: 4px 16px;
        align-items: center;
        min-height: 20px;
        color: var(--text-2);
      }
      b {
        color: var(--text);
        font-weight: 600;
      }
      .difference {
        display: inline-flex;
        gap: 7px;
        align-items: center;
      }
      .warning {
        display: flex;
        gap: 8px;
        align-items: center;
        color: var(--text-3);
        font: 400 var(--t-caption) var(--font);
      }
      .warning dl-icon {
        width: 14px;
        height: 14px;
      }
    `,
  ];

  protected override render() {
    const { result, changed } = this;
    if (!result || !changed) return nothing;
    const differences = this.#differences(result, changed);
    return html`<div role="status">
        ${
          changed.voxels === 0
            ? html`<span>${this.say(this.own ? changeWords.isNnunet : changeWords.none)}</span>`
            : html`<span>
                <b title=${integer(changed.voxels)}>${formatVoxels(changed.voxels)}</b>
                ${this.say(changeWords.differ, { voxels: changed.voxels })}
              </span>`
        }
        ${
          changed.voxels > 0 && differences.length === 0
            ? html`<span>${this.say(changeWords.same)}</span>`
            : differences
        }
      </div>
      ${
        this.tuned
          ? html`<p class="warning">
              <dl-icon name="triangle-alert"></dl-icon>${this.say(changeWords.unfair)}
            </p>`
          : nothing
      }`;
  }

  /** Differences that are not 0; a label that is all of a region is said once. */
  #differences({ regionScores, labelScores }: CaseResult, { regions, labels }: RuleDifference) {
    const isRegion = (label: number) =>
      regionScores.some((region) => region.labels.length === 1 && region.labels[0] === label);
    const ofRegions = regionScores.map((score, i) => this.#difference(score, regions[i]));
    const ofLabels = labelScores.map((score) => {
      const [label] = score.labels;
      const difference = labels.find((entry) => entry.label === label)?.difference ?? Number.NaN;
      return isRegion(label) ? null : this.#difference(score, difference);
    });
    return [...ofRegions, ...ofLabels].filter((shown) => shown !== null);
  }

  #difference({ structure, labels, name }: StructureScore, difference: number) {
    if (difference === 0 || Number.isNaN(difference)) return null;
    const title = this.say(changeWords.difference, { name, difference: formatDifference(difference, 4) });
    return html`<span class="difference" title=${title}>
      ${structureChip(structure, labels)}<b>${formatDifference(difference)}</b>
    </span>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'dl-rule-change': DlRuleChange;
  }
}
