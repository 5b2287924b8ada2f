import { listStructures, toEvaluation, WAYS, type Way } from '../../core/cohort/cohort-result.ts';
import type { EvaluationSummary } from '../../core/runs/run-summary.ts';
import type { ByteSource } from '../../io/bytes/byte-source.ts';
import { parseCohortJson } from '../../io/json/cohort-json.ts';
import { parseSummaryJson } from '../../io/json/summary-json.ts';

/** What a file says of a cohort, in the ways in which it was evaluated, with names by key where it has them. */
export interface ReadEvaluation {
  readonly ways: Readonly<Partial<Record<Way, EvaluationSummary>>>;
  readonly names: Readonly<Record<string, string>>;
}

/**
 * Reads nnU-Net's summary.json, which is by regions or by labels, or a case or cohort of `dicelens evaluate --json`,
 * which is by both where there are regions.
 * @throws DiceLensError for what is wrong with the file
 */
export async function readEvaluation(source: ByteSource): Promise<ReadEvaluation> {
  const text = new TextDecoder().decode(await source.read(0, source.size));
  if (!/"schema"\s*:\s*"dicelens\//.test(text.slice(0, 1000))) {
    const summary = parseSummaryJson(text, source.name);
    const way = summary.keys.some((key) => key.startsWith('(')) ? 'regions' : 'labels';
    return { ways: { [way]: summary }, names: {} };
  }
  const { cases } = parseCohortJson(text, source.name);
  const evaluated = cases.map((one) => one.evaluated);
  const scheme = cases[0]?.scheme ?? { regions: [], labels: [] };
  const found = WAYS.map((way) => ({ way, structures: listStructures(scheme, evaluated, way) })).filter(
    ({ structures }) => structures.length > 0,
  );
  return {
    ways: Object.fromEntries(
      found.map(({ way, structures }) => [way, toEvaluation(evaluated, structures, way)]),
    ),
    names: Object.fromEntries(
      found.flatMap(({ structures }) => structures.map(({ key, name }) => [key, name])),
    ),
  };
}
