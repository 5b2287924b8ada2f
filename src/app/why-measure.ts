import type { CaseResult } from '../core/case-result.ts';
import { isSameStructure } from '../core/make-up.ts';
import type { StructureRef } from '../core/selection.ts';
import { unwrap } from '../workers/outcome.ts';
import type { App } from './app.ts';
import { act, reportError } from './report-error.ts';
import { DEFAULT_TOLERANCE_MM, keyOfStructure, type Why } from './why-state.ts';
import { changeWhy, refreshWhy } from './why-view.ts';

/** Every structure of a case, regions first. */
export function structuresOf({ regionScores, labelScores }: CaseResult): StructureRef[] {
  return [...regionScores, ...labelScores].map(({ structure }) => structure);
}

let running: object | null = null;

/**
 * Measures every structure that has not been measured, the one whose band is drawn first, beside everything else.
 * Other edits end it, and so does another case.
 */
export function measureAll(app: App): Promise<void> {
  return act(app, async () => {
    const { why } = app.store.state;
    if (!why || why.measuring) return;
    const own = {};
    running = own;
    const { of, shown } = why;
    const isHere = (now: Why | null): now is Why => running === own && now?.of === of && now.shown === shown;
    try {
      await measureLeft(app, why, isHere);
    } catch (error) {
      if (isHere(app.store.state.why)) changeWhy(app, { stopped: true });
      throw error;
    } finally {
      if (isHere(app.store.state.why)) changeWhy(app, { measuring: null });
    }
  });
}

async function measureLeft(app: App, start: Why, isHere: (now: Why | null) => now is Why): Promise<void> {
  const { store, session } = app;
  const { shown } = start;
  const todo = structuresOf(shown.result).filter((one) => !start.measures.has(keyOfStructure(one)));
  const total = todo.length;
  while (todo.length > 0) {
    const { why } = store.state;
    if (!isHere(why)) return;
    changeWhy(app, { measuring: { done: total - todo.length, total }, stopped: false });
    const wanted = todo.findIndex((one) => isSameStructure(one, why.band));
    const [structure] = todo.splice(Math.max(0, wanted), 1);
    const key = keyOfStructure(structure);
    const tolerance = why.tolerances.get(key) ?? DEFAULT_TOLERANCE_MM;
    const measure = unwrap(await session.measureStructure(shown.edits, structure, [tolerance]));
    const { why: now } = store.state;
    if (!isHere(now)) return;
    changeWhy(app, { measures: new Map(now.measures).set(key, measure) });
    if (isSameStructure(structure, now.band)) await refreshWhy(app);
  }
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
  const key = keyOfStructure(structure);
  changeWhy(app, { tolerances: new Map(before.tolerances).set(key, mm) });
  if (!before.measures.has(key)) return;
  try {
    const measure = unwrap(await session.measureStructure(before.shown.edits, structure, [mm]));
    const { why } = store.state;
    if (why?.shown !== before.shown || why.tolerances.get(key) !== mm) return;
    changeWhy(app, { measures: new Map(why.measures).set(key, measure) });
  } catch (error) {
    reportError(app, error);
  }
}

/** Draws the band of another structure, or another width. */
export async function setBand(app: App, band: Partial<Pick<Why, 'band' | 'bandMm'>>): Promise<void> {
  changeWhy(app, band);
  if (band.band !== undefined) await refreshWhy(app);
}
