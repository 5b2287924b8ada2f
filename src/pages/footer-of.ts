import type { AppState } from '../app/state.ts';
import type { CaseResult } from '../core/case/case-result.ts';
import { regionsIn } from '../core/reconstruction/reconstruction.ts';
import { regionInitials } from '../core/labels/region-initials.ts';
import type { Readout } from '../ui/controls/dl-footer.ts';

/** What the footer says of the page on screen: who counted, and the voxel under the pointer. */
export function footerOf({ page, opened, readout, laboratory, why }: AppState): {
  readonly result: CaseResult | null;
  readonly readout: Readout | null;
} {
  if (page === 'why' && why?.of === opened && opened) {
    return { result: why.shown.result, readout: why.readout };
  }
  const shown = page === 'reconstruction' && laboratory?.of === opened ? laboratory : null;
  if (!shown?.shown || !shown.readout) {
    const pattern = readout?.pattern ?? null;
    if (!opened || !readout || pattern === null) return { result: opened?.result ?? null, readout };
    const names = regionInitials(opened.result.scheme.regions.map(({ name }) => name));
    const predictedRegions = regionsIn(pattern).map((region) => names[region]);
    return { result: opened.result, readout: { ...readout, predictedRegions } };
  }
  const { result } = shown.shown.numbers;
  const initials = regionInitials(result.scheme.regions.map(({ name }) => name));
  const regions = regionsIn(shown.readout.pattern ?? 0).map((region) => initials[region]);
  return { result, readout: { ...shown.readout, regions } };
}
