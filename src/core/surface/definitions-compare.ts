import type { DefinitionKey } from '../counts/definitions.ts';
import { reportedForEmpty, type EmptyConvention, type EmptyValue } from '../labels/empty-conventions.ts';
import { toolWords } from '../messages/definitions.ts';
import { say } from '../messages/say.ts';
import type { Language, Sentence } from '../messages/sentence.ts';
import { surfaceWords } from '../messages/surface.ts';
import type { Presence, SurfaceMetrics } from './surface-metrics.ts';

/** One number as one tool reports it. */
export interface ReportedValue {
  readonly metric: EmptyConvention['metric'] | 'lesion-dice' | 'pq';
  /** By which definition, `definitionOf(key)`. */
  readonly definition: DefinitionKey;
  /** Of a structure in both maps a number; else what the tool makes of it, null where that is not known. */
  readonly value: EmptyValue;
}

/** What one tool reports of a pair. */
export interface ToolReport {
  readonly tool: string;
  readonly surface: 'elements' | 'border';
  /** A publication or project to cite. */
  readonly reference: string;
  readonly values: readonly ReportedValue[];
}

/** Everything that the tools compute from one structure of a pair. */
export interface PairNumbers {
  readonly presence: Presence;
  readonly dice: number;
  readonly surface: SurfaceMetrics;
  /** Lesion-wise Dice of BraTS 2023 and panoptic quality; null where not measured. */
  readonly lesionDice: number | null;
  readonly pq: number | null;
}

/**
 * One pair by the convention of every known tool, NSD at tolerance `tolerance` (its index among the surface metrics').
 * MedPy and BraTS give no NSD. Where the structure is absent each tool's own convention takes the place of the number.
 */
export function compareDefinitions(pair: PairNumbers, tolerance = 0): ToolReport[] {
  const { elements, border } = pair.surface;
  const nsd = border.nsd[tolerance];
  const elementNsd = elements.nsd[tolerance];
  const report = (
    tool: string,
    surface: ToolReport['surface'],
    reference: string,
    values: readonly (readonly [ReportedValue['metric'], DefinitionKey, number | null | undefined])[],
  ): ToolReport => ({
    tool,
    surface,
    reference,
    values: values.flatMap(([metric, definition, value]): ReportedValue[] => {
      if (value === null || value === undefined) return [];
      if (pair.presence === 'both' || metric === 'lesion-dice' || metric === 'pq') {
        return [{ metric, definition, value }];
      }
      return [{ metric, definition, value: reportedForEmpty(tool, metric, pair.presence) }];
    }),
  });
  const dice = ['dice', 'dice', pair.dice] as const;
  const hd = ['hd', 'hd-border', border.hdMm] as const;
  const largerHd95 = ['hd95', 'hd95-border-max', border.hd95Mm.maxDirected] as const;
  const pooledHd95 = ['hd95', 'hd95-border-pooled', border.hd95Mm.pooled] as const;
  const pooledNsd = ['nsd', 'nsd-border-pooled', nsd?.pooled] as const;
  const pooledAssd = ['assd', 'assd-pooled', border.assdMm.pooled] as const;
  const meanAssd = ['assd', 'assd-mean-of-means', border.assdMm.meanOfMeans] as const;
  return [
    report('DeepMind surface-distance', 'elements', 'Nikolov et al., 2018', [
      dice,
      ['hd', 'hd-elements', elements.hdMm],
      ['hd95', 'hd95-elements', elements.hd95Mm],
      ['nsd', 'nsd-elements', elementNsd],
    ]),
    report('BraTS 2023', 'elements', 'Saluja et al., BraTS-2023-Metrics', [
      dice,
      ['hd95', 'hd95-elements', elements.hd95Mm],
      ['lesion-dice', 'lesion-dice', pair.lesionDice],
    ]),
    report('MONAI', 'border', 'Cardoso et al., 2022', [dice, hd, largerHd95, pooledNsd, pooledAssd]),
    report('MetricsReloaded', 'border', 'Maier-Hein et al., 2024', [
      dice,
      hd,
      largerHd95,
      pooledNsd,
      pooledAssd,
    ]),
    report('MedPy', 'border', 'Maier et al., MedPy', [dice, hd, pooledHd95, meanAssd]),
    report('panoptica', 'border', 'Kofler et al., 2023', [
      dice,
      pooledHd95,
      ['nsd', 'nsd-border-mean', nsd?.meanOfDirected],
      meanAssd,
      ['pq', 'pq', pair.pq],
    ]),
  ];
}

const METRIC_NAMES: Readonly<Record<ReportedValue['metric'], string>> = {
  dice: 'Dice',
  iou: 'IoU',
  hd: 'HD',
  hd95: 'HD95',
  nsd: 'NSD',
  assd: 'ASSD',
  'lesion-dice': 'lesion-wise Dice',
  pq: 'PQ',
};

/** The line to copy into a text: which metrics, by which surface, as defined by whom. `toleranceMm` is that of NSD. */
export function sayCitation(
  { tool, surface, reference, values }: ToolReport,
  toleranceMm: number,
  language: Language,
): string {
  const names = values
    .filter(({ metric }) => metric !== 'dice')
    .map(({ metric }) => (metric === 'nsd' ? `NSD (${toleranceMm} mm)` : METRIC_NAMES[metric]));
  const definition = say(surfaceWords[surface] as Sentence<never>, language);
  const metrics = ['Dice', ...names].join(language === 'en' ? ', ' : '、');
  return say(toolWords.cite as Sentence<never>, language, { metrics, definition, tool, reference });
}
