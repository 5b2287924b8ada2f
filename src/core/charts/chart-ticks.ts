/** A place on an axis and what stands beside it. */
export interface ChartTick {
  readonly at: number;
  readonly text: string;
}

const MINUS = '−';

/** Round numbers (1, 2 or 5 times a power of ten) within [min, max], about `count` of them; none for an empty range. */
export function roundNumbers(min: number, max: number, count: number): number[] {
  if (!(max > min) || !Number.isFinite(max - min)) return [];
  const step = roundStep((max - min) / Math.max(1, count));
  const first = Math.ceil(min / step - 1e-9);
  const last = Math.floor(max / step + 1e-9);
  return Array.from({ length: last - first + 1 }, (_, i) => tidy((first + i) * step, step));
}

/** Ticks at round numbers with as many decimals as their step needs, and a true minus. */
export function numberTicks(min: number, max: number, count: number, unit = ''): ChartTick[] {
  const places = roundNumbers(min, max, count);
  const step = places.length > 1 ? places[1] - places[0] : places[0];
  const decimals = decimalsOf(step ?? 1);
  return places.map((at) => ({ at, text: formatTick(at, decimals) + unit }));
}

/** Ticks at whole numbers. */
export function wholeTicks(min: number, max: number, count: number, unit = ''): ChartTick[] {
  return roundNumbers(min, max, count)
    .filter(Number.isInteger)
    .map((at) => ({ at, text: formatTick(at, 0) + unit }));
}

/** A number with a fixed number of decimals and a true minus; 0 has no sign. */
export function formatTick(value: number, decimals: number): string {
  const text = Math.abs(value).toFixed(decimals);
  return value < 0 && Number(text) !== 0 ? MINUS + text : text;
}

/** The smallest of 1, 2, 5, 10 times a power of ten that is not below `step`. */
function roundStep(step: number): number {
  const power = 10 ** Math.floor(Math.log10(step));
  const times = step / power;
  return power * ([1, 2, 5].find((round) => times <= round * (1 + 1e-9)) ?? 10);
}

/** Takes off what binary fractions add: 0.30000000000000004 is 0.3. */
function tidy(value: number, step: number): number {
  return Number(value.toFixed(Math.min(20, decimalsOf(step) + 1)));
}

function decimalsOf(step: number): number {
  return step === 0 ? 0 : Math.min(12, Math.max(0, -Math.floor(Math.log10(Math.abs(step)) + 1e-9)));
}

const HOUR_MS = 3_600_000;
/** Steps of a time axis, in ms: minutes, hours, days. */
const TIME_STEPS = [1 / 12, 1 / 4, 1 / 2, 1, 2, 3, 6, 12, 24, 48, 168].map((hours) => hours * HOUR_MS);

/** Ticks of a time axis in ms as if UTC: `08:30`, and the day (`19 Mar`) at midnight and at the first tick. */
export function timeTicks(min: number, max: number, count: number, locale: string): ChartTick[] {
  if (!(max > min)) return [];
  const step = TIME_STEPS.find((size) => (max - min) / size <= count) ?? TIME_STEPS.at(-1)!;
  const first = Math.ceil(min / step);
  const last = Math.floor(max / step);
  if (last - first > 100) return [];
  const day = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short', timeZone: 'UTC' });
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, i) => {
    const at = (first + i) * step;
    const date = new Date(at);
    const clock = date.toISOString().slice(11, 16);
    return { at, text: i === 0 || clock === '00:00' || step >= 24 * HOUR_MS ? day.format(date) : clock };
  });
}
