import { tabulateCells } from '../core/cell-tables.ts';
import { findPieces } from '../core/components.ts';
import { cutDistances, PREDICTED_CODE, type DrawnDistances } from '../core/drawn-distances.ts';
import { countVoxels, indexOf, type Vec3 } from '../core/grid.ts';
import { scoreOf } from '../core/make-up.ts';
import { tabulateSelection } from '../core/select-voxels.ts';
import type { StructureRef } from '../core/selection.ts';
import { readSlicePlane, type SlicePlane } from '../core/slice.ts';
import { sliceGeometry } from '../core/slice-geometry.ts';
import type { Codes } from '../core/volume.ts';
import type { PieceList, VoxelReadout } from './case-session.ts';
import type { OpenVolumes } from './open-volumes.ts';
import { WhyMeasurer } from './why-measurer.ts';
import type { MeasuredVolumes } from './why-measure.worker.ts';
import type { Edits, EditedNumbers, StructureMeasure, WhySlices, WhyVoxels } from './why-session.ts';

const MAX_PIECES = 1000;

/** The evaluated label map after edits: its numbers, the code of every voxel, and the distances known so far. */
export interface EditedMap {
  readonly numbers: EditedNumbers;
  readonly codes: Codes;
  readonly measured: MeasuredVolumes;
  readonly drawn: Map<string, DrawnDistances>;
}

const keyOf = (structure: StructureRef) => JSON.stringify(structure);

/** The open case as the page looks at it that explains the drop. */
export class WhyLaboratory {
  readonly #measurer = new WhyMeasurer();
  readonly #own: EditedMap;

  constructor(readonly open: OpenVolumes) {
    const { result, meaning, predicted } = open;
    this.#own = this.#mapOf({ result, meaning }, predicted);
  }

  /** The map after these edits. */
  async at(_edits: Edits): Promise<EditedMap> {
    return this.#own;
  }

  #mapOf(numbers: EditedNumbers, codes: Codes): EditedMap {
    const { reference } = this.open.volumes;
    const { meaning } = numbers;
    const measured = { grid: reference.grid, reference: reference.codes, predicted: codes, meaning };
    return { numbers, codes, measured, drawn: new Map() };
  }

  /** The slice through a voxel, with the distances where they are known. */
  readPlane(
    { codes, drawn, numbers }: EditedMap,
    { voxel, plane, channel, distanceOf }: WhySlices,
  ): SlicePlane {
    const { grid, codes: reference } = this.open.volumes.reference;
    const image = channel === null ? null : (this.open.images.get(channel) ?? null);
    const geometry = sliceGeometry(grid, plane);
    const slice = voxel[geometry.normal];
    const read = readSlicePlane(
      { image, reference, predicted: codes, pattern: null },
      grid.size,
      geometry,
      slice,
    );
    const distances = distanceOf && drawn.get(keyOf(distanceOf));
    if (!distances || !distanceOf || !read.predicted) return read;
    const pattern = cutDistances(distances, geometry, slice);
    const { inPrediction } = tabulateSelection(
      { kind: 'structure', structure: distanceOf, part: 'all', raw: false },
      numbers.meaning,
    );
    for (let i = 0; i < pattern.length; i++) pattern[i] += PREDICTED_CODE * inPrediction[read.predicted[i]];
    return { ...read, pattern };
  }

  /** Everything known about a voxel, the edited label as `predicted`. */
  readVoxel({ codes, numbers }: EditedMap, voxel: Vec3, channel: number | null): VoxelReadout {
    const code = codes[indexOf(this.open.volumes.reference.grid.size, voxel)];
    return { ...this.open.readVoxel(voxel, channel), predicted: numbers.meaning.predicted[code] };
  }

  /** The connected pieces of voxels, the largest 1,000 with their places. */
  findPieces({ codes, numbers }: EditedMap, voxels: WhyVoxels): PieceList {
    const { codes: reference, grid } = this.open.volumes.reference;
    const { meaning } = numbers;
    if (voxels.kind === 'cells') {
      const { columns, first, second, classes } = tabulateCells([voxels.cells], meaning);
      return this.#pieces((i) => classes[first[reference[i]] * columns + second[codes[i]]] !== 0, grid.size);
    }
    const { inReference, inPrediction, classes } = tabulateSelection(voxels.selection, meaning);
    return this.#pieces(
      (i) => classes[inReference[reference[i]] * 2 + inPrediction[codes[i]]] !== 0,
      grid.size,
    );
  }

  #pieces(isChosen: (voxel: number) => boolean, size: Vec3): PieceList {
    const chosen = new Uint8Array(countVoxels(size));
    let voxels = 0;
    for (let i = 0; i < chosen.length; i++) {
      if (!isChosen(i)) continue;
      chosen[i] = 1;
      voxels++;
    }
    const pieces = findPieces(chosen, size);
    return { count: pieces.length, voxels, pieces: pieces.slice(0, MAX_PIECES) };
  }

  /** Measures a structure of the edited map; its distances can be drawn from then on. */
  async measure(
    map: EditedMap,
    structure: StructureRef,
    tolerancesMm: readonly number[],
  ): Promise<StructureMeasure> {
    const score = scoreOf(map.numbers.result, structure, false);
    if (!score) throw new Error('The case has no such structure.');
    const { measure, drawn } = await this.#measurer.measure(map.measured, score, tolerancesMm);
    if (drawn) map.drawn.set(keyOf(structure), drawn);
    return measure;
  }

  /** Stops what is measured. */
  stop(): void {
    this.#measurer.stop();
  }
}
