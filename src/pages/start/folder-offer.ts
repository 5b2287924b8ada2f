import { html } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { App } from '../../app/app.ts';
import type { Page } from '../../app/link.ts';
import { refuseOffer, takeOffer } from '../../app/start/offer-folder.ts';
import { folderOfferWords as words } from '../../core/messages/folder-offer.ts';
import type { Sentence } from '../../core/messages/sentence.ts';
import type { FolderOffer } from '../../core/start/folder-offer.ts';
import { DlElement } from '../../ui/controls/dl-element.ts';
import '../../ui/controls/dl-question.ts';

const ANSWERS: Readonly<Record<FolderOffer['kind'], readonly (readonly [Page, Sentence])[]>> = {
  cases: [
    ['cohort', words.evaluateAll],
    ['case', words.openFirst],
  ],
  references: [
    ['pseudo-dice', words.patches],
    ['case', words.files],
  ],
  predictions: [['case', words.files]],
  runs: [
    ['cohort', words.validation],
    ['runs', words.lookAtRuns],
  ],
};

/** What lies in a folder that was opened, and the ways on. */
@customElement('folder-offer')
export class FolderOfferNotice extends DlElement {
  @property({ attribute: false }) app!: App;
  @property({ attribute: false }) offer!: FolderOffer;

  protected override render() {
    const { offer } = this;
    const hasValidation = offer.kind !== 'runs' || offer.validations > 0;
    return html`<dl-question
      .text=${this.#text(offer)}
      .answers=${ANSWERS[offer.kind]
        .filter(([page]) => page !== 'cohort' || hasValidation)
        .map(([value, text]) => ({ value, text: this.say(text) }))}
      @question-answer=${({ detail }: CustomEvent<Page>) => takeOffer(this.app, detail)}
      @question-dismiss=${() => refuseOffer(this.app)}
    ></dl-question>`;
  }

  #text(offer: FolderOffer): string {
    switch (offer.kind) {
      case 'cases':
        return this.say(words.cases, offer);
      case 'references':
        return this.say(words.references, offer);
      case 'predictions':
        return this.say(words.predictions, offer);
      case 'runs':
        return this.say(words.runs, offer);
    }
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'folder-offer': FolderOfferNotice;
  }
}
