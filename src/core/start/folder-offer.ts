/** What lies in a folder that was opened, and can be done with it. */
export type FolderOffer =
  | {
      /** Cases with reference and prediction. */
      readonly kind: 'cases';
      readonly cases: number;
    }
  | {
      /** References without any prediction, as in a raw data set. */
      readonly kind: 'references';
      readonly references: number;
      readonly images: number;
    }
  | {
      /** Predictions without any reference. */
      readonly kind: 'predictions';
      readonly predictions: number;
    }
  | {
      /** Folders with logs of training, and predictions of their validation. */
      readonly kind: 'runs';
      readonly folds: number;
      readonly validations: number;
    };

/** What was recognised among the files of a folder. */
export interface FolderContents {
  /** Folders that hold a training log or a checkpoint. */
  readonly folds: number;
  /** Volumes beneath them. */
  readonly validations: number;
  readonly cases: number;
  readonly references: number;
  readonly predictions: number;
  readonly images: number;
}

/**
 * What is offered for a folder; null where only one thing can be done with it, which then was done: one case, or runs
 * without volumes of their validation.
 */
export function offerFor(contents: FolderContents): FolderOffer | null {
  const { folds, validations, cases, references, predictions, images } = contents;
  if (cases > 1) return { kind: 'cases', cases };
  if (folds > 0) return validations > 0 ? { kind: 'runs', folds, validations } : null;
  if (cases > 0) return null;
  if (references > 1 && predictions === 0) return { kind: 'references', references, images };
  return predictions > 1 && references === 0 ? { kind: 'predictions', predictions } : null;
}
