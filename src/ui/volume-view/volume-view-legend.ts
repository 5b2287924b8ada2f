import { html } from 'lit';
import { legendWords } from '../../core/messages/viewer.ts';
import type { Sentence } from '../../core/messages/sentence.ts';
import { integer } from '../../core/messages/sentence.ts';
import { volumeViewWords as words } from '../../core/messages/volume-view.ts';
import type { SurfaceOf } from '../../core/volume/smooth-classes.ts';
import { SURFACE } from '../../core/volume/smooth-surface.ts';
import { FALSE_NEGATIVE_COLOUR, FALSE_POSITIVE_COLOUR, SIDES } from '../labels/palette.ts';

/** What agrees has no hue. */
const AGREED = '#a4abb3';

const ENTRIES = [
  { of: SURFACE.agreed, colour: AGREED, text: words.agreed, hiddenOn: null },
  { of: SURFACE.falsePositive, colour: FALSE_POSITIVE_COLOUR, text: words.fp, hiddenOn: 'reference' },
  { of: SURFACE.falseNegative, colour: FALSE_NEGATIVE_COLOUR, text: words.fn, hiddenOn: 'prediction' },
  { of: SURFACE.swapped, colour: SIDES.inner, text: words.swapped, hiddenOn: null },
] as const;

/** The colours on a surface with the voxels of the whole case; swapped labels only where there are any. */
export function volumeLegend(
  counts: readonly number[],
  surface: SurfaceOf,
  say: (sentence: Sentence) => string,
) {
  const shown = ENTRIES.filter(
    ({ of, hiddenOn }) => hiddenOn !== surface && (of !== SURFACE.swapped || counts[of] > 0),
  );
  return html`<ul class="over legend" aria-label=${say(legendWords.legend)}>
    ${shown.map(
      ({ of, colour, text }) =>
        html`<li>
          <i .style=${`--swatch: ${colour}`}></i>${say(text)}
          <span>${integer(counts[of] ?? 0)}</span>
        </li>`,
    )}
  </ul>`;
}
