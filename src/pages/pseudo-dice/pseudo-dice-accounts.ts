import { css, html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { App } from '../../app/app.ts';
import type { PatchPictures } from '../../app/pseudo-dice/patch-pictures-state.ts';
import type { PseudoDiceState } from '../../app/pseudo-dice/pseudo-dice-state.ts';
import { gapPageWords, luckPageWords } from '../../core/messages/gap-page.ts';
import { pseudoDicePageWords as words } from '../../core/messages/pseudo-dice-page.ts';
import { baseStyles } from '../../ui/controls/base-styles.ts';
import { DlElement } from '../../ui/controls/dl-element.ts';
import '../../ui/pseudo-dice/dl-gap-waterfall.ts';
import type { GapChoice } from '../../ui/pseudo-dice/dl-gap-waterfall.ts';
import '../../ui/pseudo-dice/dl-luck-of-best.ts';
import '../../ui/pseudo-dice/dl-sampling-planner.ts';
import { NNUNET_WISH, type SamplingWish } from '../../ui/pseudo-dice/dl-sampling-planner.ts';
import type { ShownGap } from '../../ui/pseudo-dice/gap-layout.ts';
import './sliding-window-part.ts';

/** What follows from the simulated epochs: the gap step by step, the luck of the best, plans, the sliding window. */
@customElement('pseudo-dice-accounts')
export class PseudoDiceAccounts extends DlElement {
  @property({ attribute: false }) app!: App;
  @property({ attribute: false }) pseudo!: PseudoDiceState;
  @property({ attribute: false }) pictures: PatchPictures | null = null;
  @state() private step: GapChoice | null = null;
  @state() private wish: SamplingWish = NNUNET_WISH;
  @state() private isPlannerOpen = false;
  @state() private isWindowOpen = false;
  #accounts: { readonly of: readonly unknown[]; readonly list: readonly ShownGap[] } | null = null;

  static override styles = [
    baseStyles,
    css`
      section {
        margin-top: 12px;
        padding-top: 10px;
        border-top: 1px solid var(--line);
      }
      .head {
        display: flex;
        flex-wrap: wrap;
        gap: 0 14px;
        align-items: baseline;
        margin-bottom: 4px;
      }
      summary {
        cursor: pointer;
      }
      summary h2 {
        display: inline;
      }
      summary .caption {
        margin-left: 8px;
      }
      details > :not(summary) {
        margin-top: 8px;
      }
      @media (height < 800px) {
        section {
          margin-top: 8px;
          padding-top: 7px;
        }
      }
    `,
  ];

  protected override render() {
    const { shown } = this.pseudo;
    const accounts = this.#listAccounts();
    return html`${accounts.length > 0 ? this.#gap(accounts) : nothing}
    ${
      shown
        ? html`<section>
              <div class="head">
                <h2>${this.say(luckPageWords.title)}</h2>
                <span class="caption"
                  >${this.say(luckPageWords.caption, { trainings: shown.result.luck[0]?.trainings.length ?? 0 })}</span
                >
              </div>
              <dl-luck-of-best .luck=${shown.result.luck}></dl-luck-of-best>
            </section>
            ${this.#planner(shown)} ${this.#window()}`
        : nothing
    }`;
  }

  #gap(accounts: readonly ShownGap[]) {
    const { shown } = this.pseudo;
    const isLabels = shown?.result.structures[0]?.structure.kind === 'label';
    return html`<section>
      <div class="head">
        <h2>${this.say(gapPageWords.title)}</h2>
        ${
          shown && (isLabels || !shown.result.isRaw)
            ? html`<span class="caption"
                >${this.say(isLabels ? gapPageWords.labelsOnly : gapPageWords.rawMissing)}</span
              >`
            : nothing
        }
      </div>
      <dl-gap-waterfall
        .accounts=${accounts}
        .chosen=${this.step}
        @gap-step-choose=${({ detail }: CustomEvent<GapChoice | null>) => (this.step = detail)}
      ></dl-gap-waterfall>
    </section>`;
  }

  #planner({ result }: NonNullable<PseudoDiceState['shown']>) {
    return html`<section>
      <details @toggle=${(event: Event) => (this.isPlannerOpen = (event.target as HTMLDetailsElement).open)}>
        <summary>
          <h2>${this.say(words.planner)}</h2>
          <span class="caption">${this.say(words.plannerNote)}</span>
        </summary>
        ${
          this.isPlannerOpen
            ? html`<dl-sampling-planner
                .cases=${result.cases}
                .structures=${result.structures}
                .settings=${result.settings}
                .wish=${this.wish}
                @sampling-wish-change=${({ detail }: CustomEvent<SamplingWish>) => (this.wish = detail)}
              ></dl-sampling-planner>`
            : nothing
        }
      </details>
    </section>`;
  }

  #window() {
    return html`<section>
      <details @toggle=${(event: Event) => (this.isWindowOpen = (event.target as HTMLDetailsElement).open)}>
        <summary>
          <h2>${this.say(words.sliding)}</h2>
          <span class="caption">${this.say(words.slidingNote)}</span>
        </summary>
        ${
          this.isWindowOpen
            ? html`<sliding-window-part
                .app=${this.app}
                .pseudo=${this.pseudo}
                .pictures=${this.pictures}
              ></sliding-window-part>`
            : nothing
        }
      </details>
    </section>`;
  }

  /** That of the cases at hand first, then those of trainings whose cases are other ones. The last list is kept. */
  #listAccounts(): readonly ShownGap[] {
    const { shown, trainings } = this.pseudo;
    const title = this.say(words.ownAccount);
    const of = [shown?.gap, trainings, title];
    if (this.#accounts && of.every((one, i) => one === this.#accounts?.of[i])) return this.#accounts.list;
    const own: ShownGap[] = shown ? [{ id: 'own', title, account: shown.gap }] : [];
    const others = trainings.flatMap(({ name, account }, i): ShownGap[] =>
      account ? [{ id: `training-${i}`, title: name, account }] : [],
    );
    this.#accounts = { of, list: [...own, ...others] };
    return this.#accounts.list;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'pseudo-dice-accounts': PseudoDiceAccounts;
  }
}
