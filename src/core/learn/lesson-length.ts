import { lengthLesson as text } from '../messages/learn-length.ts';
import { nnunetIssues, nnunetSource } from '../messages/learn-sources.ts';
import { EARLY_STOP } from './figure-early-stop.ts';
import { REPEAT_NOISE } from './figure-repeat-noise.ts';
import { SAME_CONDITIONS } from './figure-same-conditions.ts';
import { SCHEDULES } from './figure-schedule.ts';
import type { Lesson } from './lesson.ts';

const TRAINER = 'training/nnUNetTrainer/nnUNetTrainer.py';

/** Schedule, stop, comparison and noise. */
export const LENGTH_LESSON: Lesson = {
  id: 'length',
  title: text.title,
  minutes: 8,
  sections: [
    {
      id: 'schedule',
      title: text.schedule.title,
      short: text.schedule.short,
      paragraphs: [text.schedule.ask, text.schedule.say],
      figure: SCHEDULES,
      caption: text.schedule.caption,
      sources: [
        nnunetSource('training/lr_scheduler/polylr.py', 'PolyLRScheduler'),
        nnunetSource(TRAINER, 'num_epochs, initial_lr'),
      ],
    },
    {
      id: 'early-stop',
      title: text.stop.title,
      short: text.stop.short,
      paragraphs: [text.stop.ask, text.stop.say],
      figure: EARLY_STOP,
      caption: text.stop.caption,
      sources: [nnunetIssues(585, 604, 1724, 2917, 2810)],
    },
    {
      id: 'same-conditions',
      title: text.conditions.title,
      short: text.conditions.short,
      paragraphs: [text.conditions.ask, text.conditions.say],
      figure: SAME_CONDITIONS,
      caption: text.conditions.caption,
      sources: [
        nnunetSource(TRAINER, 'on_validation_epoch_end'),
        nnunetIssues(639),
        text.conditions.measured,
      ],
    },
    {
      id: 'repeats',
      title: text.repeats.title,
      paragraphs: [text.repeats.ask, text.repeats.say],
      figure: REPEAT_NOISE,
      caption: text.repeats.caption,
      sources: [nnunetSource('training/dataloading/data_loader.py', 'get_indices')],
    },
  ],
  questions: [
    {
      text: text.stopQuestion,
      figure: EARLY_STOP,
      section: 'early-stop',
      states: [{ patience: 50, late: 0.022 }],
      answer: text.stopAnswer,
    },
    {
      text: text.repeatsQuestion,
      figure: REPEAT_NOISE,
      section: 'repeats',
      states: [
        { repeats: 1, spread: 0.005 },
        { repeats: 10, spread: 0.005 },
      ],
      answer: text.repeatsAnswer,
    },
  ],
  tryIt: { page: 'runs', query: '', sentence: text.tryIt },
};
