import type { Vec3 } from '../../core/volume/grid.ts';
import { keyOfRow } from '../../core/reconstruction/rule-selection.ts';
import { clampVoxel, type SlicePlane } from '../../core/volume/slice.ts';
import { PLANES, type Plane } from '../../core/volume/slice-geometry.ts';
import { unwrap } from '../../workers/outcome.ts';
import type { App } from '../app.ts';
import { latestOnly } from '../latest-only.ts';
import type { Laboratory, LaboratoryChoice, LaboratoryMode, RuleNumbers } from './reconstruction-state.ts';
import { act } from '../report-error.ts';

/** Replaces fields of the laboratory; nothing where there is none. */
export function changeLaboratory({ store }: App, fields: Partial<Laboratory>): void {
  const { laboratory } = store.state;
  if (laboratory) store.change({ laboratory: { ...laboratory, ...fields } });
}

const afterCount = new Set<(app: App) => void>();

/** Has a listener called each time that another rule has been counted and shown. */
export function whenCounted(listener: (app: App) => void): void {
  afterCount.add(listener);
}

/** Counts the wished rule and cuts the wished slices. */
export const refreshLaboratory = latestOnly(readShown);

async function readShown(app: App): Promise<void> {
  const { store, session } = app;
  const { laboratory: wished, voxel, channel } = store.state;
  if (!wished) return;
  const { rule, mode, region } = wished;
  const known = wished.shown?.numbers.rule === rule ? wished.shown.numbers : null;
  try {
    const probabilityOf = mode === 'probability' ? region : null;
    const slices = { voxel, planes: PLANES, channel, probabilityOf, audit: mode === 'audit' };
    const view = unwrap(await session.viewRule(rule, slices, known !== null));
    const { laboratory: now } = store.state;
    if (now?.of !== wished.of) return;
    const numbers = known ?? (view.numbers && { ...view.numbers, rule });
    if (!numbers) return;
    changeLaboratory(app, {
      shown: { planes: byPlane(view.planes), numbers, mode, region },
      readout: view.readout,
      ...(known ? {} : { pieceCounts: new Map(), choice: followChoice(now.choice, numbers) }),
    });
    if (!known) for (const listener of afterCount) listener(app);
  } catch (error) {
    const { laboratory: now } = store.state;
    if (now?.of !== wished.of) return;
    if (now.rule === rule && now.shown) changeLaboratory(app, { rule: now.shown.numbers.rule });
    throw error;
  }
}

/** The pattern that was chosen stays chosen where another label is written now. */
function followChoice(choice: LaboratoryChoice | null, { result }: RuleNumbers): LaboratoryChoice | null {
  if (choice?.kind !== 'pattern') return choice;
  const rows = (result.patterns ?? []).filter(({ pattern }) => pattern === choice.pattern);
  if (rows.length === 0 || rows.some(({ writes }) => writes === choice.writes)) return choice;
  return { kind: 'pattern', pattern: choice.pattern, writes: rows[0].writes };
}

function byPlane(list: readonly SlicePlane[]): Record<Plane, SlicePlane | null> {
  const find = (plane: Plane) => list.find((entry) => entry.plane === plane) ?? null;
  return { axial: find('axial'), coronal: find('coronal'), sagittal: find('sagittal') };
}

/** Puts the crosshair on a voxel. */
export async function moveInLaboratory(app: App, voxel: Vec3): Promise<void> {
  const { opened } = app.store.state;
  if (!opened) return;
  app.store.change({ voxel: clampVoxel(voxel, opened.result.grid.size) });
  await refreshLaboratory(app);
}

/** Reads what stands under the pointer, for the footer. */
export async function readInLaboratory(app: App, voxel: Vec3 | null): Promise<void> {
  const { store, session } = app;
  const { laboratory, channel } = store.state;
  const rule = laboratory?.shown?.numbers.rule;
  if (!rule || rule !== laboratory.rule) return;
  const outcome = await session.readRuleVoxel(rule, voxel ?? store.state.voxel, channel).catch(() => null);
  if (outcome && 'value' in outcome && store.state.laboratory?.rule === rule) {
    changeLaboratory(app, { readout: outcome.value });
  }
}

/** Lays something else over the image; of `probability` the region's. */
export async function showMode(app: App, mode: LaboratoryMode, region?: number): Promise<void> {
  const { laboratory } = app.store.state;
  if (!laboratory) return;
  changeLaboratory(app, { mode, region: region ?? laboratory.region });
  await refreshLaboratory(app);
}

/** Chooses voxels, shows them, and goes to their largest piece. */
export function chooseInLaboratory(app: App, choice: LaboratoryChoice): Promise<void> {
  return act(app, async () => {
    const mode = ({ pattern: 'changes', structure: 'errors', evidence: 'audit' } as const)[choice.kind];
    changeLaboratory(app, { choice, mode, pieces: null, piece: 0 });
    await findPieces(app, choice);
    const anchor = app.store.state.laboratory?.pieces?.pieces[0]?.anchor;
    if (app.store.state.laboratory?.choice === choice)
      await moveInLaboratory(app, anchor ?? app.store.state.voxel);
  });
}

/** Finds the pieces of what is chosen under the rule that is shown; the place stays. */
export async function findPieces(app: App, choice: LaboratoryChoice): Promise<void> {
  const { store, session } = app;
  const before = store.state.laboratory;
  const rule = before?.shown?.numbers.rule ?? before?.rule;
  if (!before || !rule) return;
  const outcome =
    choice.kind === 'evidence'
      ? await session.findEvidence(choice)
      : await session.findRulePieces(rule, choice);
  const pieces = unwrap(outcome);
  const { laboratory: now } = store.state;
  if (now?.of !== before.of || now.choice !== choice) return;
  const counts =
    choice.kind === 'pattern' && now.shown?.numbers.rule === rule
      ? new Map(now.pieceCounts).set(keyOfRow(choice), pieces.count)
      : now.pieceCounts;
  changeLaboratory(app, {
    pieces,
    piece: Math.min(now.piece, Math.max(0, pieces.pieces.length - 1)),
    pieceCounts: counts,
  });
}

/** Goes to the next (1) or previous (-1) piece of what is chosen, by size, round and round. */
export async function stepInLaboratory(app: App, by: 1 | -1): Promise<void> {
  const { laboratory } = app.store.state;
  const { pieces = null, piece = 0 } = laboratory ?? {};
  const count = pieces?.pieces.length ?? 0;
  if (!pieces || count === 0) return;
  const next = (piece + by + count) % count;
  changeLaboratory(app, { piece: next });
  await moveInLaboratory(app, pieces.pieces[next].anchor);
}
