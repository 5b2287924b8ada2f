import type { NamedFile } from '../../workers/case/named-file.ts';
import { routeCohortFiles, routeFiles } from '../../workers/runs/run-routing.ts';
import type { App } from '../app.ts';
import { openFiles } from '../case/open-files.ts';
import { act } from '../report-error.ts';
import type { RunFile } from './runs-state.ts';

/** Handles of files by folder and name, by which a log that still grows can be read again. */
export type FileHandles = ReadonlyMap<string, FileSystemFileHandle>;

/** The key of a file among handles. */
export function handleKey({ folder, name }: Pick<NamedFile, 'folder' | 'name'>): string {
  return `${folder}/${name}`;
}

/**
 * Opens files wherever they belong: logs, checkpoints and what describes them on the runs page, everything else in
 * the case. Neither disturbs what is open on the other side; the page of the runs is shown where there are any. On the
 * page of the pseudo Dice trainings and plans are taken there; where the cohort is on screen, what can be counted or
 * checked is of the cohort.
 */
export function openAnyFiles(
  app: App,
  files: readonly NamedFile[],
  handles: Promise<FileHandles> | null = null,
): Promise<void> {
  const { store } = app;
  // busy from the first moment: the code that opens them may have to come first
  return act(app, async () => {
    if (store.state.session || files.some(({ name }) => name.endsWith('.dicelens.json'))) {
      const { openWithSession } = await import('../session/open-session.ts');
      return openWithSession(app, files, (others) => openOtherFiles(app, others, handles));
    }
    return openOtherFiles(app, files, handles);
  });
}

async function openOtherFiles(
  app: App,
  files: readonly NamedFile[],
  handles: Promise<FileHandles> | null,
): Promise<void> {
  const { store } = app;
  store.change({ offer: null });
  if (store.state.page === 'pseudo-dice') {
    const { openOnPseudoDice } = await import('../pseudo-dice/pseudo-dice-files.ts');
    return openOnPseudoDice(app, files);
  }
  const isCohort = store.state.page === 'cohort';
  const routed = isCohort ? routeCohortFiles(files) : routeFiles(files, store.state.page === 'runs');
  const opening: Promise<void>[] = [];
  if (routed.runs.length > 0) {
    opening.push(
      act(app, async () => {
        const [{ openRuns }, known] = await Promise.all([import('./runs-open.ts'), handles]);
        const withHandles = routed.runs.map((file): RunFile => ({
          ...file,
          handle: known?.get(handleKey(file)) ?? null,
        }));
        if (!isCohort && store.state.page !== 'runs') location.hash = '#/runs';
        await openRuns(app, withHandles);
      }),
    );
  }
  if (store.state.page === 'start' && routed.runs.length === 0) location.hash = '#/case';
  if (routed.case.length > 0)
    opening.push(isCohort ? openOnCohort(app, routed.case) : openFiles(app, routed.case));
  await Promise.all(opening);
  if (!isCohort && files.some(({ folder }) => folder !== '')) {
    (await import('../start/offer-folder.ts')).offerFolder(app, routed);
  }
}

async function openOnCohort(app: App, files: readonly NamedFile[]): Promise<void> {
  const { openCohortFiles } = await import('../cohort/cohort-open.ts');
  await openCohortFiles(app, files);
}
