import type { Vec3 } from '../../src/core/volume/grid.ts';
import { boxesOfCodes, boxOfCodes } from '../../src/core/volume/structure-boxes.ts';
import { IN_REFERENCE, type StructurePair } from '../../src/core/labels/structure-pair.ts';
import type { SurfaceDistances } from '../../src/core/surface/surface-metrics.ts';
import { makeRuler, measureSurfaces } from '../../src/engine/cpu/surface-distances.ts';

/** The surface distances of a pair, boxes found on the way. */
export function measurePair(pair: StructurePair, spacingMm: Vec3): SurfaceDistances {
  const reference = boxesOfCodes(pair.reference, pair.size, pair.inReference.length);
  const predicted = boxesOfCodes(pair.predicted, pair.size, pair.inPrediction.length);
  return measureSurfaces(
    pair,
    {
      reference: boxOfCodes(reference, pair.inReference, IN_REFERENCE),
      predicted: boxOfCodes(predicted, pair.inPrediction),
    },
    makeRuler(pair.size, spacingMm),
  );
}
