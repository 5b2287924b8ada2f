import { isVoxelFileName } from '../../io/files/volume-name.ts';
import { isCheckpointName, isTrainingLogName } from '../../io/runs/run-file-names.ts';
import type { NamedFile } from '../case/named-file.ts';

export { isVolumeName, isVoxelFileName } from '../../io/files/volume-name.ts';

/** Which of the files belong to training runs, and which to a case. */
export interface RoutedFiles<File> {
  readonly runs: readonly File[];
  readonly case: readonly File[];
}

/** What only describes a run; without a log they join the runs that are open. */
const BESIDE_RUNS = /^(?:debug|plans|summary|dataset_fingerprint)\.json$|^progress\.png$/i;
const OF_RUNS_ALONE = /^(?:debug|plans)\.json$|^progress\.png$/i;
const SHARED = /^(?:dataset|plans)\.json$/i;

/** Whether a file is a training log or a checkpoint by its name. */
export function isRunName(name: string): boolean {
  return isTrainingLogName(name) || isCheckpointName(name);
}

/**
 * Tells files of training runs from those of a case, by name and folder: a folder with a log or a checkpoint is a
 * run with all beneath it, volumes of its validation too; plans.json and dataset.json above it describe it. Loose
 * volumes are of a case. Without any log, debug.json, plans.json, summary.json and progress.png are of a run where no
 * volume came with them. `onRunsPage` settles what could be either: dataset.json alone.
 */
export function routeFiles<File extends Pick<NamedFile, 'name' | 'folder'>>(
  files: readonly File[],
  onRunsPage: boolean,
): RoutedFiles<File> {
  const runFolders = new Set(files.filter(({ name }) => isRunName(name)).map(({ folder }) => folder));
  const hasVolumes = files.some(({ name, folder }) => isVoxelFileName(name) && !isWithin(folder, runFolders));
  const isOfRun = ({ name, folder }: File): boolean => {
    if (isRunName(name)) return true;
    if (isVoxelFileName(name)) return isWithin(folder, runFolders);
    if (runFolders.size > 0 && (isWithin(folder, runFolders) || isAbove(folder, runFolders))) {
      return !(SHARED.test(name) && hasVolumes && folder === '' && runFolders.has(''));
    }
    if (hasVolumes) return false;
    return BESIDE_RUNS.test(name) || (SHARED.test(name) && onRunsPage);
  };
  return { runs: files.filter(isOfRun), case: files.filter((file) => !isOfRun(file)) };
}

/** Where a cohort is on screen: logs, checkpoints and what only describes a run apart from what is counted or checked. */
export function routeCohortFiles<File extends Pick<NamedFile, 'name' | 'folder'>>(
  files: readonly File[],
): RoutedFiles<File> {
  const isOfRun = ({ name }: File) => isRunName(name) || OF_RUNS_ALONE.test(name);
  const hasRuns = files.some(({ name }) => isRunName(name));
  return {
    runs: hasRuns
      ? files.filter((file) => isOfRun(file) || /^(?:dataset|summary)\.json$/i.test(file.name))
      : [],
    case: files.filter((file) => !isOfRun(file)),
  };
}

/** In one of the folders or beneath it. Files without a folder lie side by side and say nothing of each other. */
function isWithin(folder: string, folders: ReadonlySet<string>): boolean {
  return [...folders].some((run) => run !== '' && (folder === run || folder.startsWith(`${run}/`)));
}

function isAbove(folder: string, folders: ReadonlySet<string>): boolean {
  return [...folders].some((run) => folder === '' || run.startsWith(`${folder}/`));
}
