import { isCheckpointName, isTrainingLogName } from './run-file-names.ts';
import type { FileName } from '../files/file-roles.ts';

/** The files of one fold folder, those of its trainer folder among them. */
export interface RunFiles<File extends FileName> {
  /** Path of the fold folder; '' where files have no folder. */
  readonly folder: string;
  readonly logs: readonly File[];
  readonly checkpoints: readonly File[];
  readonly debug: File | null;
  /** Of the final validation. */
  readonly summary: File | null;
  readonly progress: File | null;
  /** plans.json and dataset.json of the folder itself or the nearest above it. */
  readonly plans: File | null;
  readonly dataset: File | null;
}

const VALIDATION_FOLDERS = ['validation', 'validation_raw'];

/**
 * Groups files into fold folders, in the order of the folders' names by number: a folder that holds a training log or
 * a checkpoint. Validation is looked for beneath it, plans and dataset in it and above.
 * Source: nnU-Net v2, nnUNetTrainer.output_folder; v1, network_trainer.py.
 */
export function groupRunFiles<File extends FileName>(files: readonly File[]): RunFiles<File>[] {
  const inFolder = new Map<string, File[]>();
  for (const file of files) {
    const folder = normalise(file.folder);
    inFolder.set(folder, [...(inFolder.get(folder) ?? []), file]);
  }
  const find = (folder: string, name: string) =>
    inFolder.get(folder)?.find((file) => file.name.toLowerCase() === name) ?? null;
  const above = (folder: string, name: string) => {
    for (let at: string | null = folder; at !== null; at = parentOf(at)) {
      const found = find(at, name);
      if (found) return found;
    }
    return null;
  };
  return [...inFolder]
    .map(([folder, own]): RunFiles<File> => ({
      folder,
      logs: own.filter(({ name }) => isTrainingLogName(name)),
      checkpoints: own.filter(({ name }) => isCheckpointName(name)),
      debug: find(folder, 'debug.json'),
      summary:
        VALIDATION_FOLDERS.map((name) => find(join(folder, name), 'summary.json')).find(
          (file) => file !== null,
        ) ?? find(folder, 'summary.json'),
      progress: find(folder, 'progress.png'),
      plans: above(folder, 'plans.json'),
      dataset: above(folder, 'dataset.json'),
    }))
    .filter(({ logs, checkpoints }) => logs.length > 0 || checkpoints.length > 0)
    .sort((a, b) => a.folder.localeCompare(b.folder, 'en', { numeric: true }));
}

function normalise(folder: string): string {
  return folder
    .split(/[\\/]/)
    .filter((part) => part !== '' && part !== '.')
    .join('/');
}

function join(folder: string, name: string): string {
  return folder === '' ? name : `${folder}/${name}`;
}

function parentOf(folder: string): string | null {
  if (folder === '') return null;
  return folder.includes('/') ? folder.slice(0, folder.lastIndexOf('/')) : '';
}
