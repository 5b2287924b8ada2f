import { unwrap } from '../../workers/outcome.ts';
import type { App } from '../app.ts';
import { changeLaboratory } from './reconstruction-view.ts';
import { reportError } from '../report-error.ts';

/** Audits the label map that was given beside the regions. It runs beside everything else and can be stopped. */
export async function startAudit(app: App): Promise<void> {
  const { store, session } = app;
  const { laboratory } = store.state;
  if (!laboratory?.opened.hasLabelMap || laboratory.audit.kind === 'running') return;
  const { of } = laboratory;
  const isHere = () => store.state.laboratory?.of === of;
  changeLaboratory(app, { audit: { kind: 'running' } });
  try {
    const opened = unwrap(await session.auditLabels());
    if (isHere()) changeLaboratory(app, { audit: { kind: 'done', opened } });
  } catch (error) {
    if (isHere()) changeLaboratory(app, { audit: { kind: 'stopped' } });
    reportError(app, error);
  }
}

/** Stops the audit; it can be started anew. */
export function stopAudit(app: App): void {
  void app.session.stopAudit();
}
