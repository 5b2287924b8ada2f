/** Words for the two sides, as they stand in names of labels: whole words or parts between _, -, . and blanks. */
const SIDES: readonly (readonly [string, string])[] = [
  ['left', 'right'],
  ['l', 'r'],
  ['lh', 'rh'],
  ['lt', 'rt'],
  ['links', 'rechts'],
  ['gauche', 'droite'],
  ['左', '右'],
];

/** The name with its side exchanged, in lower case; null for a name without a side. */
export function mirroredName(name: string): string | null {
  const parts = name.toLowerCase().split(/([_\-.\s]+)/);
  let isChanged = false;
  const mirrored = parts.map((part) => {
    for (const [left, right] of SIDES) {
      const to = part === left ? right : part === right ? left : null;
      if (to !== null) {
        isChanged = true;
        return to;
      }
    }
    const ideograph = part.replace(/[左右]/, (side) => (side === '左' ? '右' : '左'));
    if (ideograph !== part) isChanged = true;
    return ideograph;
  });
  return isChanged ? mirrored.join('') : null;
}

/** For every label that is one side of a pair, such as kidney_left, the label of the other side. */
export function pairSides(
  labels: readonly { readonly value: number; readonly name: string }[],
): ReadonlyMap<number, number> {
  const byName = new Map(labels.map(({ value, name }) => [name.toLowerCase(), value]));
  return new Map(
    labels.flatMap(({ value, name }): [number, number][] => {
      const other = byName.get(mirroredName(name) ?? '');
      return other === undefined || other === value ? [] : [[value, other]];
    }),
  );
}
