import { css, html, nothing, svg } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { DensityStep } from '../../core/surface/boundary-zones.ts';
import { formatShare } from '../../core/text/format.ts';
import { densityWords as text } from '../../core/messages/why-page.ts';
import { baseStyles } from '../controls/base-styles.ts';
import { OwnWidth } from '../controls/own-width.ts';
import { DlElement } from '../controls/dl-element.ts';

const HEIGHT = 124;
const [TOP, BOTTOM, LEFT, RIGHT] = [8, 22, 44, 16];

/** The share of voxels that is wrong, by signed distance from the reference boundary: misses inside, false ones outside. */
@customElement('dl-boundary-density')
export class DlBoundaryDensity extends DlElement {
  @property({ attribute: false }) steps: readonly DensityStep[] = [];
  /** The band that is shaded, mm to either side. */
  @property({ type: Number }) bandMm = 2;
  readonly #width = new OwnWidth(this);

  static override styles = [
    baseStyles,
    css`
      :host {
        min-height: 138px;
      }
      svg {
        display: block;
        font: 400 11px var(--font);
        font-variant-numeric: tabular-nums;
      }
      text {
        fill: var(--text-3);
      }
      .caption {
        padding-right: 8px;
        line-height: 14px;
        text-align: right;
      }
      .grid {
        stroke: var(--grid);
      }
      .zero {
        stroke: var(--control);
      }
      .band {
        fill: var(--raised);
      }
      .fn {
        fill: var(--ref);
      }
      .fp {
        fill: var(--pred);
      }
    `,
  ];

  protected override render() {
    const steps = shownSteps(this.steps, this.bandMm);
    if (this.#width.value === 0 || steps.length === 0) return nothing;
    const [from, to] = [steps[0].fromMm, steps[steps.length - 1].toMm];
    const highest = Math.max(...steps.map(({ density }) => density || 0));
    const tick = [0.01, 0.02, 0.05, 0.1, 0.2].find((by) => highest / by <= 4) ?? 0.25;
    const top = Math.max(tick, Math.ceil(highest / tick - 1e-9) * tick);
    const x = (mm: number) => LEFT + ((mm - from) / (to - from)) * (this.#width.value - LEFT - RIGHT);
    const y = (share: number) => TOP + (1 - share / top) * (HEIGHT - TOP - BOTTOM);
    const ticks = Array.from({ length: Math.round(top / tick) + 1 }, (_, i) => i * tick);
    const every = [1, 2, 5, 10].find((mm) => (to - from) / mm <= 10) ?? 10;
    const first = Math.ceil(from / every) * every;
    const marks = Array.from({ length: Math.floor((to - first) / every) + 1 }, (_, i) => first + i * every);
    const [bandFrom, bandTo] = [Math.max(from, -this.bandMm), Math.min(to, this.bandMm)];
    return html`<p class="caption">${this.say(text.caption)}</p>
      <svg
        width=${this.#width.value}
        height=${HEIGHT}
        viewBox="0 0 ${this.#width.value} ${HEIGHT}"
        role="img"
        aria-label=${this.say(text.picture)}
      >
        <rect
          class="band"
          x=${x(bandFrom)}
          y=${TOP}
          width=${Math.max(0, x(bandTo) - x(bandFrom))}
          height=${HEIGHT - TOP - BOTTOM}
        />
        ${ticks.map(
          (share) =>
            svg`<line class="grid" x1=${LEFT} x2=${this.#width.value - RIGHT} y1=${y(share)} y2=${y(share)} />
            <text x=${LEFT - 9} y=${y(share) + 4} text-anchor="end">${Math.round(share * 100)} %</text>`,
        )}
        ${steps.map(({ fromMm, toMm, density, fp, fn, voxels }) => {
          if (!(density > 0)) return nothing;
          const height = Math.max(1, y(0) - y(density));
          const words = this.say(text.step, {
            from: signed(fromMm),
            to: signed(toMm),
            share: formatShare(density),
            errors: fp + fn,
            voxels,
          });
          return svg`<rect class=${toMm <= 0 ? 'fn' : 'fp'} x=${x(fromMm) + 0.5} y=${y(0) - height} width=${Math.max(1, x(toMm) - x(fromMm) - 1)} height=${height} rx="1"><title>${words}</title></rect>`;
        })}
        ${from < 0 && to > 0 ? svg`<line class="zero" x1=${x(0)} x2=${x(0)} y1=${TOP} y2=${HEIGHT - BOTTOM} />` : nothing}
        ${marks.map((mm) => svg`<text x=${x(mm)} y=${HEIGHT - 6} text-anchor="middle">${signed(mm)}</text>`)}
      </svg>`;
  }
}

/** The steps with errors and the band, with a step of air on either side. */
function shownSteps(steps: readonly DensityStep[], bandMm: number): readonly DensityStep[] {
  const isNeeded = ({ fromMm, toMm, density }: DensityStep) =>
    density > 0 || (toMm > -bandMm && fromMm < bandMm);
  const first = steps.findIndex(isNeeded);
  const last = steps.findLastIndex(isNeeded);
  return first < 0 ? [] : steps.slice(Math.max(0, first - 1), last + 2);
}

/** A distance with its sign, a true minus: inside is negative. */
function signed(mm: number): string {
  return mm === 0 ? '0' : mm < 0 ? `−${-mm}` : `+${mm}`;
}

declare global {
  interface HTMLElementTagNameMap {
    'dl-boundary-density': DlBoundaryDensity;
  }
}
