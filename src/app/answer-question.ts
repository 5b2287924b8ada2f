import { originOf, type OpenFile } from '../workers/sorted-files.ts';
import { recallRoles } from './admit-files.ts';
import type { App } from './app.ts';
import { offerUndo, resortFiles } from './open-files.ts';
import { rememberFolder } from './remembered-folders.ts';
import { act } from './report-error.ts';

/** What becomes of a file whose role is filled. */
export const ROLE_ANSWERS = ['replace', 'other-model', 'leave-out'] as const;
export type RoleAnswer = (typeof ROLE_ANSWERS)[number];

/** Says which of two folders, or drops, holds the references; it is remembered for folders of these names. */
export function answerFolder(app: App, references: string): Promise<void> {
  return act(app, async () => {
    const before = app.store.state;
    const { question } = before;
    if (question?.kind !== 'which-folder') return;
    for (const origin of question.origins) {
      rememberFolder(origin, origin === references ? 'reference' : 'prediction');
    }
    app.store.change({ question: null });
    const byFolder = question.files.map((file): OpenFile => {
      const origin = originOf(file);
      if (file.byHand || !isVolume(file) || !question.origins.includes(origin)) return file;
      return { ...file, role: origin === references ? 'reference' : 'prediction', byHand: true };
    });
    await resortFiles(app, recallRoles(byFolder));
  });
}

/** Lets a file take the place of the one that is there, stand beside it as a prediction, or be left out. */
export function answerRole(app: App, answer: RoleAnswer): Promise<void> {
  return act(app, async () => {
    const before = app.store.state;
    const { question } = before;
    if (question?.kind !== 'role-filled') return;
    const { added, present, files } = question;
    app.store.change({ question: null });
    if (answer === 'leave-out') return;
    const next = files.flatMap((file): OpenFile[] => {
      if (answer === 'replace' && file.id === present.id) return [];
      if (file.id !== added.id) return [file];
      return [answer === 'other-model' ? { ...file, role: 'prediction', byHand: true } : file];
    });
    const done = await resortFiles(app, next, { regions: before.regionsByHand });
    if (done && answer === 'replace') offerUndo(app, before, 'files-replaced', present.name);
  });
}

/** Closes a question without an answer; nothing was changed. */
export function dismissQuestion({ store }: App): void {
  store.change({ question: null });
}

function isVolume({ name }: OpenFile): boolean {
  return /\.(nii|hdr|img)(\.gz)?$/i.test(name);
}
