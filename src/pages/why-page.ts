import { html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { App } from '../app/app.ts';
import { chooseCase } from '../app/open-case.ts';
import type { AppState } from '../app/state.ts';
import { moveTo } from '../app/view-case.ts';
import { measureAll, setBand, setTolerance, stopMeasuring } from '../app/why-measure.ts';
import { openWhy } from '../app/why-open.ts';
import { DEFAULT_TOLERANCE_MM, keyOfStructure, type Why } from '../app/why-state.ts';
import { changeWhy, chooseInWhy, refreshWhy } from '../app/why-view.ts';
import { sayAccount, sayWhy } from '../core/account-sentence.ts';
import { waterfallWords, whyPageWords as text } from '../core/messages/why-page.ts';
import type { Selection, StructureRef } from '../core/selection.ts';
import type { WhyChoice } from '../core/why-choice.ts';
import { baseStyles } from '../ui/base-styles.ts';
import type { BoundaryRow, MetricChoice } from '../ui/dl-boundary-table.ts';
import '../ui/dl-boundary-table.ts';
import { DlElement, spoken } from '../ui/dl-element.ts';
import '../ui/dl-icon.ts';
import '../ui/dl-progress.ts';
import '../ui/dl-segmented.ts';
import type { StepChoice } from '../ui/dl-waterfall.ts';
import '../ui/dl-waterfall.ts';
import '../ui/dl-why-account.ts';
import { structureChip } from '../ui/structure-chip.ts';
import { followWhyKeys } from './why-keys.ts';
import { whyPageStyles } from './why-page-styles.ts';
import { choiceOfStep, stepOfChoice, waterfallOf } from './why-waterfall.ts';
import './why-viewer.ts';

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
    if (!opened || why?.of !== opened) return nothing;
    return html`<section class="numbers" @selection-change=${this.#select}>
        <h1>${sayWhy(why.shown.account, why.shown.result, spoken())}</h1>
        ${this.#waterfall(why)}
        <dl-why-account
          .account=${why.shown.account}
          .chosen=${why.choice}
          @why-choose=${({ detail }: CustomEvent<WhyChoice>) => chooseInWhy(this.app, detail)}
        ></dl-why-account>
        ${this.#boundary(why)}
      </section>
      <why-viewer .app=${this.app} .state=${this.state}></why-viewer>`;
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
      ${told.map((one) => html`<p class="sentence">${this.#sentence(one, why)}</p>`)}
    </div>`;
  }

  #sentence(one: Why['shown']['account']['labels'][number], { shown }: Why) {
    const { structure, labels, name } = one.score;
    return html`${structureChip(structure, labels)}
      <b>${name}</b> ${sayAccount(one, shown.account, shown.result, spoken())}`;
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

  #boundary(why: Why) {
    const { shown, measures, tolerances, measuring, stopped, band, bandMm, panel } = why;
    const { regionScores, labelScores } = shown.result;
    const rows = [...regionScores, ...labelScores].map((score): BoundaryRow => {
      const key = keyOfStructure(score.structure);
      return {
        score,
        measure: measures.get(key) ?? null,
        toleranceMm: tolerances.get(key) ?? DEFAULT_TOLERANCE_MM,
      };
    });
    return html`<div class="part">
      <dl-boundary-table
        .rows=${rows}
        .bandMm=${bandMm}
        .chosen=${band}
        .open=${panel?.kind === 'metric' ? panel : null}
        @band-choose=${({ detail }: CustomEvent<StructureRef>) => setBand(this.app, { band: detail })}
        @tolerance-change=${({ detail }: CustomEvent<{ structure: StructureRef; mm: number }>) =>
          setTolerance(this.app, detail.structure, detail.mm)}
        @metric-open=${({ detail }: CustomEvent<MetricChoice>) =>
          changeWhy(this.app, { panel: { kind: 'metric', ...detail } })}
      ></dl-boundary-table>
      ${
        measuring
          ? html`<dl-progress
              .text=${this.say(text.distances)}
              .done=${measuring.done}
              .total=${measuring.total}
              unit="items"
              @progress-cancel=${() => stopMeasuring(this.app)}
            ></dl-progress>`
          : stopped
            ? html`<p class="note">
                ${this.say(text.stopped)}
                <button class="link" @click=${() => measureAll(this.app)}>${this.say(text.resume)}</button>
              </p>`
            : nothing
      }
    </div>`;
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
