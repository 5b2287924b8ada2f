import type { GapAccount, GapCode } from '../../core/pseudo-dice/gap-account.ts';

/** An account with the name under which it is shown. */
export interface ShownGap {
  readonly id: string;
  readonly title: string;
  readonly account: GapAccount;
}

/** One column of a waterfall: a level that is stated, or the change between two. */
export type GapColumn =
  | {
      readonly kind: 'level';
      readonly code: GapCode;
      readonly name: 'mean' | 'expected' | 'ema';
      readonly value: number;
      /** 5 to 95 % of the epochs, for what is expected. */
      readonly range: readonly [low: number, high: number] | null;
      /** The account ends here. */
      readonly isEnd: boolean;
    }
  | {
      readonly kind: 'bar';
      readonly code: GapCode;
      readonly from: number;
      readonly to: number;
    };

/** The columns of an account: the mean, a bar a step, the expected pseudo Dice after the patches, the last EMA. */
export function columnsOf({ steps }: GapAccount): GapColumn[] {
  const last = steps.at(-1)?.code;
  return steps.flatMap((step, i): GapColumn[] => {
    const { code, value } = step;
    const level = { kind: 'level', code, value, range: null, isEnd: code === last } as const;
    if (i === 0) return [{ ...level, name: 'mean' }];
    const bar = { kind: 'bar', code, from: steps[i - 1].value, to: value } as const;
    if (step.code === 'sampling') {
      return [bar, { ...level, name: 'expected', range: [step.facts.low, step.facts.high] }];
    }
    return step.code === 'remainder' ? [bar, { ...level, name: 'ema' }] : [bar];
  });
}

/** An axis of Dice with its ticks. */
export interface GapAxis {
  readonly low: number;
  readonly high: number;
  readonly ticks: readonly number[];
  readonly decimals: number;
}

const STEPS = [0.005, 0.01, 0.02, 0.05, 0.1, 0.2];
const MOST_TICKS = 6;

/** An axis that holds every level of all the accounts; it may start above 0, since only changes float on it. */
export function axisOf(accounts: readonly ShownGap[]): GapAxis {
  const values = accounts
    .flatMap(({ account }) => columnsOf(account))
    .flatMap((column) => (column.kind === 'bar' ? [column.to] : [column.value, ...(column.range ?? [])]))
    .filter(Number.isFinite);
  const [lowest, highest] = values.length > 0 ? [Math.min(...values), Math.max(...values)] : [0, 1];
  const step = STEPS.find((by) => ticksFrom(lowest, highest, by).length <= MOST_TICKS) ?? 0.5;
  const ticks = ticksFrom(lowest, highest, step);
  return {
    low: ticks[0],
    high: ticks[ticks.length - 1],
    ticks,
    decimals: step < 0.01 ? 3 : step < 0.1 ? 2 : 1,
  };
}

function ticksFrom(lowest: number, highest: number, step: number): number[] {
  const first = Math.floor(lowest / step + 1e-9);
  const last = Math.max(first + 1, Math.ceil(highest / step - 1e-9));
  return Array.from({ length: last - first + 1 }, (_, i) => Number(((first + i) * step).toFixed(3)));
}
