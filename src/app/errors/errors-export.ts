import { formatAtlasCsv } from '../../core/cohort/atlas-errors.ts';
import { nameError, reviewOf } from '../../core/errors-of-case/error-review.ts';
import { causeWords } from '../../core/messages/error-atlas.ts';
import { navigatorWords } from '../../core/messages/error-navigator.ts';
import { say } from '../../core/messages/say.ts';
import { unwrap } from '../../workers/outcome.ts';
import type { App } from '../app.ts';
import { act } from '../report-error.ts';
import { saveFile } from '../save-file.ts';

/** Colours of the kinds of errors, red, green and blue, as the slices show them. */
export type KindColours = Readonly<Record<'fp' | 'fn' | 'swap', readonly [number, number, number]>>;

/** Saves the errors that are listed, in their order, with what was noted of them; rank is that by mL. */
export function saveErrorsCsv({ store }: App): void {
  const { navigator, cases, current } = store.state;
  if (!navigator?.errors) return;
  const { errors, listed, notes, of } = navigator;
  const rows = listed.map((rank) => ({
    ...errors[rank],
    id: nameError(errors[rank]),
    case: of.result.name,
    model: cases[current]?.model ?? '',
    rank: rank + 1,
  }));
  saveFile(`${of.result.name}_errors.csv`, formatAtlasCsv(rows, reviewOf(notes)), 'text/csv');
}

/** Saves all errors as a label map: each voxel holds the rank of its error, from 1. */
export function saveErrorMap(app: App): Promise<void> {
  return act(app, async () => {
    const { navigator } = app.store.state;
    if (!navigator) return;
    const file = unwrap(await app.session.writeErrorMap());
    saveFile(`${navigator.of.result.name}_errors.nii.gz`, file, 'application/gzip');
  });
}

/** Saves the names and colours of that map's values for ITK-SNAP, in English. */
export function saveErrorTable(app: App, colours: KindColours): Promise<void> {
  return act(app, async () => {
    const { navigator } = app.store.state;
    if (!navigator?.errors) return;
    const labels = navigator.errors.map(({ kind, cause, reference, predicted }, i) => ({
      value: i + 1,
      name: say(navigatorWords.tableEntry, 'en', {
        number: i + 1,
        cause: say(causeWords[cause], 'en'),
        reference,
        predicted,
      }),
      rgb: colours[kind],
    }));
    const text = await app.session.formatErrorTable(labels);
    saveFile(`${navigator.of.result.name}_errors.label.txt`, text, 'text/plain');
  });
}
