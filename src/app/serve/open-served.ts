import { DiceLensError } from '../../core/errors.ts';
import {
  addressOf,
  type ServedCase,
  type ServedCases,
  type ServedFile,
  type ServedRun,
} from '../../core/serve/served-listing.ts';
import type { NamedFile } from '../../workers/case/named-file.ts';
import type { OpenFile } from '../../workers/case/sorted-files.ts';
import type { App } from '../app.ts';
import { admitFiles } from '../case/admit-files.ts';
import { resortFiles } from '../case/open-files.ts';
import { act } from '../report-error.ts';

/** Small files that are wanted whole at once; the others are read by ranges, when and where they are needed. */
const WHOLE = /\.(?:json|txt|png)$/i;

/** Opens cases of a folder of predictions in the place of what is open, each file in the role that it was found in. */
export function openServedCases(
  app: App,
  { dataset }: Pick<ServedCases, 'dataset'>,
  cases: readonly ServedCase[],
): Promise<void> {
  return act(app, async () => {
    const files = cases.flatMap((one) => one.files);
    const all = dataset ? [...files, { ...dataset, role: 'dataset' as const }] : files;
    const named = await Promise.all(all.map(openServedFile));
    const admitted = admitFiles(named).map((file, i): OpenFile => ({
      ...file,
      role: all[i].role,
      byHand: true,
    }));
    await resortFiles(app, admitted);
    if (!CASE_PAGES.includes(app.store.state.page)) location.hash = '#/case';
  });
}

/** Pages that show what cases are opened. */
const CASE_PAGES: readonly string[] = ['case', 'reconstruction', 'why', 'cohort', 'pseudo-dice'];

/** Opens a training on the page of the runs, beside those that are open. */
export function openServedRun(app: App, run: ServedRun): Promise<void> {
  return act(app, async () => {
    const [{ openRuns }, files] = await Promise.all([
      import('../runs/runs-open.ts'),
      Promise.all(run.files.map(openServedFile)),
    ]);
    if (app.store.state.page !== 'runs') location.hash = '#/runs';
    await openRuns(app, files);
  });
}

async function openServedFile(file: ServedFile): Promise<NamedFile> {
  const parts = file.path.split('/');
  const name = parts.at(-1)!;
  const folder = parts.slice(0, -1).join('/');
  const { href } = new URL(addressOf(file), document.baseURI);
  if (!WHOLE.test(name)) {
    return { name, folder, blob: new Blob(), served: { url: href, bytes: file.bytes } };
  }
  const response = await fetch(href).catch(() => null);
  if (!response) throw new DiceLensError('servedUnreachable', { file: name });
  if (response.status === 403) throw new DiceLensError('servedForbidden', undefined);
  if (!response.ok) throw new DiceLensError('fileMissing', { file: name });
  return { name, folder, blob: await response.blob() };
}
