import { css } from 'lit';

/** What the boundary table has beyond its hairlines: structures as buttons, tolerances as fields. */
export const boundaryTableStyles = css`
  .structure {
    display: inline-flex;
    gap: 8px;
    align-items: center;
    max-width: 100%;
    border-radius: var(--r1);
  }
  .structure .cut {
    max-width: 150px;
    color: var(--text-2);
  }
  .structure:hover .cut {
    color: var(--text);
    text-decoration: underline dotted 1px;
    text-underline-offset: 4px;
  }
  .empty select {
    max-width: 150px;
    height: 22px;
    border: 0;
    border-radius: var(--r1);
    background: var(--raised);
    color: var(--text);
    font: 400 var(--t-caption) var(--font);
  }
  .strong .number {
    font-weight: 600;
  }
  .number.absent {
    color: var(--text-3);
  }
  .wait {
    display: inline-block;
    width: 34px;
    height: 8px;
    border-radius: 2px;
    background: var(--line-strong);
    opacity: 0.6;
  }
  .tolerance input {
    width: 46px;
    height: 22px;
    padding: 0 2px 0 6px;
    border: 1px solid transparent;
    border-radius: var(--r1);
    background: none;
    color: var(--text-2);
    font: 400 var(--t-table) var(--font);
    font-variant-numeric: tabular-nums;
    text-align: right;
  }
  .tolerance input:hover,
  .tolerance input:focus {
    border-color: var(--control);
    color: var(--text);
  }
  @media (max-width: 1320px) {
    th,
    td {
      padding-left: 8px;
    }
    .structure .cut {
      max-width: 90px;
    }
  }
`;
