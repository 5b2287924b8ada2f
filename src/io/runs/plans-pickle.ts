import type { Plans, PlannedConfiguration } from '../json/plans-json.ts';
import { InertValue, numberOf, parsePickle } from './pickle.ts';

/**
 * nnU-Net v1's plans.pkl: a configuration a stage, without anything of the pickle being executed. A plan that gives no
 * patch has no configuration.
 * Source: nnU-Net v1, experiment_planning/experiment_planner_baseline_3DUNet.py, `plan_experiment`.
 * @throws FormatError pickleBad
 */
export function parsePlansPickle(bytes: Uint8Array, file: string): Plans {
  const { root } = parsePickle(bytes, file);
  const plan = mapOf(root);
  const stages = plan.get('plans_per_stage');
  const listed = Array.isArray(stages)
    ? [...(stages as unknown[]).entries()]
    : [...mapOf(stages)].map(([key, value]) => [numberOf(key) ?? key, value] as const);
  return {
    dataset: null,
    name: null,
    reader: null,
    transposeForward: numbersOf(plan.get('transpose_forward')),
    configurations: listed.map(([stage, value]): PlannedConfiguration => {
      const of = mapOf(value);
      return {
        name: listed.length === 1 ? '3d_fullres' : `stage ${String(stage)}`,
        patchSize: numbersOf(of.get('patch_size')),
        spacingMm: numbersOf(of.get('current_spacing')),
        batchSize: numberOf(of.get('batch_size')),
      };
    }),
  };
}

function mapOf(value: unknown): ReadonlyMap<unknown, unknown> {
  return value instanceof Map ? (value as Map<unknown, unknown>) : new Map<unknown, unknown>();
}

/** Numbers of a list, or of a NumPy array of one axis; null for anything else. */
function numbersOf(value: unknown): number[] | null {
  if (Array.isArray(value)) {
    const numbers = (value as unknown[]).map(numberOf);
    return numbers.length > 0 && numbers.every((number) => number !== null) ? numbers : null;
  }
  return value instanceof InertValue ? arrayOf(value as unknown as Readonly<Record<number, unknown>>) : null;
}

/** A NumPy array by its state, which lies on it by place: version, shape, type, whether columns come first, bytes. */
function arrayOf({ 2: type, 4: bytes }: Readonly<Record<number, unknown>>): number[] | null {
  if (!(bytes instanceof Uint8Array) || typeof type !== 'object' || type === null) return null;
  const { type: name, isBigEndian } = type as { type?: string; isBigEndian?: boolean };
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  const isLittle = isBigEndian !== true;
  const width = Number(name?.slice(1));
  const at: Readonly<Record<string, (offset: number) => number>> = {
    i8: (offset) => Number(view.getBigInt64(offset, isLittle)),
    i4: (offset) => view.getInt32(offset, isLittle),
    f8: (offset) => view.getFloat64(offset, isLittle),
    f4: (offset) => view.getFloat32(offset, isLittle),
  };
  const read = at[name ?? ''];
  if (!read || bytes.length === 0 || bytes.length % width !== 0) return null;
  return Array.from({ length: bytes.length / width }, (_, i) => read(i * width));
}
