import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll } from 'vitest';

export const golden = fileURLToPath(new URL('../golden/nnunet_eval/', import.meta.url));

/** An empty folder that goes when the tests of the file are over. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'dicelens-page-'));
  afterAll(() => rmSync(folder, { recursive: true }));
  return folder;
}

/** What nnU-Net's own evaluator wrote of one structure of one case. */
export interface Metrics {
  Dice: number | null;
  IoU: number | null;
  TP: number;
  FP: number;
  FN: number;
  TN: number;
  n_ref: number;
  n_pred: number;
}

/** The figures of every case, in the order of the cases; NaN is null. */
export function readSummary(name: string): Record<string, Metrics>[] {
  const text = readFileSync(join(golden, name), 'utf8').replace(/\bNaN\b/g, 'null');
  const { metric_per_case } = JSON.parse(text) as {
    metric_per_case: { metrics: Record<string, Metrics> }[];
  };
  return metric_per_case.map(({ metrics }) => metrics);
}

/** The files of a golden case under names that tell their roles. With regions, and with the ignore label or without. */
export function goldenCase(folder: string, index: number, { ignore = false } = {}) {
  const name = `case_00${index}.nii.gz`;
  const files = {
    reference: join(folder, 'reference.nii.gz'),
    prediction: join(folder, 'prediction.nii.gz'),
    dataset: join(folder, 'dataset.json'),
  };
  copyFileSync(join(golden, ignore ? 'ref_ignore' : 'ref', name), files.reference);
  copyFileSync(join(golden, 'pred', name), files.prediction);
  const dataset = JSON.parse(readFileSync(join(golden, 'dataset_regions.json'), 'utf8')) as {
    labels: Record<string, unknown>;
  };
  const labels = ignore ? { ...dataset.labels, ignore: 5 } : dataset.labels;
  writeFileSync(files.dataset, JSON.stringify({ ...dataset, labels }));
  return files;
}
