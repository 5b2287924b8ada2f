import { css, html, svg } from 'lit';
import { customElement } from 'lit/decorators.js';
import { edgeOf, middleSlice, nestedBalls } from '../../core/learn/ball-phantom.ts';
import {
  ballDice,
  radiusOfVolume,
  SAME_ERROR,
  type CountedBall,
  type SameError,
} from '../../core/learn/figure-same-error.ts';
import type { CaseResult } from '../../core/case/case-result.ts';
import { regionsWords as words } from '../../core/messages/learn-regions.ts';
import { integer } from '../../core/messages/sentence.ts';
import { formatScore } from '../../core/text/format.ts';
import { baseStyles } from '../controls/base-styles.ts';
import { labelColour } from '../labels/label-colour.ts';
import { chartAxes, linePath, placeX, placeY, type ChartFrame, type Point } from './figure-chart.ts';
import { figureStyles } from './figure-styles.ts';
import { LearnFigure } from './learn-figure.ts';
import { errorSlice, sliceShapes } from './slice-path.ts';

/** Boundary errors whose curves stand behind the slider's, mm. */
const OTHER_ERRORS = [0.25, 0.5, 1, 2];
const LOWEST = 0.4;
/** Names at the ends of lines keep so far apart. */
const NAME_PX = 12;
const SLICE_CLASSES = ['', 'tp', 'fp', 'fn'];

/** Three balls with the same boundary error, and their Dice on the curve of all radii. */
@customElement('dl-fig-same-error')
export class FigSameError extends LearnFigure<SameError> {
  readonly model = SAME_ERROR;

  static override styles = [
    baseStyles,
    figureStyles,
    css`
      .balls {
        display: flex;
        gap: var(--s5);
        align-items: flex-end;
        justify-content: space-around;
        text-align: center;
      }
      .balls svg {
        margin: 0 auto var(--s3);
      }
      .own-dot {
        fill: var(--pred);
      }
      .legend .tp {
        color: var(--ov-tp);
      }
      .legend .fp {
        color: var(--ov-pred);
      }
      .legend .fn {
        color: var(--ov-ref);
      }
      .link-line {
        stroke: var(--text-3);
        stroke-dasharray: 2 3;
      }
      text.value {
        font-size: 16px;
      }
      tspan {
        fill: var(--text-2);
        font-weight: 400;
        font-size: 12.5px;
      }
    `,
  ];

  protected draw(result: SameError) {
    const { isNarrow, room } = this;
    const width = isNarrow ? room : Math.min(560, room * 0.48);
    return html`<div class=${isNarrow ? 'two narrow' : 'two'}>
      <div>
        <div class="balls">
          ${result.drawn.map((ball, i) => this.#ball(ball, result, i === 2, isNarrow ? room : room - width))}
        </div>
        <div class="legend">
          <span><i class="tp"></i>TP</span>
          ${
            result.errorMm < 0
              ? html`<span><i class="fn"></i>${this.say(words.sameFn, Math.abs(result.errorMm))}</span>`
              : html`<span><i class="fp"></i>${this.say(words.sameFp, result.errorMm)}</span>`
          }
        </div>
      </div>
      ${this.#chart(result, width)}
    </div>`;
  }

  #ball(ball: CountedBall, { errorMm: error, drawn }: SameError, isOwn: boolean, room: number) {
    const { radiusMm, counts, dice } = ball;
    const edge = edgeOf(radiusMm + Math.max(0, error));
    const slice = (radius: number) => middleSlice(nestedBalls(edge, [radius]), edge);
    const errors = errorSlice(slice(radiusMm), slice(radiusMm + error), (code) => code === 1);
    const edges = drawn.reduce((sum, one) => sum + edgeOf(one.radiusMm + Math.max(0, error)), 0);
    const scale = Math.min(this.plotHeight / 62, (room - 90) / edges);
    const size = edge * scale;
    return html`<div class=${isOwn ? 'own' : ''}>
      <svg width=${size} height=${size} viewBox="0 0 ${edge} ${edge}" aria-hidden="true">
        ${sliceShapes(errors, edge, SLICE_CLASSES)}
      </svg>
      <div class="big">${formatScore(dice)}</div>
      <div class="caption">${this.say(words.ballRadius, radiusMm)}</div>
      <div class="caption">
        ${integer(counts.tp)} TP, ${error < 0 ? `${integer(counts.fn)} FN` : `${integer(counts.fp)} FP`}
      </div>
    </div>`;
  }

  #chart({ errorMm, curve, drawn }: SameError, width: number) {
    const frame: ChartFrame = {
      left: 44,
      top: 24,
      width: width - 44 - 52,
      height: this.plotHeight,
      x: { min: 2, max: 26, ticks: [5, 10, 15, 20, 25], label: this.say(words.radiusOfVolume) },
      y: {
        min: LOWEST,
        max: 1,
        ticks: [0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1],
        label: 'Dice',
        text: (tick) => tick.toFixed(1),
      },
    };
    const lineOf = (error: number): Point[] =>
      Array.from({ length: 97 }, (_, i) => [2 + i / 4, ballDice(2 + i / 4, error)]);
    const own = drawn[2];
    const others = OTHER_ERRORS.filter((error) => error !== Math.abs(errorMm));
    const at = (ball: CountedBall, value: number) => [
      placeX(frame, ball.radiusMm),
      placeY(frame, Math.max(LOWEST, value)),
    ];
    const [x, y] = at(own, own.dice);
    const named = errorMm === 0 ? [] : [placeY(frame, ballDice(26, errorMm))];
    const corner = frame.left + frame.width - 6;
    return html`<svg
      width=${width}
      height=${this.plotHeight + 74}
      role="img"
      aria-label=${this.say(words.sameErrorChart, this.numbers)}
    >
      ${chartAxes(frame)}
      ${others.map((error) => {
        const end = placeY(frame, ballDice(26, error));
        const isNamed = named.every((other) => Math.abs(other - end) >= NAME_PX);
        if (isNamed) named.push(end);
        return svg`<path class="thin" d=${linePath(frame, lineOf(error))} />
          ${isNamed ? svg`<text x=${frame.left + frame.width + 6} y=${end + 4}>${error} mm</text>` : ''}`;
      })}
      <path class="line" d=${linePath(frame, lineOf(errorMm))} />
      ${errorMm === 0 ? '' : svg`<text class="strong" x=${frame.left + frame.width + 6} y=${placeY(frame, ballDice(26, errorMm)) + 4}>${this.say(words.mmSigned, errorMm)}</text>`}
      ${curve
        .filter(({ dice }) => dice >= LOWEST)
        .map((ball) => {
          const [cx, cy] = at(ball, ball.dice);
          return svg`<circle class="dot" cx=${cx} cy=${cy} r="2.6" />`;
        })}
      <line class="cursor" x1=${x} x2=${x} y1=${frame.top} y2=${frame.top + frame.height} />
      <circle class="own-dot" cx=${x} cy=${y} r="4.5" />
      <text class="strong value halo" x=${corner} y=${frame.top + frame.height - 34} text-anchor="end">
        ${formatScore(own.formula)}
        <tspan>${this.say(words.formula)}</tspan>
      </text>
      <text class="strong value halo" x=${corner} y=${frame.top + frame.height - 12} text-anchor="end">
        ${formatScore(own.dice)}
        <tspan>${this.say(words.counted)}</tspan>
      </text>
      ${this.caseResult ? caseMarks(this.caseResult, frame) : ''}
    </svg>`;
  }
}

/** The regions of the open case and the labels left of them, each at the radius of a ball of its volume. */
function caseMarks(result: CaseResult, frame: ChartFrame) {
  const [sx, sy, sz] = result.grid.spacingMm;
  const placeOf = (score: { nRef: number; dice: number }) => {
    const radius = radiusOfVolume(score.nRef * sx * sy * sz);
    return [
      placeX(frame, Math.min(frame.x.max, Math.max(frame.x.min, radius))),
      placeY(frame, Math.max(LOWEST, score.dice)),
    ] as const;
  };
  return result.drops.map(({ region, label }) => {
    const whole = result.regionScores[region];
    const part = result.labelScores.find(({ labels }) => labels[0] === label);
    if (!part || !(whole.dice > 0) || !(part.dice > 0) || whole.labels.length === 1) return '';
    const [[x1, y1], [x2, y2]] = [placeOf(whole), placeOf(part)];
    return svg`<line class="link-line" x1=${x1} y1=${y1} x2=${x2} y2=${y2} />
      <circle class="dot" cx=${x1} cy=${y1} r="4" />
      ${nameAt(x1, y1 + 16, whole.name, frame)}
      <rect x=${x2 - 4} y=${y2 - 4} width="8" height="8" .style=${`fill: ${labelColour(label)}`} />
      ${nameAt(x2, y2 + 14, part.name, frame)}`;
  });
}

/** Beside its mark, on the side that has room. */
function nameAt(x: number, y: number, name: string, { left, width }: ChartFrame) {
  const isRight = x > left + 0.6 * width;
  return svg`<text class="halo" x=${x + (isRight ? -8 : 8)} y=${y} text-anchor=${isRight ? 'end' : 'start'}>${name}</text>`;
}

declare global {
  interface HTMLElementTagNameMap {
    'dl-fig-same-error': FigSameError;
  }
}
