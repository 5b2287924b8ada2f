import type { Question, Undoable } from '../../app/state.ts';
import { questionWords, roleWords } from '../../core/messages/shell.ts';
import { say } from '../../core/messages/say.ts';
import { spoken } from '../../ui/controls/dl-element.ts';
import type { Answer } from '../../ui/controls/dl-question.ts';

/** A question as it stands on screen, with its answers. */
export interface QuestionText {
  readonly text: string;
  readonly answers: readonly Answer[];
}

/** The question in the language on screen; the answers' values are those of `answer`. */
export function sayQuestion(question: Question): QuestionText {
  switch (question.kind) {
    case 'which-folder':
      return sayFolderQuestion(question);
    case 'role-filled':
      return sayRoleQuestion(question);
    case 'unknown-role':
      return {
        text: say(questionWords.unknownRole, spoken(), { added: question.added.name }),
        answers: [
          { value: 'reference', text: say(questionWords.itIsReference, spoken()) },
          { value: 'prediction', text: say(questionWords.itIsPrediction, spoken()) },
          { value: 'new-case', text: say(questionWords.newCase, spoken()) },
          { value: 'leave-out', text: say(questionWords.leaveOut, spoken()) },
        ],
      };
  }
}

function sayFolderQuestion({ origins, example }: Extract<Question, { kind: 'which-folder' }>): QuestionText {
  const names = origins.map((origin, i) =>
    origin.startsWith('#')
      ? say(i === 0 ? questionWords.openedFirst : questionWords.openedSecond, spoken())
      : origin,
  );
  return {
    text: say(questionWords.whichFolder, spoken(), { example, first: names[0], second: names[1] }),
    answers: origins.map((value, i) => ({
      value,
      text: say(questionWords.theseAreReferences, spoken(), { folder: names[i] }),
    })),
  };
}

function sayRoleQuestion({ added, present }: Extract<Question, { kind: 'role-filled' }>): QuestionText {
  const role = say(roleWords[added.role], spoken());
  const keep = added.role === 'prediction' ? questionWords.otherModel : questionWords.asPrediction;
  const offersKeeping = added.role === 'prediction' || added.role === 'reference';
  return {
    text: say(questionWords.roleFilled, spoken(), { added: added.name, present: present.name, role }),
    answers: [
      { value: 'replace', text: say(questionWords.replace, spoken(), { file: present.name }) },
      ...(offersKeeping ? [{ value: 'other-model', text: say(keep, spoken()) }] : []),
      { value: 'leave-out', text: say(questionWords.leaveOut, spoken()) },
    ],
  };
}

/** What was done, beside which Undo stands. */
export function sayUndoable({ done, file }: Undoable): string {
  const sentences = {
    'files-replaced': questionWords.undoReplaced,
    'file-removed': questionWords.undoRemoved,
    'role-changed': questionWords.undoRole,
  };
  return say(sentences[done], spoken(), { file });
}
