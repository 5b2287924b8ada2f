import { css } from 'lit';

/** What the buttons above the slices open. */
export const viewPanelStyles = css`
  :host {
    display: block;
  }
  .row {
    display: flex;
    gap: var(--s2);
    align-items: baseline;
    justify-content: space-between;
    margin: var(--s3) 0 6px;
    color: var(--text-2);
  }
  .row:first-child {
    margin-top: 0;
  }
  .hint {
    margin: 4px 0 0;
    color: var(--text-3);
    font: 400 var(--t-caption) var(--font);
  }
  .choices {
    display: flex;
    flex-wrap: wrap;
    gap: 4px;
  }
  .choice {
    min-width: 0;
    max-width: 100%;
    height: 24px;
    padding: 0 var(--s2);
    border: 1px solid var(--line-strong);
    border-radius: var(--r1);
  }
  .choice:hover:enabled {
    background: var(--hover);
  }
  .choice:disabled {
    color: var(--text-3);
    cursor: default;
  }
  .choice[aria-pressed='true'] {
    border-color: var(--control);
    background: var(--sel);
    font-weight: 500;
  }
  .labels {
    overflow: hidden auto;
    max-height: 168px;
    border-top: 1px solid var(--line);
  }
  .labels li {
    display: grid;
    grid-template-columns: 24px 20px minmax(0, 1fr) 72px;
    gap: var(--s2);
    align-items: center;
    height: 28px;
  }
  .labels input {
    margin: 0;
  }
  input[type='checkbox'] {
    width: 16px;
    height: 16px;
    margin: 0 4px;
    accent-color: var(--control);
  }
  input[type='color'] {
    width: 20px;
    height: 20px;
    padding: 0;
    border: 0;
    border-radius: var(--r1);
    background: none;
    cursor: pointer;
  }
  input[type='color']::-webkit-color-swatch-wrapper {
    padding: 0;
  }
  input[type='color']::-webkit-color-swatch {
    border: 1px solid var(--line-strong);
    border-radius: var(--r1);
  }
  input[type='range'] {
    width: 72px;
    height: 24px;
    accent-color: var(--control);
  }
`;
