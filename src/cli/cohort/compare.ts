import { formatComparison } from '../../core/cohort/cohort-json.ts';
import { compareCohorts } from '../../core/cohort/cohort-compare.ts';
import { WAYS } from '../../core/cohort/cohort-result.ts';
import { DiceLensError } from '../../core/errors.ts';
import { cliWords } from '../../core/messages/cli.ts';
import { cohortWords } from '../../core/messages/cohort.ts';
import { say } from '../../core/messages/say.ts';
import type { Sentence } from '../../core/messages/sentence.ts';
import { readEvaluation } from '../../tasks/case/read-evaluation.ts';
import { chooseLanguage, parseArguments, UsageError } from '../arguments.ts';
import type { Streams } from '../evaluate.ts';
import { formatComparisonTable } from './format-cohort.ts';
import { openFile } from '../sources.ts';
import { writeOutput } from '../output/write-output.ts';

const OPTIONS = { json: 'one', language: 'one' } as const;

/**
 * `dicelens compare`: two models on the same cases, structure by structure, in every way that both were evaluated.
 * @throws UsageError, or DiceLensError for what is wrong with a file, or where nothing can be compared
 */
export async function compare(args: readonly string[], { stdout, stderr }: Streams): Promise<number> {
  const parsed = parseArguments(args, OPTIONS);
  const language = chooseLanguage(parsed);
  const [a, b, ...more] = parsed.positional;
  if (b === undefined || more.length > 0) throw new UsageError(cohortWords.compareNeeds as Sentence<never>);
  const [first, second] = [await readEvaluation(await openFile(a)), await readEvaluation(await openFile(b))];

  const comparisons = WAYS.flatMap((way) => {
    const [ofA, ofB] = [first.ways[way], second.ways[way]];
    return ofA && ofB ? [{ way, ...compareCohorts(ofA, ofB) }] : [];
  }).filter(({ structures }) => structures.length > 0);
  const [comparison] = comparisons;
  if (!comparison) throw new DiceLensError('compareNoStructures', { a, b });
  if (comparison.cases.length === 0) throw new DiceLensError('compareNoCases', { a, b });

  const word = (of: keyof typeof cohortWords, facts: unknown) =>
    say(cohortWords[of] as Sentence<never>, language, facts);
  const warn = (of: keyof typeof cohortWords, facts: { readonly cases: readonly string[] }) => {
    if (facts.cases.length === 0) return;
    stderr.write(`${say(cliWords.warning, language)}: ${word(of, facts)}\n`);
  };
  warn('onlyInOne', { file: a, cases: comparison.onlyA } as { cases: readonly string[] });
  warn('onlyInOne', { file: b, cases: comparison.onlyB } as { cases: readonly string[] });
  warn('otherReference', { cases: comparison.otherReference });

  const json = parsed.options.get('json')?.[0];
  if (json !== undefined) {
    await writeOutput(json, `${JSON.stringify(formatComparison({ a, b }, comparisons), null, 1)}\n`, stdout);
  }
  if (json !== '-') {
    stdout.write(`${word('compared', { cases: comparison.cases.length, a, b })}\n\n`);
    stdout.write(formatComparisonTable(comparisons, { ...second.names, ...first.names }, language));
  }
  return 0;
}
