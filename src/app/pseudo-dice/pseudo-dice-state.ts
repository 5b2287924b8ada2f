import type { GapAccount } from '../../core/pseudo-dice/gap-account.ts';
import type { SamplerSettings } from '../../core/pseudo-dice/patch-settings.ts';
import type { PseudoDiceResult } from '../../core/pseudo-dice/pseudo-dice-result.ts';
import type { CaseRequest } from '../../workers/case/case-session.ts';
import type { NamedFile } from '../../workers/case/named-file.ts';
import type {
  FailedCase,
  Plans,
  SimulatedVariant,
  SimulationProgress,
} from '../../workers/pseudo-dice/simulation-session.ts';
import type { SettingClamp } from '../../core/pseudo-dice/clamp-settings.ts';

/** plans.json or plans.pkl that patch and batch were taken from. */
export interface ChosenPlans {
  readonly file: string;
  readonly plans: Plans;
  /** Name of one of its configurations. */
  readonly configuration: string;
}

/** A training whose log, or summary.json, was opened on the page. */
export interface TrainingAccount {
  readonly name: string;
  readonly lastEma: number | null;
  /** From its summary.json and log alone; null without a summary.json. */
  readonly account: GapAccount | null;
  /** Its log is that of the cases at hand: the last EMA ends their account. */
  readonly isOwn: boolean;
}

/** What was simulated last, on screen until another simulation is done. */
export interface ShownSimulation {
  readonly result: PseudoDiceResult;
  /** Files of the result's cases, by the same index: whatever needs voxels reads them from here. */
  readonly cases: readonly CaseRequest[];
  readonly failures: readonly FailedCase[];
  /** From the mean over cases to the mean of the epochs, and to the last EMA where a log is known. */
  readonly gap: GapAccount;
  /** The same cases drawn in the other order, and with no and every patch forced; null until they are there. */
  readonly comparison: Comparison | null;
}

/** Other ways to draw, on the same axis. */
export interface Comparison {
  /** The other order: textbook where nnU-Net's is shown, nnU-Net's where the textbook's is. */
  readonly otherOrder: SimulatedVariant;
  readonly noneForced: SimulatedVariant;
  readonly allForced: SimulatedVariant;
}

/** What the pseudo Dice page shows. */
export interface PseudoDiceState {
  /** What the cases were taken from: files with their roles, regions by hand, model. Others make other cases. */
  readonly of: string;
  /** Counts what `of` was, for the worker. */
  readonly set: number;
  /** Cases with a reference and something predicted, all of them sampled. */
  readonly cases: readonly CaseRequest[];
  /** Names of cases without a prediction. */
  readonly leftOut: readonly string[];
  /** How patches are drawn; `settings.order` is nnU-Net's ('case-first') or the textbook's ('class-first'). */
  readonly settings: SamplerSettings;
  /** The patch was chosen by hand, by plans or by the link, not made up for the size of the first case. */
  readonly isPatchChosen: boolean;
  readonly plans: ChosenPlans | null;
  /** What was entered last and had to be changed. */
  readonly clamps: readonly SettingClamp[];
  readonly trainings: readonly TrainingAccount[];
  /** All that trainings were read from: a summary.json joins the log that was opened before it. */
  readonly trainingFiles: readonly NamedFile[];
  /** Null until the first simulation is done; those of `settings` once `progress` is null again. */
  readonly shown: ShownSimulation | null;
  readonly progress: ShownProgress | null;
  /** A simulation was stopped, or failed: `shown` is not of `settings`. */
  readonly isStopped: boolean;
  /** The epoch whose patches are shown, from 0; null is the last new best. */
  readonly epoch: number | null;
  /** The epoch under the pointer; null where there is none. Not part of the link. */
  readonly hovered: number | null;
  /** Index of the case in the pictures, into `shown.result.cases`. */
  readonly caseIndex: number;
  /** A patch of the epoch, by its place among all draws; null while none is chosen. */
  readonly patch: number | null;
  /** Curves of every structure instead of their mean. */
  readonly isPerClass: boolean;
  /** Stretch of epochs that the chart shows; null shows all. */
  readonly range: readonly [number, number] | null;
}

/** Work under way on the page. */
export interface ShownProgress extends SimulationProgress {
  /** Seconds left, by what was done so far; null while that cannot be told. */
  readonly secondsLeft: number | null;
}
