import { css } from 'lit';

/** One row a region; rows give way where the window is low or the regions are many. */
export const ruleTableStyles = css`
  :host {
    --columns: 18px 22px minmax(112px, 1.25fr) 58px minmax(180px, 2.5fr) 74px 54px;
    --row: clamp(58px, 9.6vh, 96px);
  }
  :host([many]) {
    --row: 56px;
  }
  .head,
  .row {
    display: grid;
    grid-template-columns: var(--columns);
    gap: 8px;
    align-items: center;
    border-bottom: 1px solid var(--line);
  }
  .head {
    height: 24px;
    border-bottom-color: var(--line-strong);
    color: var(--text-3);
    font: 400 var(--t-caption) var(--font);
    white-space: nowrap;
  }
  .head > :first-child {
    grid-column: 1 / 4;
    padding-left: 40px;
  }
  .head b {
    color: var(--text);
    font-weight: 500;
  }
  .end {
    text-align: right;
  }
  kbd {
    padding: 0 4px;
    border: 1px solid var(--line-strong);
    border-radius: var(--r1);
    color: var(--text-2);
    font: 500 10px/14px var(--font);
  }
  .row {
    height: var(--row);
  }
  .row[aria-grabbed] {
    background: var(--raised);
  }
  .handle {
    display: grid;
    place-items: center;
    width: 18px;
    height: 28px;
    border-radius: var(--r1);
    color: var(--text-3);
    cursor: grab;
    touch-action: none;
  }
  .handle:hover:not(:disabled) {
    background: var(--hover);
    color: var(--text);
  }
  .handle:disabled {
    opacity: 0.35;
    cursor: default;
  }
  .handle svg {
    width: 8px;
    height: 14px;
    fill: currentColor;
  }
  .place {
    color: var(--text-2);
    font-weight: 500;
    text-align: center;
  }
  .region {
    display: flex;
    gap: 8px;
    align-items: center;
    min-width: 0;
  }
  .writes {
    position: relative;
    display: flex;
    gap: 6px;
    align-items: center;
    justify-content: space-between;
    width: 54px;
    height: 28px;
    padding: 0 6px 0 8px;
    border-radius: var(--r2);
    background: var(--raised);
    color: var(--text-3);
  }
  .writes:hover {
    background: var(--hover);
  }
  .writes:focus-within {
    outline: 2px solid var(--focus);
    outline-offset: 2px;
  }
  .writes select {
    position: absolute;
    inset: 0;
    width: 100%;
    opacity: 0;
    font: inherit;
    cursor: pointer;
  }
  .writes.fixed {
    background: none;
  }
  dl-threshold-curve {
    height: calc(var(--row) - 8px);
  }
  .threshold {
    display: flex;
    gap: 5px;
    align-items: center;
    justify-content: flex-end;
    color: var(--text-2);
  }
  .threshold input {
    width: 50px;
    height: 28px;
    padding: 0 4px;
    border: 1px solid var(--control);
    border-radius: var(--r2);
    background: none;
    color: var(--text);
    font: 500 var(--t-body) var(--font);
    text-align: center;
    appearance: textfield;
  }
  .threshold input:disabled {
    border-color: var(--line-strong);
    color: var(--text-3);
  }
  .threshold input::-webkit-inner-spin-button {
    display: none;
  }
  .best {
    display: grid;
    justify-items: end;
    padding: 2px 0;
    border-radius: var(--r1);
    line-height: 16px;
    text-align: right;
  }
  :host([stale]) .best {
    color: var(--text-3);
  }
  .best:hover {
    background: var(--hover);
  }
  .best small {
    color: var(--text-3);
    font-size: 11.5px;
  }
  @media (max-width: 1320px) {
    .head kbd {
      display: none;
    }
  }
  .note {
    grid-column: 5 / -1;
    color: var(--text-3);
  }
`;
