import type { CaseError } from '../../core/errors-of-case/case-errors.ts';
import type { ErrorCause } from '../../core/errors-of-case/error-cause.ts';
import { orderErrors, type ErrorSort } from '../../core/errors-of-case/error-order.ts';
import type { App } from '../app.ts';
import { latestOnly } from '../latest-only.ts';
import { moveTo } from '../case/view-case.ts';
import { STRIP, type Navigator } from './errors-state.ts';

/** Changes the navigator of the open case; nothing where another case was opened meanwhile. */
export function changeNavigator({ store }: App, fields: Partial<Navigator>): void {
  const { navigator, opened } = store.state;
  if (navigator?.of === opened && navigator) store.change({ navigator: { ...navigator, ...fields } });
}

/** The chosen error and its rank, 0 for the largest; null where none is listed. */
export function chosenError(
  navigator: Navigator | null,
): { readonly rank: number; readonly error: CaseError } | null {
  const rank = navigator?.listed[navigator.at];
  return navigator?.errors && rank !== undefined ? { rank, error: navigator.errors[rank] } : null;
}

/** The ranks of the errors that stand in the strip: the page that holds the chosen one. */
export function stripOf({ listed, at }: Navigator): readonly number[] {
  const first = Math.floor(at / STRIP) * STRIP;
  return listed.slice(first, first + STRIP);
}

/** Goes to an error by its rank: slices, list and strip move together. */
export async function chooseError(app: App, rank: number): Promise<void> {
  const { navigator } = app.store.state;
  const at = navigator?.listed.indexOf(rank) ?? -1;
  if (at >= 0) await goTo(app, at);
}

/** Goes to the next (1) or previous (-1) error that is listed, round and round. */
export async function stepError(app: App, by: 1 | -1): Promise<void> {
  const { navigator } = app.store.state;
  const count = navigator?.listed.length ?? 0;
  if (navigator && count > 0) await goTo(app, (navigator.at + by + count) % count);
}

/** Lists the errors of one cause, or all (null), in an order; the chosen one stays where it is listed still. */
export async function listErrors(
  app: App,
  { cause, sort }: { readonly cause?: ErrorCause | null; readonly sort?: ErrorSort },
): Promise<void> {
  const { navigator } = app.store.state;
  if (!navigator?.errors) return;
  const wished = { cause: cause === undefined ? navigator.cause : cause, sort: sort ?? navigator.sort };
  const listed = orderErrors(navigator.errors, wished.cause, wished.sort);
  const rank = navigator.listed[navigator.at];
  changeNavigator(app, { ...wished, listed });
  if (listed.length > 0) await goTo(app, Math.max(0, listed.indexOf(rank)));
}

async function goTo(app: App, at: number): Promise<void> {
  changeNavigator(app, { at });
  const chosen = chosenError(app.store.state.navigator);
  await Promise.all([chosen && moveTo(app, chosen.error.anchor), refreshPictures(app)]);
}

/** Reads the pictures of the strip that are missing, on the channel that is shown. */
export const refreshPictures = latestOnly(async (app) => {
  const { store, session } = app;
  const { navigator, channel, channels, windows } = store.state;
  if (!navigator?.errors || navigator.of !== store.state.opened) return;
  const shown = channel !== null && channels.has(channel) ? channel : null;
  const known = navigator.pictured === shown ? navigator.pictures : new Map<number, never>();
  const ranks = stripOf(navigator).filter((rank) => !known.has(rank));
  if (ranks.length === 0) return;
  const window = (shown !== null && windows.get(shown)) || { width: 1, level: 0.5 };
  const pictures = await session.readErrorPictures({ ranks, channel: shown, window });
  if (store.state.navigator?.of !== navigator.of) return;
  const all = new Map(known);
  pictures.forEach((picture, i) => all.set(ranks[i], picture));
  changeNavigator(app, { pictures: all, pictured: shown });
});
