import { html, svg, type SVGTemplateResult, type TemplateResult } from 'lit';

/** A slice as a small picture: its shapes in voxels on a quiet ground, a number and a caption below. */
export function sliceTile(
  edge: number,
  size: number,
  shapes: readonly (SVGTemplateResult | '')[],
  caption: string,
  number = '',
): TemplateResult {
  return html`<div class="tile">
    <svg width=${size} height=${size} viewBox="0 0 ${edge} ${edge}" role="img" aria-label=${caption}>
      ${svg`<rect class="ground" width=${edge} height=${edge} />`}${shapes}
    </svg>
    ${number === '' ? '' : html`<strong>${number}</strong>`}
    <div class="caption">${caption}</div>
  </div>`;
}

/** CSS classes of labels 0 to 3 on a slice. */
export const LABEL_CLASSES = ['', 'l1', 'l2', 'l3'];

/** CSS classes of the codes of `errorSlice`. */
export const ERROR_CLASSES = ['', 'tp', 'fp', 'fn'];
