import { css } from 'lit';

/** The line of 26 px at the foot of every page. */
export const footerStyles = css`
  footer {
    display: flex;
    align-items: center;
    gap: var(--s5);
    height: 26px;
    padding: 0 var(--s4);
    border-top: 1px solid var(--line);
    background: var(--bg);
    color: var(--text-3);
    font: 400 var(--t-caption) var(--font);
    white-space: nowrap;
  }
`;
