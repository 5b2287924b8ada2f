import { css } from 'lit';

/** The drawing of the gap account and the sentence below it. */
export const gapStyles = css`
  .accounts {
    display: flex;
    gap: 20px;
  }
  .accounts + .accounts {
    margin-top: var(--s4);
  }
  .accounts.alone {
    flex-wrap: wrap;
  }
  figure {
    flex: none;
    min-width: 0;
    margin: 0;
  }
  figcaption {
    height: 20px;
    color: var(--text-2);
    font: 400 var(--t-table) var(--font);
  }
  svg {
    display: block;
    font: 400 11px var(--font);
    font-variant-numeric: tabular-nums;
  }
  .grid {
    stroke: var(--grid);
  }
  .tick,
  .below {
    fill: var(--text-3);
  }
  .join {
    stroke: var(--control);
    stroke-dasharray: 2 3;
  }
  .value {
    fill: var(--text);
    font-weight: 600;
    font-size: 12.5px;
  }
  .level line {
    stroke: var(--text);
    stroke-width: 2.5;
  }
  .level rect {
    fill: var(--text-3);
    opacity: 0.3;
  }
  .level.green line {
    stroke: var(--ema);
  }
  .level.green rect {
    fill: var(--ema);
  }
  .hit,
  .ring {
    fill: transparent;
  }
  .bar {
    fill: var(--control);
  }
  .aggregation .bar {
    fill: var(--text-2);
  }
  [role='button'] {
    cursor: pointer;
  }
  [role='button']:hover .bar {
    filter: brightness(1.12);
  }
  [role='button']:hover .value {
    text-decoration: underline;
    text-underline-offset: 3px;
  }
  /* the browser rings drawings at every focus: the ring of the keyboard is drawn instead */
  [role='button']:focus {
    outline: none;
  }
  [role='button']:focus-visible .ring {
    stroke: var(--focus);
    stroke-width: 2;
  }
  [aria-expanded='true'] .bar {
    stroke: var(--text);
    stroke-width: 1.5;
  }
  [aria-expanded='true'] .below {
    fill: var(--text);
  }
  figure p {
    margin-top: var(--s2);
    padding-right: var(--s2);
    color: var(--text-2);
    line-height: 19px;
    overflow-wrap: break-word;
  }
  ol {
    flex: 1 1 300px;
    display: grid;
    gap: var(--s2);
    align-content: start;
    min-width: 0;
    margin: 0;
    padding: 0;
    color: var(--text-2);
    line-height: 19px;
    list-style: none;
    overflow-wrap: break-word;
  }
  li {
    padding-left: var(--s3);
    border-left: 2px solid transparent;
  }
  li[data-open] {
    border-left-color: var(--text-2);
  }
  b {
    color: var(--text);
    font-weight: 600;
  }
`;
