import { css, html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { formatTick } from '../../core/charts/chart-ticks.ts';
import { formatScore } from '../../core/text/format.ts';
import { runsPageWords } from '../../core/messages/runs-page.ts';
import type { RunEpoch } from '../../core/runs/run.ts';
import { baseStyles } from '../controls/base-styles.ts';
import { DlElement } from '../controls/dl-element.ts';

/** All values of one epoch in a line, with the keys that go from best to best. */
@customElement('dl-run-readout')
export class DlRunReadout extends DlElement {
  @property({ attribute: false }) epoch: RunEpoch | null = null;
  /** Mean pseudo Dice and its running average at that epoch. */
  @property({ type: Number }) mean = Number.NaN;
  @property({ type: Number }) ema = Number.NaN;
  @property({ type: Boolean }) isBest = false;
  /** Names of classes where each is wanted, else empty. */
  @property({ attribute: false }) classNames: readonly string[] = [];

  static override styles = [
    baseStyles,
    css`
      :host {
        display: flex;
        flex-wrap: wrap;
        gap: 2px 14px;
        min-height: 20px;
        color: var(--text-3);
      }
      span {
        white-space: nowrap;
      }
      b {
        color: var(--text);
        font-weight: 600;
      }
      .epoch {
        color: var(--text);
        font-weight: 600;
      }
      .keys {
        margin-left: auto;
      }
      kbd {
        padding: 1px 5px;
        border: 1px solid var(--line-strong);
        border-radius: var(--r1);
        color: var(--text-2);
        font: 500 11px/14px var(--font);
      }
      @media (max-width: 1320px) {
        .keys i {
          display: none;
        }
      }
      i {
        font-style: normal;
      }
    `,
  ];

  protected override render() {
    const { epoch } = this;
    if (!epoch) return nothing;
    const { trainLoss, valLoss, durationS, learningRate, startMs, pseudoDice } = epoch;
    const value = (name: string, text: string | null, note = '') =>
      text === null ? nothing : html`<span>${name} <b>${text}</b>${note && ` ${note}`}</span>`;
    const loss = (number: number | null) => (number === null ? null : formatTick(number, 4));
    const began =
      startMs === null ? undefined : new Date(startMs).toISOString().slice(0, 16).replace('T', ' ');
    return html`<span class="epoch" title=${began ? `${this.say(runsPageWords.started)} ${began}` : ''}
        >${this.say(runsPageWords.epoch, { epoch: epoch.epoch })}</span
      >
      ${value(this.say(runsPageWords.pseudo), formatScore(this.mean, 4))}
      ${value(this.say(runsPageWords.ema), formatScore(this.ema, 4), this.isBest ? this.say(runsPageWords.newBest) : '')}
      ${
        this.classNames.length > 0
          ? pseudoDice.map((dice, c) => value(this.classNames[c] ?? `${c + 1}`, formatScore(dice, 4)))
          : nothing
      }
      ${value(this.say(runsPageWords.train), loss(trainLoss))}
      ${value(this.say(runsPageWords.val), loss(valLoss))}
      ${value(this.say(runsPageWords.duration), durationS === null ? null : `${durationS.toFixed(1)} s`)}
      ${value(this.say(runsPageWords.rate), learningRate === null ? null : learningRate.toFixed(5))}
      <span class="keys"><kbd>[</kbd> <kbd>]</kbd> <i>${this.say(runsPageWords.bestKeys)}</i></span>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'dl-run-readout': DlRunReadout;
  }
}
