import { css } from 'lit';

/** Table and statistics left, plots right; the table takes what height is left, the columns scroll on their own. */
export const cohortPageStyles = css`
  :host {
    display: grid;
    grid-template-columns: minmax(0, 1fr) clamp(360px, 37vw, 640px);
    min-width: 0;
    min-height: 0;
  }
  .left {
    display: flex;
    flex-direction: column;
    gap: 8px;
    min-width: 0;
    min-height: 0;
    padding: 12px 20px 0;
  }
  h1 {
    margin: 0;
    font: 550 var(--t-sentence) var(--font);
    text-wrap: pretty;
  }
  dl-cohort-table {
    flex: 0 1 auto;
    min-height: 150px;
  }
  .under {
    display: flex;
    gap: 4px 16px;
    justify-content: space-between;
    color: var(--text-3);
    font: 400 var(--t-caption) var(--font);
  }
  .keys {
    white-space: nowrap;
  }
  kbd {
    display: inline-block;
    min-width: 16px;
    margin-right: 3px;
    padding: 0 4px;
    border: 1px solid var(--line-strong);
    border-radius: var(--r1);
    font: 500 10px/14px var(--font);
    text-align: center;
  }
  /* all that it holds where there is room; where there is not it yields before the table, down to 36 % of the window */
  cohort-below {
    flex: 1 1000 content;
    height: max(190px, 36vh);
    min-height: auto;
  }
  cohort-empty {
    grid-column: 1 / -1;
  }
  @media (max-width: 900px) {
    :host {
      display: block;
      overflow: hidden auto;
    }
    .left {
      padding: 10px 12px 0;
    }
    dl-cohort-table {
      max-height: 70vh;
    }
    cohort-below {
      flex: none;
      height: auto;
    }
    .keys {
      display: none;
    }
  }
`;
