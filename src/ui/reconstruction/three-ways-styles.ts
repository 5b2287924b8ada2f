import { css } from 'lit';

/** Three numbers and two steps a row, and the same as dots beneath. */
export const threeWaysStyles = css`
  :host {
    min-width: 0;
  }
  .head,
  .row,
  .foot {
    display: grid;
    grid-template-columns: minmax(78px, 1fr) 41px 44px 41px 44px 41px;
    column-gap: 2px;
    align-items: center;
    border-bottom: 1px solid var(--line);
  }
  .head {
    align-items: end;
    height: 36px;
    padding-bottom: 4px;
    border-bottom-color: var(--line-strong);
    color: var(--text-3);
    font: 400 11px/14px var(--font);
  }
  .head > :not(:first-child) {
    text-align: right;
  }
  .row {
    padding: 7px 0 4px;
  }
  .chips {
    display: flex;
    gap: 6px;
    align-items: center;
    min-width: 0;
    overflow: hidden;
  }
  .number {
    font: 600 var(--t-body) var(--font);
    text-align: right;
  }
  .step {
    color: var(--text-2);
    font-size: 11.5px;
    text-align: right;
  }
  .dots,
  .axis {
    position: relative;
    grid-column: 2 / -1;
    height: 16px;
    margin: 0 5px;
  }
  .row:last-of-type,
  .foot {
    border: 0;
  }
  .axis {
    height: 18px;
  }
  .dots u {
    position: absolute;
    top: 0;
    bottom: 0;
    width: 1px;
    background: var(--grid);
  }
  .dots b {
    position: absolute;
    top: 50%;
    height: 1px;
    background: var(--control);
  }
  .dots i {
    position: absolute;
    top: 50%;
    width: 9px;
    height: 9px;
    border-radius: 50%;
    background: var(--text);
    translate: -50% -50%;
  }
  .dots .raw {
    z-index: 1;
    border: 1.5px solid var(--text);
    background: var(--panel);
  }
  .dots .label {
    z-index: 2;
    border-radius: 2px;
    background: var(--dot);
    box-shadow: inset 0 0 0 1px var(--rim);
  }
  .axis span {
    position: absolute;
    color: var(--text-3);
    font: 400 11px/16px var(--font);
    translate: -50%;
  }
  p {
    margin-top: 6px;
    color: var(--text-3);
    font: 400 var(--t-caption) var(--font);
    text-wrap: pretty;
  }
`;
