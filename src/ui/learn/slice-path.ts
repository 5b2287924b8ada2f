import { svg, type SVGTemplateResult } from 'lit';

/** The outline of all voxels of a slice that hold this code, one rectangle a run along x, as an SVG path. */
export function slicePath(slice: Uint8Array, width: number, code: number): string {
  let path = '';
  for (let row = 0; row * width < slice.length; row++) {
    for (let x = 0; x < width; x++) {
      if (slice[row * width + x] !== code) continue;
      const from = x;
      while (x + 1 < width && slice[row * width + x + 1] === code) x++;
      path += `M${from} ${row}h${x + 1 - from}v1h${from - x - 1}z`;
    }
  }
  return path;
}

/** Of two slices of one structure: 1 where it is in both, 2 in the prediction only, 3 in the reference only, else 0. */
export function errorSlice(
  reference: Uint8Array,
  predicted: Uint8Array,
  isOwn: (code: number) => boolean,
): Uint8Array {
  return reference.map((code, i) =>
    isOwn(code) ? (isOwn(predicted[i]) ? 1 : 3) : isOwn(predicted[i]) ? 2 : 0,
  );
}

/** The voxels of a slice in colours: `classes[code]` is the CSS class of a code, '' for one that is not drawn. */
export function sliceShapes(
  slice: Uint8Array,
  width: number,
  classes: readonly string[],
): (SVGTemplateResult | '')[] {
  return classes.map((name, code) =>
    name === ''
      ? ''
      : svg`<path class=${name} d=${slicePath(slice, width, code)} shape-rendering="crispEdges" />`,
  );
}
