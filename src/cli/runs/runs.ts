import { sayWarning } from '../../core/errors.ts';
import { cliWords } from '../../core/messages/cli.ts';
import { logKindWords, runChecks, runsWords } from '../../core/messages/runs.ts';
import { say } from '../../core/messages/say.ts';
import type { Language, Sentence } from '../../core/messages/sentence.ts';
import { sayFinding } from '../../core/runs/run-finding.ts';
import { formatRuns } from '../../core/runs/run-json.ts';
import { readRunFolders, type AnalysedRun, type ReadRunFolder } from '../../tasks/read-run.ts';
import { UNWATCHED } from '../../tasks/task.ts';
import { chooseLanguage, parseArguments, UsageError } from '../arguments.ts';
import type { Streams } from '../evaluate.ts';
import { openRunSources } from './run-sources.ts';
import { writeOutput } from '../output/write-output.ts';

const OPTIONS = { json: 'one', language: 'one' } as const;

/**
 * `dicelens runs`: the trainings of fold folders, or of all fold folders beneath a folder: what their logs say.
 * @throws UsageError, or DiceLensError for what is wrong with a file
 */
export async function runs(args: readonly string[], { stdout, stderr }: Streams): Promise<number> {
  const parsed = parseArguments(args, OPTIONS);
  const language = chooseLanguage(parsed);
  if (parsed.positional.length === 0) throw new UsageError(runsWords.needs as Sentence<never>);
  const folders = await readRunFolders(await openRunSources(parsed.positional), UNWATCHED);
  for (const { folder, last } of folders) {
    for (const warning of [...last.run.warnings, ...last.check.warnings]) {
      stderr.write(`${say(cliWords.warning, language)}: ${folder}: ${sayWarning(warning, language)}\n`);
    }
  }
  const [json] = parsed.options.get('json') ?? [];
  if (json !== undefined)
    await writeOutput(json, `${JSON.stringify(formatRuns(folders), null, 1)}\n`, stdout);
  if (json !== '-') stdout.write(folders.map((folder) => formatFolder(folder, language)).join('\n'));
  return 0;
}

function formatFolder({ folder, last, earlier }: ReadRunFolder, language: Language): string {
  const { run, analysis } = last;
  const lines = [`${folder}: ${headline(last, language)}`];
  for (const { name, kind, firstEpoch, lastEpoch } of run.logs) {
    const range =
      firstEpoch === null
        ? ''
        : `, ${say(runsWords.epochRange as Sentence<never>, language, { first: firstEpoch, last: lastEpoch })}`;
    lines.push(`  ${name}: ${say(logKindWords[kind], language)}${range}`);
  }
  for (const finding of analysis.findings) {
    const { title, text } = sayFinding(finding, language);
    lines.push(`  ${title} ${text}`);
  }
  if (analysis.clean.length > 0) {
    const checked = analysis.clean.map((code) => say(runChecks[code], language));
    lines.push(`  ${say(runsWords.checked, language)} ${checked.join(language === 'en' ? ', ' : '、')}`);
  }
  if (earlier.length > 0) {
    lines.push(`  ${say(runsWords.earlierRuns as Sentence<never>, language, { runs: earlier.length })}:`);
    for (const run of earlier) {
      lines.push(`    ${run.run.logs.map(({ name }) => name).join(', ')}: ${headline(run, language)}`);
    }
  }
  return `${lines.join('\n')}\n`;
}

function headline({ run, check }: AnalysedRun, language: Language): string {
  const score = (value: number) => value.toFixed(4);
  return say(runsWords.headline as Sentence<never>, language, {
    epochs: run.epochs.length,
    bestEpoch: check.bestEpochByLog ?? check.bestEpoch,
    lastEma: score(check.lastEma ?? Number.NaN),
    meanValidationDice: run.meanValidationDice === null ? null : score(run.meanValidationDice),
  });
}
