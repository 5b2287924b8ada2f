import type { ByteSource } from '../../io/bytes/byte-source.ts';

/** One file, or the .hdr and .img of a pair. */
export type VolumeSources = readonly ByteSource[];

/** A volume and what it is called: a region's name or an image channel's. */
export interface NamedSources {
  readonly name: string;
  readonly sources: VolumeSources;
}

/** The files of one case. One of `prediction`, `probabilities` and `masks` is there at least. */
export interface CaseSources {
  readonly name: string;
  readonly reference: VolumeSources;
  readonly prediction: VolumeSources | null;
  readonly probabilities: ByteSource | null;
  /** Masks of regions, by region name; in the sequence of dataset.json where a name is empty. */
  readonly masks: readonly NamedSources[];
}
