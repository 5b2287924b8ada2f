import { css } from 'lit';

/** A raised panel with the matrix of tools and metrics. */
export const definitionsStyles = css`
  :host {
    padding: 10px 12px 12px;
    border: 1px solid var(--line-strong);
    border-radius: var(--r3);
    background: var(--raised);
  }
  h2 {
    align-items: center;
  }
  h2 > .cut {
    font-weight: 500;
  }
  p {
    margin: 8px 0 0;
    color: var(--text-2);
    text-wrap: pretty;
  }
  p b {
    color: var(--text);
    font-weight: 600;
  }
  .link {
    margin-top: 8px;
  }
  thead th {
    background: var(--raised);
  }
  th,
  td {
    border-bottom-color: var(--line-strong);
  }
  .first .caption {
    margin-left: 6px;
  }
  td.first {
    padding-left: 14px;
  }
  .conventions {
    max-height: 320px;
    margin-top: 6px;
  }
`;
