import { proxy } from 'comlink';
import type { Region } from '../core/label-scheme.ts';
import type { CaseRequest, NamedVolume } from '../workers/case-session.ts';
import type { NamedFile } from '../workers/named-file.ts';
import { unwrap } from '../workers/outcome.ts';
import type { OpenFile, SortedCase, SortedFiles } from '../workers/sorted-files.ts';
import type { App } from './app.ts';
import { act } from './report-error.ts';
import { NO_PLANES, type AppState } from './state.ts';
import { arriveAtCase } from './view-case.ts';

/**
 * Puts sorted files in the place of the open ones and opens one of their cases. Where that fails, or where the
 * user has to say first which folder holds what, all that was open stays. Resolves to whether it was done.
 */
export async function replaceFiles(
  app: App,
  sorted: SortedFiles,
  {
    isDemo = false,
    regions = null,
    index = 0,
  }: { isDemo?: boolean; regions?: readonly Region[] | null; index?: number } = {},
): Promise<boolean> {
  const { store } = app;
  if (sorted.ambiguous) {
    store.change({ question: { kind: 'which-folder', ...sorted.ambiguous, files: sorted.files } });
    return false;
  }
  const chosen: SortedCase | undefined = sorted.cases[index];
  const fields = { files: sorted.files, cases: sorted.cases, isDemo, regionsByHand: regions, question: null };
  if (!chosen) {
    store.change({ ...fields, current: -1, opened: null, planes: NO_PLANES, readout: null, selection: null });
    return true;
  }
  store.change({ work: { file: chosen.name, doneBytes: 0, totalBytes: 0 } });
  try {
    const opened = unwrap(
      await app.session.openCase(
        requestOf(sorted, chosen, store.state.engine, regions),
        proxy((work) => store.state.work && store.change({ work })),
      ),
    );
    store.change({ ...fields, current: index });
    await arriveAtCase(app, opened);
    return true;
  } finally {
    store.change({ work: null });
  }
}

/** Opens one of the cases that are listed. */
export function chooseCase(app: App, index: number): Promise<void> {
  return act(app, async () => {
    const { files, regionsByHand, isDemo } = app.store.state;
    await replaceFiles(app, await app.session.sortFiles(files), { index, regions: regionsByHand, isDemo });
  });
}

/** Stops the opening under way. */
export function stopWork({ session }: App): void {
  void session.abort();
}

function requestOf(
  sorted: SortedFiles,
  chosen: SortedCase,
  engine: AppState['engine'],
  regions: readonly Region[] | null,
): CaseRequest {
  const plain = (id: number): NamedFile => {
    const { name, folder, blob } = sorted.files.find((file) => file.id === id) as OpenFile;
    return { name, folder, blob };
  };
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
