import { css } from 'lit';

/** The right column of the runs page. */
export const runsSidebarStyles = css`
  :host {
    display: flex;
    flex-direction: column;
    gap: 10px;
    min-width: 0;
    min-height: 0;
    padding: 10px 20px 16px;
    border-left: 1px solid var(--line);
    overflow: hidden auto;
    scrollbar-width: thin;
    scrollbar-color: var(--line-strong) transparent;
  }
  :host > * {
    flex: none;
  }
  header {
    display: flex;
    align-items: center;
    justify-content: space-between;
    gap: var(--s2);
    padding-bottom: 6px;
    border-bottom: 1px solid var(--line);
  }
  summary {
    padding: 2px 0;
    color: var(--text-2);
    font-weight: 500;
    cursor: pointer;
  }
  details[open] > summary {
    margin-bottom: 6px;
  }
  details + details {
    padding-top: 8px;
    border-top: 1px solid var(--line);
  }
  dl-run-findings {
    padding-top: 10px;
    border-top: 1px solid var(--line);
    border-bottom: 1px solid var(--line);
  }
  header + dl-run-findings {
    padding-top: 4px;
    border-top: 0;
  }
  label {
    display: inline-flex;
    align-items: center;
    gap: 6px;
    margin-top: 6px;
    color: var(--text-2);
    cursor: pointer;
  }
  input {
    margin: 0;
    accent-color: var(--text-2);
  }
  dl-run-list {
    max-height: 232px;
    overflow: hidden auto;
    scrollbar-width: thin;
    scrollbar-color: var(--line-strong) transparent;
  }
  .note,
  .caution {
    padding: 5px 12px;
    border-radius: var(--r2);
    background: var(--raised);
    color: var(--text-2);
  }
  h2 {
    white-space: nowrap;
  }
  img {
    display: block;
    width: 100%;
    background: #fff;
  }
  .logs li {
    display: grid;
    padding: 4px 0;
  }
`;
