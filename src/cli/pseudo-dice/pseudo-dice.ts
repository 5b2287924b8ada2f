import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { DiceLensError, sayWarning } from '../../core/errors.ts';
import { accountGap } from '../../core/pseudo-dice/gap-account.ts';
import { sayGapStep } from '../../core/pseudo-dice/gap-sentence.ts';
import { cliWords } from '../../core/messages/cli.ts';
import { cohortErrors } from '../../core/messages/cohort.ts';
import { pseudoDiceWords } from '../../core/messages/pseudo-dice.ts';
import { say } from '../../core/messages/say.ts';
import type { Language, Sentence } from '../../core/messages/sentence.ts';
import { trainedForcedShare } from '../../core/pseudo-dice/patch-forced.ts';
import { formatSimulatedCsv } from '../../core/pseudo-dice/simulated-csv.ts';
import { formatPseudoDice, gapJson } from '../../core/pseudo-dice/pseudo-dice-json.ts';
import { openEngine } from '../../engine/open-engine.ts';
import { parseRegionOption } from '../../io/json/region-option.ts';
import { readRunFolders, type ReadRunFolder } from '../../tasks/read-run.ts';
import { readScheme } from '../../tasks/case/read-scheme.ts';
import { simulatePseudoDice } from '../../tasks/pseudo-dice/simulate-pseudo-dice.ts';
import { UNWATCHED } from '../../tasks/task.ts';
import { chooseLanguage, chooseValue, parseArguments, UsageError, type Arguments } from '../arguments.ts';
import { PREDICTION_KINDS } from '../cohort/cohort-folders.ts';
import type { Streams } from '../evaluate.ts';
import { formatSimulation } from './format-pseudo-dice.ts';
import { caseOfMasks, findCases } from './pseudo-dice-cases.ts';
import { readSettings } from './pseudo-dice-settings.ts';
import { openRunSources } from '../runs/run-sources.ts';
import { openFile } from '../sources.ts';
import { writeOutput } from '../output/write-output.ts';

const OPTIONS = {
  dataset: 'one',
  regions: 'each',
  'region-masks': 'all',
  predictions: 'one',
  patch: 'numbers',
  plans: 'one',
  configuration: 'one',
  batch: 'one',
  iterations: 'one',
  epochs: 'one',
  oversampling: 'one',
  probabilistic: 'none',
  order: 'one',
  seed: 'one',
  run: 'one',
  json: 'one',
  csv: 'one',
  language: 'one',
} as const;

/**
 * `dicelens pseudo-dice`: draws patches as nnU-Net's validation epochs do and says what the pseudo Dice of a network
 * that no longer changes would be, and why it is not the validation Dice. With `--run` the training's log is part
 * of the account; with that alone the account is of its summary.json and log.
 * @throws UsageError, or DiceLensError for what is wrong with a file
 */
export async function pseudoDice(args: readonly string[], { stdout, stderr }: Streams): Promise<number> {
  const parsed = parseArguments(args, OPTIONS);
  const language = chooseLanguage(parsed);
  const [references, predictions, ...more] = parsed.positional;
  const runFolder = parsed.options.get('run')?.[0];
  const isRunAlone = references === undefined && runFolder !== undefined;
  const masks = parsed.options.get('region-masks') ?? [];
  const isWhole = masks.length > 0 ? predictions === undefined : predictions !== undefined;
  if (!isRunAlone && (references === undefined || !isWhole || more.length > 0)) {
    throw new UsageError(pseudoDiceWords.needs as Sentence<never>);
  }
  const run = runFolder === undefined ? null : await readRun(runFolder, parsed);
  const [json] = parsed.options.get('json') ?? [];
  if (isRunAlone) {
    const { text, account } = accountRun(run as ReadRunFolder, runFolder, language);
    if (json !== undefined) await writeOutput(json, account, stdout);
    if (json !== '-') stdout.write(text);
    return 0;
  }
  const warn = (text: string) => stderr.write(`${say(cliWords.warning, language)}: ${text}\n`);
  const settings = await readSettings(parsed, run?.last.run.conditions ?? null);
  const { own, byHand, warnings } = await readLabels(parsed);
  const scheme = byHand ? { ...own, regions: byHand } : own;
  for (const warning of warnings) warn(sayWarning(warning, language));
  const [dataset] = parsed.options.get('dataset') ?? [];
  const kind = parsed.options.has('predictions')
    ? chooseValue(parsed, 'predictions', PREDICTION_KINDS)
    : null;
  const ways = { own, byHand, dataset, kind };
  const found =
    masks.length > 0 ? caseOfMasks(references, masks, ways) : await findCases(references, predictions, ways);
  for (const file of found.withoutReference) {
    warn(say(cohortErrors.cohortNoReference as Sentence<never>, language, { file, folder: references }));
  }
  const engine = await openEngine('cpu', {});
  try {
    const result = await simulatePseudoDice(found.cases, scheme, settings, engine, UNWATCHED);
    for (const one of result.warnings) warn(`${one.case}: ${sayWarning(one.warning, language)}`);
    const lastEma = run?.last.check.lastEma ?? null;
    if (json !== undefined) await writeOutput(json, formatPseudoDice(result, lastEma), stdout);
    const [csv] = parsed.options.get('csv') ?? [];
    if (csv !== undefined) await writeOutput(csv, formatSimulatedCsv(result, []), stdout);
    if (![json, csv].includes('-')) stdout.write(formatSimulation(result, lastEma, language));
    return 0;
  } finally {
    engine.close();
  }
}

async function readLabels({ options }: Arguments) {
  const [dataset] = options.get('dataset') ?? [];
  const { scheme: own, warnings } = await readScheme(dataset === undefined ? null : await openFile(dataset));
  const given = options.get('regions');
  return { own, byHand: given ? parseRegionOption(given) : null, warnings };
}

/** The last run of the first fold folder with a log; `--dataset` names structures where it has no dataset.json. */
async function readRun(path: string, { options }: Arguments): Promise<ReadRunFolder> {
  const sources = await openRunSources([path]);
  const [first] = await readRunFolders(sources, UNWATCHED);
  if (!first) throw new DiceLensError('runsNoLogs', { folder: path });
  const above = join(path, '..', 'dataset.json'); // where nnU-Net writes it
  const dataset = options.get('dataset')?.[0] ?? (existsSync(above) ? above : null);
  const { regions, labels } = (await readScheme(dataset === null ? null : await openFile(dataset))).scheme;
  const ofLabels = labels.map(({ value, name }) => [`${value}`, name]);
  return {
    ...first,
    names: {
      ...first.names,
      ...Object.fromEntries([...ofLabels, ...regions.map(({ key, name }) => [key, name])]),
    },
  };
}

/** The account of a training alone: validation, pooled, last EMA. */
function accountRun({ folder, summary, names, last }: ReadRunFolder, path: string, language: Language) {
  if (summary === null) throw new DiceLensError('runWithoutSummary', { folder: path });
  const { lastEma } = last.check;
  const gap = accountGap({
    evaluated: summary,
    raw: null,
    names,
    simulated: null,
    lastEma,
    trainedForced: trainedForcedShare(last.run.conditions),
  });
  return {
    account: `${JSON.stringify({ schema: 'dicelens/gap@1', folder, gap: gapJson(gap) }, null, 1)}\n`,
    text: `${folder}\n${gap.steps.map((step) => `  ${sayGapStep(step, language)}\n`).join('')}`,
  };
}
