import { formatRegionKey, type Region } from '../../core/labels/label-scheme.ts';
import type { App } from '../app.ts';
import { act } from '../report-error.ts';
import { choose } from './view-case.ts';

/** A region as the editor gives it. */
export interface RegionDraft {
  readonly name: string;
  readonly labels: readonly number[];
}

/**
 * Scores the open label map by these regions; null goes back to dataset.json's. Regions without a label are left
 * out. What a region writes means nothing for a label map that is given: the lowest of its labels stands there.
 */
export function defineRegions(app: App, drafts: readonly RegionDraft[] | null): Promise<void> {
  return act(app, async () => {
    const { store, session } = app;
    const regions = drafts?.filter(({ labels }) => labels.length > 0).map(completeRegion) ?? null;
    const opened = await session.defineRegions(regions);
    store.change({ opened, regionsByHand: regions });
    const { selection } = store.state;
    if (selection?.kind === 'structure' && selection.structure.kind === 'region') {
      const exists = selection.structure.index < opened.result.scheme.regions.length;
      if (!exists) store.change({ selection: null, pieces: null });
      else await choose(app, selection);
    }
  });
}

function completeRegion({ name, labels }: RegionDraft): Region {
  return { name, labels, key: formatRegionKey(labels), writes: Math.min(...labels) };
}
