import { COHORT_JOINT, COHORT_START, formatCohortEnd } from '../../core/cohort/cohort-json.ts';
import { fileNameOf, sortCases } from '../../core/cohort/cohort-summary.ts';
import { DiceLensError } from '../../core/errors.ts';
import { cohortWords } from '../../core/messages/cohort.ts';
import { say } from '../../core/messages/say.ts';
import type { Sentence } from '../../core/messages/sentence.ts';
import { parseCohortJson, type WrittenCase, type WrittenCohort } from '../../io/json/cohort-json.ts';
import { chooseLanguage, parseArguments, UsageError } from '../arguments.ts';
import type { Streams } from '../evaluate.ts';
import { formatCohortTable } from './format-cohort.ts';
import { openFile } from '../sources.ts';
import { refuseToOverwrite, writeSummary } from './summary-output.ts';
import { writeOutput } from '../output/write-output.ts';

const OPTIONS = { list: 'one', o: 'one', json: 'one', as: 'one', force: 'none', language: 'one' } as const;

type CaseOfFile = WrittenCase & { readonly from: string; readonly files: WrittenCase['evaluated']['files'] };

/**
 * `dicelens merge`: results of cases or folders as if they had been counted at once, to the last byte.
 * @throws UsageError, or DiceLensError for results that do not fit together
 */
export async function merge(args: readonly string[], { stdout, stderr }: Streams): Promise<number> {
  const parsed = parseArguments(args, OPTIONS);
  const language = chooseLanguage(parsed);
  const [summary, json] = ['o', 'json'].map((option) => parsed.options.get(option)?.[0]);
  const list = parsed.options.get('list')?.[0];
  const paths = [...parsed.positional, ...(list === undefined ? [] : await readList(list))];
  if (
    (parsed.positional.length === 0 && list === undefined) ||
    (summary === undefined && json === undefined)
  ) {
    throw new UsageError(cohortWords.mergeNeeds as Sentence<never>);
  }
  if (summary !== undefined) refuseToOverwrite(summary, parsed);

  const found: CaseOfFile[] = [];
  const failed: WrittenCohort['failed'][number][] = [];
  for (const path of paths) {
    const source = await openFile(path);
    const text = new TextDecoder().decode(await source.read(0, source.size));
    const written = parseCohortJson(text, path);
    found.push(...written.cases.map((one) => ({ ...one, from: path, files: one.evaluated.files })));
    failed.push(...written.failed);
  }
  const cases = sortCases(found);
  refuseMisfits(cases);
  const evaluated = cases.map((one) => one.evaluated);
  const [{ scheme }] = cases;
  if (json !== undefined) {
    const lines = cases.map((one) => JSON.stringify(one.json)).join(COHORT_JOINT);
    await writeOutput(json, COHORT_START + lines + formatCohortEnd(failed), stdout);
  }
  if (summary !== undefined) await writeSummary(summary, evaluated, scheme, parsed, stdout);
  if (![summary, json].includes('-')) stdout.write(formatCohortTable(evaluated, scheme, language));
  if (failed.length === 0) return 0;
  const facts = {
    failed: failed.length,
    cases: failed.length + cases.length,
    names: failed.map((one) => one.case),
  };
  stderr.write(`${say(cohortWords.someFailed as Sentence<never>, language, facts)}\n`);
  return 3;
}

/** Paths one a line: more of them than a command line holds. */
async function readList(path: string): Promise<string[]> {
  const source = await openFile(path);
  const text = new TextDecoder().decode(await source.read(0, source.size));
  return text.split(/\r?\n/).filter((line) => line.trim() !== '');
}

/** Every case once, and all evaluated by the same labels and regions. */
function refuseMisfits(cases: readonly CaseOfFile[]): void {
  const [first] = cases;
  if (!first) throw new DiceLensError('mergeNothing', undefined);
  const scheme = JSON.stringify(first.scheme);
  for (const [i, one] of cases.entries()) {
    const before = cases[i - 1];
    if (before && fileNameOf(before.files.prediction) === fileNameOf(one.files.prediction)) {
      const facts = { case: one.evaluated.name, first: before.from, second: one.from };
      throw new DiceLensError('mergeTwice', facts);
    }
    if (JSON.stringify(one.scheme) !== scheme) {
      throw new DiceLensError('mergeSchemesDiffer', { first: first.from, second: one.from });
    }
  }
}
