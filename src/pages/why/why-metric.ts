import { splitAtBand, type BoundaryZones, type Zone } from '../../core/surface/boundary-zones.ts';
import type { StructureScore } from '../../core/case/case-result.ts';
import type { DefinitionKey } from '../../core/counts/definitions.ts';
import { formatMm, formatScore, formatShare } from '../../core/text/format.ts';
import { voxelVolumeMl, type Grid } from '../../core/volume/grid.ts';
import { scoreWords } from '../../core/messages/case-page.ts';
import { integer, type Sentence } from '../../core/messages/sentence.ts';
import { metricPanelWords as text } from '../../core/messages/why-panels.ts';
import type { MeasuredLesions, StructureMeasure } from '../../app/why/why-state.ts';
import type { MetricFigures } from '../../ui/why/dl-why-metric.ts';

type Say = <Facts>(sentence: Sentence<Facts>, ...facts: Facts extends void ? [] : [facts: Facts]) => string;

/** What is known of a structure when one of its numbers is asked about. */
export interface MetricFacts {
  readonly score: StructureScore;
  readonly grid: Grid;
  readonly measure: StructureMeasure | null;
  readonly lesions: MeasuredLesions | null;
  readonly bandMm: number;
  readonly toleranceMm: number;
}

/** A metric in figures; null where nothing of the kind has been measured, and for Dice, which has its own account. */
export function figuresOf(metric: string, facts: MetricFacts, say: Say): MetricFigures | null {
  const { measure, lesions } = facts;
  switch (metric) {
    case 'lesion-dice':
    case 'rq':
    case 'sq':
    case 'pq':
      return lesions && lesionFigures(metric, lesions, say);
    case 'band':
    case 'interior':
    case 'share':
      return measure && zoneFigures(metric, facts, measure, say);
    case 'surface':
    case 'displacement':
    case 'nsd':
    case 'hd95':
      return measure && surfaceFigures(metric, facts, measure, say);
    default:
      return null;
  }
}

function zoneFigures(
  metric: 'band' | 'interior' | 'share',
  { bandMm }: MetricFacts,
  { histogram }: StructureMeasure,
  say: Say,
): MetricFigures {
  const definition: DefinitionKey = metric === 'share' ? 'band-errors' : 'band-dice';
  if (!histogram)
    return { definition, upper: '', lower: '', value: say(scoreWords.absent), note: say(text.noBoundary) };
  const zones: BoundaryZones = splitAtBand(histogram, bandMm);
  const note = say(metric === 'interior' ? text.interiorNote : text.bandNote, { mm: bandMm });
  if (metric === 'share') {
    const { band } = zones;
    const { total } = histogram;
    return {
      definition,
      upper: `${integer(band.fp)} + ${integer(band.fn)}`,
      lower: `${integer(total.fp)} + ${integer(total.fn)}`,
      value: orAbsent(band.errorShare, formatShare, say),
      note,
    };
  }
  const zone: Zone = zones[metric];
  return {
    definition,
    ...diceFigures(zone),
    value: orAbsent(zone.dice, (dice) => formatScore(dice, 4), say),
    note,
  };
}

function diceFigures({ tp, fp, fn }: Zone) {
  const double = `2 × ${integer(tp)}`;
  return { upper: double, lower: `${double} + ${integer(fp)} + ${integer(fn)}` };
}

function surfaceFigures(
  metric: 'surface' | 'displacement' | 'nsd' | 'hd95',
  { score, grid, toleranceMm }: MetricFacts,
  { surface, difficulty }: StructureMeasure,
  say: Say,
): MetricFigures {
  const { areaReferenceMm2: reference, areaPredictedMm2: predicted, nsd, hd95Mm } = surface.elements;
  const voxelMm3 = 1000 * voxelVolumeMl(grid);
  const area = (mm2: number) => `${integer(mm2)} mm²`;
  const both = say(text.areas, { reference: area(reference), predicted: area(predicted) });
  switch (metric) {
    case 'surface':
      return {
        definition: 'surface-to-volume',
        upper: area(reference),
        lower: `${integer(score.nRef)} × ${voxel(voxelMm3)} mm³`,
        value: orAbsent(difficulty.surfaceToVolume, (value) => `${value.toFixed(3)} 1/mm`, say),
        note: '',
      };
    case 'displacement':
      return {
        definition: 'displacement',
        upper: `(${integer(score.fp)} + ${integer(score.fn)}) × ${voxel(voxelMm3)} mm³`,
        lower: `(${area(reference)} + ${area(predicted)}) / 2`,
        value: orAbsent(difficulty.displacementMm, (value) => `${formatMm(value)} mm`, say),
        note: '',
      };
    case 'nsd': {
      const share = nsd[0] ?? Number.NaN;
      const within = share * (reference + predicted);
      return {
        definition: 'nsd-elements',
        upper: Number.isNaN(share) ? '' : area(within),
        lower: Number.isNaN(share) ? '' : `${area(reference)} + ${area(predicted)}`,
        value: orAbsent(share, (value) => formatScore(value, 4), say),
        note: say(text.toleranceNote, { mm: toleranceMm }),
      };
    }
    case 'hd95':
      return {
        definition: 'hd95-elements',
        upper: '',
        lower: '',
        value: orAbsent(hd95Mm, (value) => `${formatMm(value)} mm`, say),
        note: both,
      };
  }
}

function lesionFigures(
  metric: 'lesion-dice' | 'rq' | 'sq' | 'pq',
  { lesionWise, panoptic }: MeasuredLesions,
  say: Say,
): MetricFigures {
  const { tp, fp, fn, rq, sq, pq } = panoptic;
  const score = (value: number) => orAbsent(value, (one) => formatScore(one, 4), say);
  switch (metric) {
    case 'lesion-dice': {
      const sum = lesionWise.lesions.reduce((total, { dice }) => total + dice, 0);
      return {
        definition: metric,
        upper: sum.toFixed(4),
        lower: `${integer(lesionWise.lesions.length)} + ${integer(lesionWise.falsePieces)}`,
        value: score(lesionWise.dice),
        note: '',
      };
    }
    case 'rq':
      return {
        definition: metric,
        upper: integer(tp),
        lower: `${integer(tp)} + ${integer(fp)} / 2 + ${integer(fn)} / 2`,
        value: score(rq),
        note: '',
      };
    case 'sq': {
      const sum = panoptic.matches.reduce((total, { iou }) => total + iou, 0);
      return { definition: metric, upper: sum.toFixed(4), lower: integer(tp), value: score(sq), note: '' };
    }
    case 'pq':
      return {
        definition: metric,
        upper: `${formatScore(rq, 4)} × ${formatScore(sq, 4)}`,
        lower: '',
        value: score(pq),
        note: '',
      };
  }
}

function orAbsent(value: number, format: (value: number) => string, say: Say): string {
  return Number.isNaN(value) ? say(scoreWords.absent) : format(value);
}

function voxel(mm3: number): string {
  return `${Number(mm3.toPrecision(4))}`;
}
