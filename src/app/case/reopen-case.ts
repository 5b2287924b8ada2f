import { proxy, type Remote } from 'comlink';
import type { CaseSession } from '../../workers/case/case-session.ts';
import { unwrap } from '../../workers/outcome.ts';
import type { App } from '../app.ts';
import { closeCase } from './open-case.ts';
import { act } from '../report-error.ts';
import { showWork } from '../show-work.ts';

/**
 * Opens in a fresh worker what is on screen, which stays as it is. Where that fails there is nothing left that the
 * page could show: the case is closed. Resolves to whether a case is open.
 */
export async function reopenCase(app: App, session: Remote<CaseSession>): Promise<boolean> {
  const { store } = app;
  const { request, opened, channels } = store.state;
  if (!request || !opened) return false;
  let isOpen = false;
  await act(app, async () => {
    try {
      await showWork(app, request.name, async (progress) => {
        const regions = store.state.regionsByHand;
        unwrap(await session.openCase({ ...request, regions }, proxy(progress)));
        for (const channel of channels.keys()) unwrap(await session.openChannel(channel));
      });
      isOpen = true;
    } catch (error) {
      closeCase(app);
      throw error;
    }
  });
  return isOpen;
}
