import { html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { App } from '../../app/app.ts';
import { openDemo } from '../../app/case/fetch-files.ts';
import { openAnyFiles } from '../../app/runs/runs-route.ts';
import { hasPicker, openRecent, pickAndOpen } from '../../app/start/open-handles.ts';
import { readRecent, writeRecent, type Recent } from '../../app/start/recent.ts';
import type { AppState } from '../../app/state.ts';
import { sayHeadline } from '../../core/case/headline.ts';
import { LESSONS } from '../../core/learn/lessons.ts';
import { learnWords } from '../../core/messages/learn-frame.ts';
import { roleHints, roleWords, shellWords } from '../../core/messages/shell.ts';
import { startWords as words } from '../../core/messages/start.ts';
import { baseStyles } from '../../ui/controls/base-styles.ts';
import { DlElement, spoken } from '../../ui/controls/dl-element.ts';
import '../../ui/controls/dl-icon.ts';
import '../../ui/controls/dl-toast.ts';
import { elementEvent } from '../../ui/case/selection-event.ts';
import '../../ui/start/dl-recent-list.ts';
import { filesOf } from '../dropped-files.ts';
import { startPageStyles } from './start-page-styles.ts';

const ROLES = [
  ['reference', roleHints.required],
  ['prediction', words.secondModel],
  ['dataset', roleHints.forRegions],
  ['probabilities', roleHints.forDiff],
  ['image', roleHints.beneath],
] as const;

/**
 * Three ways in: own files, the demo, the lessons; and what was opened before.
 * @fires files-ask - the bar's own field for files is wanted
 */
@customElement('start-page')
export class StartPage extends DlElement {
  @property({ attribute: false }) app!: App;
  @property({ attribute: false }) state!: AppState;
  @state() private recent: readonly Recent[] = [];
  /** What was just taken off the list, and the list before. */
  @state() private forgotten: { readonly name: string; readonly before: readonly Recent[] } | null = null;

  static override styles = [baseStyles, startPageStyles];

  override connectedCallback(): void {
    super.connectedCallback();
    void readRecent().then((recent) => (this.recent = recent));
  }

  protected override render() {
    return html`<div class="page">
      <h1>${this.say(words.title)}</h1>
      <p class="intro">${this.say(words.intro)}</p>
      <div class="ways">
        ${this.#drop()}
        <div class="beside">${this.#demo()} ${this.#lessons()}</div>
      </div>
      <section class="recent">
        <h2>${this.say(words.recent)}</h2>
        ${
          this.recent.length > 0
            ? html`<dl-recent-list
                .list=${this.recent}
                .now=${Date.now()}
                @recent-open=${({ detail }: CustomEvent<Recent>) => openRecent(this.app, detail)}
                @recent-forget=${({ detail }: CustomEvent<Recent>) => this.#forget(detail)}
              ></dl-recent-list>`
            : html`<p class="quiet">${this.say(words.noRecent)}</p>`
        }
      </section>
      <dl-toast
        .text=${this.forgotten ? this.say(words.forgotten, this.forgotten) : ''}
        undo
        @toast-undo=${this.#bringBack}
        @toast-close=${this.#forgetForGood}
      ></dl-toast>
    </div>`;
  }

  #drop() {
    return html`<section class="drop" aria-label=${this.say(shellWords.dropHere)}>
      <dl-icon name="folder-open"></dl-icon>
      <h2>${this.say(shellWords.dropHere)}</h2>
      <p>${this.say(words.dropKinds)}</p>
      <div class="buttons">
        <button class="first" @click=${this.#openFiles}>
          <dl-icon name="folder-open"></dl-icon>${this.say(shellWords.openFiles)}
        </button>
        ${
          hasPicker('folder')
            ? html`<button class="second" @click=${() => pickAndOpen(this.app, 'folder')}>
                ${this.say(words.openFolder)}
              </button>`
            : html`<label class="second"
                >${this.say(words.openFolder)}<input
                  class="off-screen"
                  type="file"
                  webkitdirectory
                  @change=${this.#pickedFolder}
              /></label>`
        }
      </div>
      <p class="quiet">${this.say(words.orPress)} <kbd>O</kbd></p>
      <table>
        <caption>
          ${this.say(words.recognised)}
        </caption>
        ${ROLES.map(
          ([role, note]) =>
            html`<tr>
              <th scope="row">${this.say(roleWords[role])}</th>
              <td>${this.say(roleHints[role])}</td>
              <td>${this.say(note)}</td>
            </tr>`,
        )}
      </table>
    </section>`;
  }

  #demo() {
    const { isDemo, opened } = this.state;
    return html`<section class="demo">
      <img src="start/demo.png" width="190" height="158" alt=${this.say(words.demoPicture)} />
      <div>
        <h2>${this.say(words.demo)}</h2>
        <p>
          ${this.say(words.demoText)} ${isDemo && opened ? sayHeadline(opened.result, spoken()) : nothing}
        </p>
        <button class="second" @click=${this.#openDemo}>${this.say(shellWords.openDemo)}</button>
      </div>
    </section>`;
  }

  #lessons() {
    return html`<section>
      <h2>${this.say(words.learn)}</h2>
      <ul>
        ${LESSONS.map(({ id, title, minutes }) => {
          const about = words.about[id];
          return html`<li>
            <a href="#/learn/${id}"
              ><b>${this.say(title)}</b><span>${about ? this.say(about) : nothing}</span
              ><small>${this.say(learnWords.minutes, minutes)}</small></a
            >
          </li>`;
        })}
      </ul>
    </section>`;
  }

  readonly #openFiles = (): void => {
    if (hasPicker('files')) void pickAndOpen(this.app, 'files');
    else this.dispatchEvent(elementEvent('files-ask'));
  };

  readonly #openDemo = (): void => {
    location.hash = '#/case';
    if (!this.state.isDemo) void openDemo(this.app);
  };

  readonly #pickedFolder = (event: Event): void => {
    const input = event.target as HTMLInputElement;
    const files = filesOf([...(input.files ?? [])]);
    input.value = '';
    void openAnyFiles(this.app, files);
  };

  #forget(recent: Recent): void {
    this.forgotten = { name: recent.name, before: this.recent };
    this.#keep(this.recent.filter((one) => one !== recent));
  }

  readonly #bringBack = (): void => {
    if (this.forgotten) this.#keep(this.forgotten.before);
    this.forgotten = null;
  };

  readonly #forgetForGood = (): void => {
    this.forgotten = null;
  };

  #keep(recent: readonly Recent[]): void {
    this.recent = recent;
    void writeRecent(recent);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'start-page': StartPage;
  }
}
