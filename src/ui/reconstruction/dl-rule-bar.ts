import { css, html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { ruleWords } from '../../core/messages/reconstruction-page.ts';
import type { Comparison, Rule, RuleKind } from '../../core/reconstruction/rule.ts';
import { baseStyles } from '../controls/base-styles.ts';
import { DlElement } from '../controls/dl-element.ts';
import '../controls/dl-icon.ts';
import '../controls/dl-segmented.ts';
import type { RuleEdit } from './dl-rule-table.ts';
import { elementEvent } from '../case/selection-event.ts';

/**
 * The kind of the rule, how probabilities are compared, what argmax does, and the ways back.
 * @fires rule-change - detail: RuleEdit
 * @fires together-change - detail: whether all thresholds move as one
 * @fires rule-undo
 * @fires rule-reset
 */
@customElement('dl-rule-bar')
export class DlRuleBar extends DlElement {
  @property({ attribute: false }) rule: Rule | null = null;
  @property({ type: Boolean }) together = false;
  /** Masks have no thresholds. */
  @property({ type: Boolean }) thresholds = true;
  @property({ type: Boolean }) undoable = false;
  /** Another rule than nnU-Net's is in place. */
  @property({ type: Boolean }) resettable = false;

  static override styles = [
    baseStyles,
    css`
      :host {
        display: flex;
        flex-wrap: wrap;
        gap: 6px 8px;
        align-items: center;
        min-height: 30px;
      }
      h2 {
        margin-right: 4px;
      }
      @media (max-width: 1320px) {
        :host {
          column-gap: 6px;
        }
        dl-segmented {
          --segment-padding: 6px;
        }
        .way {
          padding: 0 7px !important;
        }
      }
      .ways {
        display: flex;
        gap: 8px;
        align-items: center;
        margin-left: auto;
      }
      .way {
        display: flex;
        gap: 6px;
        align-items: center;
        height: 28px;
        padding: 0 10px;
        border: 1px solid transparent;
        border-radius: var(--r2);
        color: var(--text-2);
        font-weight: 500;
        white-space: nowrap;
      }
      .way.framed {
        border-color: var(--control);
        color: var(--text);
      }
      .way:hover:not(:disabled) {
        background: var(--hover);
      }
      .way:disabled {
        border-color: var(--line);
        color: var(--control);
        cursor: default;
      }
      .way:disabled:not(.framed) {
        border-color: transparent;
      }
    `,
  ];

  protected override render() {
    const { rule } = this;
    if (!rule) return nothing;
    const { argmax } = rule;
    return html`<h2>${this.say(ruleWords.title)}</h2>
      ${this.#segments<RuleKind>(
        ruleWords.kind,
        rule.kind,
        [
          ['overwrite', this.say(ruleWords.overwrite), ruleWords.overwriteTitle],
          ['nested', this.say(ruleWords.nested), ruleWords.nestedTitle],
          ['argmax', this.say(ruleWords.argmax), ruleWords.argmaxTitle],
        ],
        (kind) => ({ ...rule, kind }),
      )}
      ${
        rule.kind === 'argmax'
          ? html`${this.#segments<'yes' | 'no'>(
              ruleWords.argmaxThreshold,
              argmax.thresholded ? 'yes' : 'no',
              [
                ['yes', this.say(ruleWords.withThreshold), ruleWords.argmaxThreshold],
                ['no', this.say(ruleWords.withoutThreshold), ruleWords.argmaxThreshold],
              ],
              (choice) => ({ ...rule, argmax: { ...argmax, thresholded: choice === 'yes' } }),
            )}
            ${this.#segments<'label' | 'index'>(
              ruleWords.argmaxWrites,
              argmax.writes,
              [
                ['label', this.say(ruleWords.writesLabel), ruleWords.argmaxWrites],
                ['index', this.say(ruleWords.writesIndex), ruleWords.argmaxWrites],
              ],
              (writes) => ({ ...rule, argmax: { ...argmax, writes } }),
            )}`
          : nothing
      }
      ${
        this.thresholds
          ? html`${this.#segments<Comparison>(
              ruleWords.comparison,
              rule.comparison,
              [
                ['>', '>', ruleWords.above],
                ['>=', '≥', ruleWords.atLeast],
              ],
              (comparison) => ({ ...rule, comparison }),
            )}
            ${this.#moves()}`
          : nothing
      }
      <span class="ways">
        <button
          class="way"
          ?disabled=${!this.undoable}
          @click=${() => this.dispatchEvent(elementEvent('rule-undo'))}
        >
          <dl-icon name="undo-2"></dl-icon>${this.say(ruleWords.undo)}
        </button>
        <button
          class="way framed"
          ?disabled=${!this.resettable}
          @click=${() => this.dispatchEvent(elementEvent('rule-reset'))}
        >
          <dl-icon name="rotate-ccw"></dl-icon>${this.say(ruleWords.reset)}
        </button>
      </span>`;
  }

  #moves() {
    return html`<dl-segmented
      .label=${this.say(ruleWords.moved)}
      .segments=${[
        { value: 'each', text: this.say(ruleWords.each), title: this.say(ruleWords.moved) },
        { value: 'together', text: this.say(ruleWords.together), title: this.say(ruleWords.moved) },
      ]}
      .value=${this.together ? 'together' : 'each'}
      @value-change=${({ detail }: CustomEvent<string>) =>
        this.dispatchEvent(elementEvent('together-change', detail === 'together'))}
    ></dl-segmented>`;
  }

  #segments<Value extends string>(
    label: typeof ruleWords.kind,
    value: Value,
    choices: readonly (readonly [Value, string, typeof ruleWords.kind])[],
    apply: (value: Value) => Rule,
  ) {
    return html`<dl-segmented
      .label=${this.say(label)}
      .segments=${choices.map(([choice, text, title]) => ({ value: choice, text, title: this.say(title) }))}
      .value=${value}
      @value-change=${({ detail }: CustomEvent<Value>) =>
        this.dispatchEvent(elementEvent<RuleEdit>('rule-change', { rule: apply(detail), gesture: '' }))}
    ></dl-segmented>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'dl-rule-bar': DlRuleBar;
  }
}
