import { validationFiles, type ValidationFiles } from '../../workers/runs/validation-files.ts';
import type { App } from '../app.ts';
import { chooseCase } from '../case/open-case.ts';
import { openFiles } from '../case/open-files.ts';
import type { AppState } from '../state.ts';
import type { LoadedRun, RunFile } from './runs-state.ts';

/** What a run's validation can be opened from. */
export function validationOf({ runs, files, isDemo }: AppState, run: LoadedRun): ValidationFiles<RunFile> {
  const references = isDemo ? [] : files.filter(({ role }) => role === 'reference');
  return validationFiles(
    runs?.files ?? [],
    run.folder,
    references.map(({ name }) => name),
  );
}

/** Opens the validation of a run: every case on the cohort page, or the one of that name on the case page. */
export async function openValidation(app: App, run: LoadedRun, name: string | null): Promise<void> {
  await openFiles(app, validationOf(app.store.state, run).files);
  const index = app.store.state.cases.findIndex((found) => found.name === name);
  if (index >= 0) await chooseCase(app, index);
  location.hash = index >= 0 ? '#/case' : '#/cohort';
}
