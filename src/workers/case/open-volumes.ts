import type { CaseResult } from '../../core/case/case-result.ts';
import { countVoxels, indexOf, toWorld, type Vec3 } from '../../core/volume/grid.ts';
import { findPieces } from '../../core/volume/components.ts';
import { reconstructionTable } from '../../core/reconstruction/reconstruction.ts';
import { tabulateSelection, type CodeMeaning } from '../../core/volume/select-voxels.ts';
import type { Selection } from '../../core/labels/selection.ts';
import { sliceGeometry, type Plane } from '../../core/volume/slice-geometry.ts';
import {
  readSlicePlane,
  type ProbabilityChannel,
  type SlicePlane,
  type SliceVolumes,
} from '../../core/volume/slice.ts';
import type {
  Codes,
  ImageVolume,
  LabelMap,
  PatternVolume,
  ProbabilityVolume,
} from '../../core/volume/volume.ts';
import type { CaseVolumes } from '../../tasks/case/read-case.ts';
import { halfToNumber } from '../../core/volume/half-float.ts';
import type { PieceList, SliceLook, VoxelReadout } from './case-session.ts';

const MAX_PIECES = 1000;
const USUAL_LOOK: SliceLook = { convention: 'radiological', heat: null };

/** The volumes of the open case and the questions that only voxels answer. */
export class OpenVolumes {
  readonly images = new Map<number, ImageVolume>();
  /** A second prediction, where one was opened. */
  other: LabelMap | null = null;

  constructor(
    readonly volumes: CaseVolumes,
    readonly patterns: PatternVolume | null,
    readonly result: CaseResult,
  ) {}

  /** What the codes of the volumes mean; without a label map the patterns stand for what they write. */
  get meaning(): CodeMeaning {
    const { reference, prediction } = this.volumes;
    const { regions, ignore } = this.result.scheme;
    return {
      regions,
      ignore,
      reference: reference.labels,
      predicted: prediction?.labels ?? [...reconstructionTable(regions)],
    };
  }

  /** The codes of the evaluated label map. */
  get predicted(): Codes {
    return this.volumes.prediction?.codes ?? this.patterns?.codes ?? new Uint8Array();
  }

  /** The slices through a voxel. */
  readPlanes(
    voxel: Vec3,
    planes: readonly Plane[],
    channel: number | null,
    look: SliceLook = USUAL_LOOK,
  ): SlicePlane[] {
    const { grid } = this.volumes.reference;
    const volumes = this.#sliceVolumes(channel, look);
    return planes.map((plane) => {
      const geometry = sliceGeometry(grid, plane, undefined, look.convention);
      return readSlicePlane(volumes, grid.size, geometry, voxel[geometry.normal]);
    });
  }

  /** Slices of one plane by their index. */
  readSlices(plane: Plane, slices: readonly number[], channel: number | null, look: SliceLook): SlicePlane[] {
    const { grid } = this.volumes.reference;
    const geometry = sliceGeometry(grid, plane, undefined, look.convention);
    const volumes = this.#sliceVolumes(channel, look);
    return slices.map((slice) => readSlicePlane(volumes, grid.size, geometry, slice));
  }

  #sliceVolumes(channel: number | null, { heat }: SliceLook): SliceVolumes {
    const { reference, probabilities } = this.volumes;
    return {
      image: channel === null ? null : (this.images.get(channel) ?? null),
      reference: reference.codes,
      predicted: this.predicted,
      pattern: this.patterns?.codes ?? null,
      other: this.other?.codes ?? null,
      heat: heat === null || !probabilities ? null : channelOf(probabilities, heat),
    };
  }

  /** Everything known about a voxel inside the volume. */
  readVoxel(voxel: Vec3, channel: number | null): VoxelReadout {
    const { reference, probabilities } = this.volumes;
    const i = indexOf(reference.grid.size, voxel);
    const image = channel === null ? undefined : this.images.get(channel);
    return {
      voxel,
      reference: reference.labels[reference.codes[i]],
      predicted: this.meaning.predicted[this.predicted[i]],
      pattern: this.patterns?.codes[i] ?? null,
      probabilities: probabilities && probabilitiesAt(probabilities, i),
      image: image ? image.slope * image.stored[i] + image.intercept : null,
      mm: toWorld(reference.grid.affine, voxel),
      other: this.other ? this.other.labels[this.other.codes[i]] : null,
    };
  }

  /** The connected pieces of the voxels of a selection, the largest 1,000 with their places. */
  findPieces(selection: Selection): PieceList {
    const { compares, inReference, inPrediction, classes } = tabulateSelection(selection, this.meaning);
    const { codes, grid } = this.volumes.reference;
    const predicted = compares === 'patterns' ? this.patterns?.codes : this.predicted;
    if (!predicted) return { count: 0, voxels: 0, pieces: [] };
    const chosen = new Uint8Array(countVoxels(grid.size));
    let voxels = 0;
    for (let i = 0; i < chosen.length; i++) {
      if (classes[inReference[codes[i]] * 2 + inPrediction[predicted[i]]] === 0) continue;
      chosen[i] = 1;
      voxels++;
    }
    const pieces = findPieces(chosen, grid.size);
    return { count: pieces.length, voxels, pieces: pieces.slice(0, MAX_PIECES) };
  }
}

/** One channel of probabilities as it is stored; null where there is no such channel. */
function channelOf(
  { size, channels, type, data }: ProbabilityVolume,
  channel: number,
): ProbabilityChannel | null {
  const voxels = countVoxels(size);
  return channel < channels
    ? { type, stored: data.subarray(channel * voxels, (channel + 1) * voxels) }
    : null;
}

function probabilitiesAt({ size, channels, type, data }: ProbabilityVolume, index: number): number[] {
  const voxels = countVoxels(size);
  return Array.from({ length: channels }, (_, channel) => {
    const stored = data[channel * voxels + index];
    return type === 'float16' ? halfToNumber(stored) : stored;
  });
}
