import '@awesome.me/webawesome/dist/components/popover/popover.js';
import { html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { App } from '../app/app.ts';
import { forgetUndo, removeFile, setRole, undo } from '../app/case/edit-files.ts';
import { openDemo } from '../app/case/fetch-files.ts';
import { chooseCase } from '../app/case/open-case.ts';
import { BAR_PAGES } from '../app/link.ts';
import { openAnyFiles } from '../app/runs/runs-route.ts';
import { setLanguage, setTheme } from '../app/settings.ts';
import type { AppState } from '../app/state.ts';
import { shellWords } from '../core/messages/shell.ts';
import { baseStyles } from '../ui/controls/base-styles.ts';
import { DlElement } from '../ui/controls/dl-element.ts';
import type { RoleName } from '../ui/case/dl-files-panel.ts';
import '../ui/case/dl-files-panel.ts';
import '../ui/controls/dl-icon.ts';
import '../ui/controls/dl-toast.ts';
import { filesOf } from './dropped-files.ts';
import { footerFor } from './footer-for.ts';
import { sayUndoable } from './case/question-text.ts';
import { MARK } from './mark.ts';
import { noticesOf } from './notices.ts';
import { fillsWindow, pageOf } from './page-of.ts';
import { takeDrop } from './take-drop.ts';
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
  @state() private searching = false;
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
    const page = pageOf(this.app, state, () => this.requestUpdate());
    if (this.toggleAttribute('alone', fillsWindow(state))) return html`<main>${page}</main>`;
    return html`${this.#bar(state)}
      <div class="notices">${noticesOf(this.app, state)}</div>
      <main @files-ask=${this.#askForFiles}>${pageOf(this.app, state, () => this.requestUpdate())}</main>
      ${footerFor(state)}
      ${this.dropping ? html`<div class="dropping">${this.say(shellWords.dropHere)}</div>` : nothing}
      ${
        this.searching
          ? html`<command-palette .app=${this.app} @palette-close=${this.#stopSearch}></command-palette>`
          : nothing
      }
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
      <a
        class="mark"
        href="#/start"
        aria-current=${state.page === 'start' ? 'page' : nothing}
        aria-label=${`DiceLens: ${this.say(shellWords.start)}`}
        title=${this.say(shellWords.start)}
        >${MARK}<span>DiceLens</span></a
      >
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
        ${BAR_PAGES.map(
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
            : html`<button
                class="plain"
                aria-label=${this.say(shellWords.openDemo)}
                title=${this.say(shellWords.openDemo)}
                @click=${() => openDemo(this.app)}
              >
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
          class="icon-button"
          id="search"
          aria-label=${this.say(shellWords.search)}
          title=${`${this.say(shellWords.search)} (Ctrl K)`}
          @click=${this.#search}
        >
          <dl-icon name="search"></dl-icon>
        </button>
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
        <wa-popover
          for="help"
          placement="bottom-end"
          distance="6"
          without-arrow
          @wa-show=${() => import('./keys-list.ts')}
          ><keys-list .page=${state.page}></keys-list
        ></wa-popover>
      </div>
    </header>`;
  }

  #caseName({ isDemo, cases, current, page, cohort }: AppState): string {
    if (page === 'cohort' && cohort?.title) return cohort.title;
    const name = cases[current]?.name;
    if (isDemo) return this.say(shellWords.demo);
    return name ?? this.say(shellWords.noCase);
  }

  readonly #askForFiles = () => this.renderRoot.querySelector<HTMLElement>('#open-files')?.click();

  #pick(event: Event): void {
    const input = event.target as HTMLInputElement;
    const files = filesOf([...(input.files ?? [])]);
    input.value = ''; // the same file can be picked again
    void openAnyFiles(this.app, files);
  }

  readonly #stopSearch = (): void => void (this.searching = false);

  readonly #search = (): void => {
    void import('./command-palette.ts');
    this.searching = true;
  };

  readonly #keyDown = (event: KeyboardEvent): void => {
    if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'k') {
      event.preventDefault();
      return this.#search();
    }
    if (isTyping(event)) return;
    if (event.key.toLowerCase() === 'o') this.#askForFiles();
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
    void takeDrop(this.app, event.dataTransfer);
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'dl-app': DlApp;
  }
}
