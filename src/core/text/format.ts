import { integer } from '../messages/sentence.ts';

const MINUS = '−';

/**
 * A score in [0, 1] with this many decimals: 0.541. Exactly 0 is "0", so that a structure in one map only
 * is told from a bad score, and exactly 1 is "1.000". A score that is neither is never rounded to either:
 * it takes one decimal more (0.9996, 0.0004), and beyond that a bound (">0.9999", "<0.0001").
 * NaN is "NaN": what an absent score is called is the caller's word.
 */
export function formatScore(score: number, decimals = 3): string {
  if (Number.isNaN(score)) return 'NaN';
  if (score === 0) return '0';
  const isEdge = (text: string) => score !== 1 && (Number(text) === 0 || Number(text) === 1);
  const text = score.toFixed(decimals);
  if (!isEdge(text)) return text;
  const finer = score.toFixed(decimals + 1);
  if (!isEdge(finer)) return finer;
  const step = 10 ** -(decimals + 1);
  return score < 0.5 ? `<${step.toFixed(decimals + 1)}` : `>${(1 - step).toFixed(decimals + 1)}`;
}

/**
 * A difference of scores, always signed, with a true minus (U+2212): "−0.339", "+0.012"; exactly 0 is "0".
 * One that is not 0 never looks like 0: below the last decimal stands a bound, "<+0.0001" or ">−0.0001".
 */
export function formatDifference(difference: number, decimals = 3): string {
  if (Number.isNaN(difference)) return 'NaN';
  const sign = difference < 0 ? MINUS : '+';
  const size = formatScore(Math.abs(difference), decimals);
  if (size === '0') return '0';
  if (size[0] === '<') return `${difference < 0 ? '>' : '<'}${sign}${size.slice(1)}`;
  if (size[0] === '>') return `${difference < 0 ? '<' : '>'}${sign}${size.slice(1)}`;
  return sign + size;
}

/** A count of voxels: exact below a million (3,509), then three digits: 8.86 M, 4.29 G. */
export function formatVoxels(voxels: number): string {
  return voxels < 1e6 ? integer(voxels) : scaled(voxels, 3, ' ');
}

/** A count in at most four characters, for a cell 28 px wide: 734, 2.1k, 29k, 8.9M. */
export function formatVoxelsShort(voxels: number): string {
  if (voxels < 1000) return integer(voxels);
  const text = scaled(voxels, 2, '');
  return text.length <= 4 ? text : scaled(voxels, 3, '');
}

const SCALES = [
  [1e3, 'k'],
  [1e6, 'M'],
  [1e9, 'G'],
  [1e12, 'T'],
] as const;

/** `digits` significant digits, but every digit before the point; 999,999,999 is 1.00 G, not 1000 M. */
function scaled(value: number, digits: number, gap: string): string {
  let text = integer(value);
  for (const [scale, unit] of SCALES) {
    if (value / scale < 0.9995) break; // rounds to 999 at most in the unit below
    text = significant(value / scale, digits) + gap + unit;
  }
  return text;
}

function significant(value: number, digits: number): string {
  const whole = Math.floor(Math.log10(value)) + 1;
  const text = value.toFixed(Math.max(0, digits - Math.max(whole, 1)));
  // 9.996 has one digit before the point, its rounded text 10.00 has two.
  return text.replace('.', '').length > digits && text.includes('.')
    ? text.slice(0, -1).replace(/\.$/, '')
    : text;
}

/** A volume in mL with three significant digits, whole from 100 on, no idle zeros below 0.1: 0.0123, 0.003, 4.51, 1,234. */
export function formatMl(volumeMl: number): string {
  if (volumeMl === 0) return '0';
  if (volumeMl < 0.001) return '<0.001';
  if (volumeMl < 0.1) return `${Number(volumeMl.toPrecision(3))}`;
  return volumeMl < 100 ? volumeMl.toPrecision(3) : integer(volumeMl);
}

/** A difference of volumes in mL, signed: "+2.98", "−0.0100"; 0 is "0". */
export function formatMlDifference(differenceMl: number): string {
  const size = formatMl(Math.abs(differenceMl));
  if (size === '0') return '0';
  const sign = differenceMl < 0 ? MINUS : '+';
  return size[0] === '<' ? `${differenceMl < 0 ? '>' : '<'}${sign}${size.slice(1)}` : sign + size;
}

/** A distance in mm with two decimals: 7.28; exactly 0 is "0", and less than half of the last decimal "<0.01". */
export function formatMm(distanceMm: number): string {
  if (distanceMm === 0) return '0';
  const text = distanceMm.toFixed(2);
  return Number(text) === 0 ? '<0.01' : text;
}

/**
 * A share of 1 in percent: 68 %, with one decimal below 10 %: 9.6 %. Exactly 0 is "0 %"; what is not 0 is
 * never shown as 0 ("<0.1 %"), what is not the whole never as 100 % (">99 %").
 */
export function formatShare(share: number): string {
  const percent = share * 100;
  if (percent === 0) return '0 %';
  if (percent < 0.05) return '<0.1 %';
  if (percent < 9.95) return `${percent.toFixed(1)} %`;
  return percent < 100 && percent >= 99.5 ? '>99 %' : `${percent.toFixed(0)} %`;
}

/** How much of a file is read, in the unit of the whole where both share it: ["5.1", "8.4 MB"]. */
export function formatBytesOf(done: number, total: number): [done: string, total: string] {
  const [part, whole] = [formatBytes(done), formatBytes(total)];
  const [number, unit] = part.split(' ');
  return whole.endsWith(` ${unit}`) ? [number, whole] : [part, whole];
}

/** A size of a file: 812 bytes, 8.4 MB; powers of 1000, as file managers show it. */
export function formatBytes(bytes: number): string {
  if (bytes < 1000) return `${integer(bytes)} B`;
  if (bytes < 999_500) return `${(bytes / 1e3).toFixed(0)} kB`;
  return bytes < 999_950_000 ? `${(bytes / 1e6).toFixed(1)} MB` : `${(bytes / 1e9).toFixed(2)} GB`;
}
