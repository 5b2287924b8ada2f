/**
 * Follows a pointer that drags a row of a list: tells each time another place in the list is under it. Rows may change
 * their places meanwhile, so that they are looked up anew with every move.
 */
export function followRowDrag(
  rows: () => readonly HTMLElement[],
  { onPlace, onEnd }: { readonly onPlace: (place: number) => void; readonly onEnd: () => void },
): void {
  const move = (event: PointerEvent) => {
    event.preventDefault();
    const boxes = rows().map((row) => row.getBoundingClientRect());
    const place = boxes.findIndex(({ bottom }) => event.clientY < bottom);
    onPlace(place < 0 ? boxes.length - 1 : place);
  };
  const end = () => {
    window.removeEventListener('pointermove', move);
    window.removeEventListener('pointerup', end);
    window.removeEventListener('pointercancel', end);
    onEnd();
  };
  window.addEventListener('pointermove', move);
  window.addEventListener('pointerup', end);
  window.addEventListener('pointercancel', end);
}

/** The same list with one entry moved to another place. */
export function moved<Value>(list: readonly Value[], from: number, to: number): Value[] {
  const rest = list.filter((_, i) => i !== from);
  return [...rest.slice(0, to), list[from], ...rest.slice(to)];
}
