import type { App } from '../app.ts';
import type { LoadedRun, RunFile } from '../runs/runs-state.ts';
import { openOnPseudoDice } from './pseudo-dice-files.ts';
import { NOTHING } from './pseudo-dice-open.ts';

/** What lies above the fold folder and describes it. */
const SHARED = /^(?:dataset|plans)\.json$/i;

/** Leads from the page of the runs to that of the pseudo Dice, and takes the run there for the account of its gap. */
export async function accountRun(app: App, run: LoadedRun): Promise<void> {
  const { store } = app;
  const { runs, pseudoDice } = store.state;
  if (!runs) return;
  if (!pseudoDice) store.change({ pseudoDice: NOTHING });
  location.hash = '#/pseudo-dice';
  await openOnPseudoDice(app, filesOfRun(runs.files, run.folder));
}

/** The files of a fold folder, all beneath it, and what describes it from above. */
export function filesOfRun(files: readonly RunFile[], folder: string): RunFile[] {
  return files.filter((file) => {
    if (file.folder === folder) return true;
    if (folder !== '' && file.folder.startsWith(`${folder}/`)) return true;
    return SHARED.test(file.name) && (file.folder === '' || folder.startsWith(`${file.folder}/`));
  });
}
