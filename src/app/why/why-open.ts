import { DEFAULT_BAND_MM } from '../../core/surface/boundary-zones.ts';
import { accountLabels } from '../../core/account/account-labels.ts';
import type { CaseResult } from '../../core/case/case-result.ts';
import type { Grid } from '../../core/volume/grid.ts';
import { orientationOf } from '../../core/volume/orientation.ts';
import type { StructureRef } from '../../core/labels/selection.ts';
import { sliceGeometry, type Plane, PLANES } from '../../core/volume/slice-geometry.ts';
import { suggestChoice, type WhyChoice } from '../../core/account/why-choice.ts';
import type { OpenedCase } from '../../workers/case/case-session.ts';
import type { App } from '../app.ts';
import { act } from '../report-error.ts';
import { measureAll } from './why-measure.ts';
import { changeWhy, chooseInWhy, refreshWhy } from './why-view.ts';

let opening: OpenedCase | null = null;

/** Opens the page's state for the case on screen, unless it is open: the part that explains most is chosen. */
export async function openWhy(app: App): Promise<void> {
  const { store } = app;
  const { opened: of, why } = store.state;
  if (!of || why?.of === of || opening === of) return;
  opening = of;
  await act(app, async () => {
    try {
      const account = accountLabels(of.result);
      const { result, meaning } = of;
      const suggested = suggestChoice(account);
      const band = firstStructure(result, suggested);
      store.change({
        why: {
          of,
          edits: [],
          shown: { edits: [], result, meaning, account },
          choice: null,
          pieces: null,
          piece: 0,
          fromTop: false,
          plane: sharpestPlane(result.grid),
          slice: null,
          readout: null,
          band,
          bandMm: DEFAULT_BAND_MM,
          measures: new Map(),
          measuring: null,
          stopped: false,
          tolerances: why?.tolerances ?? new Map(),
          raw: false,
          emptyAs: why?.emptyAs ?? '',
          panel: null,
          definitions: false,
          lesions: band && { structure: band, wishes: {}, measured: null, chosen: -1 },
          tools: why?.tools ?? false,
          content: of.content,
        },
      });
      const content = await app.session.findWhyContent();
      if (store.state.why?.of === of && content) changeWhy(app, { content });
      if (suggested) await chooseInWhy(app, suggested);
      else await refreshWhy(app);
    } finally {
      if (opening === of) opening = null;
    }
  });
  void measureAll(app);
}

/** The plane in which the voxels are smallest; axial where that is all the same. */
function sharpestPlane(grid: Grid): Plane {
  const orientation = orientationOf(grid.affine);
  const thickness = (plane: Plane) => grid.spacingMm[sliceGeometry(grid, plane, orientation).normal];
  return PLANES.reduce((best, plane) => (thickness(plane) > 1.2 * thickness(best) ? plane : best), 'axial');
}

/** The first region of the reference; without regions the label that is chosen first. */
function firstStructure(
  { regionScores, labelScores }: CaseResult,
  choice: WhyChoice | null,
): StructureRef | null {
  const label = choice && choice.kind !== 'selection' ? choice.label : null;
  const scores = regionScores.length > 0 ? regionScores : labelScores;
  const chosen = scores.find(({ structure }) => structure.kind === 'label' && structure.value === label);
  return (chosen ?? scores.find(({ nRef }) => nRef > 0) ?? scores[0])?.structure ?? null;
}
