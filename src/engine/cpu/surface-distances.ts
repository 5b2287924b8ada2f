import type { ContentBox } from '../../core/volume/content-box.ts';
import { demandSpacing, extendedAxes } from '../../core/surface/distance-spacing.ts';
import type { Vec3 } from '../../core/volume/grid.ts';
import { surfaceAreas } from '../../core/surface/surface-areas.ts';
import type { PairDistances, SurfaceDistances } from '../../core/surface/surface-metrics.ts';
import type { StructurePair } from '../../core/labels/structure-pair.ts';
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

/** The boxes that hold a structure in each map; null where it is absent. */
interface Boxes {
  readonly reference: ContentBox | null;
  readonly predicted: ContentBox | null;
}

/**
 * The distances between the surfaces of one structure, by surface elements and by border voxels, each computed once
 * for all metrics. The cost follows the boxes.
 */
export function measureSurfaces(pair: StructurePair, boxes: Boxes, ruler: SurfaceRuler): SurfaceDistances {
  const [reference, predicted] = packBoth(pair, boxes, ruler);
  const find = (bits: StructureBits | null, of: typeof findElements) =>
    bits ? of(bits, ruler.extended) : NO_SITES;
  return {
    elements: measurePair(find(reference, findElements), find(predicted, findElements), ruler, true),
    border: measurePair(find(reference, findBorder), find(predicted, findBorder), ruler, false),
  };
}

/** As `measureSurfaces`, by surface elements alone. */
export function measureElements(pair: StructurePair, boxes: Boxes, ruler: SurfaceRuler): PairDistances {
  const [reference, predicted] = packBoth(pair, boxes, ruler).map((bits) =>
    bits ? findElements(bits, ruler.extended) : NO_SITES,
  );
  return measurePair(reference, predicted, ruler, true);
}

function packBoth(
  pair: StructurePair,
  { reference, predicted }: Boxes,
  { extended }: SurfaceRuler,
): [reference: StructureBits | null, predicted: StructureBits | null] {
  return [
    reference && packStructure(pair, 'reference', reference, extended),
    predicted && packStructure(pair, 'predicted', predicted, extended),
  ];
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
