import { formatCase } from '../core/case/case-json.ts';
import type { CaseResult } from '../core/case/case-result.ts';
import { addOrigin } from '../core/cohort/cohort-json.ts';
import type { CohortCase } from '../core/cohort/cohort-result.ts';
import type { Warning } from '../core/errors.ts';
import type { LabelScheme, Region } from '../core/labels/label-scheme.ts';
import { addSurfaces } from '../core/surface/surface-json.ts';
import type { Engine } from '../engine/engine.ts';
import { readChannels } from '../io/volumes/read-channels.ts';
import { readLabelMap } from '../io/volumes/read-label-map.ts';
import { readProbabilities } from '../io/volumes/read-probabilities.ts';
import type { CaseSources } from '../tasks/case/case-sources.ts';
import { evaluateCase } from '../tasks/case/evaluate-case.ts';
import { prepareMeasures } from '../tasks/case/measure-case.ts';
import { measureCaseSurfaces, type MeasuredSurface } from '../tasks/case/measure-surfaces.ts';
import { readCase, schemeToRead } from '../tasks/case/read-case.ts';
import type { Readers } from '../tasks/case/read-regions.ts';
import { UNWATCHED } from '../tasks/task.ts';

/** How the cases of a command are evaluated; plain data. */
export interface CaseSetting {
  /** Of dataset.json. */
  readonly own: LabelScheme;
  /** Regions defined by hand; null where there are none. */
  readonly byHand: readonly Region[] | null;
  /** What was noticed in dataset.json; part of every result. */
  readonly warnings: readonly Warning[];
  /** Tolerances of NSD; null where no surfaces are asked for. */
  readonly tolerancesMm: readonly number[] | null;
}

export interface EvaluatedSources {
  readonly result: CaseResult;
  readonly surfaces: readonly MeasuredSurface[] | null;
  /** The case JSON with where it came from. */
  json(): object;
}

/** Files read one after the other, in this thread. */
export const READERS: Readers = {
  readLabelMap: (sources) => readLabelMap(sources),
  readChannels: (sources, expected) => readChannels(sources, expected),
  readProbabilities: async (source, expectedChannels) =>
    (await readProbabilities(source, { expectedChannels })).volume,
};

/** The scheme by which cases are scored. */
export function schemeOf({ own, byHand }: CaseSetting): LabelScheme {
  return byHand ? { ...own, regions: byHand } : own;
}

/**
 * Reads, counts and, where asked for, measures one case. `files` are the paths as they were given.
 * @throws DiceLensError for what is wrong with a file
 */
export async function evaluateSources(
  sources: CaseSources,
  files: CohortCase['files'],
  setting: CaseSetting,
  engine: Engine,
): Promise<EvaluatedSources> {
  const { own, byHand, tolerancesMm } = setting;
  const scheme = schemeOf(setting);
  const read = await readCase(sources, schemeToRead(own, byHand, sources), READERS, UNWATCHED);
  const volumes = { ...read, warnings: [...setting.warnings, ...read.warnings] };
  const { result } = await evaluateCase(volumes, scheme, engine);
  const surfaces =
    tolerancesMm && (await measureCaseSurfaces(prepareMeasures(volumes, scheme), result, { tolerancesMm }));
  const json = () => {
    const numbers = addOrigin(formatCase(result), files, scheme);
    return surfaces ? addSurfaces(numbers, surfaces) : numbers;
  };
  return { result, surfaces, json };
}
