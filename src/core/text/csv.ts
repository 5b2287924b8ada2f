/** A text as a field of CSV (RFC 4180); one that a spreadsheet would run as a formula is kept as text. */
export function formatCsvText(text: string): string {
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** Rows of texts and numbers as lines of CSV that end in LF; NaN stays NaN. */
export function formatCsvRows(rows: readonly (readonly (string | number)[])[]): string {
  const field = (value: string | number) => (typeof value === 'number' ? `${value}` : formatCsvText(value));
  return `${rows.map((cells) => cells.map(field).join(',')).join('\n')}\n`;
}
