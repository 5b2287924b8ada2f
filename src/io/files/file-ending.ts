import { parseJson } from '../json/json-text.ts';

/**
 * How the names of a data set's volumes end, as "file_ending" of dataset.json says; null where it does not say.
 * @throws FormatError jsonInvalid
 */
export function parseFileEnding(text: string, file: string): string | null {
  const root = parseJson(file, text);
  if (root.kind !== 'object') return null;
  const ending = root.entries.findLast(({ key }) => key === 'file_ending')?.value;
  return ending?.kind === 'value' && typeof ending.value === 'string' && ending.value !== ''
    ? ending.value
    : null;
}
