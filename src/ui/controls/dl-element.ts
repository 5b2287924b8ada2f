import { LitElement } from 'lit';
import { say } from '../../core/messages/say.ts';
import type { Language, Sentence } from '../../core/messages/sentence.ts';

let current: Language = 'en';
const listeners = new Set<() => void>();

/** Switches every element to this language. */
export function speak(language: Language): void {
  current = language;
  document.documentElement.lang = language;
  for (const listener of listeners) listener();
}

/** The language on screen. */
export function spoken(): Language {
  return current;
}

/** Base of every element: says sentences of the catalogue in the language on screen, and follows a switch. */
export class DlElement extends LitElement {
  readonly #update = () => this.requestUpdate();

  override connectedCallback(): void {
    super.connectedCallback();
    listeners.add(this.#update);
  }

  override disconnectedCallback(): void {
    listeners.delete(this.#update);
    super.disconnectedCallback();
  }

  /** The sentence in the language on screen. */
  protected say<Facts>(
    sentence: Sentence<Facts>,
    ...facts: Facts extends void ? [] : [facts: Facts]
  ): string {
    return say(sentence as Sentence<never>, current, facts[0]);
  }
}
