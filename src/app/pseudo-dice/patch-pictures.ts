import { centreOfPatch, patchesOfEpoch, reachOfPatches } from '../../core/pseudo-dice/patch-outlines.ts';
import { groupByCase } from '../../core/pseudo-dice/patch-groups.ts';
import type { PatchDraws } from '../../core/pseudo-dice/patch-sampler.ts';
import { planTiles, type TilePlan } from '../../core/pseudo-dice/sliding-window.ts';
import type { Vec3 } from '../../core/volume/grid.ts';
import { clampVoxel } from '../../core/volume/slice.ts';
import { sliceGeometry } from '../../core/volume/slice-geometry.ts';
import type { CaseRequest } from '../../workers/case/case-session.ts';
import { unwrap, type Outcome } from '../../workers/outcome.ts';
import { PatchPicturesWorker, type PicturedCase } from '../../workers/pseudo-dice/patch-pictures.ts';
import type { App } from '../app.ts';
import { latestOnly } from '../latest-only.ts';
import type { AppState } from '../state.ts';
import type { CaseStarts, PatchPictures, ShownSeen } from './patch-pictures-state.ts';
import type { PseudoDiceState, ShownSimulation } from './pseudo-dice-state.ts';
import { chosenCase, chosenEpoch } from './pseudo-dice-view.ts';

const worker = new PatchPicturesWorker();

/** What the worker holds and what was read of it last, so that nothing is read twice. */
let held: {
  readonly of: CaseRequest | null;
  readonly generation: number;
  readonly seen: ShownSeen | null;
  readonly slice: string;
  readonly tiles: string;
} = { of: null, generation: 0, seen: null, slice: '', tiles: '' };
/** A case that could not be read is not tried again. */
let failed: CaseRequest | null = null;

interface Wish {
  readonly pseudo: PseudoDiceState;
  readonly shown: ShownSimulation;
  readonly caseIndex: number;
  readonly epoch: number;
  readonly request: CaseRequest;
}

/**
 * Reads what the pictures lack of what is chosen: the case, how often its voxels are seen, the slices. To be called
 * whenever the page is shown and the state has changed; does nothing where all is there.
 */
export function followPictures(app: App): void {
  const wish = wishOf(app.store.state);
  if (!wish || wish.request === failed) return;
  adapt(app, wish);
  if (missing(app.store.state, wish) !== null) void readMissing(app);
}

const readMissing = latestOnly(async (app) => {
  for (;;) {
    const wish = wishOf(app.store.state);
    if (!wish || wish.request === failed) return;
    adapt(app, wish);
    const part = missing(app.store.state, wish);
    if (part === null) return;
    try {
      await READ[part](app, wish);
    } catch (error) {
      failed = wish.request;
      throw error;
    }
  }
});

function wishOf({ page, pseudoDice: pseudo }: AppState): Wish | null {
  const shown = pseudo?.shown;
  if (page !== 'pseudo-dice' || !pseudo || !shown || shown.cases.length === 0) return null;
  const caseIndex = chosenCase(pseudo);
  return { pseudo, shown, caseIndex, epoch: chosenEpoch(pseudo), request: shown.cases[caseIndex] };
}

/** What needs no voxel: another case, its patches, the place of a patch that was chosen. */
function adapt({ store }: App, { pseudo, shown, caseIndex, request }: Wish): void {
  const before = store.state.patchPictures;
  let pictures = before ?? NOTHING(request);
  if (pictures.of !== request) {
    const isSameCase = pictures.of.reference[0]?.blob === request.reference[0]?.blob;
    const { plane, ground, hasTiles, step, mirrorAxes, tileGround } = pictures;
    pictures = isSameCase
      ? { ...pictures, of: request }
      : { ...NOTHING(request), plane, ground, hasTiles, step, mirrorAxes, tileGround };
    if (isSameCase && held.of === before?.of) held = { ...held, of: request };
  }
  const { result } = shown;
  const { size } = result.cases[caseIndex];
  if (pictures.starts?.of !== result.draws || pictures.starts.caseIndex !== caseIndex) {
    const isFirst = pictures.starts === null;
    const starts = startsOf(result.draws, caseIndex, size, result.settings.patch, result.cases.length);
    pictures = { ...pictures, starts, movedTo: null, tile: null };
    if (isFirst) pictures = { ...pictures, voxel: firstPlace(pseudo, shown, caseIndex, size) };
  }
  if (pseudo.patch !== pictures.movedTo) {
    const at = pseudo.patch;
    const isHere = at !== null && result.draws.cases[at] === caseIndex;
    const start = isHere && (result.draws.starts.slice(3 * at, 3 * at + 3) as unknown as Vec3);
    pictures = {
      ...pictures,
      movedTo: at,
      voxel: start ? centreOfPatch(start, result.settings.patch, size) : pictures.voxel,
    };
  }
  if (pictures !== before) store.change({ patchPictures: pictures });
}

function NOTHING(of: CaseRequest): PatchPictures {
  return {
    of,
    opened: null,
    starts: null,
    plane: 'axial',
    voxel: [0, 0, 0],
    movedTo: null,
    ground: 'training',
    seen: null,
    slice: null,
    hasTiles: false,
    step: 0.5,
    mirrorAxes: 3,
    tileGround: 'tiles',
    tile: null,
    tiled: null,
  };
}

function startsOf(draws: PatchDraws, caseIndex: number, size: Vec3, patch: Vec3, cases: number): CaseStarts {
  const { starts } = groupByCase(draws, cases)[caseIndex];
  return { of: draws, caseIndex, starts, reach: reachOfPatches(size, patch, starts) };
}

/** Where the first forced patch of the epoch was laid, else of any epoch, else the middle of the case. */
function firstPlace(
  pseudo: PseudoDiceState,
  { result }: ShownSimulation,
  caseIndex: number,
  size: Vec3,
): Vec3 {
  const { draws } = result;
  const own = patchesOfEpoch(draws, chosenEpoch(pseudo), caseIndex, size);
  const forced = own.find(({ forced: on, voxel }) => on >= 0 && voxel !== null);
  return forced?.voxel ?? clampVoxel([size[0] / 2, size[1] / 2, size[2] / 2], size);
}

type Part = 'case' | 'seen' | 'slice' | 'tiles';

/** The first thing that is missing; each needs those before it. */
function missing({ patchPictures }: AppState, wish: Wish): Part | null {
  if (!patchPictures) return null;
  const { opened, starts, ground } = patchPictures;
  if (!opened || held.of !== wish.request || held.generation !== worker.generation) return 'case';
  const { seen } = held;
  const isSeen =
    seen?.starts === starts &&
    seen?.ground === ground &&
    (ground === 'training' || seen.epoch === wish.epoch);
  if (!isSeen) return 'seen';
  if (held.slice !== sliceKey(patchPictures)) return 'slice';
  return !patchPictures.hasTiles || held.tiles === tilesKey(patchPictures, wish) ? null : 'tiles';
}

function sliceOf({ opened, plane, voxel }: PatchPictures): number {
  return opened ? voxel[sliceGeometry(opened.grid, plane).normal] : 0;
}

function sliceKey(pictures: PatchPictures): string {
  return `${pictures.plane} ${sliceOf(pictures)}`;
}

function tilesKey(pictures: PatchPictures, { shown }: Wish): string {
  const { step, tileGround, tile } = pictures;
  return [sliceKey(pictures), shown.result.settings.patch, step, tileGround, tile].join(' ');
}

const READ: Readonly<Record<Part, (app: App, wish: Wish) => Promise<void>>> = {
  case: async (app, { request }) => {
    const ignore = app.store.state.opened?.meaning.ignore ?? null;
    const opened = unwrap(
      await worker.ask(async (session): Promise<Outcome<PicturedCase>> =>
        session.openReference(request.reference, ignore),
      ),
    );
    held = { of: request, generation: worker.generation, seen: null, slice: '', tiles: '' };
    change(app, request, { opened, seen: null, slice: null, tiled: null });
  },
  seen: async (app, { request, shown, epoch, caseIndex }) => {
    const { starts, ground } = app.store.state.patchPictures!;
    const { draws, settings } = shown.result;
    const counted = ground === 'training' ? starts!.starts : startsOfEpoch(draws, epoch, caseIndex);
    const summary = await worker.ask((session) => session.countSeen(settings.patch, counted));
    const seen: ShownSeen = { ...summary, starts: starts!, ground, epoch };
    held = { ...held, seen, slice: '' };
    change(app, request, { seen });
  },
  slice: async (app, { request }) => {
    const pictures = app.store.state.patchPictures!;
    const key = sliceKey(pictures);
    const at = sliceOf(pictures);
    const slice = await worker.ask((session) => session.readSeenSlice(pictures.plane, at));
    held = { ...held, slice: key };
    change(app, request, { slice });
  },
  tiles: async (app, wish) => {
    const pictures = app.store.state.patchPictures!;
    const { step, tileGround, plane, opened } = pictures;
    const { patch } = wish.shown.result.settings;
    const tile = tileOf(pictures, planTiles(opened!.grid.size, patch, step));
    const key = tilesKey(pictures, wish);
    const at = sliceOf(pictures);
    const tiled = await worker.ask((session) =>
      session.readTileSlice({ patch, step }, tileGround, tile, plane, at),
    );
    held = { ...held, tiles: key };
    change(app, wish.request, { tiled });
  },
};

/** The chosen tile of a plan, else the one in its middle. */
export function tileOf({ tile }: Pick<PatchPictures, 'tile'>, { starts }: TilePlan): Vec3 {
  const at = (axis: 0 | 1 | 2) => {
    const { length } = starts[axis];
    return Math.min(length - 1, tile ? tile[axis] : Math.floor(length / 2));
  };
  return [at(0), at(1), at(2)];
}

function startsOfEpoch(
  { perEpoch, cases, starts }: PatchDraws,
  epoch: number,
  caseIndex: number,
): Int32Array {
  const found: number[] = [];
  for (let i = epoch * perEpoch; i < (epoch + 1) * perEpoch; i++) {
    if (cases[i] === caseIndex) found.push(starts[3 * i], starts[3 * i + 1], starts[3 * i + 2]);
  }
  return Int32Array.from(found);
}

/** Changes the pictures, unless another case has taken their place meanwhile. */
function change({ store }: App, of: CaseRequest, fields: Partial<PatchPictures>): void {
  const { patchPictures } = store.state;
  if (patchPictures?.of === of) store.change({ patchPictures: { ...patchPictures, ...fields } });
}
