import { keepLast } from '../../app/cohort/keep-last.ts';
import { exploreMeans as explore } from '../../core/cohort/mean-explorer.ts';
import { plotAgreement as agreement } from '../../core/cohort/plot-agreement.ts';
import { plotDistribution as distribution } from '../../core/cohort/plot-distribution.ts';
import { plotPairs as pairs } from '../../core/cohort/plot-pairs.ts';
import { plotVolume as volume } from '../../core/cohort/plot-volume.ts';

/** Plots of the cohort on screen: one is made anew only where something of it changed. */
export const plotDistribution = keepLast(distribution);
export const plotVolume = keepLast(volume);
export const plotAgreement = keepLast(agreement);
export const plotPairs = keepLast(pairs);
export const exploreMeans = keepLast(explore);
