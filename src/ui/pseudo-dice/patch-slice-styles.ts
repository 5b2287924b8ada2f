import { css } from 'lit';

/** A slice with boxes on black, the same in both themes. */
export const patchSliceStyles = css`
  :host {
    position: relative;
    display: block;
    overflow: hidden;
    min-width: 0;
    height: var(--patch-slice, 340px);
    border-radius: var(--r2);
    background: var(--well);
    color: var(--well-text);
    font: 400 11px/16px var(--font);
    font-variant-numeric: tabular-nums;
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
  .rim {
    stroke: #000;
    stroke-width: 5;
  }
  .chosen {
    stroke-width: 3;
    stroke-opacity: 1;
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
    margin-right: 4px;
    color: #fff;
    font-weight: 600;
  }
  .scale {
    right: 10px;
    bottom: 7px;
    color: var(--well-text);
    text-align: right;
  }
  .letter {
    padding: 0 3px;
    border-radius: var(--r1);
    background: rgb(15 17 19 / 55%);
    color: #fff;
    font-weight: 600;
    line-height: 14px;
    text-shadow: none;
  }
  .left {
    top: 50%;
    left: 7px;
    translate: 0 -50%;
  }
  .right {
    top: 50%;
    right: 7px;
    translate: 0 -50%;
  }
  .top {
    top: 7px;
    left: 50%;
    translate: -50% 0;
  }
  .bottom {
    bottom: 7px;
    left: 50%;
    translate: -50% 0;
  }
  ul {
    position: absolute;
    bottom: 6px;
    left: 0;
    margin: 0;
    padding: 4px 8px 4px 10px;
    border-radius: 0 var(--r2) var(--r2) 0;
    background: rgb(15 17 19 / 68%);
    list-style: none;
    pointer-events: none;
  }
  li {
    display: grid;
    grid-template-columns: 14px auto auto;
    gap: 6px;
    align-items: center;
    justify-content: start;
    line-height: 17px;
    white-space: nowrap;
  }
  li svg {
    position: static;
    width: 14px;
    height: 10px;
  }
  li span {
    color: #fff;
  }
`;
