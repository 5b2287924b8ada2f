import { DiceLensError, type Warning } from '../../core/errors.ts';
import { matchingTranspose } from '../../core/volume/geometry.ts';
import { orientationCode, orientationOf } from '../../core/volume/orientation.ts';
import type { Vec3 } from '../../core/volume/grid.ts';
import type { LabelScheme, Region } from '../../core/labels/label-scheme.ts';
import type { LabelMap, PatternVolume, ProbabilityVolume } from '../../core/volume/volume.ts';
import { argmaxLabels } from '../../engine/cpu/argmax-labels.ts';
import type { CaseSources, VolumeSources } from './case-sources.ts';
import { combineMasks, orderMasks } from './combine-masks.ts';
import { readMasksTogether, readPrediction, readProbabilityFile, type Readers } from './read-regions.ts';
import type { TaskContext } from '../task.ts';
import { undoReorientation } from './undo-reorientation.ts';

/** The volumes of a case, all of the reference's size. */
export interface CaseVolumes {
  readonly name: string;
  readonly reference: LabelMap;
  readonly prediction: LabelMap | null;
  readonly probabilities: ProbabilityVolume | null;
  /** The regions predicted at each voxel according to the masks; null without masks. */
  readonly masks: { readonly patterns: PatternVolume; readonly grid: LabelMap['grid'] } | null;
  /** File names for sentences. */
  readonly files: { readonly reference: string; readonly prediction: string };
  readonly warnings: readonly Warning[];
}

/**
 * Reads every volume of a case, side by side, and holds their sizes against the reference's. Probabilities where
 * no regions are defined are those of a label network, one channel a label after background.
 * @throws DiceLensError for a file that cannot be read and for sizes that differ, naming both.
 */
export async function readCase(
  sources: CaseSources,
  scheme: LabelScheme,
  readers: Readers,
  context: TaskContext,
): Promise<CaseVolumes> {
  const { regions } = scheme;
  const referenceFile = nameOf(sources.reference);
  const masks = sources.masks.map(({ name, sources }) => ({ name, sources, file: nameOf(sources) }));
  const predictionFile = sources.prediction
    ? nameOf(sources.prediction)
    : (sources.probabilities?.name ?? masks[0]?.file);
  if (predictionFile === undefined) throw new DiceLensError('nothingToCompare', { file: referenceFile });
  const channels = regions.length > 0 ? regions.length : scheme.labels.length + 1; // background has one too
  const isOfLabels = sources.probabilities !== null && regions.length === 0 && scheme.labels.length > 0;
  if ((sources.probabilities || masks.length > 0) && regions.length === 0 && !isOfLabels) {
    throw new DiceLensError('regionsUnknown', { file: sources.probabilities?.name ?? masks[0].file });
  }
  if (regions.length > 16) throw new DiceLensError('tooManyRegions', { regions: regions.length });
  const [only] = masks;
  const isOneFile = masks.length === 1 && regions.length > 1; // all masks in one 4D file
  const ordered = masks.length > 0 && !isOneFile ? orderMasks(masks, regions) : [];

  const [reference, predicted, given, together, ...maskMaps] = await Promise.all([
    readers.readLabelMap(sources.reference, context),
    sources.prediction && readPrediction(readers, sources.prediction, regions.length, context),
    sources.probabilities && readProbabilityFile(readers, sources.probabilities, channels, context),
    isOneFile ? readMasksTogether(readers, only, regions, context) : null,
    ...ordered.map((mask) => readers.readLabelMap(mask.sources, context)),
  ]);
  const prediction = predicted?.map ?? null;
  const turned = given && regions.length > 0 ? undoReorientation(given, reference, regions) : null;
  const probabilities = turned?.probabilities ?? given ?? predicted?.regions ?? together;
  const { size } = reference.grid;
  if (prediction) demandSize(referenceFile, size, nameOf(sources.prediction ?? []), prediction.grid.size);
  if (probabilities) {
    const file = sources.probabilities?.name ?? (together ? only.file : predictionFile);
    demandSize(referenceFile, size, file, probabilities.size);
  }
  const ofLabels = isOfLabels && probabilities && !prediction;
  maskMaps.forEach((map, i) => demandSize(referenceFile, size, ordered[i].file, map.grid.size));
  return {
    name: sources.name,
    reference,
    prediction: ofLabels ? await readArgmax(reference, probabilities, context.signal) : prediction,
    probabilities: isOfLabels ? null : probabilities,
    masks: maskMaps.length > 0 ? { patterns: combineMasks(maskMaps), grid: maskMaps[0].grid } : null,
    files: { reference: referenceFile, prediction: predictionFile },
    warnings: [
      ...[reference, prediction, ...maskMaps].flatMap((map) => map?.warnings ?? []),
      ...(turned?.wasTurned ? [warnOfTurning(sources.probabilities?.name ?? '', reference)] : []),
    ],
  };
}

function warnOfTurning(file: string, { grid }: LabelMap): Warning {
  return {
    code: 'probabilities-turned',
    facts: { file, orientation: orientationCode(orientationOf(grid.affine)) },
  };
}

/**
 * The scheme by which the files of a case are read. Regions defined by hand score a label map; those that a
 * network was trained on are dataset.json's, unless it has none and masks or probabilities ask for some.
 */
export function schemeToRead(
  own: LabelScheme,
  byHand: readonly Region[] | null,
  { masks }: { readonly masks: readonly unknown[] },
): LabelScheme {
  const isLabelNetwork = own.labels.length > 0 && own.regions.length === 0 && masks.length === 0;
  return byHand && !isLabelNetwork ? { ...own, regions: byHand } : own;
}

/** The label map of a label network, which lies where the reference does. */
async function readArgmax(
  { grid }: LabelMap,
  probabilities: ProbabilityVolume,
  signal: AbortSignal,
): Promise<LabelMap> {
  const codes = await argmaxLabels(probabilities, signal);
  const labels = Array.from({ length: probabilities.channels }, (_, channel) => channel);
  return { grid, codes, labels, present: labels, warnings: [] };
}

function nameOf(sources: VolumeSources): string {
  return sources.map(({ name }) => name).join(' + ');
}

/** Two volumes are compared voxel by voxel: one that does not have the other's size is refused. */
export function demandSize(first: string, firstSize: Vec3, second: string, secondSize: Vec3): void {
  if (firstSize.every((n, axis) => n === secondSize[axis])) return;
  const transpose = matchingTranspose(firstSize, secondSize);
  throw new DiceLensError('shapesDiffer', {
    first,
    firstSize,
    second,
    secondSize,
    transpose: transpose && transpose.map((axis) => axis + 1),
  });
}
