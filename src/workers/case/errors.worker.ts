import { expose, transfer } from 'comlink';
import type { CaseError } from '../../core/errors-of-case/case-errors.ts';
import type { LabelScheme } from '../../core/labels/label-scheme.ts';
import { boxesOfCodes } from '../../core/volume/structure-boxes.ts';
import { listEveryError } from '../../tasks/cohort/case-errors.ts';
import { settle, type Outcome } from '../outcome.ts';
import type { MeasuredVolumes } from './why-measure.worker.ts';

/** Errors and the voxels of each, in the same order. */
export interface FoundErrors {
  readonly errors: readonly CaseError[];
  readonly members: readonly Int32Array<ArrayBuffer>[];
}

/** What the worker that finds errors does; it is ended where it is to stop. */
export interface ErrorFinder {
  find(
    volumes: MeasuredVolumes,
    scheme: LabelScheme,
    layerMm: number,
    progress: (done: number, total: number) => void,
  ): Promise<Outcome<FoundErrors>>;
}

const finder: ErrorFinder = {
  find: async (volumes, scheme, layerMm, progress) => {
    const { grid, reference, predicted, meaning } = volumes;
    const outcome = await settle(
      (async () => {
        const boxes = {
          reference: boxesOfCodes(reference, grid.size, meaning.reference.length),
          predicted: boxesOfCodes(predicted, grid.size, meaning.predicted.length),
          patterns: [],
        };
        const found = listEveryError({ ...volumes, boxes }, scheme, { layerMm, progress });
        return { errors: found.errors, members: found.members as Int32Array<ArrayBuffer>[] };
      })(),
    );
    const buffers = 'value' in outcome ? outcome.value.members.map(({ buffer }) => buffer) : [];
    return transfer(outcome, buffers);
  },
};

expose(finder);
