import type { CaseResult } from './case-result.ts';
import type { Warning } from '../errors.ts';
import { eachCell } from '../counts/joint-counts.ts';
import { checkRoundTrip } from '../reconstruction/reconstruction.ts';
import { findSwappedLabels } from '../counts/swapped-labels.ts';

/** What the tables of a case themselves give cause to say, gravest first. */
export function findCaseWarnings(
  result: CaseResult,
  files: { reference: string; prediction: string },
): Warning[] {
  return [
    ...warnOfOrder(result),
    ...warnOfSwappedLabels(result),
    ...warnOfEmptyMaps(result, files),
    ...warnOfLabels(result),
    ...warnOfReconstruction(result),
  ];
}

function warnOfOrder({ scheme }: CaseResult): Warning[] {
  const order = scheme.regions.map(({ writes }) => writes);
  return checkRoundTrip(scheme.regions).map(({ label, becomes }) => ({
    code: 'round-trip-broken',
    facts: { label, becomes, order },
  }));
}

function warnOfSwappedLabels({ joint, labels }: CaseResult): Warning[] {
  const swapped = findSwappedLabels(joint, labels);
  return swapped ? [{ code: 'labels-swapped', facts: swapped }] : [];
}

/** Mirrors of a map against itself are told from the table: nothing off the diagonal. */
function warnOfEmptyMaps(
  { joint, labelScores, ignored }: CaseResult,
  { reference, prediction }: { reference: string; prediction: string },
): Warning[] {
  const warnings: Warning[] = [];
  const none = (count: 'nRef' | 'nPred') => labelScores.every((score) => score[count] === 0);
  if (none('nRef') && ignored === 0) warnings.push({ code: 'nothing-labelled', facts: { file: reference } });
  if (none('nPred')) warnings.push({ code: 'nothing-labelled', facts: { file: prediction } });
  let different = 0;
  eachCell(joint, (row, column, voxels) => {
    if (row !== column) different += voxels;
  });
  if (different === 0 && !none('nRef')) {
    warnings.push({ code: 'files-identical', facts: { reference, prediction } });
  }
  return warnings;
}

function warnOfLabels({ joint, labels, scheme, labelScores }: CaseResult): Warning[] {
  const warnings: Warning[] = [];
  const known = new Set([
    ...scheme.labels.map(({ value }) => value),
    ...scheme.regions.flatMap((r) => r.labels),
  ]);
  if (known.size > 0) {
    for (const {
      labels: [label],
      tp,
      fp,
      fn,
    } of labelScores) {
      if (known.has(label) || tp + fp + fn === 0) continue;
      warnings.push({ code: 'label-not-in-dataset', facts: { label, voxels: tp + fp + fn } });
    }
  }
  const { ignore } = scheme;
  const column = ignore === null ? -1 : labels.indexOf(ignore);
  if (ignore !== null && column >= 0) {
    let voxels = 0;
    eachCell(joint, (_, c, n) => {
      if (c === column) voxels += n;
    });
    if (voxels > 0) warnings.push({ code: 'ignore-predicted', facts: { label: ignore, voxels } });
  }
  return warnings;
}

function warnOfReconstruction({ patterns, scheme, rawRegionScores, regionScores }: CaseResult): Warning[] {
  if (!patterns || !rawRegionScores) return [];
  return scheme.regions
    .flatMap(({ name }, i) => {
      const voxelsOf = (change: 'gained' | 'lost') =>
        patterns.reduce((sum, row) => (row[change].includes(i) ? sum + row.voxels : sum), 0);
      const facts = {
        region: name,
        diceRaw: rawRegionScores[i].dice,
        diceReconstructed: regionScores[i].dice,
      };
      return [
        { code: 'region-gained', facts: { ...facts, voxels: voxelsOf('gained') } } as const,
        { code: 'region-lost', facts: { ...facts, voxels: voxelsOf('lost') } } as const,
      ];
    })
    .filter(({ facts }) => facts.voxels > 0)
    .sort((a, b) => b.facts.voxels - a.facts.voxels);
}
