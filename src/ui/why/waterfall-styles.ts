import { css } from 'lit';

/** The drawing of a waterfall and the sentences below it. */
export const waterfallStyles = css`
  svg {
    display: block;
    font: 400 12px var(--font);
    font-variant-numeric: tabular-nums;
  }
  .grid {
    stroke: var(--grid);
  }
  .tick,
  .below,
  .more {
    fill: var(--text-3);
    font-size: 11px;
  }
  .head {
    fill: var(--text);
    font-size: 12.5px;
  }
  .head .strong {
    font-weight: 600;
  }
  .head .dim {
    fill: var(--text-3);
  }
  .join {
    stroke: var(--control);
    stroke-dasharray: 3 3;
  }
  .level {
    stroke: var(--text);
    stroke-width: 2.5;
  }
  .value {
    fill: var(--text);
    font-weight: 600;
    font-size: 12.5px;
  }
  .hit {
    fill: transparent;
  }
  [role='button'] {
    cursor: pointer;
  }
  [role='button']:hover .value {
    text-decoration: underline;
    text-underline-offset: 3px;
  }
  /* the browser rings drawings at every focus: the ring of the keyboard is drawn instead */
  [role='button']:focus {
    outline: none;
  }
  .ring {
    fill: transparent;
  }
  [role='button']:focus-visible .ring {
    stroke: var(--focus);
    stroke-width: 2;
  }
  .bar {
    fill: var(--text-3);
  }
  .inner .bar {
    fill: var(--inner);
  }
  .skipped .bar {
    fill: var(--panel);
    stroke: var(--text-2);
  }
  .hatch {
    fill: var(--text-2);
  }
  .over {
    pointer-events: none;
  }
  .step:hover .bar {
    filter: brightness(1.12);
  }
  .step[aria-pressed='true'] .bar {
    stroke: var(--text);
    stroke-width: 1.5;
  }
  .step[aria-pressed='true'] .below {
    fill: var(--text);
  }
  .bracket {
    fill: none;
    stroke: var(--control);
  }
  .ordinal {
    font-weight: 600;
    font-size: 10px;
  }
  .set {
    fill: none;
    stroke: var(--control);
  }
  .sentences {
    display: flex;
    gap: 0;
    margin-top: 8px;
  }
  .sentences > div {
    flex: none;
    padding-right: 6px;
    color: var(--text-2);
    line-height: 19px;
  }
  .sentences > div:first-child {
    margin-left: 40px;
  }
  .sentences > div + div {
    margin-left: 18px;
  }
  svg + .sentences + svg {
    margin-top: 14px;
  }
`;
