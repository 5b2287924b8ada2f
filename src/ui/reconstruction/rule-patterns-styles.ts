import { css } from 'lit';

/** The table of patterns under a rule. */
export const rulePatternsStyles = css`
  :host {
    min-width: 0;
    container-type: inline-size;
  }
  header {
    display: flex;
    gap: 10px;
    align-items: baseline;
    min-width: 0;
    min-height: 20px;
  }
  header .caption {
    flex: 1;
    min-width: 0;
  }
  header .caption b {
    color: var(--text);
    font-weight: 500;
  }
  .filter {
    display: flex;
    gap: 6px;
    align-items: center;
    align-self: center;
    height: 24px;
    padding: 0 7px;
    border: 1px solid var(--line-strong);
    border-radius: var(--r1);
    color: var(--text-3);
  }
  .filter:focus-within {
    outline: 2px solid var(--focus);
    outline-offset: 1px;
  }
  .filter dl-icon {
    width: 12px;
    height: 12px;
  }
  .filter input {
    width: 96px;
    border: 0;
    outline: 0;
    background: none;
    color: var(--text);
    font: 400 11.5px/18px var(--font);
  }
  .filter input::placeholder {
    color: var(--text-3);
  }
  .filter input::-webkit-search-cancel-button {
    display: none;
  }
  .scroll {
    overflow-x: auto;
    scrollbar-width: thin;
    scrollbar-color: var(--line-strong) transparent;
  }
  table {
    width: 100%;
    border-collapse: separate;
    border-spacing: 0;
  }
  th,
  td {
    height: 32px;
    padding: 0 5px;
    border-bottom: 1px solid var(--line);
    font-weight: 400;
    text-align: right;
    white-space: nowrap;
  }
  thead th {
    height: 24px;
    padding: 0;
    border-bottom-color: var(--line-strong);
    color: var(--text-3);
    font: 400 var(--t-caption) var(--font);
  }
  thead button {
    height: 22px;
    padding: 0 5px;
    border-radius: var(--r1);
    color: inherit;
  }
  thead button:hover,
  thead [aria-sort='ascending'] button,
  thead [aria-sort='descending'] button {
    color: var(--text);
  }
  thead [aria-sort='ascending'] button::after {
    content: ' ↑';
  }
  thead [aria-sort='descending'] button::after {
    content: ' ↓';
  }
  .left {
    text-align: left;
  }
  td.colour {
    width: 20px;
    padding: 0 2px;
    text-align: left;
  }
  td.grow {
    width: 99%;
  }
  .swatch {
    display: block;
    width: 10px;
    height: 10px;
    border-radius: 2px;
    background: var(--swatch);
    box-shadow: inset 0 0 0 1px var(--rim);
  }
  .swatch.lost {
    background: repeating-linear-gradient(-45deg, var(--swatch) 0 2px, transparent 2px 4px);
  }
  .swatch.both {
    background: repeating-linear-gradient(-45deg, var(--second) 0 2px, var(--swatch) 2px 4px);
  }
  .swatch.kept {
    background: none;
    box-shadow: inset 0 0 0 1px var(--control);
  }
  tbody tr {
    cursor: pointer;
  }
  tbody tr:hover > * {
    background: var(--raised);
  }
  tr[aria-current='true'] > * {
    background: var(--sel);
  }
  tr.kept td:not(.colour, .set) {
    color: var(--text-2);
  }
  button.pattern {
    display: inline-flex;
    align-items: center;
    height: 26px;
    padding: 0 3px;
  }
  button.pattern:focus-visible {
    outline-offset: -2px;
  }
  dl-pattern-chip {
    flex-wrap: nowrap;
  }
  .effect {
    color: var(--text-3);
  }
  tr[aria-current='true'] .effect {
    color: var(--text-2);
  }
  .effect span + span {
    margin-left: 12px;
  }
  .tp {
    color: var(--tp-text);
  }
  .fp {
    color: var(--pred);
  }
  tr[aria-current='true'] .tp {
    color: color-mix(in srgb, var(--tp-text) 80%, var(--text));
  }
  tr[aria-current='true'] .fp {
    color: color-mix(in srgb, var(--pred) 80%, var(--text));
  }
  .waiting {
    display: inline-block;
    width: 18px;
    height: 8px;
    border-radius: 2px;
    background: var(--line-strong);
  }
  @container (width < 540px) {
    th,
    td {
      padding: 0 4px;
    }
    .effect span {
      display: block;
      line-height: 15px;
    }
    .effect span + span {
      margin-left: 0;
    }
  }
  .more {
    padding: 8px 0;
    color: var(--text-3);
  }
`;
