import { css } from 'lit';

/** Charts left, findings right; the columns scroll on their own, charts keep their height. */
export const runsPageStyles = css`
  :host {
    display: grid;
    grid-template-columns: minmax(0, 1fr) clamp(340px, 31vw, 470px);
    min-width: 0;
    min-height: 0;
  }
  .charts {
    display: flex;
    flex-direction: column;
    gap: 6px;
    min-width: 0;
    min-height: 0;
    padding: 14px 20px 16px;
    overflow: hidden auto;
    scrollbar-width: thin;
    scrollbar-color: var(--line-strong) transparent;
  }
  .charts > * {
    flex: none;
  }
  .empty {
    grid-column: 1 / -1;
    padding: var(--s5);
    color: var(--text-3);
  }
  h1 {
    margin: 0;
    font: 550 var(--t-sentence) var(--font);
    text-wrap: pretty;
  }
  dl-run-readout {
    margin-top: 4px;
    padding: 6px 0;
    border-top: 1px solid var(--line);
    border-bottom: 1px solid var(--line);
  }
  runs-chart-head:not(:first-of-type) {
    padding-top: 4px;
    border-top: 1px solid var(--line);
  }
  .dice {
    height: 240px;
  }
  .loss {
    height: 152px;
  }
  .duration {
    height: 72px;
  }
  .rate {
    height: 88px;
  }
  @media (height < 800px) {
    .charts {
      gap: 3px;
      padding-top: 10px;
    }
    .dice {
      height: 162px;
    }
    .loss {
      height: 102px;
    }
    .duration {
      height: 50px;
    }
    .rate {
      height: 62px;
    }
  }
  @media (height > 1000px) {
    .dice {
      height: 300px;
    }
    .loss {
      height: 210px;
    }
  }
  summary {
    color: var(--text-2);
    cursor: pointer;
  }
  details {
    margin-top: var(--s2);
  }
  @media (max-width: 900px) {
    :host {
      display: block;
      overflow: hidden auto;
    }
    .charts,
    runs-sidebar {
      overflow: visible;
    }
  }
`;
