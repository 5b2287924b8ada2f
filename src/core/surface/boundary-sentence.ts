import type { BoundaryHistogram } from './boundary-histogram.ts';
import type { BoundaryZones } from './boundary-zones.ts';
import { formatMm, formatShare } from '../text/format.ts';
import { boundarySentences } from '../messages/why.ts';
import { say } from '../messages/say.ts';
import type { Language, Sentence } from '../messages/sentence.ts';

/** From this share of the errors on, those beyond the band are more than its fringe. */
const MORE_SHARE = 0.1;

/** Where the errors of a structure lie, in one or two sentences; `histogram` is null without a reference boundary. */
export function sayBoundary(
  histogram: BoundaryHistogram | null,
  { bandMm, band, beyond, interior, exterior }: BoundaryZones,
  language: Language,
): string {
  if (!histogram) return say(boundarySentences.noBoundary as Sentence<never>, language);
  if (Number.isNaN(band.errorShare)) return say(boundarySentences.noErrors as Sentence<never>, language);
  const share = formatShare(band.errorShare);
  const voxels = beyond.fp + beyond.fn;
  if (voxels === 0) return say(boundarySentences.mostlyBand as Sentence<never>, language, { share, bandMm });
  const isOutside = exterior.fp >= interior.fn;
  const farthestMm = formatMm(isOutside ? histogram.farthestFpMm : -histogram.deepestFnMm);
  const rest = formatShare(beyond.errorShare);
  const facts = {
    share,
    bandMm,
    rest,
    voxels,
    farthestMm,
    isOutside,
    isMore: beyond.errorShare >= MORE_SHARE,
  };
  return say(boundarySentences.beyond as Sentence<never>, language, facts);
}
