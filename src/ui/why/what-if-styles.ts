import { css } from 'lit';

/** Two rows of controls: the tools, and what the chosen one needs. */
export const whatIfStyles = css`
  :host {
    padding: 8px 12px 10px;
    border: 1px solid var(--line-strong);
    border-radius: var(--r3);
    background: var(--raised);
    --segment-padding: 8px;
  }
  .row {
    display: flex;
    flex-wrap: wrap;
    gap: 6px 12px;
    align-items: center;
    min-height: 32px;
  }
  .history {
    display: flex;
    gap: 8px;
    align-items: center;
    margin-left: auto;
  }
  .quiet {
    height: 26px;
    padding: 0 8px;
    border-radius: var(--r2);
    color: var(--text-2);
    font-weight: 500;
  }
  .quiet:hover:not(:disabled) {
    background: var(--hover);
    color: var(--text);
  }
  .quiet:disabled,
  .apply:disabled {
    color: var(--text-3);
    cursor: default;
    opacity: 0.6;
  }
  .choice {
    display: inline-flex;
    gap: 8px;
    align-items: center;
    height: 28px;
    padding: 0 4px 0 8px;
    border-radius: var(--r2);
    background: var(--panel);
  }
  .choice:focus-within {
    outline: 2px solid var(--focus);
    outline-offset: 2px;
  }
  select {
    max-width: 190px;
    height: 26px;
    border: 0;
    outline: none;
    background: var(--panel);
    color: var(--text);
    font: 400 var(--t-table) var(--font);
  }
  input[type='range'] {
    flex: 1;
    min-width: 120px;
    max-width: 420px;
    accent-color: var(--text-2);
  }
  b {
    min-width: 74px;
    font-weight: 600;
  }
  .field {
    display: inline-flex;
    gap: 6px;
    align-items: center;
    color: var(--text-2);
  }
  .field input {
    width: 62px;
    height: 26px;
    padding: 0 4px 0 8px;
    border: 1px solid var(--control);
    border-radius: var(--r1);
    background: var(--panel);
    color: var(--text);
    font: 400 var(--t-table) var(--font);
  }
  .apply {
    height: 28px;
    padding: 0 12px;
    border: 1px solid var(--control);
    border-radius: var(--r2);
    font-weight: 500;
  }
  .apply:hover:not(:disabled) {
    background: var(--hover);
  }
`;
