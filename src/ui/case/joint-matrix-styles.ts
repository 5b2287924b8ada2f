import { css } from 'lit';

/** Layout of the joint counts: one scrolling world with heads and sums that stick to its edges. */
export const jointMatrixStyles = css`
  :host {
    display: flex;
    flex-direction: column;
    gap: 6px;
    min-width: 0;
    min-height: 0;
  }
  header {
    display: flex;
    gap: 12px;
    align-items: baseline;
    justify-content: space-between;
  }
  header .caption {
    min-width: 0;
    text-align: right;
  }
  header h2 {
    white-space: nowrap;
  }
  .scroll {
    position: relative;
    flex: 1;
    min-height: 80px;
    overflow: auto;
    scrollbar-width: thin;
    scrollbar-color: var(--line-strong) transparent;
  }
  .world {
    display: grid;
    width: max-content;
  }
  .world > * {
    background: var(--panel);
  }
  .heads,
  .sums {
    position: sticky;
    color: var(--text-3);
    font: 400 var(--t-caption) var(--font);
  }
  .top {
    top: 0;
    z-index: 2;
  }
  .bottom {
    bottom: 0;
    z-index: 2;
  }
  .left {
    left: 0;
    z-index: 1;
  }
  .right {
    right: 0;
    z-index: 1;
  }
  .corner {
    z-index: 3;
    display: flex;
    align-items: center;
  }
  .corner.right {
    justify-content: flex-end;
    padding-right: 6px;
  }
  .place {
    position: absolute;
    display: flex;
    gap: 8px;
    align-items: center;
    min-width: 0;
  }
  .across {
    justify-content: center;
  }
  .right .place {
    right: 6px;
  }
  .named {
    color: var(--text-2);
    font: 400 var(--t-table) var(--font);
  }
  .on {
    color: var(--text);
  }
  .cells {
    position: relative;
  }
  .cells button {
    position: absolute;
    overflow: hidden;
    border: 1px solid var(--panel);
    border-radius: 3px;
    background: color-mix(in oklab, var(--text) var(--tint), var(--panel));
    color: var(--text-2);
    font: 400 var(--t-table) var(--font);
    text-align: center;
    white-space: nowrap;
  }
  .compact .cells button {
    font-size: 10px;
    letter-spacing: -0.02em;
  }
  .cells .tp {
    background: color-mix(in oklab, var(--tp) var(--tint), var(--panel));
  }
  .cells .fp {
    background: color-mix(in oklab, var(--pred) var(--tint), var(--panel));
  }
  .cells .fn {
    background: color-mix(in oklab, var(--ref) var(--tint), var(--panel));
  }
  .cells :is(.tp, .fp, .fn) {
    color: var(--text);
    font-weight: 600;
  }
  .cells .none {
    color: var(--text-3);
  }
  .cells button:hover {
    box-shadow: inset 0 0 0 1px var(--control);
  }
  .cells button[aria-pressed='true'] {
    box-shadow: inset 0 0 0 2px var(--invert-bg);
  }
  .cells button:focus-visible {
    z-index: 1;
    outline-offset: -2px;
  }
`;
