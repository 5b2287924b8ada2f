import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { labelColour, labelInk } from '../../src/ui/labels/label-colour.ts';

const css = readFileSync(new URL('../../src/ui/tokens.css', import.meta.url), 'utf8');
const blocks = css.split(/^}/m);
const tokensOf = (block: string) =>
  Object.fromEntries([...block.matchAll(/--([\w-]+):\s*(#\w+);/g)].map(([, name, value]) => [name, value]));
const shared = tokensOf(blocks[2]);
const themes = { dark: { ...shared, ...tokensOf(blocks[0]) }, light: { ...shared, ...tokensOf(blocks[1]) } };

/** Relative luminance of #rgb or #rrggbb. Source: WCAG 2.2. */
function luminance(colour: string): number {
  const digits = colour.length === 4 ? colour.slice(1).replaceAll(/./g, '$&$&') : colour.slice(1);
  const [r, g, b] = digits.match(/../g)!.map((d) => {
    const value = Number.parseInt(d, 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(a: string, b: string): number {
  const [darker, lighter] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (lighter + 0.05) / (darker + 0.05);
}

test.each(['dark', 'light'] as const)('text is at least 4.5 : 1 on every ground of the %s theme', (name) => {
  const theme = themes[name];
  for (const ground of ['bg', 'panel', 'raised']) {
    for (const text of [
      'text',
      'text-2',
      'text-3',
      'tp-text',
      'lost-text',
      'model-b-text',
      'gained',
      'alert',
    ]) {
      expect(contrast(theme[text], theme[ground]), `${text} on ${ground}`).toBeGreaterThanOrEqual(4.5);
    }
    expect(contrast(theme.control, theme[ground]), `control on ${ground}`).toBeGreaterThanOrEqual(3);
  }
  expect(contrast(theme.text, theme.sel)).toBeGreaterThanOrEqual(4.5);
  expect(contrast(theme['invert-text'], theme['invert-bg'])).toBeGreaterThanOrEqual(4.5);
  expect(contrast(theme['set-text'], theme.set)).toBeGreaterThanOrEqual(4.5);
});

test.each(Array.from({ length: 13 }, (_, i) => i + 1))('the number of label %i can be read', (label) => {
  const resolve = (value: string) => shared[/--([\w-]+)/.exec(value)?.[1] ?? ''] ?? '#ffffff';
  expect(contrast(resolve(labelColour(label)), resolve(labelInk(label)))).toBeGreaterThanOrEqual(4.5);
});
