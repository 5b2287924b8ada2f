import { sumStructures } from '../../core/runs/run-summary.ts';
import type { AnalysedRun, LoadedFolder } from '../../workers/runs/run-session.ts';
import type { LoadedRun } from './runs-state.ts';

/** The trainings of the folders, newest of each folder first, with names that tell them apart. */
export function listRuns(folders: readonly LoadedFolder[]): LoadedRun[] {
  const names = folders.length > 1 ? shortNames(folders.map(({ folder }) => folder)) : [''];
  return folders.flatMap((loaded, f) => {
    const { folder, last, earlier, summary, classNames, progress, checkpoints } = loaded;
    const make = (analysed: AnalysedRun, isEarlier: boolean): LoadedRun => ({
      ...analysed,
      id: `${folder}/${analysed.run.logs[0]?.name ?? ''}`,
      folder,
      name: nameOf(earlier.length > 0 ? names[f] : shortName(folder, names[f]), analysed, earlier.length > 0),
      isEarlier,
      summary: isEarlier ? null : summary,
      sums: isEarlier || !summary ? [] : sumStructures(summary),
      classNames,
      progress: isEarlier ? null : (progress?.blob ?? null),
      checkpoints: isEarlier ? [] : checkpoints,
      warnings: [...analysed.run.warnings, ...analysed.check.warnings],
    });
    return [make(last, false), ...earlier.map((run) => make(run, true)).reverse()];
  });
}

/** Folder, and the day and time of its log where the folder holds several trainings. */
function nameOf(folder: string, { run }: AnalysedRun, isOneOfSeveral: boolean): string {
  const name = run.logs.find(({ kind }) => kind === 'new-run')?.name ?? run.logs[0]?.name ?? '';
  const time = /(\d+)_(\d+)_(\d+)_(\d+)_(\d+)_\d+/.exec(name);
  if (!time) return folder || name;
  const [, year, month, day, hour, minute] = time;
  const pad = (text: string) => text.padStart(2, '0');
  const when = `${year}-${pad(month)}-${pad(day)} ${pad(hour)}:${pad(minute)}`;
  if (folder === '') return when;
  return isOneOfSeveral ? `${folder} ${when}` : folder;
}

/** The last part of a folder where nothing has to be told apart. */
function shortName(folder: string, name: string): string {
  return name || (folder.split('/').at(-1) ?? '');
}

/** Paths without the parts that all of them begin with; the last part always stays. */
export function shortNames(folders: readonly string[]): string[] {
  const parts = folders.map((folder) => folder.split('/'));
  const least = Math.min(...parts.map(({ length }) => length)) - 1;
  let shared = 0;
  while (shared < least && parts.every((path) => path[shared] === parts[0][shared])) shared++;
  return parts.map((path) => path.slice(shared).join('/'));
}
