import { formatCaseCsv } from '../../core/case/case-csv.ts';
import { formatCase } from '../../core/case/case-json.ts';
import type { App } from '../app.ts';

/** Saves the numbers of the open case as NAME.json or NAME.csv. */
export function exportCase({ store }: App, format: 'json' | 'csv'): void {
  const result = store.state.opened?.result;
  if (!result) return;
  const [text, type] =
    format === 'json'
      ? [`${JSON.stringify(formatCase(result), null, 1)}\n`, 'application/json']
      : [formatCaseCsv(result), 'text/csv'];
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([text], { type }));
  link.download = `${result.name}.${format}`;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}
