import { css } from 'lit';

/** Layout of the account: a raised panel, docked. */
export const accountStyles = css`
  :host {
    display: flex;
    flex-direction: column;
    min-width: 0;
    min-height: 0;
    overflow: auto;
    padding: 10px 12px;
    border: 1px solid var(--line-strong);
    border-radius: var(--r3);
    background: var(--raised);
    scrollbar-width: thin;
    scrollbar-color: var(--line-strong) transparent;
  }
  header {
    display: flex;
    flex: none;
    gap: 8px;
    align-items: center;
    min-height: 24px;
  }
  h2 {
    display: flex;
    flex: 1;
    gap: 8px;
    align-items: center;
    min-width: 0;
  }
  h2 > .lead {
    flex: none;
  }
  dl-segmented {
    flex: none;
    align-self: flex-start;
    margin: 4px 0 2px -2px;
  }
  .formula {
    display: flex;
    flex: none;
    flex-wrap: wrap;
    gap: 2px 4px;
    align-items: center;
    padding: 6px 0 8px;
    font-size: 12px;
  }
  .fraction {
    display: flex;
    flex-direction: column;
    text-align: center;
    white-space: nowrap;
    line-height: 20px;
  }
  .fraction.names {
    color: var(--text-2);
  }
  .fraction > :first-child {
    padding: 0 2px 1px;
    border-bottom: 1px solid var(--control);
  }
  .fraction > :last-child {
    padding: 1px 2px 0;
  }
  .tp {
    --role: var(--tp);
  }
  .fp {
    --role: var(--pred);
  }
  .fn {
    --role: var(--ref);
  }
  .fraction i {
    font-style: normal;
    text-decoration: underline 2px var(--role);
    text-underline-offset: 3px;
    text-decoration-skip-ink: none;
  }
  .value {
    font: 600 15px/22px var(--font);
  }
  .terms {
    flex: none;
    border-bottom: 1px solid var(--line-strong);
  }
  .terms li {
    display: flex;
    gap: 8px;
    align-items: center;
    min-height: 26px;
    padding: 2px 0;
    border-top: 1px solid var(--line-strong);
  }
  .dot {
    flex: none;
    width: 8px;
    height: 8px;
    border-radius: 50%;
    background: var(--role);
  }
  .terms strong {
    flex: none;
    min-width: 42px;
    font-weight: 600;
    text-align: right;
  }
  .made-of {
    display: flex;
    flex: 1;
    flex-wrap: wrap;
    gap: 0 7px;
    align-items: center;
    min-width: 0;
    color: var(--text-2);
  }
  .share {
    display: inline-flex;
    gap: 3px;
    align-items: center;
    color: var(--text);
    white-space: nowrap;
    --chip: 14px;
  }
  button.share {
    border-radius: var(--r1);
  }
  button.share:hover {
    background: var(--hover);
    text-decoration: underline;
  }
  .eye[aria-pressed='true'] {
    background: var(--invert-bg);
    color: var(--invert-text);
  }
  .sentence {
    margin: 8px 0 0;
    line-height: 19px;
  }
  .sentence > :is(dl-label-chip, dl-region-chip) {
    margin-right: 5px;
    margin-top: -2px;
  }
  .note {
    margin-top: auto;
    padding-top: 8px;
  }
  .note code {
    color: var(--text-2);
    font: inherit;
  }
  @media (height < 800px) {
    :host {
      padding: 6px 12px;
    }
    dl-segmented {
      margin: 0 0 0 -2px;
    }
    .formula {
      padding: 3px 0 5px;
    }
    .terms li {
      min-height: 24px;
      padding: 0;
    }
    .sentence {
      margin-top: 5px;
      line-height: 18px;
    }
    .note {
      padding-top: 5px;
      line-height: 14px;
    }
  }
`;
