import { tabulateCells } from '../../core/counts/cell-tables.ts';
import { findPieces } from '../../core/volume/components.ts';
import type { ContentBox } from '../../core/volume/content-box.ts';
import { cutDistances, PREDICTED_CODE, type DrawnDistances } from '../../core/surface/drawn-distances.ts';
import { evaluateCounts } from '../../core/counts/evaluate-counts.ts';
import { countVoxels, indexOf, type Vec3 } from '../../core/volume/grid.ts';
import { scoreOf } from '../../core/counts/make-up.ts';
import { tabulateSelection } from '../../core/volume/select-voxels.ts';
import type { StructureRef } from '../../core/labels/selection.ts';
import { readSlicePlane, type SlicePlane } from '../../core/volume/slice.ts';
import { sliceGeometry } from '../../core/volume/slice-geometry.ts';
import { boxesOfCodes, boxOfCodes } from '../../core/volume/structure-boxes.ts';
import { growBox } from '../../core/labels/structure-pair.ts';
import type { Codes, LabelMap } from '../../core/volume/volume.ts';
import { applyEdit, type WhatIfEdit } from '../../core/account/what-if-edits.ts';
import { countJointCpu } from '../../engine/cpu/joint-counts.ts';
import type { PieceList, VoxelReadout } from './case-session.ts';
import type { OpenVolumes } from './open-volumes.ts';
import { WhyMeasurer } from './why-measurer.ts';
import type { MeasuredVolumes } from './why-measure.worker.ts';
import type {
  EditedNumbers,
  Edits,
  LesionWishes,
  MeasuredLesions,
  MeasuredStructure,
  StructureMeasure,
  WhySlices,
  WhyVoxels,
} from './why-session.ts';

const MAX_PIECES = 1000;
/** Edited maps that are kept: those before the last one, and some to go back to. */
const MOST_KEPT = 6;
const MARGIN_MM = 8;

/** The evaluated label map after edits: its numbers, the code of every voxel, and the distances known so far. */
export interface EditedMap {
  readonly numbers: EditedNumbers;
  readonly map: LabelMap;
  readonly codes: Codes;
  readonly measured: MeasuredVolumes;
  readonly drawn: Map<string, DrawnDistances>;
}

const keyOf = (structure: StructureRef) => JSON.stringify(structure);

/** The open case as the page looks at it that explains the drop. */
export class WhyLaboratory {
  readonly #measurer = new WhyMeasurer();
  readonly #own: EditedMap;
  readonly #edited = new Map<string, Promise<EditedMap>>();

  constructor(readonly open: OpenVolumes) {
    const { result, meaning, predicted } = open;
    this.#own = this.#mapOf(
      { result, meaning },
      { grid: result.grid, codes: predicted, labels: meaning.predicted, present: [], warnings: [] },
    );
  }

  /** The map after these edits; the last few are kept, so that one more edit costs one. */
  at(edits: Edits): Promise<EditedMap> {
    const last = edits.at(-1);
    if (!last) return Promise.resolve(this.#own);
    const key = JSON.stringify(edits);
    const known = this.#edited.get(key);
    const found = known ?? this.at(edits.slice(0, -1)).then((before) => this.#edit(before, last));
    this.#edited.delete(key); // the one that was asked for last goes last
    this.#edited.set(key, found);
    found.catch(() => this.#edited.delete(key));
    for (const oldest of this.#edited.keys()) {
      if (this.#edited.size <= MOST_KEPT) break;
      this.#edited.delete(oldest);
    }
    return found;
  }

  async #edit({ map: before }: EditedMap, edit: WhatIfEdit): Promise<EditedMap> {
    const { volumes, result } = this.open;
    const { reference } = volumes;
    const map = applyEdit(before, edit);
    const { codes, labels } = map;
    const counts = await countJointCpu({
      rows: reference.labels.length,
      columns: labels.length,
      reference: reference.codes,
      predicted: codes,
    });
    const counted = evaluateCounts({
      name: result.name,
      grid: result.grid,
      engine: { kind: 'cpu', adapter: '', checked: true, reason: null },
      scheme: result.scheme,
      referenceLabels: reference.labels,
      labelMap: { counts, labels },
      patterns: null,
      warnings: [],
    });
    return this.#mapOf({ result: counted, meaning: { ...this.open.meaning, predicted: labels } }, map);
  }

  #mapOf(numbers: EditedNumbers, map: LabelMap): EditedMap {
    const { reference } = this.open.volumes;
    const { codes } = map;
    const measured = {
      grid: reference.grid,
      reference: reference.codes,
      predicted: codes,
      patterns: this.open.patterns,
      meaning: numbers.meaning,
    };
    return { numbers, map, codes, measured, drawn: new Map() };
  }

  /** The box of all labels of the reference with a margin. */
  findContent(): ContentBox | null {
    const { codes, grid, labels } = this.open.volumes.reference;
    const { ignore } = this.open.result.scheme;
    const boxes = boxesOfCodes(codes, grid.size, labels.length);
    const isShown = Uint8Array.from(labels, (label) => (label === 0 || label === ignore ? 0 : 1));
    const box = boxOfCodes(boxes, isShown);
    const margin = grid.spacingMm.map((mm) => Math.round(MARGIN_MM / mm)) as unknown as Vec3;
    return box && growBox(box, margin, grid.size);
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
    { numbers, measured, drawn: known }: EditedMap,
    { structure, raw }: MeasuredStructure,
    tolerancesMm: readonly number[],
  ): Promise<StructureMeasure> {
    const score = scoreOf(raw ? this.open.result : numbers.result, structure, raw);
    if (!score) throw new Error('The case has no such structure.');
    const { measure, drawn } = await this.#measurer.ask(measured, (measurer) =>
      measurer.measure(score, raw, tolerancesMm),
    );
    if (drawn) known.set(keyOf(structure), drawn); // the reference's boundary is the same, raw or not
    return measure;
  }

  /** Takes a structure of the edited map apart. */
  measureLesions(
    { measured }: EditedMap,
    structure: StructureRef,
    wishes: LesionWishes,
  ): Promise<MeasuredLesions> {
    return this.#measurer.ask(measured, (measurer) => measurer.measureLesions(structure, wishes));
  }

  /** Stops what is measured. */
  stop(): void {
    this.#measurer.stop();
  }
}
