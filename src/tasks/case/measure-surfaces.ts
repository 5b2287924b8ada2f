import type { CaseResult, StructureScore } from '../../core/case/case-result.ts';
import {
  DEFAULT_TOLERANCES_MM,
  surfaceMetrics,
  type SurfaceMetrics,
} from '../../core/surface/surface-metrics.ts';
import { makeRuler, measureSurfaces } from '../../engine/cpu/surface-distances.ts';
import { structureToMeasure, type CaseToMeasure } from './measure-case.ts';

/** The surface metrics of one structure. */
export interface MeasuredSurface {
  readonly score: StructureScore;
  /** Of the region's mask as it was predicted, before reconstruction. */
  readonly raw: boolean;
  readonly metrics: SurfaceMetrics;
}

/** What to measure; all that is left out is the default. */
export interface SurfaceWishes {
  readonly tolerancesMm?: readonly number[];
  /** Tolerances of single structures by key ("1", "(1, 2, 3)"), in place of the common ones. */
  readonly tolerancesOf?: Readonly<Record<string, readonly number[]>>;
  readonly signal?: AbortSignal;
  /** Told of every structure as soon as it is measured. */
  readonly onMeasured?: (measured: MeasuredSurface) => void;
}

/**
 * Surface metrics of every region, raw region and label of a case, by both definitions, structure by structure:
 * other events get a turn between two of them where a signal is given.
 * @throws DiceLensError spacingUnusable; the signal's reason once aborted
 */
export async function measureCaseSurfaces(
  measured: CaseToMeasure,
  { regionScores, rawRegionScores, labelScores }: CaseResult,
  { tolerancesMm = DEFAULT_TOLERANCES_MM, tolerancesOf = {}, signal, onMeasured }: SurfaceWishes = {},
): Promise<MeasuredSurface[]> {
  const { size, spacingMm } = measured.grid;
  const ruler = makeRuler(size, spacingMm);
  const wanted = [
    ...regionScores.map((score) => ({ score, raw: false })),
    ...(rawRegionScores ?? []).map((score) => ({ score, raw: true })),
    ...labelScores.map((score) => ({ score, raw: false })),
  ];
  const surfaces: MeasuredSurface[] = [];
  for (const { score, raw } of wanted) {
    await pause(signal);
    const { pair, boxes } = structureToMeasure(measured, score.structure, raw);
    const tolerances = tolerancesOf[score.key] ?? tolerancesMm;
    const surface = { score, raw, metrics: surfaceMetrics(measureSurfaces(pair, boxes, ruler), tolerances) };
    surfaces.push(surface);
    onMeasured?.(surface);
  }
  return surfaces;
}

/** Lets waiting events in, an abort among them. */
async function pause(signal: AbortSignal | undefined): Promise<void> {
  if (!signal) return;
  await new Promise((resolve) => setTimeout(resolve));
  signal.throwIfAborted();
}
