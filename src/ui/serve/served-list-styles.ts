import { css } from 'lit';

/** The list of a served folder: sections that fold, paths cut at their beginning, where they differ least. */
export const servedListStyles = css`
  :host {
    display: grid;
    gap: var(--s3);
    width: min(560px, 100vw - 64px);
  }
  h3 {
    margin: 0 0 var(--s1);
    color: var(--text-3);
    font: 400 var(--t-caption) var(--font);
  }
  .filter {
    display: flex;
    align-items: center;
    gap: var(--s2);
    height: 30px;
    padding: 0 var(--s2);
    border: 1px solid var(--control);
    border-radius: var(--r2);
    color: var(--text-2);
  }
  .filter:focus-within {
    outline: 2px solid var(--focus);
    outline-offset: 2px;
  }
  input {
    flex: 1;
    min-width: 0;
    border: 0;
    outline: 0;
    background: none;
    color: var(--text);
    font: 400 var(--t-table) var(--font);
  }
  input:focus-visible {
    outline: none; /* the label has the ring */
  }
  input::placeholder {
    color: var(--text-3);
    opacity: 1;
  }
  .parts:focus-visible {
    outline-offset: -2px;
  }
  .parts {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    align-content: start;
    gap: var(--s4);
    max-height: min(60vh, 620px);
    overflow: auto;
    scrollbar-gutter: stable;
  }
  .row,
  summary {
    display: flex;
    align-items: center;
    gap: var(--s2);
    min-height: 34px;
    border-top: 1px solid var(--line);
  }
  .folder {
    position: relative;
  }
  .folder > .action {
    position: absolute;
    top: 6px;
    right: 0;
  }
  summary {
    padding-right: 86px; /* the button that opens all lies there, beside the summary and not in it */
    border-radius: var(--r1);
    cursor: pointer;
    list-style: none;
  }
  summary::-webkit-details-marker {
    display: none;
  }
  summary:hover {
    background: var(--hover);
  }
  summary:focus-visible {
    outline-offset: -2px;
  }
  summary dl-icon {
    flex: none;
    color: var(--text-2);
  }
  details[open] > summary dl-icon {
    rotate: 90deg;
  }
  .row .path {
    padding-left: 2px;
  }
  .row .count:last-child {
    margin-right: 2px;
  }
  .path {
    flex: 1;
    min-width: 0;
    overflow: hidden;
    direction: rtl;
    text-align: left;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .count {
    flex: none;
    color: var(--text-3);
    font: 400 var(--t-caption) var(--font);
  }
  .action {
    flex: none;
    height: 24px;
    margin-right: 2px;
    padding: 0 var(--s2);
    border: 1px solid var(--control);
    border-radius: var(--r1);
    white-space: nowrap;
  }
  .action:hover {
    background: var(--hover);
  }
  .action:focus-visible,
  .case:focus-visible {
    outline-offset: -2px;
  }
  ul {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(150px, 1fr));
    padding: 0 0 var(--s2) var(--s5);
  }
  .against {
    padding: 2px 0 var(--s1) calc(var(--s5) + var(--s2));
  }
  .case {
    width: 100%;
    min-height: 26px;
    padding: 2px var(--s2);
    border-radius: var(--r1);
  }
  .case:hover {
    background: var(--hover);
  }
`;
