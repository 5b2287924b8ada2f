import { formatSession, SESSION_SCHEMA, type Session } from '../../core/session/session.ts';
import type { App } from '../app.ts';
import { act } from '../report-error.ts';
import { saveFile } from '../save-file.ts';
import { describeFile } from './hash-file.ts';

/** Saves everything on screen as `CASE.dicelens.json`, with the hashes of the open files and no voxel. */
export function saveSession(app: App): Promise<void> {
  return act(app, async () => {
    const session = await describeSession(app);
    saveFile(`${session.case || 'session'}.dicelens.json`, formatSession(session), 'application/json');
  });
}

async function describeSession({ store }: App): Promise<Session> {
  const { state } = store;
  const { opened, navigator, laboratory, why, cases, current } = state;
  const files = await Promise.all(state.files.map(describeFile));
  const isOpen = navigator && navigator.of === opened;
  return {
    schema: SESSION_SCHEMA,
    case: cases[current]?.name ?? '',
    model: cases[current]?.model ?? '',
    link: location.hash || `#/${state.page}`,
    files,
    voxel: state.voxel,
    overlay: state.overlay,
    opacity: state.opacity,
    view: state.view,
    selection: state.selection,
    channel: state.channel,
    windows: [...state.windows],
    rule: laboratory && laboratory.of === opened ? laboratory.rule : null,
    edits: why && why.of === opened ? why.edits : [],
    errors: isOpen
      ? {
          shown: state.errorsShown,
          cause: navigator.cause,
          sort: navigator.sort,
          layerMm: navigator.layerMm,
          chosen: navigator.listed[navigator.at] ?? 0,
          notes: navigator.notes,
        }
      : null,
  };
}
