import type { ContentBox } from '../../core/content-box.ts';
import { demandSpacing, extendedAxes } from '../../core/distance-spacing.ts';
import type { Vec3 } from '../../core/grid.ts';
import { surfaceAreas } from '../../core/surface-areas.ts';
import type { PairDistances, SurfaceDistances } from '../../core/surface-metrics.ts';
import type { StructurePair } from '../../core/structure-pair.ts';
import { measureDistances, orderRows, type RowSteps } from './distance-search.ts';
import { packStructure, type StructureBits } from './surface-bits.ts';
import { findBorder, findElements, type SurfaceSites } from './surface-sites.ts';

/** What all surfaces of a case share. */
export interface SurfaceRuler {
  readonly spacingMm: Vec3;
  readonly extended: readonly boolean[];
  readonly areas: Float64Array;
  readonly steps: RowSteps;
}

/**
 * Prepares to measure surfaces on a grid of this size.
 * @throws DiceLensError spacingUnusable
 */
export function makeRuler(size: Vec3, spacingMm: Vec3): SurfaceRuler {
  demandSpacing(spacingMm);
  const extended = extendedAxes(size);
  return { spacingMm, extended, areas: surfaceAreas(spacingMm, extended), steps: orderRows(spacingMm) };
}

/**
 * The distances between the surfaces of one structure, by surface elements and by border voxels, each computed once
 * for all metrics. `boxes`: what holds the structure in each map, null where it is absent. The cost follows the boxes.
 */
export function measureSurfaces(
  pair: StructurePair,
  boxes: { readonly reference: ContentBox | null; readonly predicted: ContentBox | null },
  ruler: SurfaceRuler,
): SurfaceDistances {
  const { extended } = ruler;
  const reference = boxes.reference && packStructure(pair, 'reference', boxes.reference, extended);
  const predicted = boxes.predicted && packStructure(pair, 'predicted', boxes.predicted, extended);
  const between = (find: (bits: StructureBits, extended: readonly boolean[]) => SurfaceSites) =>
    measurePair(
      reference ? find(reference, extended) : NO_SITES,
      predicted ? find(predicted, extended) : NO_SITES,
      ruler,
      find === findElements,
    );
  return { elements: between(findElements), border: between(findBorder) };
}

const NO_SITES: SurfaceSites = {
  count: 0,
  firstY: 0,
  firstZ: 0,
  rowsY: 0,
  rowsZ: 0,
  starts: new Int32Array(1),
  x: new Int32Array(),
  codes: new Uint8Array(),
};

function measurePair(
  reference: SurfaceSites,
  predicted: SurfaceSites,
  { spacingMm, areas, steps }: SurfaceRuler,
  isWeighted: boolean,
): PairDistances {
  const areasOf = ({ codes }: SurfaceSites) => {
    if (!isWeighted) return null;
    const all = new Float64Array(codes.length);
    for (let i = 0; i < all.length; i++) all[i] = areas[codes[i]];
    return all;
  };
  return {
    toPrediction: {
      mm: measureDistances(reference, predicted, spacingMm, steps),
      areas: areasOf(reference),
    },
    toReference: {
      mm: measureDistances(predicted, reference, spacingMm, steps),
      areas: areasOf(predicted),
    },
  };
}
