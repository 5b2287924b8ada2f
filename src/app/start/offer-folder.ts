import { offerFor } from '../../core/start/folder-offer.ts';
import type { NamedFile } from '../../workers/case/named-file.ts';
import { isRunName, isVolumeName, type RoutedFiles } from '../../workers/runs/run-routing.ts';
import type { App } from '../app.ts';
import { act } from '../report-error.ts';
import type { Page } from '../link.ts';

/** Offers what can be done with a folder that was just opened, where there is more than was done already. */
export function offerFolder({ store }: App, { runs, case: ofCase }: RoutedFiles<NamedFile>): void {
  const { cases, files, isDemo, question } = store.state;
  if (question) return; // first things first
  const isOpened = ofCase.length > 0 && !isDemo;
  const withRole = (role: string) =>
    isOpened ? files.filter((file) => file.role === role && isVolumeName(file.name)).length : 0;
  const folds = new Set(runs.filter(({ name }) => isRunName(name)).map(({ folder }) => folder)).size;
  const offer = offerFor({
    folds,
    validations: runs.filter(({ name }) => isVolumeName(name)).length,
    cases: isOpened ? cases.length : 0,
    references: withRole('reference'),
    predictions: withRole('prediction'),
    images: withRole('image'),
  });
  store.change({ offer });
}

/** Goes to the page that does what was chosen; the validation of a run is opened on its way. */
export function takeOffer(app: App, page: Page): Promise<void> {
  return act(app, async () => {
    const { offer, runs } = app.store.state;
    app.store.change({ offer: null });
    if (offer?.kind === 'runs' && page === 'cohort' && runs) {
      const [{ openValidation }, { chosenRun }] = await Promise.all([
        import('../runs/runs-validation.ts'),
        import('../runs/runs-view.ts'),
      ]);
      const run = chosenRun(runs);
      if (run) return openValidation(app, run, null);
    }
    location.hash = `#/${page}`;
  });
}

/** Nothing of it is wanted; what is open stays. */
export function refuseOffer({ store }: App): void {
  store.change({ offer: null });
}
