import { css } from 'lit';

/** A figure over the whole width of the text, its caption and its buttons below. */
export const lessonFigureStyles = css`
  figure {
    margin: 0;
  }
  .drawing {
    min-height: 300px;
  }
  figcaption {
    display: flex;
    gap: var(--s3) var(--s5);
    align-items: flex-start;
    justify-content: space-between;
    margin-top: var(--s4);
  }
  .text {
    max-width: 680px;
    color: var(--text-2);
    font: 400 var(--t-body) var(--font);
    text-wrap: pretty;
  }
  b {
    color: var(--text);
    font-weight: 600;
  }
  .actions {
    display: flex;
    flex: none;
    flex-wrap: wrap;
    gap: var(--s2);
  }
  .action {
    display: inline-flex;
    gap: var(--s2);
    align-items: center;
    height: 28px;
    padding: 0 10px;
    border: 1px solid var(--line-strong);
    border-radius: var(--r2);
    color: var(--text-2);
    font: 500 var(--t-table) var(--font);
    white-space: nowrap;
  }
  .action:hover {
    background: var(--hover);
    color: var(--text);
  }
  .action:disabled {
    color: var(--text-3);
    cursor: default;
  }
  .note,
  .lacking {
    display: flex;
    flex-wrap: wrap;
    gap: var(--s2);
    align-items: center;
    margin-bottom: var(--s3);
    padding: 6px 10px;
    border-radius: var(--r2);
    background: var(--raised);
    color: var(--text-2);
    font: 400 var(--t-body) var(--font);
  }
  .lacking {
    margin: var(--s2) 0 0;
  }
  .measured {
    min-height: 20px;
    margin-top: var(--s1);
    color: var(--text-2);
    font: 400 var(--t-body) var(--font);
  }
  .shared {
    display: flex;
    gap: var(--s3);
    align-items: center;
    margin-top: var(--s1);
  }
  .shared span {
    color: var(--text-2);
    white-space: nowrap;
  }
  .shared input {
    flex: 1;
    min-width: 0;
    height: 28px;
    padding: 0 var(--s2);
    border: 1px solid var(--line-strong);
    border-radius: var(--r2);
    background: var(--raised);
    color: var(--text);
    font: 400 var(--t-table) var(--font);
  }
  @media (max-width: 1180px) {
    figcaption {
      flex-direction: column;
    }
  }
  @media (max-width: 520px) {
    .shared {
      flex-direction: column;
      align-items: stretch;
    }
  }
  @media print {
    .actions,
    .remarks {
      display: none;
    }
  }
`;
