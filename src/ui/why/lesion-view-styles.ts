import { css } from 'lit';

/** The bar of choices, the scores in a row, and the colours of found, missed and false. */
export const lesionViewStyles = css`
  .bar {
    display: flex;
    flex-wrap: wrap;
    gap: 6px 10px;
    align-items: center;
    margin: 4px 0;
  }
  .choice {
    display: inline-flex;
    gap: 8px;
    align-items: center;
    height: 26px;
    padding: 0 4px 0 8px;
    border-radius: var(--r2);
    background: var(--raised);
  }
  .choice:focus-within {
    outline: 2px solid var(--focus);
    outline-offset: 2px;
  }
  select {
    max-width: 190px;
    height: 24px;
    border: 0;
    outline: none;
    background: var(--raised);
    color: var(--text);
    font: 400 var(--t-table) var(--font);
  }
  .sentence {
    margin: 4px 0 6px;
    color: var(--text-2);
    font: 400 var(--t-body) var(--font);
  }
  dl {
    display: flex;
    flex-wrap: wrap;
    gap: 4px 28px;
    margin: 0 0 6px;
  }
  dt {
    color: var(--text-3);
    font: 400 var(--t-caption) var(--font);
  }
  dd {
    display: flex;
    gap: 8px;
    align-items: baseline;
    margin: 0;
  }
  dd .number {
    font-weight: 600;
  }
  th .number {
    padding: 1px 6px 1px 0;
  }
  .status {
    text-align: left;
  }
  .status i {
    display: inline-block;
    width: 8px;
    height: 8px;
    margin-right: 7px;
    border-radius: 50%;
    background: var(--tp);
  }
  .missed i {
    border: 1.5px solid var(--ref);
    background: none;
  }
  .false i {
    border-radius: 1px;
    background: var(--pred);
    rotate: 45deg;
  }
  .more {
    margin-top: 6px;
    color: var(--text-2);
  }
`;
