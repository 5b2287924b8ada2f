import { css } from 'lit';

/** Dots of the kinds of errors, and buttons with a rim, as every part of the navigator has them. */
export const errorsStyles = css`
  .dot {
    display: inline-block;
    flex: none;
    width: 8px;
    height: 8px;
    margin-right: 6px;
    border-radius: 50%;
    background: var(--ov-pred);
    box-shadow: 0 0 0 1px var(--rim);
  }
  .dot.fn {
    background: var(--ov-ref);
  }
  .dot.swap {
    background: var(--inner);
  }
  .act {
    display: inline-flex;
    flex: none;
    gap: 6px;
    align-items: center;
    height: 26px;
    padding: 0 9px;
    border: 1px solid var(--control);
    border-radius: var(--r2);
    font-weight: 500;
    white-space: nowrap;
  }
  .act:hover {
    background: var(--hover);
  }
  .act:disabled {
    border-color: var(--line-strong);
    background: none;
    color: var(--text-3);
    cursor: default;
  }
  .act dl-icon {
    width: 14px;
    height: 14px;
  }
  kbd {
    padding: 0 4px;
    border: 1px solid var(--line-strong);
    border-radius: 3px;
    color: var(--text-3);
    font: 400 11px/15px var(--font);
  }
`;
