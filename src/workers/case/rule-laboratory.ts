import { findPieces } from '../../core/volume/components.ts';
import { countVoxels, indexOf, type Vec3 } from '../../core/volume/grid.ts';
import { halfToNumber } from '../../core/volume/half-float.ts';
import { impliedPatterns } from '../../core/reconstruction/implied-patterns.ts';
import { patternOf } from '../../core/reconstruction/reconstruction.ts';
import { nnunetRule, type Rule } from '../../core/reconstruction/rule.ts';
import { patternOfCode, ruleTable } from '../../core/reconstruction/rule-table.ts';
import {
  tabulateRuleSelection,
  type RuleMeaning,
  type RuleSelection,
} from '../../core/reconstruction/rule-selection.ts';
import { readSlice, readSlicePlane, type SlicePlane } from '../../core/volume/slice.ts';
import { sliceGeometry, type SliceGeometry } from '../../core/volume/slice-geometry.ts';
import { thresholdCurves, type ThresholdCurves } from '../../core/reconstruction/threshold-curves.ts';
import type { Codes, ProbabilityVolume } from '../../core/volume/volume.ts';
import type { Engine } from '../../engine/engine.ts';
import {
  countCurves,
  openRecount,
  recountRule,
  type RecountBase,
  type RuleChange,
} from '../../tasks/reconstruction/recount-rule.ts';
import { readWrittenSlice, writeLabels } from '../../tasks/reconstruction/written-labels.ts';
import type { PieceList, VoxelReadout } from './case-session.ts';
import type { OpenVolumes } from './open-volumes.ts';
import { voxelOf } from './one-voxel.ts';
import type { RegionSource, RuleNumbers, RuleSlices } from './rule-session.ts';

const MAX_PIECES = 1000;

/** A case under a rule: its numbers, and the code of every voxel, made when it is first asked for. */
export interface CountedRule {
  readonly numbers: RuleNumbers;
  codes(): Codes;
}

/** The open case under changing rules; the last one counted is kept. To be closed. */
export class RuleLaboratory {
  readonly source: RegionSource;
  readonly rule: Rule;
  #base: Promise<RecountBase> | null = null;
  #last: { readonly key: string; readonly counted: Promise<CountedRule> } | null = null;
  #curves: AbortController | null = null;
  readonly #closing = new AbortController();

  constructor(
    readonly open: OpenVolumes,
    readonly engine: () => Promise<Engine>,
  ) {
    const { probabilities, masks } = open.volumes;
    this.source = probabilities ? 'probabilities' : masks ? 'masks' : 'labels';
    this.rule = nnunetRule(open.result.scheme.regions);
  }

  /** Stops what is under way and gives the engine's memory back. */
  close(): void {
    this.#closing.abort(new DOMException('Another case was opened.', 'AbortError'));
    this.#curves?.abort(this.#closing.signal.reason);
    void this.#base?.then((base) => base.close()).catch(() => {});
  }

  /** The case under this rule; counted unless it is the last one that was. A label map alone has one rule. */
  at(rule: Rule): Promise<CountedRule> {
    const key = this.source === 'labels' ? '' : JSON.stringify(rule);
    if (this.#last?.key !== key) {
      this.#curves?.abort(new DOMException('Another rule is counted.', 'AbortError'));
      const before = this.#last?.counted;
      const counted = (async () => {
        await before?.catch(() => null);
        return this.source === 'labels' ? this.#ofLabels(rule) : this.#count(rule);
      })();
      this.#last = { key, counted };
      counted.catch(() => {
        if (this.#last?.counted === counted) this.#last = null;
      });
    }
    return this.#last.counted;
  }

  /** The curves of a rule; null where there are no thresholds. Stopped when another rule is counted. */
  async countCurves(rule: Rule): Promise<ThresholdCurves | null> {
    if (this.source !== 'probabilities') return null;
    this.#curves?.abort(new DOMException('Other curves are counted.', 'AbortError'));
    const own = new AbortController();
    this.#curves = own;
    const histogram = await countCurves(await this.#opened(), rule, own.signal);
    return histogram && thresholdCurves(histogram, this.open.result.scheme);
  }

  /** The slices through a voxel, as `RuleSlices` says; cut from the probabilities, no volume of codes is made. */
  readPlanes(rule: Rule, { voxel, planes, channel, probabilityOf, audit }: RuleSlices): SlicePlane[] {
    const { volumes, images } = this.open;
    const { reference, prediction, probabilities } = volumes;
    const { grid } = reference;
    const image = channel === null ? null : (images.get(channel) ?? null);
    const first = audit && prediction ? prediction.codes : reference.codes;
    return planes.map((plane) => {
      const geometry = sliceGeometry(grid, plane);
      const slice = voxel[geometry.normal];
      const cut = { image, reference: first, predicted: null, pattern: null };
      const predicted = this.#codesOfSlice(audit ? this.rule : rule, geometry, slice);
      const pattern =
        probabilities && probabilityOf !== null
          ? probabilitySlice(probabilities, probabilityOf, geometry, slice)
          : predicted;
      return { ...readSlicePlane(cut, grid.size, geometry, slice), predicted, pattern };
    });
  }

  /** Everything known about a voxel: what the rule writes there stands as `predicted`. */
  readVoxel({ rule, meaning }: RuleNumbers, voxel: Vec3, channel: number | null): VoxelReadout {
    const { reference } = this.open.volumes;
    const code = this.#codeOfVoxel(rule, indexOf(reference.grid.size, voxel));
    const { patterns, written } = meaning;
    return { ...this.open.readVoxel(voxel, channel), predicted: written[code], pattern: patterns[code] };
  }

  /** The connected pieces of a selection, the largest 1,000 with their places. */
  findPieces({ numbers, codes }: CountedRule, selection: RuleSelection): PieceList {
    const { inReference, inCodes, classes } = tabulateRuleSelection(selection, numbers.meaning);
    const reference = this.open.volumes.reference.codes;
    const own = codes();
    return this.piecesWhere((i) => classes[inReference[reference[i]] * 2 + inCodes[own[i]]] !== 0);
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

  #opened(): Promise<RecountBase> {
    const { volumes, result } = this.open;
    this.#base ??= this.engine().then((engine) =>
      openRecount(volumes, result.scheme, this.#closing.signal, engine),
    );
    this.#base.catch(() => (this.#base = null));
    return this.#base;
  }

  async #count(rule: Rule): Promise<CountedRule> {
    const base = await this.#opened();
    const { nnunet } = base;
    const isOwn = JSON.stringify(rule) === JSON.stringify(this.rule);
    const recount = isOwn
      ? { result: nnunet.result, changed: { voxels: 0, ...noDifference(nnunet.result) } }
      : await recountRule(base, rule, this.#closing.signal);
    const { result, changed } = recount;
    const meaning = this.#meaning([...ruleTable(rule, base.scheme.regions)]);
    return {
      numbers: { rule, result, changed, meaning },
      codes: () => ('written' in recount ? recount.written : nnunet.written).codes,
    };
  }

  #ofLabels(rule: Rule): CountedRule {
    const { volumes, result } = this.open;
    const { codes, labels } = volumes.prediction ?? { codes: new Uint8Array(), labels: [] };
    const { regions, ignore } = result.scheme;
    const patterns = labels.map((label) => patternOf(label, regions));
    const meaning = { regions, ignore, reference: volumes.reference.labels, patterns, written: labels };
    const changed = { voxels: 0, ...noDifference(result) };
    const numbers = { rule, result: { ...result, patterns: impliedPatterns(result) }, changed, meaning };
    return { numbers, codes: () => codes };
  }

  #codesOfSlice(rule: Rule, geometry: SliceGeometry, slice: number): Codes {
    const { volumes, result } = this.open;
    const { prediction, reference } = volumes;
    if (this.source !== 'labels') {
      return readWrittenSlice({ volumes, scheme: result.scheme }, rule, geometry, slice).codes;
    }
    return readSlice<Codes>(prediction?.codes ?? reference.codes, reference.grid.size, geometry, slice);
  }

  #codeOfVoxel(rule: Rule, index: number): number {
    const { volumes, result } = this.open;
    if (this.source === 'labels') return volumes.prediction?.codes[index] ?? 0;
    return writeLabels(voxelOf({ volumes, scheme: result.scheme }, index), rule).codes[0];
  }

  #meaning(written: readonly number[]): RuleMeaning {
    const { regions, ignore } = this.open.result.scheme;
    const patterns = written.map((_, code) => patternOfCode(code, regions.length));
    return { regions, ignore, reference: this.open.volumes.reference.labels, patterns, written };
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
  return new Uint8Array(Uint8ClampedArray.from(stored, (number) => value(number) * 255).buffer);
}
