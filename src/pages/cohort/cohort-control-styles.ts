import { css } from 'lit';

/** Selects and buttons in greyscale, as all parts of the page have them. */
export const cohortControlStyles = css`
  select,
  .toggle,
  .save {
    height: 28px;
    border: 1px solid transparent;
    border-radius: var(--r2);
    color: var(--text);
    font: 400 var(--t-table) var(--font);
    white-space: nowrap;
  }
  select {
    max-width: 190px;
    padding: 0 4px;
    background: var(--raised);
    text-overflow: ellipsis;
  }
  .toggle,
  .save {
    display: inline-flex;
    gap: 6px;
    align-items: center;
    padding: 0 8px;
    color: var(--text-2);
  }
  .save {
    margin-right: 4px;
    border-color: var(--control);
    color: var(--text);
    font-weight: 500;
  }
  select:hover,
  .toggle:hover,
  .save:hover {
    background: var(--hover);
    color: var(--text);
  }
  .toggle[aria-pressed='true'] {
    background: var(--sel);
    color: var(--text);
  }
  .toggle:disabled,
  .save:disabled {
    border-color: var(--line);
    background: none;
    color: var(--text-3);
    cursor: default;
  }
`;
