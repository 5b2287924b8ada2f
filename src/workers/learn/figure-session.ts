import type { FigurePair } from '../../core/learn/figure-model.ts';
import type { JointCounts } from '../../core/counts/joint-counts.ts';
import type { EngineReport } from '../../engine/engine.ts';
import type { EngineChoice } from '../../engine/open-engine.ts';
import type { Outcome } from '../outcome.ts';

/** Counts of the volumes of a figure, by an engine. */
export interface CountedFigure {
  readonly counts: readonly JointCounts[];
  readonly report: EngineReport;
  /** Counting alone: neither the opening of the engine nor the way between threads. */
  readonly milliseconds: number;
}

/** What the worker of figures offers. */
export interface FigureSession {
  count(pairs: readonly FigurePair[], engine: EngineChoice): Promise<Outcome<CountedFigure>>;
}
