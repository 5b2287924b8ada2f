import { html, nothing } from 'lit';
import type { App } from '../app/app.ts';
import { answer, dismissQuestion } from '../app/case/answer-question.ts';
import { dismissError } from '../app/report-error.ts';
import { stopWork } from '../app/show-work.ts';
import { loadUpdate, postponeUpdate } from '../app/start/offline.ts';
import type { AppState, Question } from '../app/state.ts';
import { say } from '../core/messages/say.ts';
import { shellWords } from '../core/messages/shell.ts';
import type { FolderOffer } from '../core/start/folder-offer.ts';
import { spoken } from '../ui/controls/dl-element.ts';
import '../ui/controls/dl-error.ts';
import '../ui/controls/dl-progress.ts';
import '../ui/controls/dl-question.ts';
import { sayQuestion } from './case/question-text.ts';

/** What stands above the page: errors, questions, offers, work under way; empty where there is nothing. */
export function noticesOf(app: App, { errors, work, question, offer, updateReady }: AppState) {
  return [
    ...errors.map(
      ({ id, error }) =>
        html`<dl-error .error=${error} @error-dismiss=${() => dismissError(app, id)}></dl-error>`,
    ),
    question ? questionOf(app, question) : nothing,
    offer ? offerOf(app, offer) : nothing,
    updateReady ? updateOf(app) : nothing,
    work
      ? html`<dl-progress
          .text=${say(shellWords.reading, spoken(), { file: work.file })}
          .done=${work.doneBytes}
          .total=${work.totalBytes}
          .note=${say(shellWords.oldStays, spoken())}
          @progress-cancel=${() => stopWork(app)}
        ></dl-progress>`
      : nothing,
  ].filter((notice) => notice !== nothing);
}

function offerOf(app: App, offer: FolderOffer) {
  void import('./start/folder-offer.ts');
  return html`<folder-offer .app=${app} .offer=${offer}></folder-offer>`;
}

function updateOf(app: App) {
  return html`<dl-question
    .text=${say(shellWords.updateReady, spoken())}
    .answers=${[{ value: 'update', text: say(shellWords.update, spoken()) }]}
    @question-answer=${loadUpdate}
    @question-dismiss=${() => postponeUpdate(app)}
  ></dl-question>`;
}

function questionOf(app: App, question: Question) {
  const { text, answers } = sayQuestion(question);
  return html`<dl-question
    .text=${text}
    .answers=${answers}
    @question-answer=${({ detail }: CustomEvent<string>) => answer(app, detail)}
    @question-dismiss=${() => dismissQuestion(app)}
  ></dl-question>`;
}
