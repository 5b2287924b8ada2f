import { css } from 'lit';

/** Tables of the page that explains the drop: hairlines, numbers right, headings small. */
export const whyTableStyles = css`
  :host {
    min-width: 0;
  }
  h2 {
    display: flex;
    gap: 10px;
    align-items: baseline;
    min-height: 22px;
  }
  h2 .actions {
    margin-left: auto;
  }
  .scroll {
    overflow: auto;
    scrollbar-width: thin;
    scrollbar-color: var(--line-strong) transparent;
  }
  table {
    width: 100%;
    border-collapse: separate;
    border-spacing: 0;
  }
  th,
  td {
    height: 28px;
    padding: 0 0 0 14px;
    border-bottom: 1px solid var(--line);
    font-weight: 400;
    text-align: right;
    white-space: nowrap;
  }
  thead th {
    position: sticky;
    top: 0;
    z-index: 1;
    height: 24px;
    border-bottom-color: var(--line-strong);
    background: var(--panel);
    color: var(--text-3);
    font: 400 var(--t-caption) var(--font);
  }
  .first {
    padding-left: 0;
    text-align: left;
  }
  .chips {
    display: inline-flex;
    gap: 6px;
    align-items: center;
    vertical-align: middle;
  }
  .chips .cut {
    max-width: 180px;
  }
  .strong {
    font-weight: 600;
  }
  .dim,
  .absent {
    color: var(--text-3);
  }
  .others {
    text-align: left;
    white-space: normal;
  }
  .other {
    display: inline-flex;
    gap: 4px;
    align-items: center;
    margin-right: 12px;
    --chip: 14px;
  }
  td > .number {
    padding: 1px 3px;
    margin-right: -3px;
    text-decoration-color: transparent;
  }
  td > .number.score {
    text-decoration-color: var(--control);
  }
  td > .number:hover,
  td > .number:focus-visible {
    text-decoration: underline dotted 1px var(--text-2);
  }
  tr[aria-current='true'] > * {
    background: var(--raised);
  }
  @media (height < 800px) {
    th,
    td {
      height: 25px;
    }
  }
`;
