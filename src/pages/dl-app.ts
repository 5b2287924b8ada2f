import '@awesome.me/webawesome/dist/components/popover/popover.js';
import { html, nothing, svg } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { answer, dismissQuestion } from '../app/case/answer-question.ts';
import type { App } from '../app/app.ts';
import { forgetUndo, removeFile, setRole, undo } from '../app/case/edit-files.ts';
import { openDemo } from '../app/case/fetch-files.ts';
import { chooseCase } from '../app/case/open-case.ts';
import { PAGES } from '../app/link.ts';
import { dismissError } from '../app/report-error.ts';
import { openAnyFiles } from '../app/runs/runs-route.ts';
import { chosenRun } from '../app/runs/runs-view.ts';
import { setLanguage, setTheme } from '../app/settings.ts';
import { stopWork } from '../app/show-work.ts';
import type { AppState, Question } from '../app/state.ts';
import { shellWords } from '../core/messages/shell.ts';
import { baseStyles } from '../ui/controls/base-styles.ts';
import '../ui/controls/dl-error.ts';
import { DlElement } from '../ui/controls/dl-element.ts';
import type { RoleName } from '../ui/case/dl-files-panel.ts';
import '../ui/case/dl-files-panel.ts';
import '../ui/controls/dl-footer.ts';
import '../ui/controls/dl-icon.ts';
import '../ui/controls/dl-progress.ts';
import '../ui/controls/dl-question.ts';
import '../ui/controls/dl-toast.ts';
import { filesOf, readDroppedFiles } from './dropped-files.ts';
import { readDroppedHandles } from './dropped-handles.ts';
import { footerOf } from './footer-of.ts';
import { sayQuestion, sayUndoable } from './case/question-text.ts';
import { fillsWindow, pageOf } from './page-of.ts';
import { shortcutsOf } from './shortcuts-of.ts';
import { titleOf } from './title-of.ts';
import { shellStyles } from './shell-styles.ts';
import { isTyping } from './case/case-keys.ts';

/** The frame round the pages: bar, notices, page, footer; takes files wherever they are dropped. */
@customElement('dl-app')
export class DlApp extends DlElement {
  @property({ attribute: false }) app!: App;
  @state() private dropping = false;
  /** The panel of files, a select for each, is made when it is first opened. */
  @state() private showsFiles = false;
  #silence: (() => void) | null = null;

  static override styles = [baseStyles, shellStyles];

  override connectedCallback(): void {
    super.connectedCallback();
    this.#silence = this.app.store.listen((state) => {
      document.body.dataset.busy = String(state.pending > 0);
      this.requestUpdate();
    });
    window.addEventListener('keydown', this.#keyDown);
    window.addEventListener('dragover', this.#dragOver);
    window.addEventListener('dragleave', this.#dragLeave);
    window.addEventListener('drop', this.#drop);
  }

  override disconnectedCallback(): void {
    this.#silence?.();
    window.removeEventListener('keydown', this.#keyDown);
    window.removeEventListener('dragover', this.#dragOver);
    window.removeEventListener('dragleave', this.#dragLeave);
    window.removeEventListener('drop', this.#drop);
    super.disconnectedCallback();
  }

  protected override render() {
    const { state } = this.app.store;
    const footer = footerOf(state);
    const isAlone = fillsWindow(state);
    this.toggleAttribute('alone', isAlone);
    if (isAlone) return html`<main>${pageOf(this.app, state, () => this.requestUpdate())}</main>`;
    return html`${this.#bar(state)}
      <div class="notices">${this.#notices(state)}</div>
      <main>${pageOf(this.app, state, () => this.requestUpdate())}</main>
      ${
        state.page === 'pseudo-dice'
          ? html`<pseudo-dice-footer .pseudo=${state.pseudoDice}></pseudo-dice-footer>`
          : state.page === 'runs'
            ? html`<dl-run-footer .run=${state.runs && chosenRun(state.runs)}></dl-run-footer>`
            : state.page === 'cohort'
              ? html`<cohort-footer .cohort=${state.cohort}></cohort-footer>`
              : html`<dl-footer
                  .result=${footer.result}
                  .readout=${footer.readout}
                  .imageName=${state.channel === null ? '' : (state.opened?.channels[state.channel] ?? '')}
                ></dl-footer>`
      }
      ${this.dropping ? html`<div class="dropping">${this.say(shellWords.dropHere)}</div>` : nothing}
      <dl-toast
        .text=${state.undoable ? sayUndoable(state.undoable) : ''}
        undo
        @toast-undo=${() => undo(this.app)}
        @toast-close=${() => forgetUndo(this.app)}
      ></dl-toast>`;
  }

  #bar(state: AppState) {
    const dark = state.theme === 'dark';
    const title = titleOf(state);
    return html`<header>
      <span class="mark">${MARK}<span>DiceLens</span></span>
      <span class="bar-line"></span>
      ${title === null ? nothing : html`<b class="cut">${title}</b>`}
      <button
        class=${title === null ? 'case-button' : 'off-screen'}
        id="case-button"
        title=${this.say(shellWords.filesOfCase)}
      >
        <span class="cut">${this.#caseName(state)}</span><dl-icon name="chevron-down"></dl-icon>
      </button>
      <wa-popover
        for="case-button"
        placement="bottom-start"
        distance="6"
        without-arrow
        @wa-show=${() => (this.showsFiles = true)}
      >
        ${
          this.showsFiles
            ? html`<dl-files-panel
                .cases=${state.cases.map(({ name, model }) => (model ? `${name}, ${model}` : name))}
                .current=${state.current}
                .files=${state.files}
                @case-choose=${({ detail }: CustomEvent<number>) => chooseCase(this.app, detail)}
                @role-change=${({ detail }: CustomEvent<{ id: number; role: RoleName }>) =>
                  setRole(this.app, detail.id, detail.role)}
                @file-remove=${({ detail }: CustomEvent<number>) => removeFile(this.app, detail)}
              ></dl-files-panel>`
            : nothing
        }
      </wa-popover>
      <nav aria-label=${this.say(shellWords.pages)}>
        ${PAGES.map(
          (page) =>
            html`<a href="#/${page}" aria-current=${state.page === page ? 'page' : nothing}>
              ${this.say(shellWords[page])}
            </a>`,
        )}
      </nav>
      <div class="actions">
        ${
          state.served
            ? html`<served-folder .app=${this.app} .listing=${state.served}></served-folder>`
            : nothing
        }
        ${
          state.isDemo || title !== null
            ? nothing
            : html`<button class="plain" @click=${() => openDemo(this.app)}>
                <dl-icon name="brain"></dl-icon><span>${this.say(shellWords.openDemo)}</span>
              </button>`
        }
        ${
          state.page === 'reconstruction'
            ? html`<reconstruction-exports .app=${this.app} .state=${state}></reconstruction-exports>`
            : nothing
        }
        <label class="open">
          <dl-icon name="folder-open"></dl-icon>${this.say(shellWords.openFiles)}
          <input id="open-files" class="off-screen" type="file" multiple @change=${this.#pick} />
        </label>
        <button
          class="plain"
          title=${this.say(shellWords.languageTitle)}
          @click=${() => setLanguage(this.app, state.language === 'en' ? 'zh-CN' : 'en')}
        >
          <dl-icon name="languages"></dl-icon><span>${this.say(shellWords.language)}</span>
        </button>
        <button
          class="icon-button"
          aria-label=${this.say(dark ? shellWords.toLight : shellWords.toDark)}
          title=${this.say(dark ? shellWords.toLight : shellWords.toDark)}
          @click=${() => setTheme(this.app, dark ? 'light' : 'dark')}
        >
          <dl-icon name=${dark ? 'sun' : 'moon'}></dl-icon>
        </button>
        <button
          class="icon-button"
          id="help"
          aria-label=${this.say(shellWords.help)}
          title=${this.say(shellWords.help)}
        >
          <dl-icon name="circle-question-mark"></dl-icon>
        </button>
        <wa-popover for="help" placement="bottom-end" distance="6" without-arrow>${this.#keys()}</wa-popover>
      </div>
    </header>`;
  }

  #keys() {
    return html`<dl class="keys">
      ${shortcutsOf(this.app.store.state.page).map(
        ([what, keys]) =>
          html`<dt>${this.say(what)}</dt>
            <dd>${typeof keys === 'string' ? keys : this.say(keys)}</dd>`,
      )}
    </dl>`;
  }

  #caseName({ isDemo, cases, current, page, cohort }: AppState): string {
    if (page === 'cohort' && cohort?.title) return cohort.title;
    const name = cases[current]?.name;
    if (isDemo) return this.say(shellWords.demo);
    return name ?? this.say(shellWords.noCase);
  }

  #notices({ errors, work, question }: AppState) {
    return [
      ...errors.map(
        ({ id, error }) =>
          html`<dl-error .error=${error} @error-dismiss=${() => dismissError(this.app, id)}></dl-error>`,
      ),
      question ? this.#question(question) : nothing,
      work
        ? html`<dl-progress
            .text=${this.say(shellWords.reading, { file: work.file })}
            .done=${work.doneBytes}
            .total=${work.totalBytes}
            .note=${this.say(shellWords.oldStays)}
            @progress-cancel=${() => stopWork(this.app)}
          ></dl-progress>`
        : nothing,
    ].filter((notice) => notice !== nothing);
  }

  #question(question: Question) {
    const { text, answers } = sayQuestion(question);
    return html`<dl-question
      .text=${text}
      .answers=${answers}
      @question-answer=${({ detail }: CustomEvent<string>) => answer(this.app, detail)}
      @question-dismiss=${() => dismissQuestion(this.app)}
    ></dl-question>`;
  }

  #pick(event: Event): void {
    const input = event.target as HTMLInputElement;
    const files = filesOf([...(input.files ?? [])]);
    input.value = ''; // the same file can be picked again
    void openAnyFiles(this.app, files);
  }

  readonly #keyDown = (event: KeyboardEvent): void => {
    if (isTyping(event)) return;
    if (event.key.toLowerCase() === 'o') this.renderRoot.querySelector<HTMLElement>('#open-files')?.click();
    else if (event.key === '?') this.renderRoot.querySelector<HTMLElement>('#help')?.click();
    else return;
    event.preventDefault();
  };

  readonly #dragOver = (event: DragEvent): void => {
    if (!event.dataTransfer?.types.includes('Files')) return;
    event.preventDefault();
    this.dropping = true;
  };

  readonly #dragLeave = (event: DragEvent): void => {
    if (!event.relatedTarget) this.dropping = false;
  };

  readonly #drop = (event: DragEvent): void => {
    this.dropping = false;
    if (!event.dataTransfer?.types.includes('Files')) return;
    event.preventDefault();
    const handles = readDroppedHandles(event.dataTransfer).catch(() => new Map()); // only for logs that still grow
    void readDroppedFiles(event.dataTransfer).then((files) => openAnyFiles(this.app, files, handles));
  };
}

const MARK = svg`<svg viewBox="0 0 26 20" aria-hidden="true">
  <path d="M13 4.6a7 7 0 0 1 0 10.8a7 7 0 0 1 0-10.8z" fill="currentColor" />
  <g fill="none" stroke="currentColor" stroke-width="1.4">
    <circle cx="9" cy="10" r="7" /><circle cx="17" cy="10" r="7" />
  </g>
</svg>`;

declare global {
  interface HTMLElementTagNameMap {
    'dl-app': DlApp;
  }
}
