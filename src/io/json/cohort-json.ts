import { DiceLensError } from '../../core/errors.ts';
import type { CaseOrigin, FailedCase } from '../../core/cohort/cohort-json.ts';
import { WAYS, type CohortCase, type StructureCounts } from '../../core/cohort/cohort-result.ts';
import { parseJson } from './json-text.ts';

/** A case as it was written, and what is needed of it to count it with others. */
export interface WrittenCase {
  readonly evaluated: CohortCase;
  readonly scheme: CaseOrigin['scheme'];
  /** The case JSON itself, to be written again. */
  readonly json: object;
}

/** A case or a cohort of `dicelens evaluate --json`. */
export interface WrittenCohort {
  readonly cases: readonly WrittenCase[];
  readonly failed: readonly FailedCase[];
}

type Fields = Readonly<Record<string, unknown>>;

/**
 * Results of `dicelens evaluate --json`, of one case or of folders. A case that was exported by a page says no paths;
 * its name stands for them.
 * @throws FormatError jsonInvalid; DiceLensError cohortFileUnknown, cohortCaseBroken
 */
export function parseCohortJson(text: string, file: string): WrittenCohort {
  const root = parseFields(text, file);
  if (root.schema === 'dicelens/case@1') return { cases: [parseCase(root, file)], failed: [] };
  if (root.schema !== 'dicelens/cohort@1' || !Array.isArray(root.cases)) {
    throw new DiceLensError('cohortFileUnknown', { file, found: JSON.stringify(root.schema ?? null) });
  }
  return {
    cases: root.cases.map((one) => parseCase(fieldsOf(one), file)),
    failed: Array.isArray(root.failed) ? root.failed.map((one) => parseFailed(fieldsOf(one))) : [],
  };
}

/** JSON.parse where it can: results are many times larger than what the reader of places is made for. */
function parseFields(text: string, file: string): Fields {
  try {
    return fieldsOf(JSON.parse(text));
  } catch {
    parseJson(file, text); // says where it is wrong
    return {}; // NaN, which only Python writes
  }
}

function parseCase(one: Fields, file: string): WrittenCase {
  const name = String(one.case ?? '');
  const broken = (field: string) => new DiceLensError('cohortCaseBroken', { file, case: name, field });
  if (one.schema !== 'dicelens/case@1' || name === '') throw broken('schema');
  const isCount = (value: unknown): value is number => Number.isSafeInteger(value) && (value as number) >= 0;
  const count = (from: Fields, field: string) => {
    const value = from[field];
    if (!isCount(value)) throw broken(field);
    return value;
  };
  const [regions, labels] = WAYS.map((way): StructureCounts[] => {
    if (fieldsOf(one[way]) !== one[way]) throw broken(way);
    return Object.entries(fieldsOf(one[way])).map(([key, structure]) => {
      const from = fieldsOf(structure);
      const [tp, fp, fn, tn] = ['tp', 'fp', 'fn', 'tn'].map((field) => count(from, field));
      return { key, tp, fp, fn, tn };
    });
  });
  const files = fieldsOf(one.files);
  const scheme = fieldsOf(one.scheme) as Partial<CaseOrigin['scheme']>;
  if (!Array.isArray(scheme.regions) && regions.length > 0) throw broken('scheme');
  return {
    evaluated: {
      name,
      files: { reference: String(files.reference ?? name), prediction: String(files.prediction ?? name) },
      counted: count(one, 'voxels') - count(one, 'ignored'),
      regions,
      labels,
    },
    scheme: { regions: scheme.regions ?? [], labels: scheme.labels ?? [] },
    json: one,
  };
}

function parseFailed(one: Fields): FailedCase {
  return { case: String(one.case), code: String(one.code), message: String(one.message) };
}

function fieldsOf(value: unknown): Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Fields) : {};
}
