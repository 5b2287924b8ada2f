import type { LabelScheme } from '../../core/labels/label-scheme.ts';
import { prepareMeasures, type CaseToMeasure } from '../case/measure-case.ts';
import type { CaseVolumes } from '../case/read-case.ts';
import type { TaskContext } from '../task.ts';

/** A case that can be read, again too. */
export interface CaseToSimulate {
  readonly name: string;
  readonly read: (context: TaskContext) => Promise<CaseVolumes>;
}

/** Cases that are read once where they all fit, else anew each time. */
export interface KeptCases {
  /** The volumes, and the codes with their boxes. */
  open(index: number): Promise<{ readonly volumes: CaseVolumes; readonly measured: CaseToMeasure }>;
  /** The codes alone, kept from the first time where there was room. */
  measure(index: number): Promise<CaseToMeasure>;
}

/** Bytes of codes that are kept. */
const KEPT_BYTES = 192 * 2 ** 20;

/** Reads cases as they are asked for; the first ones are kept, without their probabilities. */
export function keptCases(
  cases: readonly CaseToSimulate[],
  scheme: LabelScheme,
  context: TaskContext,
): KeptCases {
  const kept = new Map<number, CaseToMeasure>();
  let left = KEPT_BYTES;
  const open: KeptCases['open'] = async (index) => {
    const volumes = await cases[index].read(context);
    const measured = prepareMeasures(volumes, scheme);
    const bytes = bytesOf(measured);
    if (!kept.has(index) && bytes <= left) {
      kept.set(index, measured);
      left -= bytes;
    }
    return { volumes, measured };
  };
  return { open, measure: async (index) => kept.get(index) ?? (await open(index)).measured };
}

function bytesOf({ reference, predicted, patterns }: CaseToMeasure): number {
  const codes = new Set([reference, predicted, ...(patterns ? [patterns.codes] : [])]);
  return [...codes].reduce((sum, { byteLength }) => sum + byteLength, 0);
}
