import { patchesLesson as text } from '../messages/learn-patches.ts';
import { nnunetIssues, nnunetSource } from '../messages/learn-sources.ts';
import { BATCH_DRAW } from './figure-batch-draw.ts';
import { EPOCH_COVERAGE } from './figure-epoch-coverage.ts';
import { PATCH_MEMORY } from './figure-patch-memory.ts';
import { RARE_STRUCTURE } from './figure-rare-structure.ts';
import { TILE_WALK } from './figure-tile-walk.ts';
import type { Lesson } from './lesson.ts';

const LOADER = 'training/dataloading/data_loader.py';

/** What a network sees of its data, in training and in prediction. */
export const PATCHES_LESSON: Lesson = {
  id: 'patches',
  title: text.title,
  minutes: 10,
  sections: [
    {
      id: 'batch',
      title: text.batch.title,
      paragraphs: [text.batch.ask, text.batch.say],
      figure: BATCH_DRAW,
      caption: text.batch.caption,
      sources: [nnunetSource(LOADER, '_oversample_last_XX_percent, get_bbox'), nnunetIssues(1965, 517, 153)],
    },
    {
      id: 'rare',
      title: text.rare.title,
      short: text.rare.short,
      paragraphs: [text.rare.ask, text.rare.say],
      figure: RARE_STRUCTURE,
      caption: text.rare.caption,
      sources: [nnunetSource(LOADER, 'get_indices, get_bbox')],
    },
    {
      id: 'coverage',
      title: text.coverage.title,
      short: text.coverage.short,
      paragraphs: [text.coverage.ask, text.coverage.say],
      figure: EPOCH_COVERAGE,
      caption: text.coverage.caption,
      sources: [
        nnunetSource('training/nnUNetTrainer/nnUNetTrainer.py', 'num_iterations_per_epoch'),
        nnunetIssues(1292, 2927),
      ],
    },
    {
      id: 'memory',
      title: text.memory.title,
      short: text.memory.short,
      paragraphs: [text.memory.ask, text.memory.say],
      figure: PATCH_MEMORY,
      caption: text.memory.caption,
      sources: [
        nnunetSource(
          'experiment_planning/experiment_planners/default_experiment_planner.py',
          'get_plans_for_configuration',
        ),
      ],
    },
    {
      id: 'tiles',
      title: text.tiles.title,
      short: text.tiles.short,
      paragraphs: [text.tiles.ask, text.tiles.say],
      figure: TILE_WALK,
      caption: text.tiles.caption,
      sources: [
        nnunetSource(
          'inference/sliding_window_prediction.py',
          'compute_steps_for_sliding_window, compute_gaussian',
        ),
        nnunetSource(LOADER, 'get_bbox'),
      ],
    },
  ],
  questions: [
    {
      text: text.batchQuestion,
      figure: BATCH_DRAW,
      section: 'batch',
      states: [{ batch: 1 }, { batch: 2 }, { batch: 12 }],
      answer: text.batchAnswer,
    },
    {
      text: text.coverageQuestion,
      figure: EPOCH_COVERAGE,
      section: 'coverage',
      states: [
        { cases: 40, batch: 2 },
        { cases: 1000, batch: 2 },
      ],
      answer: text.coverageAnswer,
    },
  ],
  tryIt: {
    page: 'pseudo-dice',
    query: 'batch=2&iterations=50&epochs=100&forced=0.33&seed=1',
    sentence: text.tryIt,
  },
};
