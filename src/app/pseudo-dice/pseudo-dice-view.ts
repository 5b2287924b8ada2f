import { gapOf } from '../../core/pseudo-dice/pseudo-dice-json.ts';
import type { PseudoDiceResult } from '../../core/pseudo-dice/pseudo-dice-result.ts';
import type { App } from '../app.ts';
import { setPlace } from '../follow-link.ts';
import { placeOf } from './pseudo-dice-link.ts';
import type { PseudoDiceState, ShownSimulation, TrainingAccount } from './pseudo-dice-state.ts';

/** Changes what the page shows, and its link with it; nothing before the page was first asked for. */
export function changePseudoDice(app: App, fields: Partial<PseudoDiceState>): void {
  const { pseudoDice } = app.store.state;
  if (!pseudoDice) return;
  const changed = { ...pseudoDice, ...fields };
  app.store.change({ pseudoDice: changed });
  setPlace(app, 'pseudo-dice', placeOf(changed));
}

/** The chosen epoch within what is simulated, else the last new best, else 0. */
export function chosenEpoch({ epoch, shown }: Pick<PseudoDiceState, 'epoch' | 'shown'>): number {
  const epochs = shown?.result.epochs ?? [];
  if (epoch !== null && epoch < epochs.length) return epoch;
  return Math.max(
    0,
    epochs.findLastIndex(({ isBest }) => isBest),
  );
}

/** The epoch whose figures are read out: the one under the pointer, else the chosen one. */
export function markedEpoch(pseudo: Pick<PseudoDiceState, 'epoch' | 'shown' | 'hovered'>): number {
  const { hovered, shown } = pseudo;
  return hovered !== null && hovered < (shown?.result.epochs.length ?? 0) ? hovered : chosenEpoch(pseudo);
}

/** Reads out the epoch under the pointer; null where there is none. */
export function hoverEpoch({ store }: App, hovered: number | null): void {
  const { pseudoDice } = store.state;
  if (pseudoDice && pseudoDice.hovered !== hovered) store.change({ pseudoDice: { ...pseudoDice, hovered } });
}

/** The chosen case within those that are simulated. */
export function chosenCase({ caseIndex, shown }: Pick<PseudoDiceState, 'caseIndex' | 'shown'>): number {
  return Math.min(caseIndex, Math.max(0, (shown?.cases.length ?? 1) - 1));
}

/** Chooses an epoch; a patch of another one is no longer chosen. */
export function chooseEpoch(app: App, epoch: number): void {
  const { pseudoDice } = app.store.state;
  const last = (pseudoDice?.shown?.result.epochs.length ?? 0) - 1;
  if (last < 0) return;
  changePseudoDice(app, { epoch: Math.min(last, Math.max(0, epoch)), patch: null });
}

/** Chooses the epoch so many places on. */
export function stepEpoch(app: App, by: number): void {
  const { pseudoDice } = app.store.state;
  if (pseudoDice) chooseEpoch(app, chosenEpoch(pseudoDice) + by);
}

/** Chooses the next or previous new best. */
export function stepBest(app: App, by: 1 | -1): void {
  const { pseudoDice } = app.store.state;
  const epochs = pseudoDice?.shown?.result.epochs;
  if (!pseudoDice || !epochs) return;
  const at = chosenEpoch(pseudoDice);
  const next =
    by > 0
      ? epochs.findIndex(({ isBest }, i) => isBest && i > at)
      : epochs.findLastIndex(({ isBest }, i) => isBest && i < at);
  if (next >= 0) chooseEpoch(app, next);
}

/** Shows another case in the pictures. */
export function choosePictured(app: App, caseIndex: number): void {
  changePseudoDice(app, { caseIndex, patch: null });
}

/** The last EMA of the log that belongs to the cases; null where none was opened. */
export function ownLastEma(trainings: readonly TrainingAccount[]): number | null {
  return trainings.findLast(({ isOwn, lastEma }) => isOwn && lastEma !== null)?.lastEma ?? null;
}

/** The account of a simulation, ended by the log of its training where that is known. */
export function accountOf(
  result: PseudoDiceResult,
  trainings: readonly TrainingAccount[],
): ShownSimulation['gap'] {
  return gapOf(result, ownLastEma(trainings));
}
