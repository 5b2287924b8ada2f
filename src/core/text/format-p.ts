/**
 * A p value: three decimals, two significant digits below 0.1 (0.030, 0.0047), and a bound below 0.0001.
 * Exactly 1 is "1.000"; what is not 1 never looks like it. NaN is a dash.
 */
export function formatP(p: number): string {
  if (Number.isNaN(p)) return '–';
  if (p < 0.0001) return '<0.0001';
  if (p < 0.0995) return p.toFixed(Math.max(3, 1 - Math.floor(Math.log10(p))));
  return p < 1 && p >= 0.9995 ? '>0.999' : p.toFixed(3);
}
