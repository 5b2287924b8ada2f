import { sayGapStep } from '../../core/pseudo-dice/gap-sentence.ts';
import { approximation, sayLuck } from '../../core/pseudo-dice/luck-sentence.ts';
import { cliWords } from '../../core/messages/cli.ts';
import { pseudoDiceWords } from '../../core/messages/pseudo-dice.ts';
import { say } from '../../core/messages/say.ts';
import type { Language } from '../../core/messages/sentence.ts';
import { patchesPerEpoch } from '../../core/pseudo-dice/patch-settings.ts';
import { gapOf } from '../../core/pseudo-dice/pseudo-dice-json.ts';
import type { PseudoDiceResult } from '../../core/pseudo-dice/pseudo-dice-result.ts';
import { structureRows } from '../../core/pseudo-dice/pseudo-dice-rows.ts';
import { spreadOf } from '../../core/pseudo-dice/pseudo-dice.ts';
import { alignRows } from '../output/format-table.ts';

/** A simulation for a terminal: a table of the structures, then the account and the luck in sentences. */
export function formatSimulation(
  result: PseudoDiceResult,
  lastEma: number | null,
  language: Language,
): string {
  const word = (of: keyof typeof pseudoDiceWords, facts?: unknown) =>
    say(pseudoDiceWords[of], language, facts);
  const score = (value: number | null) =>
    value === null || Number.isNaN(value) ? say(cliWords.absent, language) : value.toFixed(4);
  const { settings, cases, epochs, isRaw } = result;
  const rows = [
    [
      word('structure'),
      word('name'),
      word('perCase'),
      word('pooled'),
      ...(isRaw ? [word('rawPooled')] : []),
      word('pseudo'),
      word('range'),
      word('nanEpochs'),
    ],
    ...structureRows(result).map((row) => [
      row.key,
      row.name,
      score(row.meanDice),
      score(row.pooledDice),
      ...(isRaw ? [score(row.rawPooledDice)] : []),
      score(row.mean),
      `${score(row.low)} – ${score(row.high)}`,
      `${row.nanEpochs}`,
    ]),
  ];
  const facts = {
    epochs: settings.epochs,
    patches: patchesPerEpoch(settings),
    cases: cases.length,
    ...spreadOf(epochs.map(({ mean }) => mean)),
  };
  const lines = [
    ...gapOf(result, lastEma).steps.map((step) => sayGapStep(step, language)),
    ...result.luck.map((luck) => sayLuck(luck, language)),
    approximation(settings.patch, language),
  ];
  return `${word('headline', facts)}\n\n${alignRows(rows)}\n${lines.join('\n')}\n`;
}
