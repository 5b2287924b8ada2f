import type { LearnFigure } from './learn-figure.ts';

/** The code of every figure by its name, loaded when a figure is first shown. */
const FIGURE_ELEMENTS: Readonly<Record<string, () => Promise<unknown>>> = {
  'trained-written': () => import('./dl-fig-trained-written.ts'),
  'order-threshold': () => import('./dl-fig-order-threshold.ts'),
  'inner-borders': () => import('./dl-fig-inner-borders.ts'),
  'regions-pay': () => import('./dl-fig-regions-pay.ts'),
  'patches-volumes': () => import('./dl-fig-patches-volumes.ts'),
  'sums-means': () => import('./dl-fig-sums-means.ts'),
  'epoch-jumps': () => import('./dl-fig-epoch-jumps.ts'),
  'ema-lag': () => import('./dl-fig-ema-lag.ts'),
  'phantom-gap': () => import('./dl-fig-phantom-gap.ts'),
  'same-error': () => import('./dl-fig-same-error.ts'),
  'ema-walk': () => import('./dl-fig-ema-walk.ts'),
  'frozen-luck': () => import('./dl-fig-frozen-luck.ts'),
  'confident-loss': () => import('./dl-fig-confident-loss.ts'),
  'checkpoint-order': () => import('./dl-fig-checkpoint-order.ts'),
  'batch-draw': () => import('./dl-fig-batch-draw.ts'),
  'rare-structure': () => import('./dl-fig-rare-structure.ts'),
  'epoch-coverage': () => import('./dl-fig-epoch-coverage.ts'),
  'patch-memory': () => import('./dl-fig-patch-memory.ts'),
  'tile-walk': () => import('./dl-fig-tile-walk.ts'),
  schedule: () => import('./dl-fig-schedule.ts'),
  'early-stop': () => import('./dl-fig-early-stop.ts'),
  'same-conditions': () => import('./dl-fig-same-conditions.ts'),
  'repeat-noise': () => import('./dl-fig-repeat-noise.ts'),
};

/** Makes the element `dl-fig-NAME`; its code is loaded first. */
export async function createFigure(name: string): Promise<LearnFigure> {
  await FIGURE_ELEMENTS[name]?.();
  return document.createElement(`dl-fig-${name}`) as LearnFigure;
}
