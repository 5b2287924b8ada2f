// Apart from the readers, which the page need not load to tell the files of a run.

const CHECKPOINT =
  /^(?:checkpoint_(?:final|best|latest)\.pth|model_(?:best|latest|final_checkpoint|ep_\d+)\.model)$/i;
const TRAINING_LOG = /^training_log_.*\.txt$/i;

/** Whether a file is a checkpoint by its name. */
export function isCheckpointName(name: string): boolean {
  return CHECKPOINT.test(name);
}

/** Whether a file is a training log by its name. */
export function isTrainingLogName(name: string): boolean {
  return TRAINING_LOG.test(name);
}
