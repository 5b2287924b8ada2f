import { css } from 'lit';

/** A bar, the slices, and the line of the pieces below them. */
export const reconstructionViewerStyles = css`
  :host {
    display: grid;
    grid-template-rows: 44px minmax(0, 1fr) auto;
    min-width: 0;
    min-height: 0;
    container-type: inline-size;
  }
  .toolbar {
    display: flex;
    gap: var(--s2);
    align-items: center;
    min-width: 0;
    padding: 0 var(--s3);
    --segment-padding: 8px;
  }
  .toolbar dl-segmented {
    flex: none;
  }
  .toolbar select {
    min-width: 0;
    max-width: 130px;
    height: 28px;
    padding: 0 6px;
    border: 1px solid transparent;
    border-radius: var(--r2);
    background: var(--raised);
    color: var(--text);
    font: 400 var(--t-table) var(--font);
  }
  .icons {
    display: flex;
    gap: 4px;
    align-items: center;
    margin-left: auto;
  }
  .icons wa-popover::part(body) {
    padding: var(--s3);
    border: 1px solid var(--line-strong);
    border-radius: var(--r2);
    background: var(--raised);
    color: var(--text-2);
    font: 400 var(--t-table) var(--font);
  }
  .icons input {
    display: block;
    width: 200px;
    margin: var(--s2) 0 0;
    accent-color: var(--text-2);
  }
  .piece {
    display: flex;
    gap: 12px;
    align-items: center;
    height: 38px;
    padding: 0 var(--s3);
    border-top: 1px solid var(--line);
    color: var(--text-2);
    font: 400 var(--t-table) var(--font);
  }
  .piece dl-pattern-chip {
    flex: none;
    flex-wrap: nowrap;
  }
  .piece .cut {
    flex: 1;
  }
  .piece b {
    margin-right: 10px;
    color: var(--text);
    font-weight: 500;
  }
  @container (width < 470px) {
    .toolbar {
      padding: 0 var(--s2);
      --segment-padding: 5px;
    }
  }
`;
