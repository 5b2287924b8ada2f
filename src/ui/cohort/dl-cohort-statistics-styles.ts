import { css } from 'lit';

/** Tables of statistics: hairlines, numbers right. */
export const statisticsStyles = css`
  :host {
    min-width: 0;
  }
  h2 {
    white-space: nowrap;
  }
  header {
    display: flex;
    flex-wrap: wrap;
    gap: 0 12px;
    align-items: baseline;
    margin-bottom: var(--s1);
  }
  header .caption {
    flex: 1 1 auto;
  }
  header .figure {
    color: var(--text-2);
    font: 400 var(--t-caption) var(--font);
  }
  header strong {
    color: var(--text);
    font-weight: 600;
  }
  .scroll {
    overflow-x: auto;
    scrollbar-width: thin;
    scrollbar-color: var(--line-strong) transparent;
  }
  table {
    width: 100%;
    border-collapse: collapse;
    white-space: nowrap;
  }
  th,
  td {
    height: 26px;
    padding: 0 0 0 14px;
    border-bottom: 1px solid var(--line);
    font-weight: 400;
    text-align: right;
  }
  thead th {
    height: 22px;
    color: var(--text-3);
    font: 400 var(--t-caption) var(--font);
  }
  th:first-child {
    padding-left: 0;
    text-align: left;
  }
  tbody th button,
  tbody th > span {
    display: inline-flex;
    gap: 8px;
    align-items: center;
    max-width: 220px;
    vertical-align: middle;
  }
  tbody tr[aria-current='true'] {
    background: var(--hover);
  }
  td strong {
    font-weight: 600;
  }
  .quiet {
    color: var(--text-3);
  }
  .better-b {
    color: var(--model-b-text);
  }
  h3 {
    margin: var(--s3) 0 0;
    color: var(--text-2);
    font: 500 var(--t-table) var(--font);
  }
  .note {
    margin-top: var(--s2);
    color: var(--text-2);
  }
`;
