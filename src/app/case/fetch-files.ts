import { DiceLensError } from '../../core/errors.ts';
import type { NamedFile } from '../../workers/case/named-file.ts';
import type { OpenFile, Role } from '../../workers/case/sorted-files.ts';
import { admitFiles } from './admit-files.ts';
import type { App } from '../app.ts';
import { resortFiles } from './open-files.ts';
import { act } from '../report-error.ts';

/** All are recognised by their names; the last one names the labels. */
const DEMO = [
  'reference.nii.gz',
  'probabilities.npz',
  'image_0000.nii.gz',
  'image_0001.nii.gz',
  'dataset.json',
  'dataset_labels.json',
];

/** Opens the built-in phantom. */
export function openDemo(app: App): Promise<void> {
  return act(app, async () => {
    const files = await Promise.all(DEMO.map((name) => fetchFile(`demo/${name}`, 'demo')));
    await resortFiles(app, admitFiles(files), { isDemo: true });
  });
}

/** Roles that a link may name: `?reference=URL&prediction=URL&dataset=URL&probabilities=URL&image=URL`. */
const LINKED_ROLES: readonly Role[] = ['reference', 'prediction', 'dataset', 'probabilities', 'image'];

/** Opens the same-origin files that the address names; resolves to whether it names any. */
export async function openLinkedFiles(app: App, query: URLSearchParams): Promise<boolean> {
  const linked = LINKED_ROLES.flatMap((role) => query.getAll(role).map((url) => ({ role, url })));
  if (linked.length === 0) return false;
  await act(app, async () => {
    const files = await Promise.all(
      linked.map(async ({ role, url }): Promise<OpenFile> => {
        const [file] = admitFiles([await fetchFile(url, '')]);
        return { ...file, role, byHand: true };
      }),
    );
    await resortFiles(app, files);
  });
  return true;
}

async function fetchFile(address: string, folder: string): Promise<NamedFile> {
  if (!URL.canParse(address, document.baseURI)) throw new DiceLensError('fileMissing', { file: address });
  const url = new URL(address, document.baseURI);
  if (url.origin !== location.origin) throw new DiceLensError('otherOrigin', { file: url.href });
  const name = nameIn(url);
  const response = await fetch(url).catch(() => null);
  if (!response?.ok) throw new DiceLensError('fileMissing', { file: name });
  return { name, folder, blob: await response.blob() };
}

function nameIn({ pathname }: URL): string {
  const last = pathname.split('/').at(-1) ?? '';
  try {
    return decodeURIComponent(last);
  } catch {
    return last; // a lone % stands for itself
  }
}
