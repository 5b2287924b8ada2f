import type { Region } from '../../core/labels/label-scheme.ts';
import type { Rule } from '../../core/reconstruction/rule.ts';
import { ruleTable } from '../../core/reconstruction/rule-table.ts';
import { CURVE_THRESHOLDS, type ThresholdHistogram } from '../../core/reconstruction/threshold-curves.ts';
import type { Codes, ProbabilityVolume } from '../../core/volume/volume.ts';
import { CHUNK, inChunks } from './in-chunks.ts';
import { ruleFiller } from './rule-codes.ts';
import { levelFiller } from './threshold-levels.ts';

const STEPS = CURVE_THRESHOLDS.length;

/** A reference, probabilities of the regions on its grid, and the rule whose curves are wanted. */
export interface HistogramInput {
  readonly reference: Codes;
  /** Label value of each reference code. */
  readonly referenceLabels: readonly number[];
  readonly probabilities: ProbabilityVolume;
  readonly regions: readonly Region[];
  readonly rule: Rule;
}

/**
 * One pass over the volumes from which every point of every threshold curve follows (`thresholdCurves`).
 * Neighbours that agree in reference, code and levels are added together.
 * @throws DiceLensError as `computeRuleCodes`; the signal's reason, once aborted.
 */
export async function countThresholdHistogram(
  { reference, referenceLabels, probabilities, regions, rule }: HistogramInput,
  signal?: AbortSignal,
): Promise<ThresholdHistogram> {
  const { channels, data } = probabilities;
  const voxels = reference.length;
  if (data.length !== voxels * channels) throw new RangeError('The volumes differ in size.');
  const fillCodes = ruleFiller(probabilities, rule);
  const fillLevels = levelFiller(probabilities.type, rule.comparison);
  const tally = new Tally(referenceLabels, regions, rule);
  const roomForCodes = new Uint16Array(CHUNK);
  const roomForLevels = Array.from({ length: channels }, () => new Uint8Array(CHUNK));
  await inChunks(voxels, signal, (from, to) => {
    const codes = roomForCodes.subarray(0, to - from);
    fillCodes(codes, from);
    const levels = roomForLevels.map((room) => room.subarray(0, to - from));
    levels.forEach((room, i) => fillLevels(room, data.subarray(i * voxels + from, i * voxels + to)));
    tally.addChunk(reference.subarray(from, to), codes, levels);
  });
  return tally.histogram;
}

class Tally {
  readonly histogram: ThresholdHistogram;
  readonly #table: Int32Array; // index into writtenLabels of each code
  readonly #levels: Uint8Array; // of the run at hand
  readonly #differs = new Uint8Array(CHUNK); // not 0 where a voxel is not like the one before

  constructor(
    referenceLabels: readonly number[],
    regions: readonly Region[],
    readonly rule: Rule,
  ) {
    const labels = ruleTable(rule, regions);
    const writtenLabels = [...new Set([0, ...labels])].sort((a, b) => a - b);
    const indexOf = new Map(writtenLabels.map((label, i) => [label, i]));
    const n = regions.length;
    this.#table = labels.map((label) => indexOf.get(label) ?? 0);
    this.#levels = new Uint8Array(n);
    this.histogram = {
      referenceLabels,
      writtenLabels,
      regions: n,
      levels: new Float64Array(n * referenceLabels.length * (STEPS + 1)),
      changes: new Float64Array((n + 1) * referenceLabels.length * writtenLabels.length * STEPS),
    };
  }

  addChunk(reference: Codes, codes: Codes, levels: readonly Uint8Array[]): void {
    const differs = this.#differs.subarray(0, codes.length).fill(0);
    for (const channel of [reference, codes, ...levels]) markChanges(differs, channel);
    for (let start = 0; start < codes.length;) {
      let end = start + 1;
      while (end < codes.length && differs[end] === 0) end++;
      for (let i = 0; i < levels.length; i++) this.#levels[i] = levels[i][start];
      this.#add(reference[start], codes[start], end - start);
      start = end;
    }
  }

  #add(reference: number, code: number, voxels: number): void {
    const { histogram } = this;
    const n = histogram.regions;
    const references = histogram.referenceLabels.length;
    let moved = code; // the code at the threshold of the step, all thresholds being one
    for (let i = 0; i < n; i++) {
      const level = this.#levels[i];
      const bit = 1 << i;
      histogram.levels[(i * references + reference) * (STEPS + 1) + level] += voxels;
      this.#change(i, reference, code | bit, 0, level, voxels);
      this.#change(i, reference, code & ~bit, level, STEPS, voxels);
      moved = level > 0 ? moved | bit : moved & ~bit;
    }
    for (let step = 0; step < STEPS;) {
      let next = STEPS;
      for (let i = 0; i < n; i++)
        if (this.#levels[i] > step && this.#levels[i] < next) next = this.#levels[i];
      this.#change(n, reference, moved, step, next, voxels);
      for (let i = 0; i < n; i++) if (this.#levels[i] === next) moved &= ~(1 << i);
      step = next;
    }
  }

  /** The code stands at the steps from `from` to before `to`. */
  #change(move: number, reference: number, code: number, from: number, to: number, voxels: number): void {
    if (from >= to) return;
    const { changes, referenceLabels, writtenLabels } = this.histogram;
    const row = (move * referenceLabels.length + reference) * writtenLabels.length + this.#table[code];
    changes[row * STEPS + from] += voxels;
    if (to < STEPS) changes[row * STEPS + to] -= voxels;
  }
}

function markChanges(differs: Uint8Array, values: Codes): void {
  for (let i = 1; i < values.length; i++) differs[i] |= values[i] === values[i - 1] ? 0 : 1;
}
