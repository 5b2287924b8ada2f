import type { CaseResult } from '../core/case-result.ts';
import type { Vec3 } from '../core/grid.ts';
import type { DisplayWindow } from '../core/display-window.ts';
import type { OverlayMode } from '../core/overlay.ts';
import type { Selection } from '../core/selection.ts';
import { PLANES, type Plane } from '../core/slice-geometry.ts';
import type { OpenedCase } from '../workers/case-session.ts';
import { unwrap } from '../workers/outcome.ts';
import type { App } from './app.ts';
import { parseHash } from './link.ts';
import { reportError } from './report-error.ts';
import { NO_PLANES, type AppState } from './state.ts';

/** Shows a case that was just opened: its worst structure is chosen, and its largest piece on the slices. */
export async function arriveAtCase(app: App, opened: OpenedCase): Promise<void> {
  const { store } = app;
  const { size } = opened.result.grid;
  const linked = parseHash(location.hash);
  const middle = size.map((n) => Math.floor(n / 2)) as unknown as Vec3;
  const selection =
    linked.selection && fits(linked.selection, opened) ? linked.selection : suggestSelection(opened.result);
  const inside = linked.voxel?.every((v, axis) => v < size[axis]);
  store.change({
    opened,
    channels: new Map(),
    windows: new Map(),
    channel: null,
    planes: NO_PLANES,
    readout: null,
    selection,
    raw: false,
    pieces: null,
    piece: 0,
    voxel: inside && linked.voxel ? linked.voxel : middle,
    overlay: linked.overlay === 'reconstruction' && !opened.hasPatterns ? 'errors' : linked.overlay,
    channelWarnings: [],
  });
  await (selection && !inside ? choose(app, selection) : moveTo(app, store.state.voxel));
  if (opened.channels.length > 0) await showChannel(app, 0);
}

function fits(selection: Selection, { result, hasPatterns }: OpenedCase): boolean {
  switch (selection.kind) {
    case 'structure': {
      const { structure } = selection;
      return structure.kind === 'label'
        ? result.labels.includes(structure.value)
        : structure.index < result.scheme.regions.length;
    }
    case 'cell':
      return result.labels.includes(selection.reference) && result.labels.includes(selection.predicted);
    case 'pattern':
      return hasPatterns && selection.pattern < 2 ** result.scheme.regions.length;
  }
}

/** The label whose Dice is lowest, among those that occur: it is the one that asks for an explanation. */
function suggestSelection({ labelScores }: CaseResult): Selection | null {
  const scored = labelScores.filter((score) => !Number.isNaN(score.dice));
  if (scored.length === 0) return null;
  const worst = scored.reduce((low, score) => (score.dice < low.dice ? score : low));
  return { kind: 'structure', structure: worst.structure, part: 'all', raw: false };
}

let readingSlices = false;
let readAgain = false;

/** Puts the crosshair on a voxel; the slices through it follow, the latest wish only. */
export async function moveTo(app: App, voxel: Vec3): Promise<void> {
  const { store, session } = app;
  if (!store.state.opened) return;
  const { size } = store.state.opened.result.grid;
  const inside = voxel.map((v, axis) =>
    Math.min(Math.max(Math.round(v), 0), size[axis] - 1),
  ) as unknown as Vec3;
  store.change({ voxel: inside });
  if (readingSlices) {
    readAgain = true;
    return;
  }
  readingSlices = true;
  try {
    do {
      readAgain = false;
      const wished: AppState = store.state;
      const [planes, readout] = await Promise.all([
        session.readPlanes(wished.voxel, PLANES, wished.channel),
        session.readVoxel(wished.voxel, wished.channel),
      ]);
      if (store.state.opened !== wished.opened) readAgain = true;
      else store.change({ planes: byPlane(planes), readout });
    } while (readAgain);
  } catch (error) {
    reportError(app, error);
  } finally {
    readingSlices = false;
  }
}

function byPlane<Value extends { plane: Plane }>(list: readonly Value[]): Record<Plane, Value | null> {
  const find = (plane: Plane) => list.find((entry) => entry.plane === plane) ?? null;
  return { axial: find('axial'), coronal: find('coronal'), sagittal: find('sagittal') };
}

/** Reads what stands under the pointer, for the footer. */
export async function readUnderPointer(app: App, voxel: Vec3 | null): Promise<void> {
  const { store, session } = app;
  if (!store.state.opened) return;
  const readout = await session.readVoxel(voxel ?? store.state.voxel, store.state.channel);
  store.change({ readout });
}

/** Chooses voxels and goes to their largest connected piece. */
export async function choose(app: App, selection: Selection): Promise<void> {
  const { store, session } = app;
  const { opened, overlay } = store.state;
  if (!opened) return;
  const shown: OverlayMode =
    selection.kind === 'pattern' ? (overlay === 'reconstruction' ? overlay : 'errors') : 'errors';
  const raw =
    selection.kind === 'structure' && selection.structure.kind === 'region' ? selection.raw : store.state.raw;
  store.change({ selection, overlay: shown, raw, accountOpen: true });
  try {
    const pieces = await session.findPieces(selection);
    if (store.state.selection !== selection) return;
    store.change({ pieces, piece: 0 });
    await moveTo(app, pieces.pieces[0]?.anchor ?? store.state.voxel);
  } catch (error) {
    reportError(app, error);
  }
}

/** Goes to the next (1) or previous (-1) piece of the selection, by size, round and round. */
export async function stepPiece(app: App, by: 1 | -1): Promise<void> {
  const { pieces, piece } = app.store.state;
  const count = pieces?.pieces.length ?? 0;
  if (!pieces || count === 0) return;
  const next = (piece + by + count) % count;
  app.store.change({ piece: next });
  await moveTo(app, pieces.pieces[next].anchor);
}

/** Shows an image channel under the overlays; it is read when it is first asked for. */
export async function showChannel(app: App, channel: number): Promise<void> {
  const { store, session } = app;
  const { opened } = store.state;
  if (!opened || channel >= opened.channels.length) return;
  store.change({ channel });
  try {
    if (!store.state.channels.has(channel)) {
      const read = unwrap(await session.openChannel(channel));
      if (store.state.opened?.channels !== opened.channels) return;
      store.change({
        channels: new Map(store.state.channels).set(channel, read),
        windows: new Map(store.state.windows).set(channel, read.window),
        channelWarnings: [...store.state.channelWarnings, ...read.warnings],
      });
    }
    await moveTo(app, store.state.voxel);
  } catch (error) {
    store.change({ channel: null });
    reportError(app, error);
  }
}

/** Sets the window of the channel on screen; null goes back to the suggested one. */
export function setWindow({ store }: App, window: DisplayWindow | null): void {
  const { channel, windows, channels } = store.state;
  if (channel === null) return;
  const next = window ?? channels.get(channel)?.window;
  if (next) store.change({ windows: new Map(windows).set(channel, next) });
}
