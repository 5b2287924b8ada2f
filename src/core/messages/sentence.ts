/** The languages that the whole application speaks. */
export const LANGUAGES = ['en', 'zh-CN'] as const;
export type Language = (typeof LANGUAGES)[number];

/** One sentence in every language, as a function of the facts it states. */
export type Sentence<Facts = void> = Readonly<Record<Language, (facts: Facts) => string>>;

/** A sentence of facts; a language that is missing does not compile. */
export function sentence<Facts = void>(
  en: (facts: Facts) => string,
  zhCN: (facts: Facts) => string,
): Sentence<Facts> {
  return { en, 'zh-CN': zhCN };
}

/** Words that need no facts. */
export function words(en: string, zhCN: string): Sentence {
  return { en: () => en, 'zh-CN': () => zhCN };
}

/** The facts that a sentence of this type states. */
export type FactsOf<S> = S extends Sentence<infer Facts> ? Facts : never;

/** Numbers with the separators of the field (thousands with a comma), the same in both languages. */
export function integer(value: number): string {
  return value.toFixed(0).replace(/(?<=\d)(?=(?:\d{3})+$)/g, ','); // the first toLocaleString takes 20 ms and more
}

/** A size such as 240 × 240 × 155. */
export function sizeText(size: readonly number[]): string {
  return size.join(' × ');
}
