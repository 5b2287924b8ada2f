import { DiceLensError } from '../../core/errors.ts';
import { matchFiles, parseSession, type Session } from '../../core/session/session.ts';
import type { NamedFile } from '../../workers/case/named-file.ts';
import type { App } from '../app.ts';
import { changeView } from '../case/view-settings.ts';
import { choose, fits, moveTo, showChannel } from '../case/view-case.ts';
import { chooseCase } from '../case/open-case.ts';
import { findErrors, openErrors } from '../errors/errors-open.ts';
import { joinNotes } from '../errors/errors-review.ts';
import { chooseError, listErrors } from '../errors/errors-view.ts';
import { OVERLAYS } from '../link.ts';
import { openLaboratory } from '../reconstruction/reconstruction-open.ts';
import { changeRule } from '../reconstruction/reconstruction-rule.ts';
import { act, reportError } from '../report-error.ts';
import { setEdits } from '../why/why-edits.ts';
import { openWhy } from '../why/why-open.ts';
import { describeFile } from './hash-file.ts';

/**
 * Opens files of which one is a session, or that may be those a session waits for. Where files are still missing they
 * are asked for, and the session waits; a file with another hash is named, and what fits is taken over all the same.
 */
export function openWithSession(
  app: App,
  files: readonly NamedFile[],
  open: (files: readonly NamedFile[]) => Promise<void>,
): Promise<void> {
  const [file] = files.filter(isSession);
  const others = files.filter((one) => !isSession(one));
  return act(app, async () => {
    if (file) app.store.change({ session: parseSession(await file.blob.text(), file.name) });
    if (others.length > 0) await open(others);
    await resume(app);
  });
}

const isSession = ({ name }: NamedFile) => name.endsWith('.dicelens.json');

async function resume(app: App): Promise<void> {
  const { store } = app;
  const { session } = store.state;
  if (!session) return;
  const present = await Promise.all(store.state.files.map(describeFile));
  const { missing: absent, differing } = matchFiles(session.files, present);
  // the demo's files only have the names of others
  const missing = store.state.isDemo ? [...absent, ...differing.map(({ expected }) => expected)] : absent;
  if (missing.length > 0) {
    throw new DiceLensError('sessionNeeds', {
      session: session.case,
      files: missing.map(({ name }) => name),
    });
  }
  store.change({ session: null, errors: [] });
  await restore(app, session);
  for (const { expected, found } of differing) {
    const short = (hash: string | null) => hash?.slice(0, 12) ?? '?';
    const facts = {
      session: session.case,
      file: found.name,
      found: short(found.hash),
      expected: short(expected.hash),
    };
    reportError(app, new DiceLensError('sessionDiffers', facts));
  }
}

async function restore(app: App, session: Session): Promise<void> {
  const { store } = app;
  const { cases, current } = store.state;
  const index = cases.findIndex(({ name, model }) => name === session.case && model === session.model);
  if (index >= 0 && index !== current) await chooseCase(app, index);
  const { opened } = store.state;
  if (opened) {
    const { channel, selection, voxel, opacity, view } = session;
    if (channel !== null && channel < opened.channels.length) await showChannel(app, channel);
    const windows = new Map([...store.state.windows, ...session.windows]);
    store.change({ opacity, windows });
    const overlay = OVERLAYS.find((known) => known === session.overlay) ?? 'errors';
    const shown = overlay === 'reconstruction' && !opened.hasPatterns ? 'errors' : overlay;
    if (selection && fits(selection, opened)) await choose(app, selection, { overlay: shown, voxel });
    else await moveTo(app, voxel);
    if (session.rule) {
      await openLaboratory(app);
      await changeRule(app, session.rule);
    }
    if (session.edits.length > 0) {
      await openWhy(app);
      await setEdits(app, session.edits);
    }
    await restoreErrors(app, session);
    changeView(app, view);
    store.change({ overlay: shown });
    await moveTo(app, voxel);
  }
  location.hash = session.link;
}

async function restoreErrors(app: App, { errors }: Session): Promise<void> {
  if (!errors) return;
  await openErrors(app);
  joinNotes(app, errors.notes);
  if (errors.layerMm !== app.store.state.navigator?.layerMm) await findErrors(app, errors.layerMm);
  await listErrors(app, { cause: errors.cause, sort: errors.sort });
  await chooseError(app, errors.chosen);
  app.store.change({ errorsShown: errors.shown });
}
