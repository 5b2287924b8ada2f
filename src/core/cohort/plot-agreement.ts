import { plotWords } from '../messages/cohort-plots.ts';
import { say } from '../messages/say.ts';
import type { Language } from '../messages/sentence.ts';
import { formatMlDifference } from '../text/format.ts';
import { formatTick } from '../charts/chart-ticks.ts';
import { limitsOfAgreement, type Agreement } from '../statistics/limits-of-agreement.ts';
import { countsByCase, isInMl, type PlotCohort } from './plot-cohort.ts';
import { logAxis, signedAxis } from './plot-scale.ts';
import { PLAIN_PLOT, type PlotLine, type PlotNote, type PlotPoint, type PlotSpec } from './plot-spec.ts';

/** Predicted against reference volume, and the limits within which they agree. */
export interface AgreementPlot {
  readonly spec: PlotSpec;
  readonly agreement: Agreement;
  readonly isInMl: boolean;
}

/**
 * Bland-Altman: predicted - reference volume against the mean of the two (logarithmic), with bias and 95 % limits of
 * agreement. Cases in which the structure is in neither map take no part.
 */
export function plotAgreement(
  cohort: PlotCohort,
  model: number,
  key: string,
  language: Language,
): AgreementPlot {
  const inMl = isInMl(cohort);
  const structure = cohort.structures.find((one) => one.key === key);
  const cases = countsByCase(cohort.models[model], key)
    .filter(({ tp, fp, fn }) => tp + fp + fn > 0)
    .map(({ case: name, tp, fp, fn }) => {
      const unit = inMl ? (cohort.voxelMl.get(name) ?? Number.NaN) : 1;
      return { name, reference: (tp + fn) * unit, predicted: (tp + fp) * unit };
    });
  const agreement = limitsOfAgreement(
    cases.map(({ reference }) => reference),
    cases.map(({ predicted }) => predicted),
  );
  const { bias, low, high } = agreement;
  const meanOf = (one: { reference: number; predicted: number }) => (one.reference + one.predicted) / 2;
  const x = logAxis(cases.map(meanOf));
  const limits = [low, high].filter((value) => !Number.isNaN(value));
  const y = signedAxis([...cases.map((one) => one.predicted - one.reference), ...limits]);
  const points = cases.map((one): PlotPoint => {
    const difference = one.predicted - one.reference;
    return {
      case: one.name,
      model,
      key,
      x: Math.log10(meanOf(one)),
      y: difference,
      colour: structure?.colour ?? 'text-2',
      isStrong: difference < low || difference > high,
      row: 0,
    };
  });
  const format = (value: number) =>
    inMl ? formatMlDifference(value) : `${value > 0 ? '+' : ''}${formatTick(value, 0)}`;
  const across = (at: number, colour: PlotLine['colour'], dash?: readonly number[]): PlotLine => ({
    x: [x.min, x.max],
    y: [at, at],
    colour,
    width: 1,
    alpha: 1,
    dash,
  });
  const note = (at: number, text: string, dy: number): PlotNote => ({
    x: x.max,
    y: at,
    text,
    anchor: 'end',
    dx: -4,
    dy,
    isQuiet: true,
  });
  const hasLimits = limits.length > 0;
  const hasBias = !Number.isNaN(bias);
  return {
    spec: {
      ...PLAIN_PLOT,
      id: 'agreement',
      description: say(plotWords.agreementPicture, language, {
        name: structure?.name ?? key,
        cases: cases.length,
        bias: hasBias ? format(bias) : '-',
        unit: say(inMl ? plotWords.ml : plotWords.voxels, language),
      }),
      x,
      y,
      xTitle: say(inMl ? plotWords.meanMl : plotWords.meanVoxels, language),
      points,
      lines: [
        ...(hasBias ? [across(bias, 'text')] : []),
        ...(hasLimits ? [across(low, 'text-3', [4, 4]), across(high, 'text-3', [4, 4])] : []),
      ],
      notes: [
        ...(hasBias ? [note(bias, say(plotWords.bias, language, { value: format(bias) }), -4)] : []),
        ...(hasLimits
          ? [
              note(high, say(plotWords.limit, language, { value: format(high) }), -4),
              note(low, say(plotWords.limit, language, { value: format(low) }), 13),
            ]
          : []),
      ],
    },
    agreement,
    isInMl: inMl,
  };
}
