/**
 * A number as Python's `repr` writes a float: the fewest digits that read back as the same number, plain from 1e-4 to
 * below 1e16, else with an exponent of two digits at least (`7.0`, `1e-05`, `1e+16`); `NaN`, `Infinity` and
 * `-Infinity` as Python's json module has them.
 * Source: CPython, Python/pystrtod.c, `format_float_short` with mode 'r'; Lib/json/encoder.py, `floatstr`.
 */
export function formatPythonFloat(value: number): string {
  if (Number.isNaN(value)) return 'NaN';
  if (!Number.isFinite(value)) return value > 0 ? 'Infinity' : '-Infinity';
  const [mantissa, power] = value.toExponential().split('e'); // the fewest digits, as in Python
  const sign = value < 0 || Object.is(value, -0) ? '-' : '';
  const digits = mantissa.replace(/[-.]/g, '');
  const exponent = Number(power);
  if (exponent < -4 || exponent >= 16) {
    const point = digits.length > 1 ? `${digits[0]}.${digits.slice(1)}` : digits;
    return `${sign}${point}e${exponent < 0 ? '-' : '+'}${`${Math.abs(exponent)}`.padStart(2, '0')}`;
  }
  if (exponent < 0) return `${sign}0.${'0'.repeat(-exponent - 1)}${digits}`;
  const whole = digits.slice(0, exponent + 1).padEnd(exponent + 1, '0');
  return `${sign}${whole}.${digits.slice(exponent + 1) || '0'}`;
}
