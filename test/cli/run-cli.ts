import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import { run } from '../../src/cli/main.ts';

/** Runs a command of `dicelens` in this process; what it prints is collected. */
export async function runCli(...args: string[]): Promise<{ code: number; stdout: string; stderr: string }> {
  const written = { stdout: '', stderr: '' };
  const sink = (name: keyof typeof written) =>
    new Writable({
      write(chunk, _, done) {
        written[name] += String(chunk);
        done();
      },
    });
  const code = await run(args, { stdout: sink('stdout'), stderr: sink('stderr') });
  return { code, ...written };
}

/** A folder of its own for a test's files. */
export function scratchFolder(): string {
  return mkdtempSync(join(tmpdir(), 'dicelens-'));
}

export interface StructureJson {
  name: string;
  tp: number;
  fp: number;
  fn: number;
  tn: number;
  dice: number | null;
  iou: number | null;
  nRef: number;
  nPred: number;
}

/** dicelens/case@1, the parts that tests read. */
export interface CaseJson {
  schema: string;
  case: string;
  engine: { kind: string; reason: string | null };
  voxels: number;
  ignored: number;
  regions: Record<string, StructureJson>;
  rawRegions?: Record<string, StructureJson>;
  labels: Record<string, StructureJson>;
  joint: { rows: number[]; columns: number[]; cells: number[][] };
  patterns?: { regions: string[]; voxels: number; writes: number; gained: string[]; lost: string[] }[];
  warnings: { code: string; message: string }[];
}

/** The numbers of one case, as `dicelens evaluate --json` writes them. */
export async function evaluateToJson(...args: string[]): Promise<CaseJson> {
  const path = join(scratchFolder(), 'case.json');
  const { code, stderr } = await runCli('evaluate', ...args, '--json', path);
  if (code !== 0) throw new Error(stderr);
  return JSON.parse(readFileSync(path, 'utf8')) as CaseJson;
}

/** The counts and scores of a structure under nnU-Net's names. */
export function asNnunet({ tp, fp, fn, tn, dice, iou, nRef, nPred }: StructureJson) {
  return {
    Dice: dice ?? Number.NaN,
    FN: fn,
    FP: fp,
    IoU: iou ?? Number.NaN,
    TN: tn,
    TP: tp,
    n_pred: nPred,
    n_ref: nRef,
  };
}
