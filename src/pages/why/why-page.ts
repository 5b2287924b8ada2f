import { html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { App } from '../../app/app.ts';
import { chooseCase } from '../../app/case/open-case.ts';
import type { AppState } from '../../app/state.ts';
import { moveTo } from '../../app/case/view-case.ts';
import { setEdits } from '../../app/why/why-edits.ts';
import { structuresToMeasure } from '../../app/why/why-measure.ts';
import { openWhy } from '../../app/why/why-open.ts';
import type { Why } from '../../app/why/why-state.ts';
import { changeWhy, chooseInWhy, refreshWhy } from '../../app/why/why-view.ts';
import { sayAccount, sayWhy } from '../../core/account/account-sentence.ts';
import { scoreOf } from '../../core/counts/make-up.ts';
import { waterfallWords, whyPageWords as text } from '../../core/messages/why-page.ts';
import { whatIfWords } from '../../core/messages/why-panels.ts';
import type { Selection } from '../../core/labels/selection.ts';
import type { WhyChoice } from '../../core/account/why-choice.ts';
import { baseStyles } from '../../ui/controls/base-styles.ts';
import { DlElement, spoken } from '../../ui/controls/dl-element.ts';
import '../../ui/controls/dl-icon.ts';
import '../../ui/controls/dl-segmented.ts';
import type { StepChoice } from '../../ui/why/dl-waterfall.ts';
import '../../ui/why/dl-waterfall.ts';
import '../../ui/why/dl-why-account.ts';
import '../../ui/why/dl-why-strip.ts';
import '../../ui/why/dl-why-what-if.ts';
import { splitLead } from '../../ui/controls/lead.ts';
import { structureChip } from '../../ui/labels/structure-chip.ts';
import { followWhyKeys } from './why-keys.ts';
import { whyPageStyles } from './why-page-styles.ts';
import { choiceOfStep, stepOfChoice, waterfallOf } from './why-waterfall.ts';
import './why-measures.ts';
import './why-viewer.ts';

/** Sentences of labels without a waterfall; the table has them all. */
const MOST_TOLD = 4;

/** Why the label Dice is lower: claim, proof and place in one view. */
@customElement('why-page')
export class WhyPage extends DlElement {
  @property({ attribute: false }) app!: App;
  @property({ attribute: false }) state!: AppState;
  #unfollow: (() => void) | null = null;
  /** What the slice was asked for last. */
  #place: readonly unknown[] = [];

  static override styles = [baseStyles, whyPageStyles];

  override connectedCallback(): void {
    super.connectedCallback();
    this.#unfollow = followWhyKeys(this.app);
  }

  override disconnectedCallback(): void {
    this.#unfollow?.();
    void moveTo(this.app, this.app.store.state.voxel); // the case page's slices follow the crosshair
    super.disconnectedCallback();
  }

  protected override updated(): void {
    const { why, opened, voxel, channel, channels } = this.state;
    void openWhy(this.app);
    const place = [why?.of, voxel, channel, channels];
    const moved = place.some((part, i) => part !== this.#place[i]);
    this.#place = place;
    if (moved && why?.slice && why.of === opened) void refreshWhy(this.app);
  }

  protected override render() {
    const { opened, why } = this.state;
    if (!opened) return this.state.pending > 0 ? nothing : this.#empty();
    if (why?.of !== opened) return nothing;
    return html`<section class="numbers" @selection-change=${this.#select}>
        <div class="claim">
          <h1>${sayWhy(why.shown.account, why.shown.result, spoken())}</h1>
          <button
            class="tools"
            title=${this.say(whatIfWords.openTitle)}
            aria-expanded=${why.tools ? 'true' : 'false'}
            @click=${() => changeWhy(this.app, { tools: !why.tools })}
          >
            <dl-icon name="sliders-horizontal"></dl-icon>${this.say(whatIfWords.open)}
          </button>
        </div>
        ${this.#whatIf(why)} ${this.#waterfall(why)}
        <dl-why-account
          .account=${why.shown.account}
          .chosen=${why.choice}
          @why-choose=${({ detail }: CustomEvent<WhyChoice>) => chooseInWhy(this.app, detail)}
        ></dl-why-account>
        <why-measures .app=${this.app} .why=${why}></why-measures>
      </section>
      <why-viewer .app=${this.app} .state=${this.state}></why-viewer>`;
  }

  #empty() {
    return html`<div class="empty">
      <p class="note">${this.say(text.noCase)} <a class="link" href="#/case">${this.say(text.toCase)}</a></p>
    </div>`;
  }

  /** The tools where they are out, and what the edits changed as long as there are any. */
  #whatIf({ tools, edits, shown, of }: Why) {
    const { result } = shown;
    const structures = structuresToMeasure(result, false);
    const compared = structures.flatMap((after) => {
      const before = scoreOf(of.result, after.structure, false);
      return before ? [{ before, after }] : [];
    });
    if (!tools && edits.length === 0) return nothing;
    return html`<div class="part">
      ${
        tools
          ? html`<dl-why-what-if
              .structures=${structures}
              .labels=${result.labelScores}
              .edits=${edits}
              @edits-change=${({ detail }: CustomEvent<Why['edits']>) => setEdits(this.app, detail)}
            ></dl-why-what-if>`
          : nothing
      }
      ${edits.length > 0 ? html`<dl-why-strip .scores=${compared}></dl-why-strip>` : nothing}
    </div>`;
  }

  #waterfall(why: Why) {
    const { shown, fromTop, choice } = why;
    const { account, result } = shown;
    if (result.scheme.regions.length === 0) {
      return html`<p class="note">
        ${this.say(text.noRegionsNote)} <a class="link" href="#/case">${this.say(text.defineRegions)}</a>
      </p>`;
    }
    const pairs = waterfallOf(account, fromTop, (sentence, ...facts) => this.say(sentence, ...facts));
    const hasLevels = account.labels.some(({ ladder }) => ladder.length > 1);
    const told = account.labels.filter(({ label }) => !pairs.some(({ id }) => id === `${label}`));
    return html`<div class="part">
      <div class="title">
        <h2>${this.say(waterfallWords.title)}</h2>
        ${this.#models()}
        ${
          hasLevels
            ? html`<dl-segmented
                .label=${this.say(waterfallWords.which)}
                .segments=${[
                  {
                    value: 'pairs',
                    text: this.say(waterfallWords.pairs),
                    title: this.say(waterfallWords.pairsTitle),
                  },
                  {
                    value: 'chains',
                    text: this.say(waterfallWords.chains),
                    title: this.say(waterfallWords.chainsTitle),
                  },
                ]}
                .value=${fromTop ? 'chains' : 'pairs'}
                @value-change=${({ detail }: CustomEvent<string>) =>
                  changeWhy(this.app, { fromTop: detail === 'chains' })}
              ></dl-segmented>`
            : nothing
        }
        ${pairs.length > 0 ? html`<span class="caption">${this.say(waterfallWords.exact)}</span>` : nothing}
      </div>
      ${
        pairs.length > 0
          ? html`<dl-waterfall
              .pairs=${pairs}
              .chosen=${stepOfChoice(choice)}
              @step-choose=${({ detail }: CustomEvent<StepChoice>) => chooseInWhy(this.app, choiceOfStep(detail))}
            >
              ${account.labels
                .filter(({ label }) => pairs.some(({ id }) => id === `${label}`))
                .map(
                  (one) =>
                    html`<div slot=${`${one.label}`} class="sentence">${this.#sentence(one, why)}</div>`,
                )}
            </dl-waterfall>`
          : nothing
      }
      ${told.slice(0, MOST_TOLD).map((one) => html`<p class="sentence">${this.#sentence(one, why)}</p>`)}
    </div>`;
  }

  #sentence(one: Why['shown']['account']['labels'][number], { shown }: Why) {
    const { structure, labels, name } = one.score;
    const [lead, rest] = splitLead(sayAccount(one, shown.account, shown.result, spoken()));
    const begin = rest ? lead.lastIndexOf(', ') + 1 : lead.length; // in "Of 0.1 lost, 0.06 is volume:" the finding
    return html`${structureChip(structure, labels)}
      <b>${name}</b>${this.say(text.colon)}${lead.slice(0, begin)}<span class="lead"
        >${lead.slice(begin)}</span
      >${rest}`;
  }

  /** The predictions of this case, where there are several. */
  #models() {
    const { cases, current } = this.state;
    const open = cases[current];
    const models = cases.flatMap(({ name, model }, index) =>
      open && name === open.name ? [{ model, index }] : [],
    );
    if (models.length < 2) return nothing;
    return html`<dl-segmented
      .label=${this.say(waterfallWords.model)}
      .segments=${models.map(({ model, index }, i) => ({ value: `${index}`, text: model || this.say(text.model, { number: i + 1 }) }))}
      .value=${`${current}`}
      @value-change=${({ detail }: CustomEvent<string>) => chooseCase(this.app, Number(detail))}
    ></dl-segmented>`;
  }

  #select({ detail }: CustomEvent<Selection>): void {
    void chooseInWhy(this.app, { kind: 'selection', selection: detail });
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'why-page': WhyPage;
  }
}
