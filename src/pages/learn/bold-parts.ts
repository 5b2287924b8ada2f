import { html, type TemplateResult } from 'lit';

/** Text with what stands between two pairs of asterisks set bold. */
export function boldParts(text: string): readonly (string | TemplateResult)[] {
  return text.split('**').map((part, i) => (i % 2 === 1 ? html`<b>${part}</b>` : part));
}
