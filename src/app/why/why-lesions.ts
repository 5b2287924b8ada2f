import type { StructureRef } from '../../core/labels/selection.ts';
import { unwrap } from '../../workers/outcome.ts';
import type { LesionWishes } from '../../workers/case/why-session.ts';
import type { App } from '../app.ts';
import { act } from '../report-error.ts';
import { changeWhy, chooseInWhy, moveInWhy } from './why-view.ts';

/** Takes the chosen structure apart, unless that was done. */
export async function measureLesions(app: App): Promise<void> {
  const { store, session } = app;
  const { why: before } = store.state;
  const lesions = before?.lesions;
  if (!before || !lesions || lesions.measured) return;
  const measured = unwrap(
    await session.measureLesions(before.shown.edits, lesions.structure, lesions.wishes),
  );
  const { why: now } = store.state;
  if (now?.shown !== before.shown || now.lesions !== lesions) return;
  changeWhy(app, { lesions: { ...lesions, measured } });
}

/** Counts lesions of another structure, or by another rule. */
export function setLesions(
  app: App,
  { structure, wishes }: { readonly structure?: StructureRef; readonly wishes?: LesionWishes },
): Promise<void> {
  return act(app, async () => {
    const { lesions } = app.store.state.why ?? {};
    if (!lesions) return;
    changeWhy(app, {
      lesions: {
        structure: structure ?? lesions.structure,
        wishes: { ...lesions.wishes, ...wishes },
        measured: null,
        chosen: -1,
      },
    });
    await measureLesions(app);
  });
}

/** Goes to a lesion of the list, with the errors of its structure round it. */
export async function goToLesion(app: App, index: number): Promise<void> {
  const { lesions } = app.store.state.why ?? {};
  const lesion = lesions?.measured?.listed[index];
  if (!lesions || !lesion) return;
  changeWhy(app, { lesions: { ...lesions, chosen: index } });
  const { structure } = lesions;
  await chooseInWhy(app, {
    kind: 'selection',
    selection: { kind: 'structure', structure, part: 'all', raw: false },
  });
  await moveInWhy(app, lesion.anchor);
}
