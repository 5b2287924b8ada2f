import { expose } from 'comlink';
import type { FigurePair } from '../../core/learn/figure-model.ts';
import type { JointCounts } from '../../core/counts/joint-counts.ts';
import { openEngine, type EngineChoice } from '../../engine/open-engine.ts';
import { settle } from '../outcome.ts';
import type { CountedFigure, FigureSession } from './figure-session.ts';

const session: FigureSession = { count: (pairs, engine) => settle(countFigure(pairs, engine)) };

/** Counts every pair of a figure with an engine opened for it. */
async function countFigure(pairs: readonly FigurePair[], choice: EngineChoice): Promise<CountedFigure> {
  const engine = await openEngine(choice);
  try {
    const from = performance.now();
    const counts: JointCounts[] = [];
    for (const pair of pairs) counts.push(await engine.countJoint(pair));
    return { counts, report: engine.report, milliseconds: performance.now() - from };
  } finally {
    engine.close();
  }
}

expose(session);
