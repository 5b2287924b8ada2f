import { css } from 'lit';

/** A picture with its heading and controls above and its figures below. */
export const patchViewerStyles = css`
  :host {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--s2);
    container-type: inline-size;
  }
  .head {
    display: flex;
    flex-wrap: wrap;
    gap: 2px var(--s2);
    align-items: center;
    min-height: 26px;
  }
  .head h2 {
    white-space: nowrap;
  }
  .head .caption {
    flex: 1 1 0;
    min-width: 90px;
  }
  .controls {
    display: flex;
    flex-wrap: wrap;
    gap: 6px var(--s3);
    align-items: center;
  }
  .controls label {
    display: inline-flex;
    gap: 6px;
    align-items: center;
    color: var(--text-3);
    font: 400 var(--t-caption) var(--font);
    white-space: nowrap;
  }
  .controls .open {
    margin-left: auto;
  }
  input[type='number'] {
    width: 56px;
    height: 26px;
    padding: 0 4px 0 6px;
    border: 1px solid var(--control);
    border-radius: var(--r2);
    background: var(--bg);
    color: var(--text);
    font: 500 var(--t-table) var(--font);
    font-variant-numeric: tabular-nums;
  }
  .pictures {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--s2);
  }
  .wide {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--s3) 20px;
    align-items: start;
  }
  .figures {
    display: grid;
    gap: var(--s2);
  }
  @container (min-width: 640px) {
    .wide {
      grid-template-columns: minmax(280px, 5fr) 6fr;
    }
  }
  .open {
    display: inline-flex;
    gap: 6px;
    align-items: center;
    height: 26px;
    padding: 0 var(--s2);
    border: 1px solid var(--control);
    border-radius: var(--r2);
    white-space: nowrap;
  }
  .open:hover {
    background: var(--hover);
  }
  .note {
    color: var(--text-2);
    text-wrap: pretty;
  }
  dl {
    display: grid;
    grid-template-columns: max-content max-content minmax(0, 1fr);
    gap: 2px var(--s3);
    margin: 0;
  }
  dt {
    color: var(--text-3);
  }
  dd {
    margin: 0;
    font-weight: 600;
    text-align: right;
    white-space: nowrap;
  }
  dd + dd {
    color: var(--text-3);
    font-weight: 400;
    text-align: left;
    text-wrap: pretty;
    white-space: normal;
  }
  table {
    width: 100%;
    border-collapse: collapse;
  }
  caption {
    color: var(--text-3);
    font: 400 var(--t-caption) var(--font);
    text-align: left;
  }
  th,
  td {
    height: 24px;
    padding: 0 0 0 10px;
    border-bottom: 1px solid var(--line);
    font-weight: 400;
    text-align: right;
  }
  thead th {
    color: var(--text-3);
    font: 400 var(--t-caption) var(--font);
  }
  th:first-child {
    padding: 0;
    text-align: left;
  }
`;
