import { formatCase } from '../core/case-json.ts';
import { sayWarning } from '../core/errors.ts';
import { addSurfaces } from '../core/surface-json.ts';
import { DEFAULT_TOLERANCES_MM } from '../core/surface-metrics.ts';
import { surfaceErrors } from '../core/messages/surface.ts';
import { cliWords } from '../core/messages/cli.ts';
import { say } from '../core/messages/say.ts';
import type { Sentence } from '../core/messages/sentence.ts';
import { openEngine } from '../engine/open-engine.ts';
import { readLabelMap } from '../io/read-label-map.ts';
import { readProbabilities } from '../io/read-probabilities.ts';
import { parseRegionOption } from '../io/region-option.ts';
import type { CaseSources } from '../tasks/case-sources.ts';
import { evaluateCase } from '../tasks/evaluate-case.ts';
import { prepareMeasures } from '../tasks/measure-case.ts';
import { measureCaseSurfaces } from '../tasks/measure-surfaces.ts';
import { readCase, schemeToRead, type Readers } from '../tasks/read-case.ts';
import { readScheme } from '../tasks/read-scheme.ts';
import { UNWATCHED } from '../tasks/task.ts';
import { chooseLanguage, chooseValue, parseArguments, UsageError, type Arguments } from './arguments.ts';
import { formatSurfaces } from './format-surfaces.ts';
import { formatTable } from './format-table.ts';
import { openNodeGpu } from './node-gpu.ts';
import { nameOfCase, openFile, openVolume } from './sources.ts';
import { writeOutput } from './write-output.ts';

/** Where a command writes to. */
export interface Streams {
  readonly stdout: NodeJS.WritableStream;
  readonly stderr: NodeJS.WritableStream;
}

const OPTIONS = {
  dataset: 'one',
  json: 'one',
  engine: 'one',
  language: 'one',
  regions: 'each',
  'region-masks': 'all',
  surface: 'none',
  tolerance: 'numbers',
} as const;

/** Files read one after the other, in this thread. */
export const READERS: Readers = {
  readLabelMap: (sources) => readLabelMap(sources),
  readProbabilities: async (source, expectedChannels) =>
    (await readProbabilities(source, { expectedChannels })).volume,
};

/**
 * `dicelens evaluate`: every number of one case.
 * @throws UsageError, or DiceLensError for what is wrong with a file
 */
export async function evaluate(args: readonly string[], { stdout, stderr }: Streams): Promise<number> {
  const parsed = parseArguments(args, OPTIONS);
  const { options } = parsed;
  const language = chooseLanguage(parsed);
  const choice = chooseValue(parsed, 'engine', ['auto', 'gpu', 'cpu']);
  const datasetPath = options.get('dataset')?.[0];
  const { scheme: own, warnings } = await readScheme(datasetPath ? await openFile(datasetPath) : null);
  const byHand = options.get('regions');
  const regions = byHand ? parseRegionOption(byHand) : null;
  const scheme = regions ? { ...own, regions } : own;
  const tolerancesMm = chooseTolerances(parsed);
  const sources = await openSources(parsed);

  const read = await readCase(sources, schemeToRead(own, regions, sources), READERS, UNWATCHED);
  const engine = await openEngine(choice, choice === 'cpu' ? {} : { gpu: await openNodeGpu() });
  try {
    const volumes = { ...read, warnings: [...warnings, ...read.warnings] };
    const { result } = await evaluateCase(volumes, scheme, engine);
    for (const warning of result.warnings) {
      stderr.write(`${say(cliWords.warning, language)}: ${sayWarning(warning, language)}\n`);
    }
    const json = options.get('json')?.[0];
    const surfaces =
      tolerancesMm && (await measureCaseSurfaces(prepareMeasures(volumes, scheme), result, { tolerancesMm }));
    if (json !== '-') {
      stdout.write(formatTable(result, language));
      if (surfaces) stdout.write(formatSurfaces(surfaces, language));
    }
    if (json !== undefined) {
      const numbers = surfaces ? addSurfaces(formatCase(result), surfaces) : formatCase(result);
      await writeOutput(json, `${JSON.stringify(numbers, null, 1)}\n`, stdout);
    }
    return 0;
  } finally {
    engine.close();
  }
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

/** The region that a mask's file name tells, '' where the sequence has to. */
export function regionNameOf(path: string): string {
  return /(?:^|[\\/])region_(.+?)\.(?:nii|hdr|img)(?:\.gz)?$/i.exec(path)?.[1] ?? '';
}
