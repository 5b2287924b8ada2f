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

/** Pixels left of the first column, for the ticks, and between two accounts. */
export const [AXIS_WIDTH, ACCOUNT_GAP] = [44, 20];
const [LEAST_PITCH, MOST_PITCH] = [50, 104];

/** An account with its place in a row. */
export interface PlacedGap {
  readonly shown: ShownGap;
  readonly columns: readonly GapColumn[];
  readonly pitch: number;
  readonly width: number;
}

/** Breaks accounts into rows of `room` pixels; the columns of a row are equally far apart. */
export function placeAccounts(accounts: readonly ShownGap[], room: number): PlacedGap[][] {
  const rows: (Pick<PlacedGap, 'shown' | 'columns'> & { readonly needed: number })[][] = [];
  let used = Infinity;
  for (const shown of accounts) {
    const columns = columnsOf(shown.account);
    const needed = AXIS_WIDTH + columns.length * LEAST_PITCH;
    if (used + ACCOUNT_GAP + needed > room) {
      rows.push([]);
      used = -ACCOUNT_GAP;
    }
    rows.at(-1)?.push({ shown, columns, needed });
    used += ACCOUNT_GAP + needed;
  }
  return rows.map((row) => {
    const fixed = row.length * AXIS_WIDTH + (row.length - 1) * ACCOUNT_GAP;
    const total = row.reduce((sum, { columns }) => sum + columns.length, 0);
    const pitch = Math.min(MOST_PITCH, Math.max(0, room - fixed) / total);
    return row.map(({ shown, columns }) => ({
      shown,
      columns,
      pitch,
      width: AXIS_WIDTH + columns.length * pitch,
    }));
  });
}

/** Accounts that end in simulated patches have an axis of their own; those of trainings share one. */
export function sharesAxis({ account }: ShownGap, other: ShownGap): boolean {
  const isSimulated = ({ steps }: GapAccount) => steps.some(({ code }) => code === 'sampling');
  return isSimulated(account) === isSimulated(other.account);
}
