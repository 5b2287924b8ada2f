import { css, html, nothing, svg } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { StepsPoint } from '../../core/pseudo-dice/sampling-steps.ts';
import { samplingPlannerWords as text } from '../../core/messages/sampling-planner-page.ts';
import { integer } from '../../core/messages/sentence.ts';
import { formatShare } from '../../core/text/format.ts';
import { baseStyles } from '../controls/base-styles.ts';
import { OwnWidth } from '../controls/own-width.ts';
import { DlElement } from '../controls/dl-element.ts';
import { samplingPlannerStyles } from './sampling-planner-styles.ts';

const HEIGHT = 178;
const [TOP, BOTTOM, LEFT, RIGHT] = [20, 34, 46, 12];

/** By steps an epoch, on a scale by ratio: the share of cases seen, and the chance that a structure is missed. */
@customElement('dl-sampling-planner-curves')
export class DlSamplingPlannerCurves extends DlElement {
  @property({ attribute: false }) points: readonly StepsPoint[] = [];
  /** What the plan has now. */
  @property({ attribute: false }) now: StepsPoint | null = null;
  /** The structure that is missed most, and its place among those of the points; null where there is none. */
  @property({ attribute: false }) rarest: { readonly name: string; readonly at: number } | null = null;
  @property({ type: Number }) cases = 0;
  readonly #width = new OwnWidth(this);

  static override styles = [
    baseStyles,
    samplingPlannerStyles,
    css`
      :host {
        min-height: 178px;
      }
    `,
  ];

  protected override render() {
    const { points, now, rarest } = this;
    const width = this.#width.value;
    if (width === 0 || points.length < 2 || !now) return nothing;
    const most = points[points.length - 1].iterations;
    const x = (steps: number) => LEFT + (Math.log(steps) / Math.log(most)) * (width - LEFT - RIGHT);
    const y = (share: number) => TOP + (1 - share) * (HEIGHT - TOP - BOTTOM);
    const pathOf = (shareOf: (point: StepsPoint) => number) =>
      points
        .map(
          (point, i) =>
            `${i === 0 ? 'M' : 'L'}${x(point.iterations).toFixed(1)} ${y(shareOf(point)).toFixed(1)}`,
        )
        .join('');
    const missed = (point: StepsPoint) => (rarest ? point.missed[rarest.at] : 0);
    const decades = Array.from({ length: Math.floor(Math.log10(most)) + 1 }, (_, i) => 10 ** i);
    const isLeft = x(now.iterations) < width / 2;
    const title = this.say(text.picture, { cases: this.cases });
    return html`<svg
      width=${width}
      height=${HEIGHT}
      viewBox="0 0 ${width} ${HEIGHT}"
      role="img"
      aria-label=${title}
    >
      <title>${title}</title>
      ${[0, 0.5, 1].map(
        (share) =>
          svg`<line class="grid" x1=${LEFT} x2=${width - RIGHT} y1=${y(share)} y2=${y(share)} />
            <text class="tick" x=${LEFT - 8} y=${y(share) + 4} text-anchor="end">${share * 100} %</text>`,
      )}
      ${decades.map((steps) => svg`<text class="tick" x=${x(steps)} y=${HEIGHT - BOTTOM + 15} text-anchor="middle">${integer(steps)}</text>`)}
      <text class="tick" x=${width - RIGHT} y=${HEIGHT - 4} text-anchor="end">
        ${this.say(text.stepsAxis)}
      </text>
      <path class="curve" d=${pathOf(({ casesSeen }) => casesSeen)} />
      ${rarest ? svg`<path class="curve missed" d=${pathOf(missed)} />` : nothing}
      <line class="now" x1=${x(now.iterations)} x2=${x(now.iterations)} y1=${TOP} y2=${HEIGHT - BOTTOM} />
      <circle class="dot" cx=${x(now.iterations)} cy=${y(now.casesSeen)} r="4" />
      ${rarest ? svg`<circle class="dot" cx=${x(now.iterations)} cy=${y(missed(now))} r="4" />` : nothing}
      ${this.#name(this.say(text.curveSeen), now.casesSeen, '', x(now.iterations), y, isLeft)}
      ${rarest ? this.#name(this.say(text.curveMissed, { name: rarest.name }), missed(now), 'missed', x(now.iterations), y, isLeft) : nothing}
    </svg>`;
  }

  /** The value at the plan, beside its dot, on the side that has room. */
  #name(name: string, share: number, kind: string, x: number, y: (share: number) => number, isLeft: boolean) {
    const place = share > 0.5 ? y(share) - 8 : y(share) - 10;
    return svg`<text class="name ${kind}" x=${x + (isLeft ? 9 : -9)} y=${Math.max(12, place)} text-anchor=${isLeft ? 'start' : 'end'}>${name}: ${formatShare(share)}</text>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'dl-sampling-planner-curves': DlSamplingPlannerCurves;
  }
}
