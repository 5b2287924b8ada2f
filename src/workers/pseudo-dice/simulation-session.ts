import type { SamplerSettings } from '../../core/pseudo-dice/patch-settings.ts';
import type { EvaluationSummary } from '../../core/runs/run-summary.ts';
import type { PseudoDiceResult } from '../../core/pseudo-dice/pseudo-dice-result.ts';
import type { Plans } from '../../io/json/plans-json.ts';
import type { CaseRequest } from '../case/case-session.ts';
import type { NamedFile } from '../case/named-file.ts';
import type { Outcome, SaidError } from '../outcome.ts';

export type { PlannedConfiguration, Plans } from '../../io/json/plans-json.ts';

/** Cases to draw patches of, each with a reference and something predicted. All have the same dataset.json. */
export interface SimulationRequest {
  /** Counts the sets of cases: the same number means the same cases, which are then not read again. */
  readonly set: number;
  readonly cases: readonly CaseRequest[];
  readonly settings: SamplerSettings;
}

/** How far a simulation has come: cases read, or structures of cases counted. */
export interface SimulationProgress {
  readonly stage: 'reading' | 'counting' | 'comparing';
  /** The case that is read or counted. */
  readonly name: string;
  /** In steps of about the same length; of all reading and counting, or of all comparing. */
  readonly done: number;
  readonly total: number;
}

/** A case that could not be read; the others are simulated without it. */
export interface FailedCase {
  readonly name: string;
  readonly error: SaidError;
}

/** What was simulated. */
export interface Simulated {
  readonly result: PseudoDiceResult;
  /** Index into the cases asked for, by index of the result's cases. */
  readonly taken: readonly number[];
  readonly failures: readonly FailedCase[];
}

/** Other ways to draw on the same cases, for comparison: no draws and no counts, only what their epochs come to. */
export interface SimulatedVariant {
  readonly settings: SamplerSettings;
  readonly means: readonly number[];
  readonly emas: readonly number[];
}

/** What the worker of the pseudo Dice page does. Cases stay in memory, as far as there is room, between calls. */
export interface SimulationSession {
  simulate(
    request: SimulationRequest,
    progress: (progress: SimulationProgress) => void,
  ): Promise<Outcome<Simulated>>;
  /** Simulates other settings on the cases that were simulated last. */
  compare(
    settings: readonly SamplerSettings[],
    progress: (progress: SimulationProgress) => void,
  ): Promise<Outcome<readonly SimulatedVariant[]>>;
  /** Stops what is under way; it rejects soon after. */
  abort(): void;
  /** plans.json of v2, or plans.pkl of v1. */
  readPlans(file: NamedFile): Promise<Outcome<Plans>>;
  /** summary.json of a validation, without a training beside it. */
  readSummary(file: NamedFile): Promise<Outcome<EvaluationSummary>>;
}
