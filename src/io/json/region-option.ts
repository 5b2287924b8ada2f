import { DiceLensError } from '../../core/errors.ts';
import { formatRegionKey } from '../../core/labels/label-scheme.ts';
import type { Region } from '../../core/labels/label-scheme.ts';

/**
 * Regions defined by hand, as in `whole_tumor=1,2,3;tumor_core=2,3`, in one text or several; in their sequence.
 * Each writes the lowest of its labels that no smaller region contains, or its lowest where there is none.
 * @throws DiceLensError regionOptionBad, regionOptionTwice
 */
export function parseRegionOption(texts: string | readonly string[]): Region[] {
  const parts = (typeof texts === 'string' ? [texts] : texts)
    .flatMap((text) => text.split(';'))
    .map((part) => part.trim())
    .filter((part) => part !== '');
  const defined = parts.map(parseRegion);
  defined.forEach(({ name, labels }, i) => {
    const twin = defined.slice(0, i).find((other) => other.name === name || sameLabels(other.labels, labels));
    if (twin) throw new DiceLensError('regionOptionTwice', { first: twin.name, second: name });
  });
  return defined.map(({ name, labels }) => {
    const ascending = labels.toSorted((a, b) => a - b);
    const isElsewhere = (label: number) =>
      defined.some((other) => other.labels.length < labels.length && other.labels.includes(label));
    const writes = ascending.find((label) => !isElsewhere(label)) ?? ascending[0];
    return { key: formatRegionKey(labels), name, labels, writes };
  });
}

function parseRegion(text: string): { name: string; labels: number[] } {
  const [, name, list] = /^([^=]*[^=\s])\s*=\s*(\d{1,15}(?:\s*,\s*\d{1,15})*)$/.exec(text) ?? [];
  const labels = [...new Set(list?.split(',').map(Number))];
  if (!name || labels.length === 0 || labels.includes(0))
    throw new DiceLensError('regionOptionBad', { text });
  return { name, labels };
}

function sameLabels(a: readonly number[], b: readonly number[]): boolean {
  return a.length === b.length && a.every((label) => b.includes(label));
}
