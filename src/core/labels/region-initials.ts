/**
 * Short names of regions for pattern chips, all different: the initials of a name of several words
 * (whole_tumor is WT), the first letter of a single word (kidney is K). Names that would share them take more
 * letters of their last word (TUmour, TIssue), and at last a number.
 */
export function regionInitials(names: readonly string[]): string[] {
  const words = names.map((name) => name.split(/[^\p{L}\p{N}]+|(?<=\p{Ll})(?=\p{Lu})/u).filter(Boolean));
  const longest = Math.max(1, ...words.map((parts) => parts.at(-1)?.length ?? 0));
  let shown = words.map((parts, i) => initials(parts, 1) || `${i + 1}`);
  for (let letters = 2; letters <= Math.min(longest, 4); letters++) {
    shown = shown.map((text, i) => (isShared(text, shown) ? initials(words[i], letters) || text : text));
  }
  const numbered = shown.map((text, i) => (isShared(text, shown) ? `${text}${i + 1}` : text));
  return numbered.some((text) => isShared(text, numbered)) ? names.map((_, i) => `${i + 1}`) : numbered;
}

function initials(words: readonly string[], lettersOfLast: number): string {
  const heads = words.slice(0, -1).slice(0, 3);
  return [...heads.map((word) => first(word, 1)), first(words.at(-1) ?? '', lettersOfLast)]
    .join('')
    .toUpperCase();
}

function first(word: string, letters: number): string {
  return [...word].slice(0, letters).join('');
}

function isShared(text: string, shown: readonly string[]): boolean {
  return shown.filter((other) => other === text).length > 1;
}
