import { DiceLensError } from '../../core/errors.ts';
import type { LabelScheme } from '../../core/labels/label-scheme.ts';
import type { Rule } from '../../core/reconstruction/rule.ts';
import { ruleTable } from '../../core/reconstruction/rule-table.ts';
import type { SliceGeometry } from '../../core/volume/slice-geometry.ts';
import { readSlice } from '../../core/volume/slice.ts';
import type { Codes, ProbabilityVolume } from '../../core/volume/volume.ts';
import { maskCodes } from '../../engine/cpu/mask-codes.ts';
import { computeRuleCodes, ruleCodesOf, type RuleCodes } from '../../engine/cpu/rule-codes.ts';
import type { CaseVolumes } from '../case/read-case.ts';

/** A label map as a rule writes it: the label of a voxel is `labels[codes[voxel]]`. */
export interface WrittenLabels extends RuleCodes {
  readonly labels: readonly number[];
}

/** A case with regions, and what the regions are. */
export interface RegionCase {
  readonly volumes: CaseVolumes;
  readonly scheme: LabelScheme;
}

/**
 * The label map of a rule, for what asks for single voxels: pieces and exports. Numbers and slices need it not.
 * `into` is memory to fill again where it fits, such as the codes of a rule that is no longer shown.
 * @throws DiceLensError nothingToCompare where the case has neither probabilities nor masks; the signal's
 * reason, once aborted.
 */
export async function computeWritten(
  { volumes, scheme }: RegionCase,
  rule: Rule,
  signal?: AbortSignal,
  into?: Codes,
): Promise<WrittenLabels> {
  const { probabilities } = volumes;
  const codes = probabilities
    ? await computeRuleCodes(probabilities, rule, signal, into)
    : maskCodes(masksOf(volumes), rule.kind);
  return { ...codes, labels: [...ruleTable(rule, scheme.regions)] };
}

/** As `computeWritten`, at once. */
export function writeLabels({ volumes, scheme }: RegionCase, rule: Rule, into?: Codes): WrittenLabels {
  const { probabilities } = volumes;
  const codes = probabilities
    ? ruleCodesOf(probabilities, rule, into)
    : maskCodes(masksOf(volumes), rule.kind);
  return { ...codes, labels: [...ruleTable(rule, scheme.regions)] };
}

/**
 * One slice of the label map of a rule, in display order as `readSlice` has it, from that slice of the
 * probabilities alone: no volume of codes is needed to show a rule. `size` is width, height and 1.
 * @throws DiceLensError nothingToCompare; RangeError for a slice outside the volume.
 */
export function readWrittenSlice(
  { volumes, scheme }: RegionCase,
  rule: Rule,
  geometry: SliceGeometry,
  slice: number,
): WrittenLabels {
  const size = [geometry.width, geometry.height, 1] as const;
  const { probabilities } = volumes;
  if (!probabilities) {
    const masks = masksOf(volumes);
    const codes = readSlice<Codes>(masks.codes, masks.size, geometry, slice);
    return {
      ...maskCodes({ ...masks, size, codes }, rule.kind),
      labels: [...ruleTable(rule, scheme.regions)],
    };
  }
  const { channels, type, data: all } = probabilities;
  const [x, y, z] = probabilities.size;
  const pixels = geometry.width * geometry.height;
  const data = new (all.constructor as new (length: number) => ProbabilityVolume['data'])(channels * pixels);
  for (let channel = 0; channel < channels; channel++) {
    const values = all.subarray(channel * x * y * z, (channel + 1) * x * y * z);
    data.set(
      readSlice<ProbabilityVolume['data']>(values, probabilities.size, geometry, slice),
      channel * pixels,
    );
  }
  return {
    ...ruleCodesOf({ size, channels, type, data }, rule),
    labels: [...ruleTable(rule, scheme.regions)],
  };
}

function masksOf({ masks, files }: CaseVolumes) {
  if (!masks) throw new DiceLensError('nothingToCompare', { file: files.reference });
  return masks.patterns;
}
