import { expose, transfer } from 'comlink';
import { readChannels } from '../../io/volumes/read-channels.ts';
import { readImage, type ReadImage } from '../../io/volumes/read-image.ts';
import { readLabelMap } from '../../io/volumes/read-label-map.ts';
import { readProbabilities, type ReadProbabilities } from '../../io/volumes/read-probabilities.ts';
import type { LabelMap, ProbabilityVolume } from '../../core/volume/volume.ts';
import { settle, type Outcome } from '../outcome.ts';
import { sourceOf, type NamedFile } from '../case/named-file.ts';

/** What a reading worker does: one file at a time, its voxels handed over without a copy. */
export interface Reader {
  readLabelMap(files: readonly NamedFile[]): Promise<Outcome<LabelMap>>;
  readImage(files: readonly NamedFile[]): Promise<Outcome<ReadImage>>;
  readProbabilities(file: NamedFile, channels: number): Promise<Outcome<ReadProbabilities>>;
  readChannels(files: readonly NamedFile[], channels: number): Promise<Outcome<ProbabilityVolume>>;
}

const reader: Reader = {
  readLabelMap: async (files) => {
    const outcome = await settle(readLabelMap(files.map(sourceOf)));
    return 'value' in outcome ? transfer(outcome, [outcome.value.codes.buffer as ArrayBuffer]) : outcome;
  },
  readImage: async (files) => {
    const outcome = await settle(readImage(files.map(sourceOf)));
    return 'value' in outcome
      ? transfer(outcome, [outcome.value.image.stored.buffer as ArrayBuffer])
      : outcome;
  },
  readProbabilities: async (file, channels) => {
    const outcome = await settle(readProbabilities(sourceOf(file), { expectedChannels: channels }));
    return 'value' in outcome
      ? transfer(outcome, [outcome.value.volume.data.buffer as ArrayBuffer])
      : outcome;
  },
  readChannels: async (files, channels) => {
    const outcome = await settle(readChannels(files.map(sourceOf), channels));
    return 'value' in outcome ? transfer(outcome, [outcome.value.data.buffer as ArrayBuffer]) : outcome;
  },
};

expose(reader);
