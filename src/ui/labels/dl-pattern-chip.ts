import { css, html } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { DlElement } from '../controls/dl-element.ts';

/**
 * A pattern as the initials of every region: filled = predicted, outlined in lime = gained by the
 * reconstruction, struck through in violet = lost, dim = neither predicted nor written.
 */
@customElement('dl-pattern-chip')
export class DlPatternChip extends DlElement {
  @property({ attribute: false }) initials: readonly string[] = [];
  @property({ type: Number }) pattern = 0;
  @property({ attribute: false }) gained: readonly number[] = [];
  @property({ attribute: false }) lost: readonly number[] = [];

  static override styles = css`
    :host {
      display: inline-flex;
      flex-wrap: wrap;
      gap: 3px;
      vertical-align: middle;
    }
    span {
      padding: 0 4px;
      border: 1px solid var(--line-strong);
      border-radius: var(--r1);
      color: var(--text-3);
      font: 600 10px/15px var(--font);
    }
    .set {
      border-color: var(--set);
      background: var(--set);
      color: var(--set-text);
    }
    .gained {
      border-color: var(--gained);
      color: var(--gained);
    }
    .lost {
      border-color: var(--lost-text);
      background: none;
      color: var(--lost-text);
      text-decoration: line-through;
    }
  `;

  protected override render() {
    return repeat(
      this.initials,
      (_, region) => region,
      (text, region) => html`<span class=${this.#state(region)}>${text}</span>`,
    );
  }

  #state(region: number): string {
    if (this.gained.includes(region)) return 'gained';
    if (this.lost.includes(region)) return 'lost';
    return (this.pattern & (1 << region)) !== 0 ? 'set' : '';
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'dl-pattern-chip': DlPatternChip;
  }
}
