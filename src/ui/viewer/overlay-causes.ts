import type { CaseResult } from '../../core/case/case-result.ts';
import { legendWords } from '../../core/messages/viewer.ts';
import { CAUSE_TONES, type Cause } from '../../core/volume/overlay.ts';
import type { FillStyle } from './overlay-pixels.ts';
import { said, type LegendEntry, type Said } from './overlay-spec.ts';
import { GAINED_TONES, LOST_TONES, OVERLAY } from '../labels/palette.ts';

/** The style of every class of the reconstruction overlay: gained solid, lost hatched, both with a black rim. */
export function causeStyles(causes: readonly Cause[]): (FillStyle | null)[] {
  const styles = new Array<FillStyle | null>(3 * CAUSE_TONES + 1).fill(null);
  for (const { class: at, kind, tone } of causes) {
    styles[at] = {
      fill: kind === 'lost' ? null : GAINED_TONES[tone],
      hatch: kind === 'gained' ? null : LOST_TONES[tone],
      opacity: 1,
      rim: true,
    };
  }
  return styles;
}

/** A line for every cause, the label written where several causes concern the same regions. */
export function causeLegend(
  causes: readonly Cause[],
  { scheme, patterns }: Pick<CaseResult, 'scheme' | 'patterns'>,
): LegendEntry[] {
  if (causes.length === 0) {
    const text = said(patterns ? legendWords.nothingChanged : legendWords.noPatterns);
    return [{ swatch: 'none', colour: OVERLAY.ignored, text, note: null, voxels: null }];
  }
  const namesOf = (indices: readonly number[]) => indices.map((index) => scheme.regions[index]?.name ?? '');
  const regionsOf = ({ kind, patterns: [row] }: Cause) => (kind === 'lost' ? row.lost : row.gained);
  const textOf = (cause: Cause): Said => {
    const [row] = cause.patterns;
    if (cause.kind === 'both') {
      return said(legendWords.both, { gained: namesOf(row.gained), lost: namesOf(row.lost) });
    }
    const alike = causes.filter(
      (other) => other.kind === cause.kind && regionsOf(other).join() === regionsOf(cause).join(),
    );
    const facts = { regions: namesOf(regionsOf(cause)), label: alike.length > 1 ? row.writes : null };
    return said(cause.kind === 'gained' ? legendWords.gained : legendWords.lost, facts);
  };
  return causes.map((cause) => {
    const more = cause.patterns.length - 1;
    return {
      swatch: cause.kind === 'gained' ? 'square' : 'hatch',
      colour: (cause.kind === 'gained' ? GAINED_TONES : LOST_TONES)[cause.tone],
      text: textOf(cause),
      note: more > 0 ? said(legendWords.morePatterns, { more }) : null,
      voxels: cause.voxels,
    };
  });
}
