import { DiceLensError, type ErrorFacts } from '../../core/errors.ts';
import type { Region } from '../../core/labels/label-scheme.ts';
import type { LabelMap, ProbabilityVolume } from '../../core/volume/volume.ts';
import type { ByteSource } from '../../io/bytes/byte-source.ts';
import type { VolumeSources } from './case-sources.ts';
import { orderMasks } from './combine-masks.ts';
import type { TaskContext } from '../task.ts';

/** How single files are read: directly, or by workers side by side. */
export interface Readers {
  readLabelMap(sources: VolumeSources, context: TaskContext): Promise<LabelMap>;
  /** nnU-Net's .npz, with that many channels. */
  readProbabilities(source: ByteSource, channels: number, context: TaskContext): Promise<ProbabilityVolume>;
  /** A 4D NIfTI file, with that many volumes. */
  readChannels(sources: VolumeSources, channels: number, context: TaskContext): Promise<ProbabilityVolume>;
}

/** Probabilities from nnU-Net's .npz, or from a 4D volume with one region each. */
export function readProbabilityFile(
  readers: Readers,
  source: ByteSource,
  channels: number,
  context: TaskContext,
): Promise<ProbabilityVolume> {
  return /\.(nii|hdr|img|nrrd|nhdr|mha|mhd)(\.gz)?$/i.test(source.name)
    ? readers.readChannels([source], channels, context)
    : readers.readProbabilities(source, channels, context);
}

/** A prediction: its label map, or, of a 4D file with a volume per region, those. */
export async function readPrediction(
  readers: Readers,
  sources: VolumeSources,
  regions: number,
  context: TaskContext,
): Promise<{ map: LabelMap | null; regions: ProbabilityVolume | null }> {
  try {
    return { map: await readers.readLabelMap(sources, context), regions: null };
  } catch (error) {
    const is4d = error instanceof DiceLensError && error.code === 'severalVolumes';
    if (!is4d || regions < 2) throw error;
    return { map: null, regions: await readers.readChannels(sources, regions, context) };
  }
}

/**
 * All masks in one 4D file, where one file is given for several regions.
 * @throws DiceLensError masksIncomplete where it is the mask of one region alone
 */
export async function readMasksTogether(
  readers: Readers,
  mask: { readonly name: string; readonly file: string; readonly sources: VolumeSources },
  regions: readonly Region[],
  context: TaskContext,
): Promise<ProbabilityVolume> {
  try {
    return await readers.readChannels(mask.sources, regions.length, context);
  } catch (error) {
    const isSingle =
      error instanceof DiceLensError &&
      error.code === 'volumesUnexpected' &&
      (error.facts as ErrorFacts<'volumesUnexpected'>).volumes === 1;
    if (isSingle) orderMasks([mask], regions);
    throw error;
  }
}
