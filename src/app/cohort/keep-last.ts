/** A function that gives its last result again for the same arguments: what is shown is worked out only where it changed. */
export function keepLast<Arguments extends readonly unknown[], Result>(
  work: (...given: Arguments) => Result,
): (...given: Arguments) => Result {
  let last: { readonly given: Arguments; readonly result: Result } | null = null;
  return (...given) => {
    const isSame = last?.given.every((value, i) => Object.is(value, given[i])) ?? false;
    if (!last || !isSame) last = { given, result: work(...given) };
    return last.result;
  };
}
