import { html, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { StructureScore } from '../../core/case/case-result.ts';
import type { Vec3 } from '../../core/volume/grid.ts';
import { whatIfWords as text } from '../../core/messages/why-panels.ts';
import type { WhatIfEdit } from '../../core/account/what-if-edits.ts';
import { baseStyles } from '../controls/base-styles.ts';
import { DlElement } from '../controls/dl-element.ts';
import '../controls/dl-icon.ts';
import '../controls/dl-segmented.ts';
import { elementEvent } from '../case/selection-event.ts';
import { structureChip } from '../labels/structure-chip.ts';
import { whatIfStyles } from './what-if-styles.ts';

const TOOLS = ['boundary', 'shift', 'drop-small', 'keep-largest', 'swap'] as const;
type Tool = (typeof TOOLS)[number];
const MOST_MM = 6;
const AXES = ['x', 'y', 'z'] as const;

/**
 * Tools that change the label map, at once and undoable: a slider, or the same tool on the same structure, goes on with
 * the last edit; another one begins a new edit.
 * @fires edits-change - detail: the edits wished
 */
@customElement('dl-why-what-if')
export class DlWhyWhatIf extends DlElement {
  @property({ attribute: false }) structures: readonly StructureScore[] = [];
  @property({ attribute: false }) labels: readonly StructureScore[] = [];
  @property({ attribute: false }) edits: readonly WhatIfEdit[] = [];
  @state() private tool: Tool = 'boundary';
  @state() private index = 0;
  @state() private swapped: readonly [number, number] = [0, 1];

  static override styles = [baseStyles, whatIfStyles];

  protected override render() {
    const { edits } = this;
    return html`<div class="row">
        <h2>${this.say(text.title)}</h2>
        <dl-segmented
          .label=${this.say(text.tools)}
          .segments=${TOOLS.map((tool) => ({ value: tool, text: this.say(text[tool]), title: this.say(text.titles[tool]) }))}
          .value=${this.tool}
          @value-change=${this.#chooseTool}
        ></dl-segmented>
        <span class="history">
          <span class="caption"
            >${edits.length > 0 ? this.say(text.edits, { edits: edits.length }) : nothing}</span
          >
          <button
            class="icon-button"
            aria-label=${this.say(text.undo)}
            title=${this.say(text.undo)}
            ?disabled=${edits.length === 0}
            @click=${() => this.#wish(edits.slice(0, -1))}
          >
            <dl-icon name="undo-2"></dl-icon>
          </button>
          <button class="quiet" ?disabled=${edits.length === 0} @click=${() => this.#wish([])}>
            ${this.say(text.reset)}
          </button>
        </span>
      </div>
      <div class="row">
        ${this.tool === 'swap' ? this.#swap() : html`${this.#target()} ${this.#control()}`}
      </div>`;
  }

  #chooseTool({ detail }: CustomEvent<string>): void {
    this.tool = TOOLS.find((tool) => tool === detail) ?? 'boundary';
  }

  get #structure(): StructureScore | undefined {
    return this.structures[this.index] ?? this.structures[0];
  }

  #target() {
    const target = this.#structure;
    return html`<span class="choice">
      ${target ? structureChip(target.structure, target.labels) : nothing}
      <select
        aria-label=${this.say(text.structure)}
        @change=${(event: Event) => (this.index = (event.target as HTMLSelectElement).selectedIndex)}
      >
        ${this.structures.map(({ name }, i) => html`<option .selected=${i === this.index}>${name}</option>`)}
      </select>
    </span>`;
  }

  #control(): TemplateResult | typeof nothing {
    const labels = this.#structure?.labels;
    if (!labels) return nothing;
    const last = this.#lastOf(labels);
    switch (this.tool) {
      case 'boundary': {
        const mm = last?.kind === 'dilate' ? last.mm : last?.kind === 'erode' ? -last.mm : 0;
        const wish = (wished: number) =>
          this.#goOn(
            labels,
            ['dilate', 'erode'],
            wished === 0 ? null : { kind: wished > 0 ? 'dilate' : 'erode', labels, mm: Math.abs(wished) },
          );
        return this.#slider(
          this.say(text.boundaryBy),
          mm,
          -MOST_MM,
          MOST_MM,
          0.5,
          this.say(text.mm, { mm }),
          wish,
        );
      }
      case 'shift': {
        const by: Vec3 = last?.kind === 'shift' ? last.by : [0, 0, 0];
        return html`${AXES.map(
            (axis, i) =>
              html`<label class="field"
                >${axis}
                <input
                  type="number"
                  step="1"
                  aria-label=${this.say(text.shiftAlong, { axis })}
                  .value=${String(by[i])}
                  @change=${(event: Event) => {
                    const value = Math.round((event.target as HTMLInputElement).valueAsNumber) || 0;
                    const next = by.map((step, j) => (i === j ? value : step)) as unknown as Vec3;
                    this.#goOn(
                      labels,
                      ['shift'],
                      next.every((step) => step === 0) ? null : { kind: 'shift', labels, by: next },
                    );
                  }}
                />
              </label>`,
          )} <span class="caption">${this.say(text.voxels)}</span>`;
      }
      case 'drop-small': {
        const ml = last?.kind === 'drop-small' ? last.belowMl : 0;
        return html`<label class="field"
          >${this.say(text.below)}
          <input
            type="number"
            min="0"
            step="0.05"
            .value=${String(ml)}
            @change=${(event: Event) => {
              const belowMl = Math.max(0, (event.target as HTMLInputElement).valueAsNumber || 0);
              this.#goOn(
                labels,
                ['drop-small'],
                belowMl === 0 ? null : { kind: 'drop-small', labels, belowMl },
              );
            }}
          />
          mL</label
        >`;
      }
      case 'keep-largest':
        return html`<button
            class="apply"
            ?disabled=${last?.kind === 'keep-largest'}
            @click=${() => this.#wish([...this.edits, { kind: 'keep-largest', labels }])}
          >
            ${this.say(text.keepLargest)}
          </button>
          <span class="caption">${this.say(text.keepNote)}</span>`;
      case 'swap':
        return nothing;
    }
  }

  #slider(
    label: string,
    value: number,
    least: number,
    most: number,
    step: number,
    words: string,
    wish: (value: number) => void,
  ) {
    return html`<input
        type="range"
        min=${least}
        max=${most}
        step=${step}
        aria-label=${label}
        aria-valuetext=${words}
        .value=${String(value)}
        @input=${(event: Event) => wish((event.target as HTMLInputElement).valueAsNumber)}
      />
      <b>${words}</b>`;
  }

  #swap() {
    const { labels, swapped } = this;
    const [first, second] = swapped.map((i) => labels[i]?.labels[0]);
    const select = (side: 0 | 1) => {
      const score = labels[swapped[side]];
      return html`<span class="choice">
        ${score ? structureChip(score.structure, score.labels) : nothing}
        <select
          aria-label=${this.say(text.swapLabel)}
          @change=${(event: Event) => {
            const index = (event.target as HTMLSelectElement).selectedIndex;
            this.swapped = side === 0 ? [index, swapped[1]] : [swapped[0], index];
          }}
        >
          ${labels.map(({ name }, i) => html`<option .selected=${i === swapped[side]}>${name}</option>`)}
        </select>
      </span>`;
    };
    return html`${select(0)} <span class="caption">${this.say(text.with)}</span> ${select(1)}
      <button
        class="apply"
        ?disabled=${first === undefined || second === undefined || first === second}
        @click=${() =>
          first !== undefined &&
          second !== undefined &&
          this.#wish([...this.edits, { kind: 'swap', labels: [first, second] }])}
      >
        ${this.say(text.swapNow)}
      </button>`;
  }

  /** The last edit, where it is of these labels. */
  #lastOf(labels: readonly number[]): WhatIfEdit | null {
    const last = this.edits.at(-1);
    return last && last.kind !== 'swap' && `${last.labels}` === `${labels}` ? last : null;
  }

  /** Puts an edit in the place of the last one, where that is of the same kind and labels, or after it; null takes it away. */
  #goOn(labels: readonly number[], kinds: readonly WhatIfEdit['kind'][], edit: WhatIfEdit | null): void {
    const last = this.#lastOf(labels);
    const before = last && kinds.includes(last.kind) ? this.edits.slice(0, -1) : this.edits;
    this.#wish(edit ? [...before, edit] : before);
  }

  #wish(edits: readonly WhatIfEdit[]): void {
    this.dispatchEvent(elementEvent<readonly WhatIfEdit[]>('edits-change', edits));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'dl-why-what-if': DlWhyWhatIf;
  }
}
