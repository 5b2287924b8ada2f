import type { LearnFigure } from './learn-figure.ts';

/** The code of every figure by its name, loaded when a figure is first shown. */
const FIGURE_ELEMENTS: Readonly<Record<string, () => Promise<unknown>>> = {
  'same-error': () => import('./dl-fig-same-error.ts'),
};

/** Makes the element `dl-fig-NAME`; its code is loaded first. */
export async function createFigure(name: string): Promise<LearnFigure> {
  await FIGURE_ELEMENTS[name]?.();
  return document.createElement(`dl-fig-${name}`) as LearnFigure;
}
