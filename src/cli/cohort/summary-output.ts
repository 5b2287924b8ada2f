import { existsSync } from 'node:fs';
import { listStructures, type CohortCase, type Way } from '../../core/cohort/cohort-result.ts';
import { formatSummary } from '../../core/cohort/cohort-summary.ts';
import { DiceLensError } from '../../core/errors.ts';
import type { LabelScheme } from '../../core/labels/label-scheme.ts';
import { chooseValue, type Arguments } from '../arguments.ts';
import { writeOutput } from '../output/write-output.ts';

type Structures = Pick<LabelScheme, 'regions' | 'labels'>;

/**
 * Writes summary.json of cases in nnU-Net's order, by what --as says.
 * @throws DiceLensError cohortNoStructures, cohortNoRegions, cannotWrite
 */
export async function writeSummary(
  path: string,
  cases: readonly CohortCase[],
  scheme: Structures,
  parsed: Arguments,
  stdout: NodeJS.WritableStream,
): Promise<void> {
  const way = chooseWay(parsed, scheme);
  const structures = listStructures(scheme, cases, way);
  if (structures.length === 0) throw new DiceLensError('cohortNoStructures', undefined);
  await writeOutput(path, formatSummary(cases, structures, way), stdout);
}

/** What a summary holds: what was asked for, else regions where there are any. */
export function chooseWay(parsed: Arguments, { regions }: Pick<Structures, 'regions'>): Way {
  const asked = chooseValue(parsed, 'as', ['regions', 'labels']);
  if (regions.length > 0) return asked;
  if (parsed.options.has('as') && asked === 'regions') throw new DiceLensError('cohortNoRegions', undefined);
  return 'labels';
}

/** @throws DiceLensError outputExists where the file is there and --force is not given */
export function refuseToOverwrite(path: string, { options }: Arguments): void {
  if (path !== '-' && existsSync(path) && !options.has('force')) {
    throw new DiceLensError('outputExists', { file: path });
  }
}
