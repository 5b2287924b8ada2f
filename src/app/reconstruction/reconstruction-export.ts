import { formatCaseCsv } from '../../core/case/case-csv.ts';
import { formatPatternsCsv, formatReconstruction } from '../../core/reconstruction/reconstruction-json.ts';
import { unwrap } from '../../workers/outcome.ts';
import type { LabelColour } from '../../workers/case/rule-session.ts';
import type { App } from '../app.ts';
import { act } from '../report-error.ts';
import { saveFile } from '../save-file.ts';

/** What can be saved: label maps, the colours of the map of changes, tables. */
export const SAVED = ['labels', 'changes', 'snap', 'slicer', 'json', 'scores', 'patterns'] as const;
export type Saved = (typeof SAVED)[number];

/** Saves what the rule on screen gave; `colours` are those of the changes, as the slices show them. */
export function saveReconstruction(app: App, saved: Saved, colours: readonly LabelColour[]): Promise<void> {
  return act(app, async () => {
    const { session, store } = app;
    const numbers = store.state.laboratory?.shown?.numbers;
    if (!numbers) return;
    const { rule, result } = numbers;
    const save = (name: string, content: BlobPart, type: string) =>
      saveFile(`${result.name}_${name}`, content, type);
    switch (saved) {
      case 'labels':
      case 'changes':
        return save(
          saved === 'labels' ? 'reconstructed.nii.gz' : 'gained_and_lost.nii.gz',
          unwrap(await session.writeRuleVolume(rule, saved)),
          'application/gzip',
        );
      case 'snap':
        return save(
          'gained_and_lost.label.txt',
          await session.formatColourTable(colours, 'snap'),
          'text/plain',
        );
      case 'slicer':
        return save('gained_and_lost.ctbl', await session.formatColourTable(colours, 'slicer'), 'text/plain');
      case 'json':
        return save(
          'reconstruction.json',
          `${JSON.stringify(formatReconstruction(numbers), null, 1)}\n`,
          'application/json',
        );
      case 'scores':
        return save('reconstruction.csv', formatCaseCsv(result), 'text/csv');
      case 'patterns':
        return save('patterns.csv', formatPatternsCsv(result), 'text/csv');
    }
  });
}
