import { statSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import {
  COHORT_JOINT,
  COHORT_START,
  formatCohortEnd,
  type FailedCase,
} from '../../core/cohort/cohort-json.ts';
import type { CohortCase } from '../../core/cohort/cohort-result.ts';
import { DiceLensError, sayWarning } from '../../core/errors.ts';
import { cliWords } from '../../core/messages/cli.ts';
import { cohortWords } from '../../core/messages/cohort.ts';
import { say } from '../../core/messages/say.ts';
import type { Sentence } from '../../core/messages/sentence.ts';
import type { Engine } from '../../engine/engine.ts';
import { openEngine } from '../../engine/open-engine.ts';
import { readJsonText } from '../../io/json/json-text.ts';
import { parseFileEnding } from '../../io/files/file-ending.ts';
import { evaluateCohort, type CaseOutcome, type CaseWorker } from '../../tasks/evaluate-cohort.ts';
import { chooseLanguage, chooseValue, parseArguments, UsageError, type Arguments } from '../arguments.ts';
import { evaluateJob, type CaseAnswer, type CaseJob, type CaseWishes } from './case-job.ts';
import { openCaseThread } from './case-thread.ts';
import { joinAsPython, pairFolders, PREDICTION_KINDS, type CohortFolders } from './cohort-folders.ts';
import { openReport, SOME_FAILED, type CohortReport } from './cohort-report.ts';
import { evaluate, EVALUATE_OPTIONS, readSetting, type Streams } from '../evaluate.ts';
import { schemeOf } from '../evaluate-sources.ts';
import { formatCohortTable } from './format-cohort.ts';
import { openNodeGpu } from '../node-gpu.ts';
import { warningProblem } from '../output/problems.ts';
import { openFile } from '../sources.ts';
import { openStaged, type StagedFile } from '../output/staged-file.ts';
import { chooseWay, refuseToOverwrite, writeSummary } from './summary-output.ts';

/** `dicelens evaluate`: of two folders all their cases, else the one case that is given. */
export async function evaluateFilesOrFolders(args: readonly string[], streams: Streams): Promise<number> {
  const parsed = parseArguments(args, EVALUATE_OPTIONS);
  const [references, predictions, ...more] = parsed.positional;
  if (predictions === undefined || more.length > 0) return evaluate(args, streams);
  const [first, second] = [references, predictions].map(
    (path) => statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? null,
  );
  if (!first && !second) return evaluate(args, streams);
  for (const [path, isFolder] of [
    [references, first],
    [predictions, second],
  ] as const) {
    if (isFolder === null) throw new DiceLensError('fileMissing', { file: path });
  }
  if (!first) throw new DiceLensError('cohortOneFolder', { folder: predictions, file: references });
  if (!second) throw new DiceLensError('cohortOneFolder', { folder: references, file: predictions });
  return evaluateFolders(parsed, { references, predictions }, streams);
}

/**
 * Evaluates every case of two folders and writes summary.json as nnU-Net does; failed cases are named and passed over.
 * @throws UsageError, or DiceLensError for what concerns all cases
 */
async function evaluateFolders(
  parsed: Arguments,
  { references, predictions }: Pick<CohortFolders, 'references' | 'predictions'>,
  { stdout, stderr, threadEntry, tell }: Streams,
): Promise<number> {
  const { options } = parsed;
  if (options.has('region-masks')) {
    throw new UsageError(cohortWords.notForFolders as Sentence<never>, { option: '--region-masks' });
  }
  const language = chooseLanguage(parsed);
  const jobs = chooseJobs(parsed);
  const setting = await readSetting(parsed);
  const scheme = schemeOf(setting);
  chooseWay(parsed, scheme); // refused before hours of counting
  const dataset = options.get('dataset')?.[0];
  const file = dataset === undefined ? null : await openFile(dataset);
  const ending = file && parseFileEnding(await readJsonText(file), file.name);
  const kind = options.has('predictions') ? chooseValue(parsed, 'predictions', PREDICTION_KINDS) : null;
  const folders = pairFolders(references, predictions, ending, kind);
  const summary = options.get('o')?.[0] ?? joinAsPython(predictions, 'summary.json');
  refuseToOverwrite(summary, parsed);

  const report = openReport(stderr, language, tell);
  const word = (of: keyof typeof cohortWords, facts?: unknown) =>
    say(cohortWords[of] as Sentence<never>, language, facts);
  for (const warning of setting.warnings) {
    if (tell) tell(warningProblem(warning, null));
    else report.line(`${say(cliWords.warning, language)}: ${sayWarning(warning, language)}`);
  }
  const { withoutPrediction, otherEnding } = folders;
  const warn = (of: 'withoutPrediction' | 'otherEnding', files: readonly string[], facts: object) => {
    if (files.length === 0) return;
    const message = word(of, { files, ...facts });
    if (tell) tell({ kind: 'warning', code: of, case: null, message });
    else report.line(`${say(cliWords.warning, language)}: ${message}`);
  };
  warn('withoutPrediction', withoutPrediction, { folder: predictions });
  warn('otherEnding', otherEnding, { ending: folders.ending });

  const [json, csv] = [options.get('json')?.[0], options.get('csv')?.[0]];
  const staged: StagedFile[] = [];
  const open = async (path: string | undefined) => {
    if (path === undefined) return null;
    const opened = await openStaged(path, stdout);
    staged.push(opened);
    return opened;
  };
  const choice = chooseValue(parsed, 'engine', ['auto', 'gpu', 'cpu']);
  const engine = await openEngine(choice, choice === 'cpu' ? {} : { gpu: await openNodeGpu() });
  const wishes: CaseWishes = { setting, json: json !== undefined, csv: csv !== undefined };
  const crew = openCrew(Math.min(jobs, folders.cases.length), wishes, engine, threadEntry);
  try {
    const outputs = { json: await open(json), csv: await open(csv) };
    const { cases, failed } = await collect(folders, crew.workers, outputs, report);
    report.end();
    const isNothing = cases.length === 0;
    if (isNothing) report.line(word('allFailed'));
    if (isNothing && options.has('keep-failed')) await outputs.json?.commit();
    if (!isNothing) {
      await writeSummary(summary, cases, scheme, parsed, stdout);
      for (const one of staged) await one.commit();
      if (![summary, json, csv].includes('-')) {
        stdout.write(formatCohortTable(cases, scheme, language));
        stdout.write(`${word('written', { file: summary, cases: cases.length })}\n`);
      }
      const facts = {
        failed: failed.length,
        cases: folders.cases.length,
        names: failed.map((one) => one.case),
      };
      if (failed.length > 0) report.line(word('someFailed', facts));
    }
    return failed.length > 0 ? SOME_FAILED : 0;
  } finally {
    await crew.close();
    for (const one of staged) await one.discard();
    engine.close();
  }
}

interface Outputs {
  readonly json: StagedFile | null;
  readonly csv: StagedFile | null;
}

/** Counts all cases; what is written of each is written in order, as soon as it can be. */
async function collect(
  folders: CohortFolders,
  workers: readonly CaseWorker<CaseJob, CaseAnswer>[],
  { json, csv }: Outputs,
  report: CohortReport,
): Promise<{ cases: CohortCase[]; failed: FailedCase[] }> {
  const cases: CohortCase[] = [];
  const failed: FailedCase[] = [];
  const deliver = async (job: CaseJob, outcome: CaseOutcome<CaseAnswer>) => {
    if ('error' in outcome) {
      const { error } = outcome;
      failed.push({ case: job.name, code: error.code, message: error.say('en') });
      report.fail(job, error);
      return;
    }
    const { value } = outcome;
    report.warn(job, value.warnings);
    const isFirst = cases.length === 0;
    cases.push(value.evaluated);
    if (json && value.json !== null) await json.write((isFirst ? '' : COHORT_JOINT) + value.json);
    if (csv && value.csv !== null) await csv.write(isFirst ? value.csv : withoutHeader(value.csv));
  };
  await json?.write(COHORT_START);
  await evaluateCohort(
    folders.cases,
    workers.map((worker) => async (job: CohortFolders['cases'][number]) => {
      if (job.hasReference) return worker(job);
      throw new DiceLensError('cohortNoReference', {
        file: job.files.prediction,
        folder: folders.references,
      });
    }),
    { deliver, progress: report.progress },
  );
  await json?.write(formatCohortEnd(failed));
  return { cases, failed };
}

/** Those that count: threads where there are several and no GPU, else this thread. */
function openCrew(
  jobs: number,
  wishes: CaseWishes,
  engine: Engine,
  threadEntry: URL | undefined,
): { workers: CaseWorker<CaseJob, CaseAnswer>[]; close(): Promise<unknown> } {
  if (jobs === 1 || threadEntry === undefined || engine.report.kind === 'gpu') {
    return { workers: [(job) => evaluateJob(job, wishes, engine)], close: async () => {} };
  }
  const data = { wishes, report: { ...engine.report } };
  const threads = Array.from({ length: jobs }, () => openCaseThread(threadEntry, data));
  return {
    workers: threads.map((thread) => thread.evaluate),
    close: () => Promise.all(threads.map((thread) => thread.close())),
  };
}

function chooseJobs({ options }: Arguments): number {
  const given = options.get('j')?.[0];
  if (given === undefined) return availableParallelism();
  if (!/^[1-9]\d{0,3}$/.test(given)) {
    throw new UsageError(cohortWords.jobsUnusable as Sentence<never>, { jobs: given });
  }
  return Number(given);
}

function withoutHeader(csv: string): string {
  return csv.slice(csv.indexOf('\r\n') + 2);
}
