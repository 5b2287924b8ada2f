import { html, nothing, type PropertyValues } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { App } from '../../app/app.ts';
import { goToLesion, setLesions } from '../../app/why/why-lesions.ts';
import {
  measureAll,
  setBand,
  setRawBoundary,
  setTolerance,
  stopMeasuring,
  structuresToMeasure,
  toleranceOf,
} from '../../app/why/why-measure.ts';
import { keyOfMeasure, keyOfStructure, type Why, type WhyPanel } from '../../app/why/why-state.ts';
import { changeWhy } from '../../app/why/why-view.ts';
import type { Connectivity } from '../../core/volume/components.ts';
import { BRATS_RULES } from '../../core/lesions/lesion-wise.ts';
import { scoreOf } from '../../core/counts/make-up.ts';
import { scoreWords } from '../../core/messages/case-page.ts';
import { whyPageWords as text } from '../../core/messages/why-page.ts';
import type { StructureRef } from '../../core/labels/selection.ts';
import '../../ui/case/dl-account.ts';
import { baseStyles } from '../../ui/controls/base-styles.ts';
import type { BoundaryMetric, BoundaryRow, MetricChoice } from '../../ui/why/dl-boundary-table.ts';
import '../../ui/why/dl-boundary-table.ts';
import '../../ui/case/dl-definitions.ts';
import { DlElement } from '../../ui/controls/dl-element.ts';
import type { LesionMetric } from '../../ui/why/dl-lesion-view.ts';
import '../../ui/why/dl-lesion-view.ts';
import '../../ui/controls/dl-progress.ts';
import '../../ui/controls/dl-segmented.ts';
import '../../ui/why/dl-why-metric.ts';
import { figuresOf } from './why-metric.ts';
import { whyMeasuresStyles } from './why-measures-styles.ts';

const LESION_METRICS: readonly string[] = ['lesion-dice', 'rq', 'sq', 'pq'];

/** What is measured in mm and in lesions, each number with its account. */
@customElement('why-measures')
export class WhyMeasures extends DlElement {
  @property({ attribute: false }) app!: App;
  @property({ attribute: false }) why!: Why;

  static override styles = [baseStyles, whyMeasuresStyles];

  protected override render() {
    const { why } = this;
    const { panel } = why;
    const isOfLesions = panel !== null && LESION_METRICS.includes(panel.metric);
    return html`<div class="part">
        ${this.#table()} ${this.#progress()} ${panel && !isOfLesions ? this.#account(panel) : nothing}
        ${why.definitions ? this.#definitions() : nothing}
      </div>
      <div class="part">${this.#lesions()} ${panel && isOfLesions ? this.#account(panel) : nothing}</div>`;
  }

  protected override updated(changed: PropertyValues<this>): void {
    const before = changed.get('why')?.panel;
    if (this.why.panel && this.why.panel !== before && changed.get('why')) {
      const account = this.renderRoot.querySelector('.account');
      requestAnimationFrame(() => account?.scrollIntoView({ block: 'nearest' })); // once it has its height
    }
  }

  #table() {
    const { why, app } = this;
    const { measures, of, raw, panel, shown } = why;
    const rows = structuresToMeasure(raw ? of.result : shown.result, raw).map((score): BoundaryRow => ({
      score,
      measure: measures.get(keyOfMeasure(score.structure, raw)) ?? null,
      toleranceMm: toleranceOf(why, score.structure),
    }));
    const hasMasks = of.result.rawRegionScores !== null && why.edits.length === 0;
    return html`<dl-boundary-table
      .rows=${rows}
      .bandMm=${why.bandMm}
      .chosen=${why.band}
      .open=${panel ? { structure: panel.structure, metric: panel.metric as BoundaryMetric } : null}
      .emptyAs=${why.emptyAs}
      @empty-change=${({ detail }: CustomEvent<string>) => changeWhy(app, { emptyAs: detail })}
      @band-choose=${({ detail }: CustomEvent<StructureRef>) => setBand(app, { band: detail })}
      @tolerance-change=${({ detail }: CustomEvent<{ structure: StructureRef; mm: number }>) =>
        setTolerance(app, detail.structure, detail.mm)}
      @metric-open=${({ detail }: CustomEvent<MetricChoice>) => this.#open(detail)}
    >
      <span slot="actions" class="actions">
        ${
          hasMasks
            ? html`<dl-segmented
                small
                .label=${this.say(scoreWords.regionsShown)}
                .segments=${[
                  { value: 'map', text: this.say(scoreWords.reconstructed) },
                  { value: 'raw', text: this.say(scoreWords.rawMasks) },
                ]}
                .value=${raw ? 'raw' : 'map'}
                @value-change=${({ detail }: CustomEvent<string>) => setRawBoundary(app, detail === 'raw')}
              ></dl-segmented>`
            : nothing
        }
        <button
          class="link"
          aria-expanded=${why.definitions ? 'true' : 'false'}
          @click=${() => changeWhy(app, { definitions: !why.definitions })}
        >
          ${this.say(text.allDefinitions)}
        </button>
      </span>
    </dl-boundary-table>`;
  }

  #progress() {
    const { measuring, stopped } = this.why;
    if (measuring) {
      return html`<dl-progress
        .text=${this.say(text.distances)}
        .done=${measuring.done}
        .total=${measuring.total}
        unit="items"
        @progress-cancel=${() => stopMeasuring(this.app)}
      ></dl-progress>`;
    }
    if (!stopped) return nothing;
    return html`<p class="note">
      ${this.say(text.stopped)}
      <button class="link" @click=${() => measureAll(this.app)}>${this.say(text.resume)}</button>
    </p>`;
  }

  /** The account of one number; the same one again closes it. */
  #open(choice: WhyPanel): void {
    const { panel } = this.why;
    const isSame =
      panel?.metric === choice.metric && keyOfStructure(panel.structure) === keyOfStructure(choice.structure);
    changeWhy(this.app, { panel: isSame ? null : choice });
  }

  #account({ structure, metric }: WhyPanel) {
    const { why, app } = this;
    const { shown, raw, measures, lesions, bandMm, choice } = why;
    const isRaw = raw && structure.kind === 'region';
    const result = isRaw ? why.of.result : shown.result;
    const score = scoreOf(result, structure, isRaw);
    if (!score) return nothing;
    const close = () => changeWhy(app, { panel: null });
    if (metric === 'dice') {
      return html`<dl-account
        class="account"
        .result=${result}
        .structure=${structure}
        .selection=${choice?.kind === 'selection' ? choice.selection : null}
        ?raw=${isRaw}
        @account-close=${close}
      ></dl-account>`;
    }
    const facts = {
      score,
      grid: result.grid,
      measure: measures.get(keyOfMeasure(structure, isRaw)) ?? null,
      lesions: lesions?.measured ?? null,
      bandMm,
      toleranceMm: toleranceOf(why, structure),
    };
    const figures = figuresOf(metric, facts, (sentence, ...given) => this.say(sentence, ...given));
    return html`<dl-why-metric
      class="account"
      .score=${score}
      .figures=${figures}
      @panel-close=${close}
    ></dl-why-metric>`;
  }

  #definitions() {
    const { why, app } = this;
    const { band, shown, measures, lesions } = why;
    const score = band && scoreOf(shown.result, band, false);
    if (!band || !score) return nothing;
    const measure = measures.get(keyOfMeasure(band, false));
    const ofBand =
      lesions && keyOfStructure(lesions.structure) === keyOfStructure(band) ? lesions.measured : null;
    const pair = measure && {
      presence: measure.surface.presence,
      dice: score.dice,
      surface: measure.surface,
      lesionDice: ofBand?.lesionWise.dice ?? null,
      pq: ofBand?.panoptic.pq ?? null,
    };
    return html`<dl-definitions
      .score=${score}
      .pair=${pair ?? null}
      .toleranceMm=${toleranceOf(why, band)}
      @panel-close=${() => changeWhy(app, { definitions: false })}
    ></dl-definitions>`;
  }

  #lesions() {
    const { app, why } = this;
    const { lesions, shown, panel } = why;
    if (!lesions) return nothing;
    const rules = Object.entries(BRATS_RULES);
    const rule = rules.find(([, one]) => one === lesions.wishes.rule)?.[0] ?? rules[0][0];
    return html`<dl-lesion-view
      .structures=${structuresToMeasure(shown.result, false)}
      .structure=${lesions.structure}
      .lesions=${lesions.measured}
      .chosen=${lesions.chosen}
      .connectivity=${lesions.wishes.connectivity ?? 26}
      .rule=${rule as keyof typeof BRATS_RULES}
      .open=${(panel?.metric ?? '') as LesionMetric}
      @lesion-go=${({ detail }: CustomEvent<number>) => goToLesion(app, detail)}
      @lesion-structure=${({ detail }: CustomEvent<StructureRef>) => setLesions(app, { structure: detail })}
      @lesion-connectivity=${({ detail }: CustomEvent<Connectivity>) =>
        setLesions(app, { wishes: { connectivity: detail } })}
      @lesion-rule=${({ detail }: CustomEvent<keyof typeof BRATS_RULES>) =>
        setLesions(app, { wishes: { rule: BRATS_RULES[detail] } })}
      @metric-open=${({ detail }: CustomEvent<WhyPanel>) => this.#open(detail)}
    ></dl-lesion-view>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'why-measures': WhyMeasures;
  }
}
