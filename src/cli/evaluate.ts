import { formatCaseCsv } from '../core/case/case-csv.ts';
import { COHORT_START, formatCohortEnd } from '../core/cohort/cohort-json.ts';
import { toCohortCase } from '../core/cohort/cohort-result.ts';
import { DiceLensError, sayWarning } from '../core/errors.ts';
import { DEFAULT_TOLERANCES_MM } from '../core/surface/surface-metrics.ts';
import { surfaceErrors } from '../core/messages/surface.ts';
import { cliWords } from '../core/messages/cli.ts';
import { cohortWords } from '../core/messages/cohort.ts';
import { say } from '../core/messages/say.ts';
import type { Sentence } from '../core/messages/sentence.ts';
import { openEngine } from '../engine/open-engine.ts';
import { parseRegionOption } from '../io/json/region-option.ts';
import type { CaseSources } from '../tasks/case/case-sources.ts';
import { readScheme } from '../tasks/case/read-scheme.ts';
import { chooseLanguage, chooseValue, parseArguments, UsageError, type Arguments } from './arguments.ts';
import { evaluateSources, schemeOf, type CaseSetting } from './evaluate-sources.ts';
import { formatSurfaces } from './output/format-surfaces.ts';
import { formatTable } from './output/format-table.ts';
import { regionNameOf } from './region-name.ts';
import { openNodeGpu } from './node-gpu.ts';
import { nameOfCase, openFile, openVolume } from './sources.ts';
import { openReport, SOME_FAILED } from './cohort/cohort-report.ts';
import { refuseToOverwrite, writeSummary } from './cohort/summary-output.ts';
import { warningProblem, type Tell } from './output/problems.ts';
import { writeOutput } from './output/write-output.ts';

/** Where a command writes to. */
export interface Streams {
  readonly stdout: NodeJS.WritableStream;
  readonly stderr: NodeJS.WritableStream;
  /** The module that threads start from; without one everything happens in this thread. */
  readonly threadEntry?: URL;
  /** Where the built application lies, for a command that serves it. */
  readonly appFolder?: URL;
  /** Ends a command that would go on for ever. */
  readonly stopped?: AbortSignal;
  /** With --errors json: takes what a program is to know of; `stderr` makes notes of the rest. */
  readonly tell?: Tell;
}

/** Options of `dicelens evaluate`, of files and of folders. */
export const EVALUATE_OPTIONS = {
  dataset: 'one',
  json: 'one',
  csv: 'one',
  o: 'one',
  as: 'one',
  force: 'none',
  j: 'one',
  engine: 'one',
  language: 'one',
  'keep-failed': 'none',
  predictions: 'one',
  regions: 'each',
  'region-masks': 'all',
  surface: 'none',
  tolerance: 'numbers',
} as const;

/**
 * `dicelens evaluate` of one case: every number of it.
 * @throws UsageError, or DiceLensError for what is wrong with a file
 */
export async function evaluate(args: readonly string[], streams: Streams): Promise<number> {
  const parsed = parseArguments(args, EVALUATE_OPTIONS);
  if (parsed.options.has('predictions')) {
    throw new UsageError(cohortWords.onlyForFolders as Sentence<never>, { option: '--predictions' });
  }
  try {
    return await evaluateOne(parsed, streams);
  } catch (error) {
    if (!parsed.options.has('keep-failed') || !(error instanceof DiceLensError)) throw error;
    return keepFailed(error, parsed, streams);
  }
}

/**
 * Writes a result that says which case failed and why, to be merged with those of the others.
 * @throws UsageError without --json; the error itself where it is that of the output
 */
async function keepFailed(error: DiceLensError, parsed: Arguments, streams: Streams): Promise<number> {
  const json = parsed.options.get('json')?.[0];
  if (json === undefined) throw new UsageError(cohortWords.keepFailedNeeds as Sentence<never>);
  if (error.code === 'cannotWrite' || error.code === 'outputExists') throw error;
  const { reference, prediction } = pathsOf(parsed);
  const name = nameOfCase(reference, prediction);
  const failed = [{ case: name, code: error.code, message: error.say('en') }];
  await writeOutput(json, COHORT_START + formatCohortEnd(failed), streams.stdout);
  openReport(streams.stderr, chooseLanguage(parsed), streams.tell).fail({ name }, error);
  return SOME_FAILED;
}

async function evaluateOne(parsed: Arguments, { stdout, stderr, tell }: Streams): Promise<number> {
  const { options } = parsed;
  const language = chooseLanguage(parsed);
  const choice = chooseValue(parsed, 'engine', ['auto', 'gpu', 'cpu']);
  const setting = await readSetting(parsed);
  const sources = await openSources(parsed);
  const [json, csv, summary] = ['json', 'csv', 'o'].map((option) => options.get(option)?.[0]);
  if (summary !== undefined) refuseToOverwrite(summary, parsed);

  const engine = await openEngine(choice, choice === 'cpu' ? {} : { gpu: await openNodeGpu() });
  try {
    const files = pathsOf(parsed);
    const evaluated = await evaluateSources(sources, files, setting, engine);
    const { result, surfaces } = evaluated;
    for (const warning of result.warnings) {
      if (tell) tell(warningProblem(warning, result.name));
      else stderr.write(`${say(cliWords.warning, language)}: ${sayWarning(warning, language)}\n`);
    }
    if (summary !== undefined) {
      await writeSummary(summary, [toCohortCase(result, files)], schemeOf(setting), parsed, stdout);
    }
    if (![json, csv, summary].includes('-')) {
      stdout.write(formatTable(result, language));
      if (surfaces) stdout.write(formatSurfaces(surfaces, language));
    }
    if (csv !== undefined) await writeOutput(csv, formatCaseCsv(result), stdout);
    if (json !== undefined) {
      await writeOutput(json, `${JSON.stringify(evaluated.json(), null, 1)}\n`, stdout);
    }
    return 0;
  } finally {
    engine.close();
  }
}

/** How cases are to be evaluated, from the options and dataset.json. */
export async function readSetting(parsed: Arguments): Promise<CaseSetting> {
  const { options } = parsed;
  const dataset = options.get('dataset')?.[0];
  const { scheme: own, warnings } = await readScheme(dataset ? await openFile(dataset) : null);
  const byHand = options.get('regions');
  return {
    own,
    byHand: byHand ? parseRegionOption(byHand) : null,
    warnings,
    tolerancesMm: chooseTolerances(parsed),
  };
}

/** The tolerances of NSD in mm; null where no surfaces are asked for. */
function chooseTolerances({ options }: Arguments): readonly number[] | null {
  const given = options.get('tolerance');
  if (!given) return options.has('surface') ? DEFAULT_TOLERANCES_MM : null;
  const wrong = given.find((text) => !(Number(text) >= 0 && Number(text) < Infinity));
  if (wrong !== undefined) {
    throw new UsageError(surfaceErrors.toleranceUnusable as Sentence<never>, { tolerance: wrong });
  }
  return given.map(Number);
}

async function openSources({ positional, options }: Arguments): Promise<CaseSources> {
  const [reference, prediction, ...more] = positional;
  const masks = options.get('region-masks') ?? [];
  if (reference === undefined || more.length > 0 || (prediction === undefined && masks.length === 0)) {
    throw new UsageError(cliWords.evaluateNeeds as Sentence<never>);
  }
  const isProbabilities = prediction !== undefined && /\.npz$/i.test(prediction);
  return {
    name: nameOfCase(reference, prediction),
    reference: await openVolume(reference),
    prediction: prediction !== undefined && !isProbabilities ? await openVolume(prediction) : null,
    probabilities: isProbabilities ? await openFile(prediction) : null,
    masks: await Promise.all(
      masks.map(async (path) => ({ name: regionNameOf(path), sources: await openVolume(path) })),
    ),
  };
}

/** The paths as they were given, the first mask for several. */
function pathsOf({ positional: [reference, prediction], options }: Arguments) {
  return { reference, prediction: prediction ?? options.get('region-masks')?.[0] ?? '' };
}
