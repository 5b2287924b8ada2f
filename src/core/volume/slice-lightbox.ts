/** How a lightbox is divided: tiles of at least `least` pixels' width, shaped as a slice (width over height). */
export function tileColumns(
  { width, height }: { readonly width: number; readonly height: number },
  shape: number,
  least: number,
  slices: number,
): { readonly columns: number; readonly rows: number } {
  const most = Math.max(1, Math.floor(width / least));
  const columns = Math.min(most, Math.max(1, slices));
  const rows = Math.max(1, Math.floor(height / (width / columns / shape)));
  return { columns, rows: Math.min(rows, Math.ceil(slices / columns)) };
}

/**
 * The slices that `room` tiles show, ascending, and the step between them. Without a step the whole volume, evenly;
 * with one, every n-th slice: where they are more than there is room for, the page of them that `at` is on.
 */
export function lightboxSlices(
  count: number,
  room: number,
  at: number,
  everyNth: number | null,
): { readonly slices: readonly number[]; readonly step: number } {
  const step = Math.max(1, everyNth ?? Math.ceil(count / room));
  const all = Math.ceil(count / step);
  const shown = Math.min(all, room);
  if (everyNth === null) {
    const first = Math.floor((count - 1 - (shown - 1) * step) / 2);
    return { slices: Array.from({ length: shown }, (_, i) => first + i * step), step };
  }
  const page = Math.floor(Math.floor(at / step) / room);
  const first = page * room;
  const here = Math.min(room, all - first);
  return { slices: Array.from({ length: here }, (_, i) => (first + i) * step), step };
}
