import { formatCsvText } from '../text/csv.ts';
import type { CauseSum } from '../errors-of-case/case-errors.ts';
import { ERROR_CAUSES, type ErrorCause } from '../errors-of-case/error-cause.ts';
import type { CaseErrors, PicturedError } from '../errors-of-case/pictured-errors.ts';

/** An error of the atlas: of which case, and a name of its own that stays when other cases come in. */
export interface AtlasError extends PicturedError {
  readonly id: string;
  /** Id of the case in the cohort, its name and model. */
  readonly caseId: string;
  readonly case: string;
  readonly model: string;
}

/** The largest errors of a cohort, one by one, and all of them by cause. */
export interface ErrorAtlas {
  /** Largest volume first. */
  readonly errors: readonly AtlasError[];
  /** Most volume first. */
  readonly causes: readonly CauseSum[];
  readonly cases: number;
  readonly pieces: number;
  readonly voxels: number;
  readonly volumeMl: number;
}

export const NO_ATLAS: ErrorAtlas = { errors: [], causes: [], cases: 0, pieces: 0, voxels: 0, volumeMl: 0 };

/** Errors that an atlas keeps one by one; with their pictures some 2 MB. */
export const ATLAS_KEPT = 500;

/** Which case some errors are of. */
export interface AtlasCase {
  readonly id: string;
  readonly name: string;
  readonly model: string;
}

/** The atlas with the errors of one more case; only the largest ones of the cohort are kept one by one. */
export function addToAtlas(
  atlas: ErrorAtlas,
  of: AtlasCase,
  found: CaseErrors,
  most = ATLAS_KEPT,
): ErrorAtlas {
  const added = found.largest.map((error, i): AtlasError => ({
    ...error,
    id: `${of.id}\n${i}`,
    caseId: of.id,
    case: of.name,
    model: of.model,
  }));
  const causes = ERROR_CAUSES.map((cause): CauseSum => {
    const both = [...atlas.causes, ...found.causes].filter((sum) => sum.cause === cause);
    const total = (value: (sum: CauseSum) => number) => both.reduce((sum, one) => sum + value(one), 0);
    return {
      cause,
      pieces: total(({ pieces }) => pieces),
      voxels: total(({ voxels }) => voxels),
      volumeMl: total(({ volumeMl }) => volumeMl),
    };
  }).filter(({ pieces }) => pieces > 0);
  return {
    errors: [...atlas.errors, ...added]
      .sort((a, b) => b.volumeMl - a.volumeMl || (a.id < b.id ? -1 : 1))
      .slice(0, most),
    causes: causes.sort((a, b) => b.volumeMl - a.volumeMl),
    cases: atlas.cases + 1,
    pieces: atlas.pieces + found.pieces,
    voxels: atlas.voxels + found.voxels,
    volumeMl: atlas.volumeMl + found.causes.reduce((sum, { volumeMl }) => sum + volumeMl, 0),
  };
}

/** What a person has noted of the errors, by their id. */
export interface AtlasReview {
  readonly reviewed: ReadonlySet<string>;
  readonly notes: ReadonlyMap<string, string>;
}

export const NO_REVIEW: AtlasReview = { reviewed: new Set(), notes: new Map() };

/** The errors of one cause, or all, in the order of the atlas. */
export function errorsOfCause(atlas: ErrorAtlas, cause: ErrorCause | null): readonly AtlasError[] {
  return cause === null ? atlas.errors : atlas.errors.filter((error) => error.cause === cause);
}

const COLUMNS = [
  'rank',
  'case',
  'model',
  'kind',
  'cause',
  'reference_label',
  'predicted_label',
  'voxels',
  'ml',
  'reach_mm',
  'x',
  'y',
  'z',
  'reviewed',
  'note',
] as const;

/** An error as a list names it; `rank` where its place in the list is not its rank. */
export type ListedError = Omit<AtlasError, 'thumbnail' | 'caseId'> & { readonly rank?: number };

/** The errors of an atlas as CSV (RFC 4180, CRLF), voxel indices from 0; a reach beyond 20 mm is an empty field. */
export function formatAtlasCsv(errors: readonly ListedError[], { reviewed, notes }: AtlasReview): string {
  const lines = errors.map((error, i) =>
    [
      error.rank ?? i + 1,
      formatCsvText(error.case),
      formatCsvText(error.model),
      error.kind,
      error.cause,
      error.reference,
      error.predicted,
      error.voxels,
      Number(error.volumeMl.toPrecision(12)),
      Number.isFinite(error.reachMm) ? error.reachMm : '',
      ...error.anchor,
      reviewed.has(error.id) ? 1 : 0,
      formatCsvText(notes.get(error.id) ?? ''),
    ].join(','),
  );
  return [COLUMNS.join(','), ...lines, ''].join('\r\n');
}
