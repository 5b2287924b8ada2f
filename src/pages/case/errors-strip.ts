import { css, html, nothing } from 'lit';
import { customElement, property, query } from 'lit/decorators.js';
import type { App } from '../../app/app.ts';
import { closeErrors, openErrors, showErrorsLarge } from '../../app/errors/errors-open.ts';
import { followNotes, reviewChosen, toggleReviewed } from '../../app/errors/errors-review.ts';
import {
  chooseError,
  chosenError,
  refreshPictures,
  stepError,
  stripOf,
} from '../../app/errors/errors-view.ts';
import type { AppState } from '../../app/state.ts';
import { DlElement } from '../../ui/controls/dl-element.ts';
import '../../ui/errors/dl-error-strip.ts';
import type { DlErrorStrip } from '../../ui/errors/dl-error-strip.ts';
import { isTyping } from './case-keys.ts';
import { rowsOf } from './errors-rows.ts';

/** The strip of the navigator below the slices, and its keys. */
@customElement('errors-strip')
export class ErrorsStrip extends DlElement {
  @property({ attribute: false }) app!: App;
  @property({ attribute: false }) state!: AppState;
  @query('dl-error-strip') private strip!: DlErrorStrip | null;
  #unfollow: (() => void) | null = null;

  static override styles = css`
    :host {
      display: block;
      min-width: 0;
    }
  `;

  override connectedCallback(): void {
    super.connectedCallback();
    window.addEventListener('keydown', this.#press);
    this.#unfollow = followNotes(this.app);
    showErrorsLarge(this.app);
  }

  override disconnectedCallback(): void {
    window.removeEventListener('keydown', this.#press);
    this.#unfollow?.();
    super.disconnectedCallback();
  }

  protected override updated(): void {
    const { opened, navigator, channel, channels } = this.state;
    if (opened && navigator?.of !== opened) void openErrors(this.app);
    else if (
      navigator?.errors &&
      channel !== navigator.pictured &&
      channel !== null &&
      channels.has(channel)
    ) {
      void refreshPictures(this.app);
    }
  }

  protected override render() {
    const { app } = this;
    const { navigator, opened } = this.state;
    if (!navigator || navigator.of !== opened) return nothing;
    return html`<dl-error-strip
      .rows=${rowsOf(navigator, stripOf(navigator))}
      .pictures=${navigator.pictures}
      .chosen=${chosenError(navigator)?.rank ?? -1}
      .at=${navigator.at}
      .of=${navigator.listed.length}
      @error-choose=${({ detail }: CustomEvent<number>) => chooseError(app, detail)}
      @error-step=${({ detail }: CustomEvent<1 | -1>) => stepError(app, detail)}
      @review-change=${({ detail }: CustomEvent<{ reviewed?: boolean; note?: string }>) =>
        reviewChosen(app, detail)}
    ></dl-error-strip>`;
  }

  readonly #press = (event: KeyboardEvent): void => {
    if (event.defaultPrevented || isTyping(event)) return;
    const onControl = event
      .composedPath()
      .some((target) => target instanceof HTMLElement && target.matches('button, a, summary, [role=button]'));
    switch (event.key.toLowerCase()) {
      case 'n':
        void stepError(this.app, 1);
        break;
      case 'p':
        void stepError(this.app, -1);
        break;
      case 'enter':
        if (onControl && !this.#isRow(event)) return; // the control's own
        toggleReviewed(this.app);
        break;
      case 'e':
        this.strip?.writeNote();
        break;
      case 'escape':
        closeErrors(this.app);
        break;
      default:
        return;
    }
    event.preventDefault();
  };

  /** The row of the chosen error has nothing of its own to do on Enter. */
  #isRow(event: KeyboardEvent): boolean {
    return event
      .composedPath()
      .some(
        (target) =>
          target instanceof HTMLElement && target.matches('tr[aria-current], .picture[aria-current]'),
      );
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'errors-strip': ErrorsStrip;
  }
}
