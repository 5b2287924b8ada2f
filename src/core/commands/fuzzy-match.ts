/**
 * How well what was typed fits a text, the smaller the better; null where it does not. Every word typed must occur as it
 * stands, or else all letters in their order; the first place of each counts, a word's beginning for less. Case does not
 * matter. Nothing typed fits everything, at 0.
 */
export function matchFuzzily(typed: string, text: string): number | null {
  const lower = text.toLowerCase();
  let cost = 0;
  for (const word of typed.toLowerCase().split(/\s+/).filter(Boolean)) {
    const at = lower.indexOf(word);
    const found = at >= 0 ? costOfPlace(lower, at) : costOfLetters(word, lower);
    if (found === null) return null;
    cost += found;
  }
  return cost;
}

const BEGINS = /[\s,.:()/_-]/;
const WITHIN_A_WORD = 20;
const SCATTERED = 100;

function costOfPlace(text: string, at: number): number {
  const isBeginning = at === 0 || BEGINS.test(text[at - 1]);
  return at / (text.length + 1) + (isBeginning ? 0 : WITHIN_A_WORD);
}

function costOfLetters(word: string, text: string): number | null {
  let [at, gaps] = [-1, 0];
  for (const letter of word) {
    const next = text.indexOf(letter, at + 1);
    if (next < 0) return null;
    gaps += at < 0 ? 0 : next - at - 1;
    at = next;
  }
  return gaps > 2 * word.length ? null : SCATTERED + gaps;
}
