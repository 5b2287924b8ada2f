import { css } from 'lit';

/** Charts and accounts left, sampler and pictures right; the columns scroll on their own. */
export const pseudoDicePageStyles = css`
  :host {
    display: grid;
    grid-template-columns: minmax(0, 1fr) clamp(360px, 32.5vw, 520px);
    min-width: 0;
    min-height: 0;
  }
  .accounts {
    display: flex;
    flex-direction: column;
    min-width: 0;
    min-height: 0;
    padding: 12px 20px 16px;
    overflow: hidden auto;
    scrollbar-width: thin;
    scrollbar-color: var(--line-strong) transparent;
  }
  .accounts > * {
    flex: none;
  }
  h1 {
    margin: 0;
    font: 550 var(--t-sentence) var(--font);
    text-wrap: pretty;
  }
  .status {
    display: flex;
    gap: var(--s3);
    align-items: center;
    min-height: 24px;
    color: var(--text-3);
    font: 400 var(--t-caption) var(--font);
  }
  .status .bar {
    flex: 0 1 160px;
    height: 3px;
    border-radius: 2px;
    background: var(--line-strong);
  }
  .bar i {
    display: block;
    height: 100%;
    border-radius: inherit;
    background: var(--invert-bg);
  }
  pseudo-dice-chart {
    margin-top: 6px;
  }
  .part {
    margin-top: 12px;
    padding-top: 10px;
    border-top: 1px solid var(--line);
  }
  .remark {
    margin-top: 4px;
    color: var(--text-2);
  }
  .empty {
    grid-column: 1 / -1;
    padding: var(--s5);
    color: var(--text-2);
  }
  @media (height < 800px) {
    .accounts {
      padding-top: 8px;
    }
    .part {
      margin-top: 8px;
      padding-top: 7px;
    }
  }
  @media (max-width: 900px) {
    :host {
      display: block;
      overflow: hidden auto;
    }
    .accounts,
    pseudo-dice-sidebar {
      overflow: visible;
    }
  }
`;
