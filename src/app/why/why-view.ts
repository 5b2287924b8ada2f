import type { Vec3 } from '../../core/volume/grid.ts';
import type { StructureRef } from '../../core/labels/selection.ts';
import { clampVoxel } from '../../core/volume/slice.ts';
import { chosenPart, selectSide, type WhyChoice } from '../../core/account/why-choice.ts';
import { unwrap } from '../../workers/outcome.ts';
import type { WhyVoxels } from '../../workers/case/why-session.ts';
import type { App } from '../app.ts';
import { latestOnly } from '../latest-only.ts';
import { act } from '../report-error.ts';
import { keyOfMeasure, type Accounted, type Why } from './why-state.ts';

/** Replaces fields of the page's state; nothing where there is none. */
export function changeWhy({ store }: App, fields: Partial<Why>): void {
  const { why } = store.state;
  if (why) store.change({ why: { ...why, ...fields } });
}

/** Cuts the slice through the crosshair. */
export const refreshWhy = latestOnly(readSlice);

async function readSlice(app: App): Promise<void> {
  const { store, session } = app;
  const { why: wished, voxel, channel } = store.state;
  if (!wished) return;
  const { shown: numbers, plane, band, measures } = wished;
  const distanceOf = band && isMeasured(measures, band) ? band : null;
  try {
    const view = unwrap(await session.viewWhy(numbers.edits, { voxel, plane, channel, distanceOf }));
    if (store.state.why?.of !== wished.of) return;
    // a worker that was replaced knows no distances until they are measured again
    const known = view.plane.pattern ? distanceOf : null;
    changeWhy(app, { slice: { plane: view.plane, numbers, distanceOf: known }, readout: view.readout });
  } catch (error) {
    if (store.state.why?.of === wished.of) throw error;
  }
}

/** Whether the distances to a structure's boundary are known. */
function isMeasured(measures: Why['measures'], band: StructureRef): boolean {
  return measures.has(keyOfMeasure(band, false));
}

/** Puts the crosshair on a voxel. */
export async function moveInWhy(app: App, voxel: Vec3): Promise<void> {
  const { opened } = app.store.state;
  if (!opened) return;
  app.store.change({ voxel: clampVoxel(voxel, opened.result.grid.size) });
  await refreshWhy(app);
}

/** Reads what stands under the pointer, for the footer. */
export async function readInWhy(app: App, voxel: Vec3 | null): Promise<void> {
  const { store, session } = app;
  const { why, channel } = store.state;
  if (!why) return;
  const { shown } = why;
  const outcome = await session
    .readWhyVoxel(shown.edits, voxel ?? store.state.voxel, channel)
    .catch(() => null);
  if (outcome && 'value' in outcome && store.state.why?.shown === shown)
    changeWhy(app, { readout: outcome.value });
}

/** Chooses voxels, shows them, and goes to their largest piece. */
export function chooseInWhy(app: App, choice: WhyChoice): Promise<void> {
  return act(app, async () => {
    changeWhy(app, { choice, pieces: null, piece: 0 });
    await findPieces(app);
    const { why, voxel } = app.store.state;
    if (why?.choice === choice) await moveInWhy(app, why.pieces?.pieces[0]?.anchor ?? voxel);
  });
}

/** Finds the pieces of what is chosen; the place stays. */
export async function findPieces(app: App): Promise<void> {
  const { store, session } = app;
  const { why: before } = store.state;
  const voxels = before?.choice && voxelsOf(before.choice, before.shown);
  if (!before || !voxels) return;
  const pieces = unwrap(await session.findWhyPieces(before.shown.edits, voxels));
  const { why: now } = store.state;
  if (now?.of !== before.of || now.choice !== before.choice || now.shown !== before.shown) return;
  changeWhy(app, { pieces, piece: Math.min(now.piece, Math.max(0, pieces.pieces.length - 1)) });
}

/** Goes to the next (1) or previous (-1) piece of what is chosen, by size, round and round. */
export async function stepInWhy(app: App, by: 1 | -1): Promise<void> {
  const { pieces = null, piece = 0 } = app.store.state.why ?? {};
  const count = pieces?.pieces.length ?? 0;
  if (!pieces || count === 0) return;
  const next = (piece + by + count) % count;
  changeWhy(app, { piece: next });
  await moveInWhy(app, pieces.pieces[next].anchor);
}

/** What a choice selects: cells of the joint counts, or a structure whole; null for what the case does not have. */
function voxelsOf(choice: WhyChoice, { account }: Accounted): WhyVoxels | null {
  if (choice.kind === 'selection') return { kind: 'selection', selection: choice.selection };
  const chosen = chosenPart(account, choice);
  if (chosen) return { kind: 'cells', cells: chosen.term.cells };
  const label = account.labels.find((one) => one.label === choice.label);
  if (!label || choice.kind === 'other') return null;
  const step = label.ladder.at(choice.step);
  const side = choice.part === 'region-size' ? step?.from : (step?.to ?? label.own);
  return side ? { kind: 'selection', selection: selectSide(side) } : null;
}
