import { css } from 'lit';

/** What every element shares: box sizes, the focus ring, plain buttons, links and clickable numbers. */
export const baseStyles = css`
  :host {
    display: block;
    font: 400 var(--t-table) var(--font);
    font-variant-numeric: tabular-nums;
    color: var(--text);
  }
  :host([hidden]) {
    display: none;
  }
  *,
  *::before,
  *::after {
    box-sizing: border-box;
  }
  h2,
  p,
  ul {
    margin: 0;
    padding: 0;
    font: inherit;
    list-style: none;
  }
  h2 {
    font: 600 var(--t-body) var(--font);
  }
  button {
    padding: 0;
    border: 0;
    background: none;
    color: inherit;
    font: inherit;
    letter-spacing: inherit;
    text-align: inherit;
    cursor: pointer;
  }
  :focus-visible {
    outline: 2px solid var(--focus);
    outline-offset: 2px;
  }
  .caption {
    color: var(--text-3);
    font: 400 var(--t-caption) var(--font);
  }
  .cut {
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .link {
    color: var(--text);
    text-decoration: underline 1px;
    text-underline-offset: 3px;
    white-space: nowrap;
  }
  .link:hover {
    text-decoration-thickness: 2px;
  }
  .icon-button {
    display: inline-grid;
    place-items: center;
    width: 24px;
    height: 24px;
    border-radius: var(--r1);
    color: var(--text-2);
  }
  .icon-button:hover {
    background: var(--hover);
    color: var(--text);
  }
  .icon-button:disabled {
    background: none;
    color: var(--line-strong);
    cursor: default;
  }
  .number {
    border-radius: var(--r1);
    text-decoration: underline dotted 1px var(--control);
    text-underline-offset: 4px;
    white-space: nowrap;
  }
  .number:hover {
    background: var(--hover);
    text-decoration: underline solid 1px var(--text-2);
  }
  .number[aria-pressed='true'] {
    background: var(--invert-bg);
    color: var(--invert-text);
    text-decoration: none;
  }
  .off-screen {
    position: absolute;
    overflow: hidden;
    width: 1px;
    height: 1px;
    clip-path: inset(50%);
    white-space: nowrap;
  }
  @media (prefers-reduced-motion: reduce) {
    * {
      transition: none !important;
      animation: none !important;
    }
  }
`;
