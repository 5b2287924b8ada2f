/** The times of one piece of work over all repeats, in milliseconds; `low` and `high` are the quartiles. */
export interface Times {
  readonly medianMs: number;
  readonly lowMs: number;
  readonly highMs: number;
  /** Such as "<= 50"; absent where nothing is promised. */
  readonly aim?: string;
}

/** What a scenario found: times by name, and ratios of them with what is aimed at. */
export interface Figures {
  readonly times: Readonly<Record<string, Times>>;
  readonly ratios: readonly Ratio[];
}

export interface Ratio {
  readonly name: string;
  readonly value: number;
  /** What the value is where it is no ratio. */
  readonly unit?: string;
  /** The quartiles over all rounds, where there were several. */
  readonly low?: number;
  readonly high?: number;
  /** Such as ">= 5"; absent where nothing is promised. */
  readonly aim?: string;
}

/** A part of the benchmark: one file each, named in main.ts. */
export type Scenario = () => Promise<Figures>;

/**
 * Runs pieces of work in turn, over and over, so that what else the machine does falls on all of them alike.
 * One round goes before that is not measured. The result has the times of every round, in milliseconds.
 */
export async function interleaved<Name extends string>(
  rounds: number,
  works: Readonly<Record<Name, () => unknown>>,
): Promise<Record<Name, number[]>> {
  const names = Object.keys(works) as Name[];
  const times = Object.fromEntries(names.map((name) => [name, []])) as unknown as Record<Name, number[]>;
  for (let round = -1; round < rounds; round++) {
    for (const name of names) {
      const start = performance.now();
      await works[name]();
      if (round >= 0) times[name].push(performance.now() - start);
    }
  }
  return times;
}

/** Median and quartiles. */
export function summaryOf(times: readonly number[]): Times {
  return { medianMs: quantile(times, 0.5), lowMs: quantile(times, 0.25), highMs: quantile(times, 0.75) };
}

/** The median over rounds of the ratio within a round: a round that was disturbed disturbs both sides. */
export function ratioOf(above: readonly number[], below: readonly number[]): number {
  return quantile(ratiosOf(above, below), 0.5);
}

/** `ratioOf` with its quartiles, ready to be reported. */
export function spreadOf(
  name: string,
  above: readonly number[],
  below: readonly number[],
  aim?: string,
): Ratio {
  const ratios = ratiosOf(above, below);
  const [low, value, high] = [0.25, 0.5, 0.75].map((share) => quantile(ratios, share));
  return { name, value, low, high, ...(aim ? { aim } : {}) };
}

/** The ratio of the shortest times: what a busy machine disturbs least. */
export function leastRatio(name: string, above: readonly number[], below: readonly number[]): Ratio {
  return { name: `${name}, shortest of each`, value: Math.min(...above) / Math.min(...below) };
}

function ratiosOf(above: readonly number[], below: readonly number[]): number[] {
  return above.map((time, round) => time / below[round]);
}

function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  const place = share * (sorted.length - 1);
  const [below, above] = [sorted[Math.floor(place)], sorted[Math.ceil(place)]];
  return below + (above - below) * (place - Math.floor(place));
}
