import { html } from 'lit';
import { customElement } from 'lit/decorators.js';
import { CONFIDENT_LOSS, EARLIER_STATE, type ConfidentLoss } from '../../core/learn/figure-confident-loss.ts';
import { checkpointWords as words } from '../../core/messages/learn-checkpoint-figures.ts';
import { integer } from '../../core/messages/sentence.ts';
import { formatTick, roundNumbers } from '../../core/charts/chart-ticks.ts';
import { baseStyles } from '../controls/base-styles.ts';
import { chartAxes, linePath, placeX, placeY, type ChartFrame, type Point } from './figure-chart.ts';
import { factStyles } from './figure-facts.ts';
import { figureStyles } from './figure-styles.ts';
import { LearnFigure } from './learn-figure.ts';

/** Loss and Dice over the confidence on wrong voxels, on two charts of one x axis. */
@customElement('dl-fig-confident-loss')
export class FigConfidentLoss extends LearnFigure<ConfidentLoss> {
  readonly model = CONFIDENT_LOSS;

  static override styles = [baseStyles, figureStyles, factStyles];

  protected draw(result: ConfidentLoss) {
    const { isNarrow, room } = this;
    const { now, earlier, curve } = result;
    const width = isNarrow ? room : (room - 24) / 2;
    const losses = [...curve.map(({ loss }) => loss), earlier.loss];
    const [low, high] = [Math.min(...losses) - 0.03, Math.max(...losses) + 0.03];
    const dices = [now.dice, earlier.dice];
    const [lowest, highest] = [Math.min(...dices) - 0.05, Math.max(...dices) + 0.05];
    return html`<div class=${isNarrow ? 'two narrow' : 'two'}>
        ${this.#chart(
          width,
          'val_loss',
          [low, high],
          curve.map(({ confidence, loss }) => [confidence, loss]),
          [result.confidence, now.loss],
          earlier.loss,
        )}
        ${this.#chart(
          width,
          'Dice',
          [lowest, highest],
          curve.map(({ confidence, dice }) => [confidence, dice]),
          [result.confidence, now.dice],
          earlier.dice,
        )}
      </div>
      <p class="verdict">${this.say(words.lossVerdict, this.numbers as never)}</p>
      <p class="caption">
        ${this.say(words.crossEntropy)} ${formatTick(now.crossEntropy, 4)} − ${this.say(words.softDice)}
        ${formatTick(now.softDice, 4)} = val_loss ${formatTick(now.loss, 4)} · ${integer(now.tp)} TP,
        ${integer(now.fp)} FP, ${integer(now.fn)} FN
      </p>`;
  }

  #chart(
    width: number,
    label: string,
    [min, max]: readonly [number, number],
    line: readonly Point[],
    now: Point,
    earlier: number,
  ) {
    const ticks = roundNumbers(min, max, 5);
    const frame: ChartFrame = {
      left: 48,
      top: 24,
      width: width - 48 - 16,
      height: 220,
      x: {
        min: 0.5,
        max: 1,
        ticks: [0.5, 0.6, 0.7, 0.8, 0.9, 1],
        label: this.say(words.confidenceAxis),
        text: (tick) => tick.toFixed(1),
      },
      y: { min, max, ticks, label, text: (tick) => formatTick(tick, 2) },
    };
    const before = [placeX(frame, EARLIER_STATE.confidence), placeY(frame, earlier)];
    const after = [placeX(frame, now[0]), placeY(frame, now[1])];
    const isRight = now[0] > 0.85;
    const there = line.find(([at]) => at >= EARLIER_STATE.confidence)!;
    const isAbove = earlier >= there[1];
    return html`<svg
      width=${width}
      height="282"
      role="img"
      aria-label=${this.say(words.lossChart, this.numbers as never)}
    >
      ${chartAxes(frame)}
      <line
        class="second dashed"
        x1=${frame.left}
        x2=${frame.left + frame.width}
        y1=${before[1]}
        y2=${before[1]}
      />
      <path class="line" d=${linePath(frame, line)} />
      <circle class="dot" cx=${before[0]} cy=${before[1]} r="4.5" />
      <text x=${before[0]} y=${before[1] + (isAbove ? -11 : 20)} text-anchor="middle">
        ${this.say(words.earlier)} ${formatTick(earlier, 3)}
      </text>
      <circle class="full" cx=${after[0]} cy=${after[1]} r="5" />
      <text
        class="strong"
        x=${after[0] + (isRight ? -10 : 10)}
        y=${after[1] - 10}
        text-anchor=${isRight ? 'end' : 'start'}
      >
        ${this.say(words.now)} ${formatTick(now[1], 3)}
      </text>
    </svg>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'dl-fig-confident-loss': FigConfidentLoss;
  }
}
