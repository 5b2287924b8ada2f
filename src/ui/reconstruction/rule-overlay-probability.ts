import type { CaseResult } from '../../core/case/case-result.ts';
import { laboratoryWords } from '../../core/messages/reconstruction-page.ts';
import { colourOfLabel } from '../../core/volume/overlay.ts';
import type { RuleMeaning } from '../../core/reconstruction/rule-selection.ts';
import type { FillStyle } from '../viewer/overlay-pixels.ts';
import { said, type LegendEntry, type OverlaySpec } from '../viewer/overlay-spec.ts';
import { LABELS, OVERLAY, rgbOf, type Hex } from '../labels/palette.ts';

const STEPS = 20;
const OPACITY = 0.9;
/** What stands for the image under a half transparent colour, in the legend. */
const GREY = 60;

/**
 * The probability of a region as a veil of its label's colour, denser where it is more probable, in twentieths;
 * nothing below 0.05. The white line is the mask at the threshold of the rule.
 */
export function probabilityOverlay(
  { scheme }: CaseResult,
  { patterns }: RuleMeaning,
  index: number,
): OverlaySpec {
  const region = scheme.regions[index];
  const colour: Hex = LABELS[colourOfLabel(region.writes) - 1] ?? OVERLAY.chosen;
  const second = Uint8Array.from({ length: 256 }, (_, p) => Math.floor((p / 255) * STEPS));
  const styles = Array.from({ length: STEPS + 1 }, (_, step): FillStyle | null =>
    step === 0 ? null : { fill: colour, hatch: null, opacity: (OPACITY * step) / STEPS, rim: false },
  );
  const shades = [0.25, 0.5, 0.75, 1].map((p): LegendEntry => ({
    swatch: 'square',
    colour: veiled(colour, OPACITY * p),
    text: said(laboratoryWords.probabilityIs, { from: p.toFixed(2) }),
    note: null,
    voxels: null,
  }));
  return {
    mode: 'reconstruction',
    tables: {
      reads: 'patterns',
      columns: STEPS + 1,
      first: new Uint8Array(0x1_0000), // whatever the reference is
      second,
      classes: Uint8Array.from({ length: STEPS + 1 }, (_, step) => step),
    },
    styles,
    outlines: [
      {
        of: 'predicted',
        members: Uint8Array.from(patterns, (pattern) => (pattern >> index) & 1),
        colour: OVERLAY.outline,
        dashed: false,
      },
    ],
    legend: [
      ...shades,
      {
        swatch: 'outline',
        colour: OVERLAY.outline,
        text: region.name,
        note: said(laboratoryWords.thresholdLine),
        voxels: null,
      },
    ],
  };
}

function veiled(colour: Hex, alpha: number): Hex {
  const parts = rgbOf(colour).map((part) => Math.round(part * alpha + GREY * (1 - alpha)));
  return `#${parts.map((part) => part.toString(16).padStart(2, '0')).join('')}`;
}
