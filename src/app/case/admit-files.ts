import { toNamedFile, type NamedFile } from '../../workers/case/named-file.ts';
import type { OpenFile } from '../../workers/case/sorted-files.ts';
import { isLabelVolume } from './label-volume.ts';
import { rememberedRole } from '../runs/remembered-folders.ts';

let nextId = 1;
let drops = 0;

/** Makes files of this session out of what was dropped, picked or fetched. */
export function admitFiles(added: readonly NamedFile[]): OpenFile[] {
  drops += 1;
  return recallRoles(
    added.map((file) => ({
      ...toNamedFile(file),
      id: nextId++,
      drop: drops,
      role: 'other',
      byHand: false,
      part: '',
    })),
  );
}

/** Gives volumes the roles that folders of the same names were given before. */
export function recallRoles(files: readonly OpenFile[]): OpenFile[] {
  return files.map((file) => {
    const role = file.byHand || !isLabelVolume(file) ? null : rememberedRole(file.folder);
    return role ? { ...file, role, byHand: true } : file;
  });
}
