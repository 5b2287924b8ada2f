/** A value that Python's repr wrote: a tuple or list is an array, a dict a Map; objects in angle brackets are text. */
export type PythonValue =
  string | number | boolean | null | readonly PythonValue[] | ReadonlyMap<PythonValue, PythonValue>;

const MAX_DEPTH = 64;
const WORDS: Readonly<Record<string, PythonValue>> = {
  None: null,
  True: true,
  False: false,
  nan: Number.NaN,
  inf: Infinity,
};
const ESCAPES: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', '0': '\0' };

/**
 * Takes the repr of Python data apart: numbers, strings, True, False, None, lists, tuples, sets, dicts, and calls
 * with one argument such as np.float32(0.8) or OrderedDict([...]), which stand for the argument. Nothing is executed.
 * undefined for anything else.
 */
export function parsePythonLiteral(text: string): PythonValue | undefined {
  let at = 0;

  const blanks = () => {
    while (at < text.length && /\s/.test(text[at])) at++;
  };
  const take = (char: string) => {
    blanks();
    if (text[at] !== char) return false;
    at++;
    return true;
  };
  const items = (close: string, item: () => boolean): boolean => {
    while (!take(close)) {
      if (!item()) return false;
      if (!take(',')) return take(close);
    }
    return true;
  };
  const list = (close: string, depth: number): PythonValue[] | undefined => {
    const values: PythonValue[] = [];
    const isWhole = items(close, () => {
      const value = read(depth);
      if (value === undefined) return false;
      values.push(value);
      return true;
    });
    return isWhole ? values : undefined;
  };
  const braces = (depth: number): PythonValue | undefined => {
    const entries = new Map<PythonValue, PythonValue>();
    let isSet = false;
    const isWhole = items('}', () => {
      const key = read(depth);
      if (key === undefined) return false;
      if (!take(':')) {
        isSet = true;
        entries.set(key, key);
        return true;
      }
      const value = read(depth);
      if (value === undefined) return false;
      entries.set(key, value);
      return true;
    });
    if (!isWhole) return undefined;
    return isSet ? [...entries.keys()] : entries;
  };
  const string = (quote: string): string | undefined => {
    let value = '';
    while (at < text.length && text[at] !== quote) {
      if (text[at] !== '\\') {
        value += text[at++];
        continue;
      }
      const coded = /^(?:x([0-9a-f]{2})|u([0-9a-f]{4}))/i.exec(text.slice(at + 1, at + 6));
      if (coded) value += String.fromCharCode(parseInt(coded[1] ?? coded[2], 16));
      else value += ESCAPES[text[at + 1]] ?? text[at + 1] ?? '';
      at += 1 + (coded?.[0].length ?? 1);
    }
    return text[at++] === quote ? value : undefined;
  };
  const word = (depth: number): PythonValue | undefined => {
    WORD.lastIndex = at;
    const found = WORD.exec(text)?.[0];
    if (!found) return undefined;
    at += found.length;
    if (Object.hasOwn(WORDS, found)) return WORDS[found];
    if (NUMBER.test(found)) return Number(found);
    if (!take('(')) return undefined;
    const args = list(')', depth);
    return args && (args.length === 0 ? [] : pairsToMap(found, args[0]));
  };
  function read(depth: number): PythonValue | undefined {
    blanks();
    if (depth > MAX_DEPTH) return undefined;
    const char = text[at];
    if (char === '[' || char === '(') {
      at++;
      return list(char === '[' ? ']' : ')', depth + 1);
    }
    if (char === '{') {
      at++;
      return braces(depth + 1);
    }
    if (char === '"' || char === "'") {
      at++;
      return string(char);
    }
    if (char === '<') {
      const end = text.indexOf('>', at);
      const object = end < 0 ? undefined : text.slice(at, end + 1);
      at = end + 1;
      return object;
    }
    return word(depth + 1);
  }

  const value = read(0);
  blanks();
  return at >= text.length ? value : undefined;
}

const WORD = /[-+]?(?:\d[\d.]*(?:e[-+]?\d+)?|[a-z_][\w.]*|\.\d+(?:e[-+]?\d+)?)/iy;
const NUMBER = /^[-+]?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?$/i;

/** OrderedDict([(key, value), ...]). */
function pairsToMap(name: string, argument: PythonValue): PythonValue {
  if (!name.endsWith('Dict') || !Array.isArray(argument)) return argument;
  const pairs = argument as readonly PythonValue[];
  const isPair = (pair: PythonValue): pair is readonly [PythonValue, PythonValue] =>
    Array.isArray(pair) && pair.length === 2;
  return pairs.every(isPair) ? new Map(pairs) : argument;
}
