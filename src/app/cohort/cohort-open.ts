import type { NamedFile } from '../../workers/case/named-file.ts';
import { CohortPool } from '../../workers/cohort/cohort-pool.ts';
import { isVoxelFileName } from '../../workers/runs/run-routing.ts';
import type { App } from '../app.ts';
import { openFiles } from '../case/open-files.ts';
import { act } from '../report-error.ts';
import { withSummaries } from './cohort-summaries.ts';
import { NO_COHORT, type OpenedSummary } from './cohort-state.ts';

/** JSON of nnU-Net that is no evaluation. */
const OTHER_JSON = /^(?:dataset|plans|debug|splits|postprocessing|.*_args|.*labels)/i;

/** Whether a file is taken for an evaluation where the cohort is on screen: summary.json by any name. */
export function isSummaryName(name: string): boolean {
  return /\.json$/i.test(name) && !OTHER_JSON.test(name);
}

/**
 * Opens files where the cohort is on screen: volumes with their dataset.json make its cases; a summary.json is held
 * against them, or fills the table where there are none.
 */
export async function openCohortFiles(app: App, files: readonly NamedFile[]): Promise<void> {
  const summaries = files.filter(({ name }) => isSummaryName(name));
  const rest = files.filter((file) => !summaries.includes(file));
  const { isDemo, cases } = app.store.state;
  const hasVolumes = rest.some(({ name }) => isVoxelFileName(name));
  const hasCases = cases.length > 0 && !isDemo;
  if (hasVolumes || (hasCases && summaries.length === 0)) await openFiles(app, rest);
  if (summaries.length > 0 || (!hasVolumes && !hasCases)) await openSummaries(app, summaries, rest);
}

/** Opens evaluations and, without cases, what describes them. */
function openSummaries(app: App, added: readonly NamedFile[], beside: readonly NamedFile[]): Promise<void> {
  return act(app, async () => {
    const { store } = app;
    const pool = new CohortPool();
    const find = (name: RegExp) => beside.find((file) => name.test(file.name)) ?? null;
    const fingerprint = find(/^dataset_fingerprint\.json$/i);
    const read = await Promise.all(
      added.map(async (file): Promise<OpenedSummary> => ({
        file: file.name,
        folder: file.folder,
        ...(await pool.readSummary(file, fingerprint)),
      })),
    );
    const before = store.state.cohort ?? NO_COHORT;
    const dataset = find(/^dataset\.json$/i) ?? before.dataset;
    const isNew = ({ file, folder }: OpenedSummary) =>
      !read.some((one) => one.file === file && one.folder === folder);
    const summaries = [...before.summaries.filter(isNew), ...read];
    const { cases, isDemo } = store.state;
    const hasCases = cases.length > 0 && !isDemo;
    const cohort = { ...before, summaries, dataset };
    if (hasCases) {
      store.change({ cohort: { ...(store.state.cohort ?? cohort), summaries, panel: 'summary' } });
      return;
    }
    const { scheme } = await pool.readSetting(dataset, find(/labels\.json$/i));
    store.change({ cohort: withSummaries(store.state, { ...cohort, scheme }) });
  });
}

/** Takes a summary.json out. */
export function closeSummary({ store }: App, closed: OpenedSummary): void {
  const { cohort } = store.state;
  if (!cohort) return;
  const summaries = cohort.summaries.filter((one) => one !== closed);
  const fields = { ...cohort, summaries };
  store.change({ cohort: cohort.source === 'summary' ? withSummaries(store.state, fields) : fields });
}
