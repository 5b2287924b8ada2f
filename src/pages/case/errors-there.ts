import type { AppState } from '../../app/state.ts';

/** Whether the navigator stands in the place of the scores; its code comes when it is first asked for. */
export function showsErrors({ errorsShown }: AppState, redraw: () => void): boolean {
  if (!errorsShown) return false;
  const isThere = customElements.get('errors-panel') !== undefined;
  if (!isThere) void import('./errors-panel.ts').then(redraw);
  return isThere;
}
