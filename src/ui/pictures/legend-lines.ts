import { say } from '../../core/messages/say.ts';
import { integer, type Language } from '../../core/messages/sentence.ts';
import type { LegendEntry, Said } from '../viewer/overlay-spec.ts';

/** One line of a legend in words: its sign, colour and text. */
export interface LegendLine {
  readonly swatch: LegendEntry['swatch'];
  readonly colour: string;
  readonly text: string;
}

/** A legend in the language given, as pictures carry it. */
export function sayLegend(entries: readonly LegendEntry[], language: Language): readonly LegendLine[] {
  const words = (text: string | Said) =>
    typeof text === 'string' ? text : say(text.sentence, language, text.facts);
  return entries.map(({ swatch, colour, text, note, voxels }) => ({
    swatch,
    colour,
    text: [words(text), voxels === null ? '' : integer(voxels), note ? words(note) : '']
      .filter(Boolean)
      .join('  '),
  }));
}
