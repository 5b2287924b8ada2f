import { originOf, type OpenFile } from '../../workers/case/sorted-files.ts';
import { recallRoles } from './admit-files.ts';
import type { App } from '../app.ts';
import { isLabelVolume } from './label-volume.ts';
import { joinFiles, offerUndo, resortFiles, startAnew } from './open-files.ts';
import { rememberFolder } from '../runs/remembered-folders.ts';
import { act } from '../report-error.ts';

/** What becomes of a file whose role is filled. */
export const ROLE_ANSWERS = ['replace', 'other-model', 'leave-out'] as const;
export type RoleAnswer = (typeof ROLE_ANSWERS)[number];

/** Follows an answer to the question on screen; one that is none of its answers is passed over. */
export async function answer(app: App, value: string): Promise<void> {
  switch (app.store.state.question?.kind) {
    case 'which-folder':
      return answerFolder(app, value);
    case 'role-filled': {
      const known = ROLE_ANSWERS.find((role) => role === value);
      return known && answerRole(app, known);
    }
    case 'unknown-role': {
      const known = UNKNOWN_ANSWERS.find((role) => role === value);
      return known && answerUnknown(app, known);
    }
  }
}

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
      if (file.byHand || !isLabelVolume(file) || !question.origins.includes(origin)) return file;
      return { ...file, role: origin === references ? 'reference' : 'prediction', byHand: true };
    });
    await resortFiles(app, recallRoles(byFolder));
  });
}

/**
 * Lets a file take the place of the one that is there, stand beside it as a prediction, or be left out; the files
 * that came with it are asked about in turn, and join.
 */
export function answerRole(app: App, answer: RoleAnswer): Promise<void> {
  return act(app, async () => {
    const before = app.store.state;
    const { question } = before;
    if (question?.kind !== 'role-filled') return;
    const { added, present, files } = question;
    app.store.change({ question: null });
    const gone = { replace: present, 'leave-out': added, 'other-model': null }[answer];
    const next = files.flatMap((file): OpenFile[] => {
      if (file.id === gone?.id) return [];
      const isSecond = answer === 'other-model' && file.id === added.id;
      return [isSecond ? { ...file, role: 'prediction', byHand: true } : file];
    });
    const [together, there] = [next.filter(isOfDrop(added)), next.filter((file) => !isOfDrop(added)(file))];
    if (together.length === 0 && answer === 'leave-out') return;
    const kept = answer === 'other-model' ? [...question.kept, added.id] : question.kept;
    const joined = await joinFiles(app, there, together, kept);
    if (joined && answer === 'replace') offerUndo(app, before, 'files-replaced', present.name);
  });
}

const isOfDrop =
  ({ drop }: OpenFile) =>
  (file: OpenFile) =>
    file.drop === drop;

/** What a volume is whose name tells nothing. */
export const UNKNOWN_ANSWERS = ['reference', 'prediction', 'new-case', 'leave-out'] as const;
export type UnknownAnswer = (typeof UNKNOWN_ANSWERS)[number];

/** Gives a volume its role, or begins a new case with it, whose other files are still to come. */
export function answerUnknown(app: App, answer: UnknownAnswer): Promise<void> {
  return act(app, async () => {
    const { question } = app.store.state;
    if (question?.kind !== 'unknown-role') return;
    const { added, files, kept } = question;
    app.store.change({ question: null });
    const isAdded = isOfDrop(added);
    const there = files.filter((file) => !isAdded(file));
    const together = files.filter(isAdded);
    if (answer === 'new-case') return startAnew(app, together);
    const others = together.filter(({ id }) => id !== added.id);
    if (answer === 'leave-out') {
      if (others.length > 0) await joinFiles(app, there, others, kept);
      return;
    }
    await joinFiles(app, there, [{ ...added, role: answer, byHand: true }, ...others], kept);
  });
}

/** Closes a question without an answer; nothing was changed. */
export function dismissQuestion({ store }: App): void {
  store.change({ question: null });
}
