import { tabulateLabels } from '../../core/volume/overlay.ts';
import { LABEL_STYLES } from '../viewer/overlay-of-case.ts';
import type { OverlaySpec } from '../viewer/overlay-spec.ts';

/** The labels of a reference over a slice, each in its colour; `labels` are the values of its codes. */
export function labelOverlay(labels: readonly number[], ignore: number | null): OverlaySpec {
  return {
    mode: 'reference',
    tables: tabulateLabels('reference', { regions: [], ignore, reference: labels, predicted: [] }),
    styles: LABEL_STYLES,
    outlines: [],
    legend: [],
  };
}
