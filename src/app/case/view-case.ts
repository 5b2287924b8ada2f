import type { CaseResult } from '../../core/case/case-result.ts';
import type { Vec3 } from '../../core/volume/grid.ts';
import type { DisplayWindow } from '../../core/volume/display-window.ts';
import type { OverlayMode } from '../../core/volume/overlay.ts';
import type { Selection } from '../../core/labels/selection.ts';
import { clampVoxel } from '../../core/volume/slice.ts';
import type { ViewSettings } from '../../core/volume/view-settings.ts';
import { PLANES, type Plane } from '../../core/volume/slice-geometry.ts';
import type { OpenedCase, SliceLook } from '../../workers/case/case-session.ts';
import { unwrap } from '../../workers/outcome.ts';
import type { App } from '../app.ts';
import { latestOnly } from '../latest-only.ts';
import { HOME, parseHash, type LinkedView } from '../link.ts';
import { act } from '../report-error.ts';
import { NO_PLANES, type AppState } from '../state.ts';

/**
 * Shows a case that was just opened. The first one of a visit is shown as the link says. Where only other files
 * joined the same reference, the place and the choice stay; otherwise the worst structure is chosen, and the
 * crosshair goes to its largest piece.
 */
export async function arriveAtCase(app: App, opened: OpenedCase, staysInPlace: boolean): Promise<void> {
  const { store } = app;
  const { size } = opened.result.grid;
  const before = store.state;
  const wished: Omit<LinkedView, 'place'> = staysInPlace
    ? before
    : before.opened
      ? HOME
      : parseHash(location.hash);
  const middle = size.map((n) => Math.floor(n / 2)) as unknown as Vec3;
  const selection =
    wished.selection && fits(wished.selection, opened) ? wished.selection : suggestSelection(opened.result);
  const voxel = wished.voxel?.every((v, axis) => v < size[axis]) ? wished.voxel : null;
  const overlay = wished.overlay === 'reconstruction' && !opened.hasPatterns ? 'errors' : wished.overlay;
  store.change({
    opened,
    channels: new Map(),
    windows: new Map(),
    channel: null,
    planes: NO_PLANES,
    readout: null,
    selection: null,
    raw: false,
    pieces: null,
    piece: 0,
    voxel: voxel ?? middle,
    overlay,
    channelWarnings: [],
    view: viewOfCase(store.state.view, opened),
    other: null,
    tiles: null,
  });
  await Promise.all([
    selection ? choose(app, selection, { overlay, voxel }) : moveTo(app, store.state.voxel),
    opened.channels.length > 0 ? showChannel(app, 0) : null, // read while the slices are shown without it
  ]);
}

/** Layout and styles stay from case to case; place, comparison with a model and heat map are of one case. */
function viewOfCase(view: ViewSettings, { probabilityChannels }: OpenedCase): ViewSettings {
  const { zoom, panMm, compare, heat } = view;
  const keepsHeat = heat !== null && heat < probabilityChannels;
  if (zoom === 1 && compare === 'none' && (heat === null || keepsHeat)) return view;
  const isOfModels = compare === 'agreement';
  return {
    ...view,
    zoom: 1,
    panMm: zoom === 1 ? panMm : [0, 0, 0],
    compare: isOfModels ? 'none' : compare,
    heat: keepsHeat ? heat : null,
  };
}

/** Whether the case has what is chosen. */
export function fits(selection: Selection, { result, hasPatterns }: OpenedCase): boolean {
  switch (selection.kind) {
    case 'structure': {
      const { structure, raw } = selection;
      if (raw && !result.rawRegionScores) return false;
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

/** Puts the crosshair on a voxel; the slices through it follow, the latest wish only. */
export async function moveTo(app: App, voxel: Vec3): Promise<void> {
  const { store } = app;
  const { opened } = store.state;
  if (!opened) return;
  store.change({ voxel: clampVoxel(voxel, opened.result.grid.size) });
  await refreshSlices(app);
}

const refreshSlices = latestOnly(readSlices);

/** Resolves to whether the slices are of a case that is no longer open. */
async function readSlices({ store, session }: App): Promise<boolean> {
  const wished: AppState = store.state;
  const isStale = () => store.state.opened !== wished.opened;
  try {
    const [planes, readout] = await Promise.all([
      session.readPlanes(wished.voxel, PLANES, wished.channel, lookOf(wished)),
      session.readVoxel(wished.voxel, wished.channel),
    ]);
    if (!isStale()) store.change({ planes: byPlane(planes), readout });
  } catch (error) {
    if (!isStale()) throw error; // else the worker had another case already
  }
  return isStale() && store.state.opened !== null;
}

/** What the worker has to know of how slices are shown. */
export function lookOf({ view }: Pick<AppState, 'view'>): SliceLook {
  return { convention: view.convention, heat: view.heat };
}

function byPlane<Value extends { plane: Plane }>(list: readonly Value[]): Record<Plane, Value | null> {
  const find = (plane: Plane) => list.find((entry) => entry.plane === plane) ?? null;
  return { axial: find('axial'), coronal: find('coronal'), sagittal: find('sagittal') };
}

/** Reads what stands under the pointer, for the footer. */
export async function readUnderPointer({ store, session }: App, voxel: Vec3 | null): Promise<void> {
  const { opened, channel } = store.state;
  if (!opened) return;
  const readout = await session.readVoxel(voxel ?? store.state.voxel, channel).catch(() => null);
  if (readout && store.state.opened === opened) store.change({ readout });
}

/** What is on screen beside the voxels that are chosen; without a voxel the crosshair goes to their largest piece. */
interface Place {
  readonly overlay: OverlayMode;
  readonly voxel: Vec3 | null;
}

/** Chooses voxels and shows them. */
export function choose(app: App, selection: Selection, place?: Place): Promise<void> {
  return act(app, async () => {
    const { store, session } = app;
    const { opened, overlay } = store.state;
    if (!opened) return;
    const isRegion = selection.kind === 'structure' && selection.structure.kind === 'region';
    const keepsMode = selection.kind === 'pattern' && overlay === 'reconstruction';
    store.change({
      selection,
      overlay: place?.overlay ?? (keepsMode ? overlay : 'errors'),
      raw: isRegion ? selection.raw : store.state.raw,
      accountOpen: true,
    });
    const pieces = await session.findPieces(selection);
    if (store.state.selection !== selection || store.state.opened !== opened) return;
    store.change({ pieces, piece: 0 });
    await moveTo(app, place?.voxel ?? pieces.pieces[0]?.anchor ?? store.state.voxel);
  });
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
export function showChannel(app: App, channel: number): Promise<void> {
  return act(app, async () => {
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
    } catch (error) {
      if (store.state.opened?.channels === opened.channels) store.change({ channel: null });
      throw error;
    }
    await moveTo(app, store.state.voxel);
  });
}

/** Sets the window of the channel on screen; null goes back to the suggested one. */
export function setWindow({ store }: App, window: DisplayWindow | null): void {
  const { channel, windows, channels } = store.state;
  if (channel === null) return;
  const next = window ?? channels.get(channel)?.window;
  if (next) store.change({ windows: new Map(windows).set(channel, next) });
}
