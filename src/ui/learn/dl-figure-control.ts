import { css, html } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { formatValue, type FigureParameter } from '../../core/learn/figure-state.ts';
import { baseStyles } from '../controls/base-styles.ts';
import { sliderStyles } from '../controls/slider-styles.ts';
import { DlElement } from '../controls/dl-element.ts';
import '../controls/dl-segmented.ts';
import { elementEvent } from '../case/selection-event.ts';

/**
 * What sets one parameter of a figure: a slider with its value, or a choice.
 * @fires value-input - detail: the value now set
 */
@customElement('dl-figure-control')
export class DlFigureControl extends DlElement {
  @property({ attribute: false }) parameter!: FigureParameter;
  @property({ type: Number }) value = 0;

  static override styles = [
    baseStyles,
    sliderStyles,
    css`
      :host {
        display: flex;
        align-items: center;
        gap: var(--s2);
        min-width: 0;
      }
      span,
      label {
        color: var(--text-2);
        white-space: nowrap;
      }
      output {
        min-width: 62px;
        font-weight: 600;
        text-align: right;
        white-space: nowrap;
      }
      input {
        flex: 1;
        width: clamp(90px, 12vw, 190px);
        min-width: 60px;
        height: 24px;
        margin: 0 -8px 0 0;
      }
    `,
  ];

  protected override render() {
    const { parameter, value } = this;
    const { min, max, step, choices } = parameter;
    const label = this.say(parameter.label);
    if (choices) {
      return html`<span aria-hidden="true">${label}</span
        ><dl-segmented
          .label=${label}
          .value=${`${value}`}
          .segments=${choices.map((choice, i) => ({ value: `${i}`, text: this.say(choice) }))}
          @value-change=${({ detail }: CustomEvent<string>) => this.#tell(Number(detail))}
        ></dl-segmented>`;
    }
    const text = parameter.value ? this.say(parameter.value, value) : formatValue(parameter, value);
    return html`<label for="slider">${label}</label
      ><input
        id="slider"
        type="range"
        min=${min}
        max=${max}
        step=${step}
        .value=${`${value}`}
        aria-valuetext=${text}
        .style=${`--filled: ${((value - min) / (max - min)) * 100}%`}
        @input=${(event: Event) => this.#tell((event.target as HTMLInputElement).valueAsNumber)}
      /><output>${text}</output>`;
  }

  #tell(value: number): void {
    this.dispatchEvent(elementEvent('value-input', value));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'dl-figure-control': DlFigureControl;
  }
}
