import { findPieces } from '../core/components.ts';
import { countVoxels, indexOf, type Vec3 } from '../core/grid.ts';
import { halfToNumber } from '../core/half-float.ts';
import { impliedPatterns } from '../core/implied-patterns.ts';
import { patternOf } from '../core/reconstruction.ts';
import { nnunetRule, type Rule } from '../core/rule.ts';
import { patternOfCode } from '../core/rule-table.ts';
import { tabulateRuleSelection, type RuleMeaning, type RuleSelection } from '../core/rule-selection.ts';
import { readSlice, readSlicePlane, type SlicePlane } from '../core/slice.ts';
import { sliceGeometry, type SliceGeometry } from '../core/slice-geometry.ts';
import { thresholdCurves, type ThresholdCurves } from '../core/threshold-curves.ts';
import type { Codes, ProbabilityVolume } from '../core/volume.ts';
import {
  countCurves,
  openRecount,
  recountRule,
  type RecountBase,
  type RuleChange,
} from '../tasks/recount-rule.ts';
import type { PieceList, VoxelReadout } from './case-session.ts';
import type { OpenVolumes } from './open-volumes.ts';
import type { RegionSource, RuleNumbers, RuleSlices } from './rule-session.ts';

const MAX_PIECES = 1000;

/** A case under a rule: its numbers, and the code of every voxel. */
export interface CountedRule {
  readonly numbers: RuleNumbers;
  readonly codes: Codes;
}

/** The open case under changing rules; the last one counted is kept. */
export class RuleLaboratory {
  readonly source: RegionSource;
  readonly rule: Rule;
  #base: Promise<RecountBase> | null = null;
  #last: { readonly key: string; readonly counted: Promise<CountedRule> } | null = null;
  #spare: Codes | undefined;
  #curves: AbortController | null = null;

  constructor(readonly open: OpenVolumes) {
    const { probabilities, masks } = open.volumes;
    this.source = probabilities ? 'probabilities' : masks ? 'masks' : 'labels';
    this.rule = nnunetRule(open.result.scheme.regions);
  }

  /** The case under this rule; counted unless it is the last one that was. A label map alone has one rule. */
  at(rule: Rule): Promise<CountedRule> {
    const key = this.source === 'labels' ? '' : JSON.stringify(rule);
    if (this.#last?.key !== key) {
      this.#curves?.abort(new DOMException('Another rule is counted.', 'AbortError'));
      const before = this.#last?.counted;
      const counted = (async () => {
        const old = await before?.catch(() => null);
        const next = this.source === 'labels' ? this.#ofLabels(rule) : await this.#count(rule);
        await this.#spareOf(old ?? null, next);
        return next;
      })();
      this.#last = { key, counted };
      counted.catch(() => {
        if (this.#last?.counted === counted) this.#last = null;
      });
    }
    return this.#last.counted;
  }

  /** The case under nnU-Net's rule. */
  base(): Promise<RecountBase> {
    const { volumes, result } = this.open;
    this.#base ??= openRecount(volumes, result.scheme, new AbortController().signal);
    this.#base.catch(() => (this.#base = null));
    return this.#base;
  }

  /** The curves of a rule; null where there are no thresholds. Stopped when another rule is counted. */
  async countCurves(rule: Rule): Promise<ThresholdCurves | null> {
    if (this.source !== 'probabilities') return null;
    this.#curves?.abort(new DOMException('Other curves are counted.', 'AbortError'));
    const own = new AbortController();
    this.#curves = own;
    const histogram = await countCurves(await this.base(), rule, own.signal);
    return histogram && thresholdCurves(histogram, this.open.result.scheme);
  }

  /** The slices through a voxel, as `RuleSlices` says. */
  readPlanes(
    { codes }: CountedRule,
    { voxel, planes, channel, probabilityOf, audit }: RuleSlices,
  ): SlicePlane[] {
    const { reference, prediction, probabilities } = this.open.volumes;
    const { grid } = reference;
    const image = channel === null ? null : (this.open.images.get(channel) ?? null);
    const first = audit && prediction ? prediction.codes : reference.codes;
    const volumes = { image, reference: first, predicted: codes, pattern: codes };
    return planes.map((plane) => {
      const geometry = sliceGeometry(grid, plane);
      const slice = voxel[geometry.normal];
      const read = readSlicePlane(volumes, grid.size, geometry, slice);
      return probabilities && probabilityOf !== null
        ? { ...read, pattern: probabilitySlice(probabilities, probabilityOf, geometry, slice) }
        : read;
    });
  }

  /** Everything known about a voxel: what the rule writes there stands as `predicted`. */
  readVoxel({ numbers, codes }: CountedRule, voxel: Vec3, channel: number | null): VoxelReadout {
    const code = codes[indexOf(this.open.volumes.reference.grid.size, voxel)];
    const { patterns, written } = numbers.meaning;
    return { ...this.open.readVoxel(voxel, channel), predicted: written[code], pattern: patterns[code] };
  }

  /** The connected pieces of a selection, the largest 1,000 with their places. */
  findPieces({ numbers, codes }: CountedRule, selection: RuleSelection): PieceList {
    const { inReference, inCodes, classes } = tabulateRuleSelection(selection, numbers.meaning);
    const reference = this.open.volumes.reference.codes;
    return this.piecesWhere((i) => classes[inReference[reference[i]] * 2 + inCodes[codes[i]]] !== 0);
  }

  /** The connected pieces of the voxels for which `isChosen` holds. */
  piecesWhere(isChosen: (voxel: number) => boolean): PieceList {
    const { size } = this.open.volumes.reference.grid;
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

  async #count(rule: Rule): Promise<CountedRule> {
    const base = await this.base();
    const { written: own, result: nnunet } = base.nnunet;
    if (JSON.stringify(rule) === JSON.stringify(this.rule)) {
      const changed = { voxels: 0, ...noDifference(nnunet) };
      return {
        numbers: { rule, result: nnunet, changed, meaning: this.#meaning(own.labels) },
        codes: own.codes,
      };
    }
    const spare = this.source === 'probabilities' ? this.#spare : undefined;
    this.#spare = undefined;
    const recount = await recountRule(base, rule, new AbortController().signal, spare);
    const { result, changed, written } = recount;
    return {
      numbers: { rule, result, changed, meaning: this.#meaning(written.labels) },
      codes: written.codes,
    };
  }

  #ofLabels(rule: Rule): CountedRule {
    const { volumes, result } = this.open;
    const { codes, labels } = volumes.prediction ?? { codes: new Uint8Array(), labels: [] };
    const { regions, ignore } = result.scheme;
    const patterns = labels.map((label) => patternOf(label, regions));
    const meaning = { regions, ignore, reference: volumes.reference.labels, patterns, written: labels };
    const changed = { voxels: 0, ...noDifference(result) };
    return {
      numbers: { rule, result: { ...result, patterns: impliedPatterns(result) }, changed, meaning },
      codes,
    };
  }

  #meaning(written: readonly number[]): RuleMeaning {
    const { regions, ignore } = this.open.result.scheme;
    const patterns = written.map((_, code) => patternOfCode(code, regions.length));
    return { regions, ignore, reference: this.open.volumes.reference.labels, patterns, written };
  }

  /** The codes that are shown no more are written over by the next count; nnU-Net's and those of masks never. */
  async #spareOf(old: CountedRule | null, next: CountedRule): Promise<void> {
    if (this.source !== 'probabilities' || !old || old.codes === next.codes) return;
    const { nnunet } = await this.base();
    if (old.codes !== nnunet.written.codes) this.#spare = old.codes;
  }
}

function noDifference({ regionScores, labelScores }: RuleNumbers['result']): Omit<RuleChange, 'voxels'> {
  return {
    regions: regionScores.map(() => 0),
    labels: labelScores.map(({ labels: [label] }) => ({ label, difference: 0 })),
  };
}

/** The probability of a region on a slice, 0 to 255; NaN is 0. */
function probabilitySlice(
  { size, type, data }: ProbabilityVolume,
  region: number,
  geometry: SliceGeometry,
  slice: number,
): Uint8Array {
  const voxels = countVoxels(size);
  const channel = data.subarray(region * voxels, (region + 1) * voxels);
  const stored: ArrayLike<number> = readSlice(channel as Float32Array, size, geometry, slice);
  const value = type === 'float16' ? halfToNumber : (number: number) => number;
  return Uint8ClampedArray.from(stored, (number) => value(number) * 255) as unknown as Uint8Array;
}
