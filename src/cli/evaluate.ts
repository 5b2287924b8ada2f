import { formatCaseCsv } from '../core/case/case-csv.ts';
import { toCohortCase } from '../core/cohort/cohort-result.ts';
import { sayWarning } from '../core/errors.ts';
import { DEFAULT_TOLERANCES_MM } from '../core/surface/surface-metrics.ts';
import { surfaceErrors } from '../core/messages/surface.ts';
import { cliWords } from '../core/messages/cli.ts';
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
import { openNodeGpu } from './node-gpu.ts';
import { nameOfCase, openFile, openVolume } from './sources.ts';
import { refuseToOverwrite, writeSummary } from './cohort/summary-output.ts';
import { writeOutput } from './output/write-output.ts';

/** Where a command writes to. */
export interface Streams {
  readonly stdout: NodeJS.WritableStream;
  readonly stderr: NodeJS.WritableStream;
  /** The module that threads start from; without one everything happens in this thread. */
  readonly threadEntry?: URL;
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
  regions: 'each',
  'region-masks': 'all',
  surface: 'none',
  tolerance: 'numbers',
} as const;

/**
 * `dicelens evaluate` of one case: every number of it.
 * @throws UsageError, or DiceLensError for what is wrong with a file
 */
export async function evaluate(args: readonly string[], { stdout, stderr }: Streams): Promise<number> {
  const parsed = parseArguments(args, EVALUATE_OPTIONS);
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
      stderr.write(`${say(cliWords.warning, language)}: ${sayWarning(warning, language)}\n`);
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

/** The region that a mask's file name tells, '' where the sequence has to. */
export function regionNameOf(path: string): string {
  return /(?:^|[\\/])region_(.+?)\.(?:nii|hdr|img)(?:\.gz)?$/i.exec(path)?.[1] ?? '';
}
