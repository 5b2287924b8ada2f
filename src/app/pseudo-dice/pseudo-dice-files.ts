import { accountGap } from '../../core/pseudo-dice/gap-account.ts';
import { trainedForcedShare } from '../../core/pseudo-dice/patch-forced.ts';
import type { NamedFile } from '../../workers/case/named-file.ts';
import { isRunName, routeFiles } from '../../workers/runs/run-routing.ts';
import type { LoadedFolder } from '../../workers/runs/run-session.ts';
import { RunWorker } from '../../workers/runs/run-worker.ts';
import type { App } from '../app.ts';
import { openFiles } from '../case/open-files.ts';
import { act, reportError } from '../report-error.ts';
import { shortNames } from '../runs/runs-list.ts';
import { showWork } from '../show-work.ts';
import { takePlans } from './pseudo-dice-settings.ts';
import type { TrainingAccount } from './pseudo-dice-state.ts';
import { accountOf, changePseudoDice } from './pseudo-dice-view.ts';
import { simulationWorker } from './simulate.ts';

/** plans.json, nnUNetPlans.json and the like of v2, plans.pkl of v1. */
const PLANS = /plans[\w.-]*\.(?:json|pkl)$/i;
const SUMMARY = /^summary\.json$/i;

const runWorker = new RunWorker();

/**
 * Opens files on the page of the pseudo Dice: plans give patch and batch, logs and summary.json join the gap account,
 * everything else makes cases as on any page.
 */
export async function openOnPseudoDice(app: App, files: readonly NamedFile[]): Promise<void> {
  const hasLogs = files.some(({ name }) => isRunName(name));
  const plans = hasLogs ? [] : files.filter(({ name }) => PLANS.test(name));
  const routed = routeFiles(
    files.filter((file) => !plans.includes(file)),
    false,
  );
  if (routed.case.length > 0) await openFiles(app, routed.case);
  if (routed.runs.length > 0) await openTrainings(app, routed.runs);
  const [file] = plans;
  if (file) {
    await act(app, async () => takePlans(app, file.name, await simulationWorker.readPlans(file)));
  }
}

/** Reads trainings beside those that are open; the same file of the same folder is replaced. */
function openTrainings(app: App, added: readonly NamedFile[]): Promise<void> {
  return act(app, async () => {
    const { pseudoDice } = app.store.state;
    if (!pseudoDice) return;
    const isReplaced = (file: NamedFile) =>
      added.some(({ name, folder }) => name === file.name && folder === file.folder);
    const files = [...pseudoDice.trainingFiles.filter((file) => !isReplaced(file)), ...added];
    const read = files.some(({ name }) => isRunName(name))
      ? await readRuns(app, files)
      : await readSummaries(app, files);
    const { pseudoDice: now } = app.store.state;
    if (!now || read.length === 0) return;
    changePseudoDice(app, {
      trainingFiles: files,
      trainings: read,
      shown: now.shown && { ...now.shown, gap: accountOf(now.shown.result, read) },
    });
  });
}

async function readRuns(app: App, files: readonly NamedFile[]): Promise<TrainingAccount[]> {
  const first = files.find(({ name }) => isRunName(name))?.name ?? '';
  const { folders, failures } = await showWork(
    app,
    first,
    (progress) => runWorker.read(files, progress),
    () => runWorker.stop(),
  );
  for (const failure of failures) reportError(app, failure);
  const names = shortNames(folders.map(({ folder }) => folder));
  return folders.map((folder, i) => {
    const { dataset } = folder.last.run.conditions;
    const name = [dataset, names[i]].filter(Boolean).join(' ');
    return trainingOf(app, name || first, folder);
  });
}

async function readSummaries(app: App, files: readonly NamedFile[]): Promise<TrainingAccount[]> {
  const found = files.filter(({ name }) => SUMMARY.test(name));
  const read: TrainingAccount[] = [];
  for (const file of found) {
    const summary = await simulationWorker.readSummary(file);
    read.push(trainingOf(app, file.folder || file.name, { summary, names: {}, last: null }));
  }
  return read;
}

/** Its log is that of the cases at hand where it has no validation of its own, or one of cases that are all open. */
function trainingOf(
  app: App,
  name: string,
  {
    summary,
    names,
    last,
  }: Pick<LoadedFolder, 'summary' | 'names'> & { readonly last: LoadedFolder['last'] | null },
): TrainingAccount {
  const lastEma = last?.check.lastEma ?? null;
  const open = new Set(app.store.state.pseudoDice?.cases.map((one) => one.name));
  return {
    name,
    lastEma,
    isOwn: summary === null || summary.cases.every((one) => open.has(one.name)),
    account:
      summary &&
      accountGap({
        evaluated: summary,
        raw: null,
        names: { ...namesOf(app), ...names },
        simulated: null,
        lastEma,
        trainedForced: last && trainedForcedShare(last.run.conditions),
      }),
  };
}

/** Names of structures of the open cases by their keys. */
function namesOf({ store }: App): Readonly<Record<string, string>> {
  const { structures = [] } = store.state.pseudoDice?.shown?.result ?? {};
  return Object.fromEntries(structures.map(({ key, name }) => [key, name]));
}
