import type { CaseResult, StructureScore } from '../../core/case/case-result.ts';
import { isSameStructure } from '../../core/counts/make-up.ts';
import type { StructureRef } from '../../core/labels/selection.ts';
import { unwrap } from '../../workers/outcome.ts';
import type { MeasuredStructure } from '../../workers/case/why-session.ts';
import type { App } from '../app.ts';
import { act, reportError } from '../report-error.ts';
import { measureLesions } from './why-lesions.ts';
import { DEFAULT_TOLERANCE_MM, keyOfMeasure, keyOfStructure, type Why } from './why-state.ts';
import { changeWhy, refreshWhy } from './why-view.ts';

/** The structures of the boundary table: regions, or their raw masks, and the labels that are no region of their own. */
export function structuresToMeasure(
  { regionScores, rawRegionScores, labelScores }: CaseResult,
  raw: boolean,
): readonly StructureScore[] {
  if (raw && rawRegionScores) return rawRegionScores;
  const isRegion = ([label]: readonly number[]) =>
    regionScores.some(({ labels }) => labels.length === 1 && labels[0] === label);
  return [...regionScores, ...labelScores.filter(({ labels }) => !isRegion(labels))];
}

let running: object | null = null;

/**
 * Measures every structure that has not been measured, the one whose band is drawn first, beside everything else.
 * Other edits end it, and so does another case.
 */
export function measureAll(app: App): Promise<void> {
  return act(app, async () => {
    const { why } = app.store.state;
    if (!why) return;
    const own = {};
    running = own;
    const { of, shown } = why;
    const isHere = (now: Why | null): now is Why => running === own && now?.of === of && now.shown === shown;
    try {
      await measureLeft(app, isHere);
      if (isHere(app.store.state.why)) await measureLesions(app);
    } catch (error) {
      if (isHere(app.store.state.why)) changeWhy(app, { stopped: true });
      throw error;
    } finally {
      if (isHere(app.store.state.why)) changeWhy(app, { measuring: null });
    }
  });
}

async function measureLeft(app: App, isHere: (now: Why | null) => now is Why): Promise<void> {
  const { store, session } = app;
  for (let done = 0; ; done++) {
    const { why } = store.state;
    if (!isHere(why)) return;
    const left = unmeasured(why);
    if (left.length === 0) return;
    changeWhy(app, { measuring: { done, total: done + left.length }, stopped: false });
    const wanted = left.find(({ structure }) => isSameStructure(structure, why.band)) ?? left[0];
    const key = keyOfMeasure(wanted.structure, wanted.raw);
    const measure = unwrap(
      await session.measureStructure(why.shown.edits, wanted, [toleranceOf(why, wanted.structure)]),
    );
    const { why: now } = store.state;
    if (!isHere(now)) return;
    changeWhy(app, { measures: new Map(now.measures).set(key, measure) });
    if (isSameStructure(wanted.structure, now.band)) await refreshWhy(app);
  }
}

function unmeasured({ of, shown, measures, raw }: Why): MeasuredStructure[] {
  const wanted = structuresToMeasure(shown.result, false).map(({ structure }) => ({ structure, raw: false }));
  const masks = raw ? (of.result.rawRegionScores ?? []).map(({ structure }) => ({ structure, raw })) : [];
  return [...wanted, ...masks].filter((one) => !measures.has(keyOfMeasure(one.structure, one.raw)));
}

/** The tolerance of a structure, in mm. */
export function toleranceOf({ tolerances }: Why, structure: StructureRef): number {
  return tolerances.get(keyOfStructure(structure)) ?? DEFAULT_TOLERANCE_MM;
}

/** Stops the measuring; what is measured stays, and the rest can be measured later. */
export function stopMeasuring(app: App): void {
  running = null;
  void app.session.stopMeasuring();
  changeWhy(app, { measuring: null, stopped: true });
}

/** Measures a structure at another tolerance, in mm; the others keep theirs. */
export async function setTolerance(app: App, structure: StructureRef, mm: number): Promise<void> {
  const { store, session } = app;
  const { why: before } = store.state;
  if (!before || !(mm >= 0)) return;
  changeWhy(app, { tolerances: new Map(before.tolerances).set(keyOfStructure(structure), mm) });
  for (const raw of [false, true]) {
    const key = keyOfMeasure(structure, raw);
    if (!before.measures.has(key)) continue;
    try {
      const measure = unwrap(await session.measureStructure(before.shown.edits, { structure, raw }, [mm]));
      const { why } = store.state;
      if (why?.shown !== before.shown || toleranceOf(why, structure) !== mm) return;
      changeWhy(app, { measures: new Map(why.measures).set(key, measure) });
    } catch (error) {
      reportError(app, error);
    }
  }
}

/** Draws the band of another structure, or another width. */
export async function setBand(app: App, band: Partial<Pick<Why, 'band' | 'bandMm'>>): Promise<void> {
  changeWhy(app, band);
  if (band.band !== undefined) await refreshWhy(app);
}

/** Shows the boundary table of the raw masks, or of the reconstructed regions. */
export async function setRawBoundary(app: App, raw: boolean): Promise<void> {
  changeWhy(app, { raw });
  await measureAll(app);
}
