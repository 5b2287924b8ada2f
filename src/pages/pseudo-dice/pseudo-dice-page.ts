import { html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { App } from '../../app/app.ts';
import { followState } from '../../app/pseudo-dice/pseudo-dice-open.ts';
import type { PseudoDiceState, ShownProgress } from '../../app/pseudo-dice/pseudo-dice-state.ts';
import { simulate, stopSimulating } from '../../app/pseudo-dice/simulate.ts';
import { act } from '../../app/report-error.ts';
import type { AppState } from '../../app/state.ts';
import { errors } from '../../core/messages/errors.ts';
import { stateWords } from '../../core/messages/case-page.ts';
import { pseudoDicePageWords as words } from '../../core/messages/pseudo-dice-page.ts';
import { say } from '../../core/messages/say.ts';
import type { Sentence } from '../../core/messages/sentence.ts';
import { sayGap } from '../../core/pseudo-dice/gap-headline.ts';
import { sayPseudoDice } from '../../core/pseudo-dice/pseudo-dice-headline.ts';
import { baseStyles } from '../../ui/controls/base-styles.ts';
import { DlElement, spoken } from '../../ui/controls/dl-element.ts';
import './pseudo-dice-chart.ts';
import './pseudo-dice-footer.ts';
import { followPseudoDiceKeys } from './pseudo-dice-keys.ts';
import { pseudoDicePageStyles } from './pseudo-dice-page-styles.ts';
import './pseudo-dice-sidebar.ts';

/** From sampled patches to the validation Dice: the finding, simulated epochs and accounts left, the sampler right. */
@customElement('pseudo-dice-page')
export class PseudoDicePage extends DlElement {
  @property({ attribute: false }) app!: App;
  @property({ attribute: false }) state!: AppState;
  /** Accounts and pictures come after the chart. */
  @state() private hasParts = false;
  #unfollow: (() => void) | null = null;

  static override styles = [baseStyles, pseudoDicePageStyles];

  override connectedCallback(): void {
    super.connectedCallback();
    if (this.hasUpdated) this.#unfollow = followPseudoDiceKeys(this.app);
  }

  /** The page may be on screen before its code is: its properties are known from here on. */
  protected override firstUpdated(): void {
    this.#unfollow = followPseudoDiceKeys(this.app);
    void act(this.app, async () => {
      await Promise.all([import('./pseudo-dice-accounts.ts'), import('./patch-pictures-part.ts')]);
      this.hasParts = true;
    });
  }

  override disconnectedCallback(): void {
    this.#unfollow?.();
    super.disconnectedCallback();
  }

  protected override updated(): void {
    followState(this.app);
  }

  protected override render() {
    const pseudo = this.state.pseudoDice;
    if (!pseudo) return html`<p class="empty">${this.say(words.simulating)}</p>`;
    return html`<div class="accounts">
        <h1>${this.#finding(pseudo)}</h1>
        ${pseudo.shown ? nothing : this.#status(pseudo)} ${this.#remarks(pseudo)}
        <pseudo-dice-chart .app=${this.app} .pseudo=${pseudo} .theme=${this.state.theme}
          >${pseudo.shown ? this.#status(pseudo, 'status') : nothing}</pseudo-dice-chart
        >
        ${
          this.hasParts
            ? html`<pseudo-dice-accounts
                .app=${this.app}
                .pseudo=${pseudo}
                .pictures=${this.state.patchPictures}
              ></pseudo-dice-accounts>`
            : nothing
        }
      </div>
      <pseudo-dice-sidebar
        .app=${this.app}
        .pseudo=${pseudo}
        .pictures=${this.state.patchPictures}
        ?parts=${this.hasParts}
      ></pseudo-dice-sidebar>`;
  }

  #finding({ shown, cases, isStopped, trainings }: PseudoDiceState): string {
    if (shown) return sayPseudoDice(shown.gap, shown.result.epochs.length, spoken());
    const training = trainings.find(({ account }) => account !== null);
    if (cases.length === 0 && training?.account) return sayGap(training.account, training.name, spoken());
    if (cases.length === 0) return this.say(words.noCases);
    return this.say(isStopped ? words.stoppedEmpty : words.simulating);
  }

  /** How far a simulation has come, or that it was stopped; in the place of figures that are not there meanwhile. */
  #status(pseudo: PseudoDiceState, slot = '') {
    const { progress, isStopped, shown } = pseudo;
    if (progress) return this.#progress(progress, slot);
    if (!isStopped) return nothing;
    return html`<div class="status" slot=${slot}>
      ${shown ? html`<span>${this.say(words.stopped)}</span>` : nothing}
      <button class="link" @click=${() => void simulate(this.app)}>${this.say(words.again)}</button>
    </div>`;
  }

  #progress({ stage, name, done, total, secondsLeft }: ShownProgress, slot: string) {
    const text =
      stage === 'comparing'
        ? this.say(words.comparing)
        : this.say(stage === 'reading' ? words.reading : words.counting, { name });
    const percent = total > 0 ? Math.min(100, (100 * done) / total) : 0;
    return html`<div class="status" slot=${slot}>
      <div
        class="bar"
        role="progressbar"
        aria-label=${text}
        aria-valuemin="0"
        aria-valuemax="100"
        aria-valuenow=${Math.round(percent)}
      >
        <i .style=${`width:${percent}%`}></i>
      </div>
      <span class="cut">${text}</span>
      <span>${secondsLeft === null ? nothing : this.say(words.secondsLeft, { seconds: secondsLeft })}</span>
      <button class="link" @click=${() => stopSimulating(this.app)}>${this.say(stateWords.cancel)}</button>
    </div>`;
  }

  #remarks({ leftOut, shown }: PseudoDiceState) {
    return html`${leftOut.length > 0 ? html`<p class="remark">${this.say(words.leftOut, { names: leftOut })}</p>` : nothing}
    ${(shown?.failures ?? []).map(
      ({ name, error }) =>
        html`<p class="remark" role="alert">
          ${this.say(words.failed, { name, reason: say(errors[error.code] as Sentence<never>, spoken(), error.facts) })}
        </p>`,
    )}`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'pseudo-dice-page': PseudoDicePage;
  }
}
