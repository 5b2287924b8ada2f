import { DiceLensError, type Warning } from '../../core/errors.ts';
import type { LabelScheme } from '../../core/labels/label-scheme.ts';
import type { LabelMap, PatternVolume, ProbabilityVolume } from '../../core/volume/volume.ts';
import type { ByteSource } from '../../io/bytes/byte-source.ts';
import type { NamedSources, VolumeSources } from '../case/case-sources.ts';
import { combineMasks, orderMasks } from '../case/combine-masks.ts';
import { demandSize } from '../case/read-case.ts';
import { readMasksTogether, readProbabilityFile, type Readers } from '../case/read-regions.ts';
import type { TaskContext } from '../task.ts';
import { undoReorientation } from '../case/undo-reorientation.ts';

/** The files of an audit: a label map, and the regions that it was made of; probabilities count before masks. */
export interface AuditSources {
  readonly labels: VolumeSources;
  readonly probabilities: ByteSource | null;
  /** By region name; in the sequence of dataset.json where all names are empty. */
  readonly masks: readonly NamedSources[];
}

/** The volumes of an audit, all of one size. */
export interface AuditVolumes {
  readonly labels: LabelMap;
  readonly regions: ProbabilityVolume | PatternVolume;
  readonly warnings: readonly Warning[];
}

/**
 * Reads the volumes of an audit and holds their sizes against each other.
 * @throws DiceLensError for a file that cannot be read, sizes that differ, or a scheme without regions.
 */
export async function readAudit(
  { labels: labelSources, probabilities, masks }: AuditSources,
  { regions }: LabelScheme,
  readers: Readers,
  context: TaskContext,
): Promise<AuditVolumes> {
  const file = labelSources.map(({ name }) => name).join(' + ');
  const named = masks.map(({ name, sources }) => ({
    name,
    sources,
    file: sources.map((s) => s.name).join(' + '),
  }));
  const first = probabilities?.name ?? named[0]?.file;
  if (first === undefined) throw new DiceLensError('auditNothing', { file });
  if (regions.length === 0) throw new DiceLensError('regionsUnknown', { file: first });
  if (regions.length > 16) throw new DiceLensError('tooManyRegions', { regions: regions.length });
  const isOneFile = !probabilities && named.length === 1 && regions.length > 1; // all masks in one 4D file
  const ordered = probabilities || isOneFile ? [] : orderMasks(named, regions);

  const [labels, given, ...maps] = await Promise.all([
    readers.readLabelMap(labelSources, context),
    probabilities
      ? readProbabilityFile(readers, probabilities, regions.length, context)
      : isOneFile
        ? readMasksTogether(readers, named[0], regions, context)
        : null,
    ...ordered.map((mask) => readers.readLabelMap(mask.sources, context)),
  ]);
  const volume = given && undoReorientation(given, labels, regions).probabilities;
  if (volume) demandSize(file, labels.grid.size, first, volume.size);
  maps.forEach((map, i) => demandSize(file, labels.grid.size, ordered[i].file, map.grid.size));
  return {
    labels,
    regions: volume ?? combineMasks(maps),
    warnings: [labels, ...maps].flatMap((map) => map.warnings),
  };
}
