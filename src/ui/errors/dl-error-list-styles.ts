import { css } from 'lit';

/** The list of errors: hairlines, numbers right, the heading stays. */
export const errorListStyles = css`
  :host {
    min-height: 0;
  }
  .scroll {
    overflow: auto;
    height: 100%;
    scrollbar-width: thin;
    scrollbar-color: var(--line-strong) transparent;
  }
  table {
    width: 100%;
    border-collapse: collapse;
  }
  th {
    position: sticky;
    top: 0;
    z-index: 1;
    height: 22px;
    padding: 0 6px;
    background: var(--panel);
    box-shadow: inset 0 -1px var(--line);
    color: var(--text-3);
    font: 400 var(--t-caption) var(--font);
    text-align: right;
    white-space: nowrap;
  }
  td {
    height: 24px;
    padding: 0 6px;
    border-bottom: 1px solid var(--line);
    text-align: right;
    white-space: nowrap;
  }
  .text {
    text-align: left;
  }
  tbody tr {
    cursor: pointer;
  }
  tbody tr:hover {
    background: var(--hover);
  }
  tr[aria-current] {
    background: var(--sel);
    box-shadow: inset 2px 0 var(--text);
  }
  .rank {
    width: 34px;
    color: var(--text-3);
  }
  tr[aria-current] .rank {
    color: var(--text);
  }
  strong {
    font-weight: 600;
  }
  .read-as dl-icon {
    width: 12px;
    height: 12px;
    margin: 0 4px;
    color: var(--text-3);
    vertical-align: middle;
  }
  .state {
    width: 44px;
    color: var(--text-2);
  }
  .state dl-icon {
    width: 13px;
    height: 13px;
  }
  .more {
    padding: 6px 0;
    color: var(--text-2);
    text-decoration: underline 1px;
    text-underline-offset: 3px;
  }
  @media (max-width: 560px) {
    .wide {
      display: none;
    }
    td,
    th {
      padding: 0 3px;
    }
  }
`;
