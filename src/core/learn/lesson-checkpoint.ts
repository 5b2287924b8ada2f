import { checkpointLesson as text } from '../messages/learn-checkpoint.ts';
import { nnunetIssues, nnunetSource } from '../messages/learn-sources.ts';
import { CHECKPOINT_ORDER } from './figure-checkpoint-order.ts';
import { CONFIDENT_LOSS } from './figure-confident-loss.ts';
import { EMA_WALK } from './figure-ema-walk.ts';
import { FROZEN_LUCK } from './figure-frozen-luck.ts';
import type { Lesson } from './lesson.ts';

/** What checkpoint_best is, and what it is worth. */
export const CHECKPOINT_LESSON: Lesson = {
  id: 'checkpoint',
  title: text.title,
  minutes: 8,
  sections: [
    {
      id: 'strict-improvement',
      title: text.walk.title,
      short: text.walk.short,
      paragraphs: [text.walk.ask, text.walk.say],
      figure: EMA_WALK,
      caption: text.walk.caption,
      sources: [
        nnunetSource('training/logging/nnunet_logger.py', 'log, plot_progress_png'),
        nnunetSource('training/nnUNetTrainer/nnUNetTrainer.py', 'on_epoch_end'),
      ],
    },
    {
      id: 'luck',
      title: text.luck.title,
      short: text.luck.short,
      paragraphs: [text.luck.ask, text.luck.say],
      figure: FROZEN_LUCK,
      caption: text.luck.caption,
      sources: [text.luck.measured],
    },
    {
      id: 'loss',
      title: text.loss.title,
      short: text.loss.short,
      paragraphs: [text.loss.ask, text.loss.say],
      figure: CONFIDENT_LOSS,
      caption: text.loss.caption,
      sources: [
        nnunetSource('training/loss/compound_losses.py', 'DC_and_CE_loss'),
        nnunetSource('training/loss/dice.py', 'MemoryEfficientSoftDiceLoss'),
      ],
    },
    {
      id: 'validation',
      title: text.order.title,
      short: text.order.short,
      paragraphs: [text.order.ask, text.order.say],
      figure: CHECKPOINT_ORDER,
      caption: text.order.caption,
      sources: [
        nnunetSource('run/run_training.py', '--val_best'),
        nnunetIssues(1205, 695, 611, 2754),
        text.order.measured,
      ],
    },
  ],
  questions: [
    {
      text: text.luckQuestion,
      figure: FROZEN_LUCK,
      section: 'luck',
      states: [
        { epochs: 100, spread: 0.02 },
        { epochs: 1000, spread: 0.02 },
      ],
      answer: text.luckAnswer,
    },
    {
      text: text.lossQuestion,
      figure: CONFIDENT_LOSS,
      section: 'loss',
      states: [
        { wrong: 10, confidence: 0.6 },
        { wrong: 10, confidence: 0.99 },
      ],
      answer: text.lossAnswer,
    },
  ],
  tryIt: { page: 'runs', query: '', sentence: text.tryIt },
};
