import { css } from 'lit';

/** A slice with boxes on black, the same in both themes. */
export const patchSliceStyles = css`
  :host {
    display: block;
    min-width: 0;
    font: 400 11px/16px var(--font);
    font-variant-numeric: tabular-nums;
  }
  .well {
    position: relative;
    overflow: hidden;
    height: var(--patch-slice, 340px);
    border-radius: var(--r2);
    background: var(--well);
    color: var(--well-text);
    user-select: none;
    -webkit-user-select: none;
  }
  .view {
    position: absolute;
    inset: 0;
    cursor: pointer;
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
    display: block;
    width: 100%;
    height: 100%;
  }
  rect {
    fill: none;
    stroke: #fff;
    shape-rendering: crispEdges;
    vector-effect: non-scaling-stroke;
  }
  .forced {
    stroke-width: 1.5;
  }
  .random {
    stroke: #c6ccd3;
    stroke-dasharray: 4 3;
  }
  .tile {
    stroke: #c6ccd3;
    stroke-opacity: 0.75;
  }
  .edge {
    stroke: var(--well-dim);
    stroke-opacity: 0.75;
  }
  /* so many lines that they would hide what lies below, or one that is looked at */
  .crowded .forced {
    stroke-opacity: 0.45;
  }
  .crowded .random {
    stroke-opacity: 0.3;
  }
  .crowded circle {
    opacity: 0.6;
  }
  .rim {
    stroke: #000;
    stroke-width: 5;
  }
  .view .chosen {
    stroke: #fff;
    stroke-width: 3;
    stroke-opacity: 1;
    stroke-dasharray: none;
  }
  .view circle.chosen {
    stroke-width: 1;
    opacity: 1;
  }
  circle {
    fill: #fff;
    stroke: #000;
    stroke-width: 1;
  }
  .elsewhere {
    fill: none;
    stroke: #fff;
  }
  .over {
    position: absolute;
    pointer-events: none;
    text-shadow:
      0 0 3px #000,
      0 0 3px #000;
    white-space: nowrap;
  }
  .title {
    top: 7px;
    left: 10px;
  }
  .title b {
    margin-right: 2px;
    color: #fff;
    font-weight: 600;
  }
  ul {
    display: flex;
    flex-wrap: wrap;
    gap: 0 var(--s3);
    min-height: 16px;
    margin: 4px 0 0;
    padding: 0;
    list-style: none;
    color: var(--text-3);
  }
  li {
    display: inline-flex;
    gap: 5px;
    align-items: center;
    white-space: nowrap;
  }
  li svg {
    position: static;
    flex: none;
    width: 14px;
    height: 10px;
  }
  li .forced,
  li .random,
  li .tile,
  li circle {
    stroke: var(--text);
    stroke-opacity: 1;
  }
  li circle {
    fill: var(--text);
  }
  li .elsewhere {
    fill: none;
    stroke: var(--text);
  }
  li .edge {
    stroke: var(--control);
  }
  b {
    color: var(--text);
    font-weight: 500;
  }
`;
