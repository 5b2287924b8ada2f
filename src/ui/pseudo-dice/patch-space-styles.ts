import { css } from 'lit';

/** Boxes in space on black, the same in both themes. */
export const patchSpaceStyles = css`
  :host {
    position: relative;
    display: block;
    overflow: hidden;
    height: var(--patch-space, 220px);
    border-radius: var(--r2);
    background: var(--well);
    color: var(--well-dim);
    font: 400 11px/16px var(--font);
    user-select: none;
    -webkit-user-select: none;
  }
  .view {
    position: absolute;
    inset: 0;
    cursor: grab;
    touch-action: none;
  }
  .view:active {
    cursor: grabbing;
  }
  .view:focus-visible {
    border-radius: var(--r2);
    outline: 2px solid #fff;
    outline-offset: -2px;
  }
  canvas,
  svg {
    position: absolute;
    inset: 0;
    width: 100%;
    height: 100%;
  }
  path {
    fill: none;
    stroke: #fff;
    stroke-opacity: 0.42;
  }
  .random {
    stroke: #c6ccd3;
    stroke-opacity: 0.36;
    stroke-dasharray: 3 3;
  }
  .crowded path {
    stroke-opacity: 0.18;
  }
  .image,
  .crowded .image {
    stroke: var(--well-dim);
    stroke-opacity: 0.9;
  }
  .view .rim {
    stroke: #000;
    stroke-opacity: 1;
    stroke-width: 4.5;
  }
  .view .chosen {
    stroke: #fff;
    stroke-opacity: 1;
    stroke-width: 2.5;
  }
  circle {
    fill: #fff;
    stroke: #000;
  }
  text {
    fill: #fff;
    font-weight: 600;
    text-anchor: middle;
    dominant-baseline: central;
    paint-order: stroke;
    stroke: #000;
    stroke-width: 3;
  }
  .title {
    position: absolute;
    top: 7px;
    left: 10px;
    color: #fff;
    font-weight: 600;
    pointer-events: none;
  }
  .hint {
    position: absolute;
    right: 10px;
    bottom: 7px;
    pointer-events: none;
  }
`;
