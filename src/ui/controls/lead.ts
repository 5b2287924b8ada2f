/**
 * A sentence in two: its first clause, which is set bold, and the rest. Clauses end at a semicolon, a colon or a
 * full stop followed by a blank, in Chinese at their own marks; a point inside a number or file name ends nothing.
 */
export function splitLead(sentence: string): [lead: string, rest: string] {
  const end = /[;:.](?=\s)|[；：。]/.exec(sentence);
  if (!end) return [sentence, ''];
  return [sentence.slice(0, end.index + 1), sentence.slice(end.index + 1)];
}
