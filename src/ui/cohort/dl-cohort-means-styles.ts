import { css } from 'lit';

/** The mean explorer: a rule a row, its mean as a dot on an axis of all rules. */
export const meansStyles = css`
  fieldset {
    min-width: 0;
    margin: 0;
    padding: 0;
    border: 0;
  }
  .row {
    display: grid;
    grid-template-columns: minmax(0, 1fr) minmax(28px, 8%) 54px 54px 34px;
    gap: 6px;
    align-items: center;
    min-height: 24px;
    text-align: right;
  }
  .heads {
    color: var(--text-3);
    font: 400 var(--t-caption) var(--font);
  }
  /* wider than its column: it runs on to the left, where nothing stands */
  .heads span:nth-child(3) {
    display: flex;
    justify-content: flex-end;
  }
  .name .cut > span {
    font-size: 11px;
  }
  .heads h2 {
    color: var(--text);
    text-align: left;
    white-space: nowrap;
  }
  .rule {
    display: block;
    border-top: 1px solid var(--line);
    cursor: pointer;
  }
  .rule:hover {
    background: var(--hover);
  }
  .name {
    display: flex;
    gap: 8px;
    align-items: center;
    min-width: 0;
    color: var(--text-3);
    text-align: left;
  }
  .name strong {
    color: var(--text);
    font-weight: 500;
  }
  .model .name {
    display: block;
    padding-left: 24px;
    color: var(--text-2);
  }
  .rank {
    color: var(--text-3);
  }
  input {
    flex: none;
    width: 14px;
    height: 14px;
    margin: 0;
    accent-color: var(--text);
  }
  .track {
    position: relative;
    height: 24px;
    border-radius: 1px;
    background: linear-gradient(var(--line-strong), var(--line-strong)) center / 100% 1px no-repeat;
  }
  .track i {
    position: absolute;
    top: 50%;
    translate: -50% -50%;
  }
  .usual {
    height: 24px;
    border-left: 1px dashed var(--control);
  }
  .dot {
    width: 8px;
    height: 8px;
    border-radius: 50%;
    background: var(--text);
  }
  .mean {
    font-weight: 600;
  }
  .reordered {
    display: block;
    padding: 0 0 4px 24px;
    color: var(--text);
    font: 500 var(--t-caption) var(--font);
  }
  .structures {
    padding-top: 6px;
    border-top: 1px solid var(--line);
    color: var(--text-2);
  }
  .structures p {
    display: flex;
    flex-wrap: wrap;
    gap: 4px 14px;
    padding-bottom: 4px;
  }
  @media (max-width: 480px) {
    .row {
      grid-template-columns: minmax(0, 1fr) 0 64px 58px 40px;
      gap: 4px;
    }
    .track {
      visibility: hidden;
    }
  }
`;
