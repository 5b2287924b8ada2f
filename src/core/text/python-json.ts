import { formatPythonFloat } from './python-float.ts';

/** A number that Python holds as a float: a plain number stands for an int. */
export class PythonFloat {
  constructor(readonly value: number) {}
}

/** What Python's json module can write. */
export type PythonValue =
  string | number | PythonFloat | readonly PythonValue[] | { readonly [key: string]: PythonValue };

/**
 * A value as Python's `json.dump(value, indent=4, sort_keys=True)` writes it, byte for byte: keys in the order of
 * their code points, nothing outside ASCII, no line break at the end. Plain numbers must be integers.
 * Source: CPython, Lib/json/encoder.py.
 */
export function formatPythonJson(value: PythonValue, indent = ''): string {
  if (typeof value === 'string') return quote(value);
  if (typeof value === 'number') return BigInt(value).toString();
  if (value instanceof PythonFloat) return formatPythonFloat(value.value);
  const inner = `${indent}    `;
  const isList = isArray(value);
  const parts = isList
    ? value.map((item) => formatPythonJson(item, inner))
    : Object.entries(value)
        .sort(([a], [b]) => compareCodePoints(a, b))
        .map(([key, item]) => `${quote(key)}: ${formatPythonJson(item, inner)}`);
  const [open, close] = isList ? '[]' : '{}';
  return parts.length === 0
    ? open + close
    : `${open}\n${inner}${parts.join(`,\n${inner}`)}\n${indent}${close}`;
}

/** Order of two texts by code points, as Python sorts; JavaScript's own goes by UTF-16 units. */
export function compareCodePoints(a: string, b: string): number {
  const [left, right] = [[...a], [...b]];
  for (let i = 0; i < Math.min(left.length, right.length); i++) {
    const order = (left[i].codePointAt(0) ?? 0) - (right[i].codePointAt(0) ?? 0);
    if (order !== 0) return order;
  }
  return left.length - right.length;
}

/** `Array.isArray` forgets what a readonly array holds. */
function isArray(value: PythonValue): value is readonly PythonValue[] {
  return Array.isArray(value);
}

const SHORT: Readonly<Record<string, string>> = {
  '"': '\\"',
  '\\': '\\\\',
  '\b': '\\b',
  '\f': '\\f',
  '\n': '\\n',
  '\r': '\\r',
  '\t': '\\t',
};

function quote(text: string): string {
  const escaped = text.replace(
    /["\\]|[^ -~]/g, // without the flag u: one UTF-16 unit at a time
    (unit) => SHORT[unit] ?? `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
  return `"${escaped}"`;
}
