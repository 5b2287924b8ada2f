import type { AuditResult } from '../../core/reconstruction/audit.ts';
import { laboratoryWords } from '../../core/messages/reconstruction-page.ts';
import { colourOfLabel, LABEL_COLOURS } from '../../core/volume/overlay.ts';
import type { RuleMeaning } from '../../core/reconstruction/rule-selection.ts';
import { said, type LegendEntry, type OverlaySpec } from '../viewer/overlay-spec.ts';
import { LABELS, OVERLAY } from '../labels/palette.ts';

/** Colours of labels, then that of background; each once in full and once behind. */
const COLOURS = LABEL_COLOURS + 1;
const MOST = 5;

/**
 * Where the label map given has another label than nnU-Net writes, in the colour of the label that stands there,
 * white for background. A line of the evidence that is chosen stands out. `reference` of the slices holds the
 * codes of the map given, `meaning.reference` their labels.
 */
export function auditOverlay(
  audit: AuditResult,
  { patterns, written, reference }: RuleMeaning,
  choice: { readonly pattern: number; readonly label: number } | null,
): OverlaySpec {
  // codes by what matters: the label written, and whether they are of the pattern chosen
  const expected = [...new Set(written)];
  const isChosen = (code: number) => choice !== null && patterns[code] === choice.pattern;
  const second = Uint8Array.from(
    written,
    (label, code) => 2 * expected.indexOf(label) + (isChosen(code) ? 1 : 0),
  );
  const found = [...new Set(reference)].slice(0, 256);
  const first = Uint8Array.from(reference, (label) => Math.max(0, found.indexOf(label)));
  const columns = 2 * expected.length;
  const classes = Uint8Array.from({ length: found.length * columns }, (_, cell) => {
    const label = found[Math.floor(cell / columns)];
    const column = cell % columns;
    if (label === expected[column >> 1]) return 0;
    const colour = colourOfLabel(label) || COLOURS;
    const isBehind = choice !== null && !(column % 2 === 1 && label === choice.label);
    return isBehind ? colour + COLOURS : colour;
  });
  const colours = [...LABELS, OVERLAY.chosen];
  const styles = [1, 0.35].flatMap((opacity) =>
    colours.map((fill) => ({ fill, hatch: null, opacity, rim: opacity === 1 })),
  );
  return {
    mode: 'reconstruction',
    tables: { reads: 'patterns', columns, first, second, classes },
    styles: [null, ...styles],
    outlines: [],
    legend: auditLegend(audit),
  };
}

function auditLegend({ patterns }: AuditResult): LegendEntry[] {
  const sums = new Map<string, { found: number; expected: number; voxels: number }>();
  for (const { expected, found } of patterns) {
    for (const { label, voxels } of found) {
      if (label === expected) continue;
      const key = `${label} ${expected}`;
      const before = sums.get(key)?.voxels ?? 0;
      sums.set(key, { found: label, expected, voxels: before + voxels });
    }
  }
  const largest = [...sums.values()].sort((a, b) => b.voxels - a.voxels).slice(0, MOST);
  if (largest.length === 0) {
    const text = said(laboratoryWords.noDifference);
    return [{ swatch: 'none', colour: OVERLAY.ignored, text, note: null, voxels: null }];
  }
  return largest.map(({ found, expected, voxels }) => ({
    swatch: 'square',
    colour: LABELS[colourOfLabel(found) - 1] ?? OVERLAY.chosen,
    text: said(laboratoryWords.instead, { found, expected }),
    note: null,
    voxels,
  }));
}
