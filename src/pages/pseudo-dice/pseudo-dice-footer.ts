import { html } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { PseudoDiceState } from '../../app/pseudo-dice/pseudo-dice-state.ts';
import { markedEpoch } from '../../app/pseudo-dice/pseudo-dice-view.ts';
import { DlElement } from '../../ui/controls/dl-element.ts';
import '../../ui/pseudo-dice/dl-pseudo-footer.ts';

/** The footer of the page; comes with the page's code, the frame only names it. */
@customElement('pseudo-dice-footer')
export class PseudoDiceFooter extends DlElement {
  @property({ attribute: false }) pseudo: PseudoDiceState | null = null;

  protected override render() {
    return html`<dl-pseudo-footer
      .result=${this.pseudo?.shown?.result ?? null}
      .epoch=${this.pseudo ? markedEpoch(this.pseudo) : 0}
    ></dl-pseudo-footer>`;
  }
}
