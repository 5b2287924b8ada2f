import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { surfaceMetrics } from '../../src/core/surface/surface-metrics.ts';
import { measurePair } from './measure-pair.ts';
import { binaryPair, paintShape, toVec3, type OracleShape } from './oracle-shapes.ts';

interface Case {
  name: string;
  reference: OracleShape;
  prediction: OracleShape;
  spacing: number[];
  tolerances: number[];
  hd: number;
  count: number[];
}
interface ElementCase extends Case {
  hd95: number;
  nsd: number[];
  asd: number[];
  area: number[];
}
interface BorderCase extends Case {
  maxDirected: number;
  pooled: number;
  assdPooled: number;
  meanOfMeans: number;
  nsd: number[][];
}

const readCases = <C extends Case>(name: string) =>
  (JSON.parse(readFileSync(new URL(`oracles/${name}.json`, import.meta.url), 'utf8')) as { cases: C[] })
    .cases;

function measure({ reference, prediction, spacing, tolerances }: Case) {
  const [a, b] = [paintShape(reference), paintShape(prediction)];
  const distances = measurePair(binaryPair(a.size, a.voxels, b.voxels), toVec3(spacing));
  return { distances, metrics: surfaceMetrics(distances, tolerances) };
}

describe('surface elements, as the original code measures them', () => {
  test.each(readCases<ElementCase>('surface-elements'))('$name', (oracle) => {
    const { distances, metrics } = measure(oracle);
    const { elements } = metrics;
    const { toPrediction, toReference } = distances.elements;
    expect([toPrediction.mm.length, toReference.mm.length]).toEqual(oracle.count);
    expect(elements.areaReferenceMm2).toBeCloseTo(oracle.area[0], 6);
    expect(elements.areaPredictedMm2).toBeCloseTo(oracle.area[1], 6);
    if (oracle.count.includes(0)) {
      expect([elements.hdMm, elements.hd95Mm, ...elements.nsd, ...elements.asdMm]).toEqual(
        [0, 0, ...oracle.nsd, 0, 0].map(() => Number.NaN),
      );
      return;
    }
    expect(elements.hdMm).toBeCloseTo(oracle.hd, 9);
    expect(elements.hd95Mm).toBeCloseTo(oracle.hd95, 9);
    oracle.nsd.forEach((nsd, i) => expect(elements.nsd[i]).toBeCloseTo(nsd, 9));
    oracle.asd.forEach((asd, i) => expect(elements.asdMm[i]).toBeCloseTo(asd, 9));
  });
});

describe('border voxels, as published tests and NumPy with SciPy measure them', () => {
  test.each(readCases<BorderCase>('border-voxels'))('$name', (oracle) => {
    const { border } = measure(oracle).metrics;
    expect([border.voxelsReference, border.voxelsPredicted]).toEqual(oracle.count);
    expect(border.hdMm).toBeCloseTo(oracle.hd, 9);
    expect(border.hd95Mm.maxDirected).toBeCloseTo(oracle.maxDirected, 9);
    expect(border.hd95Mm.pooled).toBeCloseTo(oracle.pooled, 9);
    expect(border.assdMm.pooled).toBeCloseTo(oracle.assdPooled, 9);
    expect(border.assdMm.meanOfMeans).toBeCloseTo(oracle.meanOfMeans, 9);
    oracle.nsd.forEach(([pooled, meanOfDirected], i) => {
      expect(border.nsd[i].pooled).toBeCloseTo(pooled, 9);
      expect(border.nsd[i].meanOfDirected).toBeCloseTo(meanOfDirected, 9);
    });
  });
});
