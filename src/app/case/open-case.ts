import { proxy } from 'comlink';
import type { Region } from '../../core/labels/label-scheme.ts';
import type { CaseRequest, NamedVolume } from '../../workers/case/case-session.ts';
import { toNamedFile, type NamedFile } from '../../workers/case/named-file.ts';
import { unwrap } from '../../workers/outcome.ts';
import type { OpenFile, SortedCase, SortedFiles } from '../../workers/case/sorted-files.ts';
import type { App } from '../app.ts';
import { act } from '../report-error.ts';
import { showWork } from '../show-work.ts';
import { NO_PLANES, type AppState } from '../state.ts';
import { arriveAtCase } from './view-case.ts';

/** How files are opened: what is not given stays as it is for files that join, or is as for new ones. */
export interface OpenOptions {
  readonly isDemo?: boolean;
  readonly regions?: readonly Region[] | null;
  /** Which case; the one of the open case's name where not given, else the first. */
  readonly index?: number;
}

/**
 * Puts sorted files in the place of the open ones and opens one of their cases. Where that fails, or where the
 * user has to say first which folder holds what, all that was open stays. Resolves to whether it was done.
 */
export async function replaceFiles(
  app: App,
  sorted: SortedFiles,
  { isDemo = false, regions = null, index }: OpenOptions = {},
): Promise<boolean> {
  const { store } = app;
  if (sorted.ambiguous) {
    store.change({ question: { kind: 'which-folder', ...sorted.ambiguous, files: sorted.files } });
    return false;
  }
  const { cases, current: before } = store.state;
  const current = index ?? sameCase(sorted.cases, cases[before]);
  const chosen: SortedCase | undefined = sorted.cases[current];
  const fields = { files: sorted.files, cases: sorted.cases, isDemo, regionsByHand: regions };
  const settled = { question: null, errors: [] };
  if (!chosen) {
    closeCase(app);
    store.change({ ...fields, ...settled });
    return true;
  }
  const request = requestOf(sorted, chosen, store.state.engine, regions);
  const staysInPlace = `${chosen.reference}` === `${cases[before]?.reference}`;
  await showWork(app, chosen.name, async (progress) => {
    const opened = unwrap(await app.session.openCase(request, proxy(progress)));
    store.change({ ...fields, ...settled, current, request });
    await arriveAtCase(app, opened, staysInPlace);
  });
  return true;
}

/** The case of the same name and model, else the first. */
function sameCase(cases: readonly SortedCase[], open: SortedCase | undefined): number {
  const found = cases.findIndex(({ name, model }) => name === open?.name && model === open.model);
  return Math.max(found, 0);
}

/** Nothing is open any more; the files stay. */
export function closeCase({ store }: App): void {
  store.change({
    current: -1,
    request: null,
    opened: null,
    planes: NO_PLANES,
    readout: null,
    selection: null,
    pieces: null,
  });
}

/** Opens one of the cases that are listed. */
export function chooseCase(app: App, index: number): Promise<void> {
  return act(app, async () => {
    const { files, regionsByHand, isDemo } = app.store.state;
    await replaceFiles(app, await app.session.sortFiles(files), { index, regions: regionsByHand, isDemo });
  });
}

/** The files of a case by role, as a worker takes them. */
export function requestOf(
  sorted: Pick<SortedFiles, 'files' | 'dataset' | 'labelNames'>,
  chosen: SortedCase,
  engine: AppState['engine'],
  regions: readonly Region[] | null,
): CaseRequest {
  const plain = (id: number): NamedFile =>
    toNamedFile(sorted.files.find((file) => file.id === id) as OpenFile);
  const volumes = (list: SortedCase['masks']): NamedVolume[] =>
    list.map(({ name, files }) => ({ name, files: files.map(plain) }));
  return {
    name: chosen.name,
    reference: chosen.reference.map(plain),
    prediction: chosen.prediction?.map(plain) ?? null,
    probabilities: chosen.probabilities === null ? null : plain(chosen.probabilities),
    masks: volumes(chosen.masks),
    images: volumes(chosen.images),
    dataset: sorted.dataset === null ? null : plain(sorted.dataset),
    labelNames: sorted.labelNames === null ? null : plain(sorted.labelNames),
    regions,
    engine,
  };
}
