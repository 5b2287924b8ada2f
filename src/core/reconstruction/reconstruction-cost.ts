import type { CaseResult, PatternRow } from '../case/case-result.ts';
import { patternCost, reconstructionCost, type CostFacts } from '../messages/reconstruction.ts';
import type { Language } from '../messages/sentence.ts';
import { regionsIn } from './reconstruction.ts';

type Scored = Pick<CaseResult, 'regionScores' | 'rawRegionScores' | 'patterns' | 'drops' | 'scheme'>;

/** What the reconstruction took from a region: Dice of its raw mask minus Dice after the rule; negative where it gave. */
export interface RegionCost {
  readonly region: number;
  readonly name: string;
  readonly cost: number;
}

/** The cost of every region that occurs; empty where no masks were predicted. */
export function reconstructionCosts({ regionScores, rawRegionScores }: Scored): RegionCost[] {
  return (rawRegionScores ?? [])
    .map((raw, region) => ({ region, name: raw.name, cost: raw.dice - regionScores[region].dice }))
    .filter(({ cost }) => !Number.isNaN(cost));
}

/** Costs that show in three decimals. */
const SHOWN = 0.0005;

/**
 * One sentence with its figures: what the rule on screen costs, and what nnU-Net's own does. `nnunet` is null where
 * the rule is nnU-Net's.
 */
export function sayReconstructionCost(result: Scored, nnunet: Scored | null, language: Language): string {
  return reconstructionCost[language](costFacts(result, nnunet));
}

function costFacts(result: Scored, nnunet: Scored | null): CostFacts {
  const own = reconstructionCosts(result);
  const theirs = nnunet && reconstructionCosts(nnunet);
  const shown = (costs: readonly RegionCost[]) => costs.filter(({ cost }) => Math.abs(cost) >= SHOWN);
  return {
    own: shown(own),
    isFree: own.every(({ cost }) => cost === 0),
    nnunet: theirs && shown(theirs),
    isNnunetFree: theirs?.every(({ cost }) => cost === 0) ?? false,
  };
}

/**
 * In plain words whether the reconstruction itself cost anything and where: the region that pays most, the pattern
 * that takes most from it, and the greatest drop from a region to its label after the rule.
 */
export function sayPatternCost(result: Scored, language: Language): string {
  const costs = reconstructionCosts(result);
  const dearest = costs.reduce<RegionCost | null>(
    (most, next) => (!most || next.cost > most.cost ? next : most),
    null,
  );
  const drops = result.drops.filter(({ drop }) => drop > SHOWN);
  const greatest = drops.reduce<(typeof drops)[0] | null>(
    (most, next) => (!most || next.drop > most.drop ? next : most),
    null,
  );
  const drop = greatest && { label: greatest.label, by: greatest.drop };
  if (!dearest || dearest.cost <= 0) return patternCost[language]({ dearest: null, drop });
  const row = heaviestRow(result.patterns ?? [], dearest.region);
  const effect = row?.effects.find(({ region }) => region === dearest.region);
  const set = row ? regionsIn(row.pattern).map((region) => result.scheme.regions[region].name) : [];
  const cause = row &&
    effect && {
      set,
      writes: row.writes,
      voxels: row.voxels,
      isGained: row.gained.includes(dearest.region),
      tp: effect.tp,
      fp: effect.fp,
    };
  return patternCost[language]({ dearest: { ...dearest, cause: cause ?? null }, drop });
}

/** The pattern whose change adds most errors to a region. */
function heaviestRow(rows: readonly PatternRow[], region: number): PatternRow | null {
  const errors = (row: PatternRow) => {
    const effect = row.effects.find((entry) => entry.region === region);
    return effect ? effect.fp + effect.fn : Number.NEGATIVE_INFINITY;
  };
  const changed = rows.filter((row) => row.effects.some((effect) => effect.region === region));
  return changed.reduce<PatternRow | null>(
    (most, row) => (!most || errors(row) > errors(most) ? row : most),
    null,
  );
}
