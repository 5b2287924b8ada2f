import { css, unsafeCSS } from 'lit';
import { TINTS } from '../../core/cohort/cohort-table.ts';

/** The strongest tint, in percent: text stays readable on it in both themes. */
const MOST = 54;

/** A class for every step of the tint: thousands of cells share them. */
const tints = Array.from({ length: TINTS }, (_, i) => {
  const share = (((i + 1) / TINTS) * MOST).toFixed(1);
  return `.fp${i + 1} { background: color-mix(in srgb, var(--pred) ${share}%, transparent); }
    .fn${i + 1} { background: color-mix(in srgb, var(--ref) ${share}%, transparent); }`;
}).join('\n');

/** Rows of 24 px whose names stay at the left and whose headings stay on top. */
export const cohortTableStyles = css`
  :host {
    display: flex;
    min-width: 0;
    min-height: 0;
  }
  .scroll {
    position: relative;
    flex: 1;
    min-width: 0;
    overflow: auto;
    overscroll-behavior: contain;
    scrollbar-width: thin;
    scrollbar-color: var(--line-strong) transparent;
    outline-offset: -2px;
  }
  .head {
    position: sticky;
    top: 0;
    z-index: 2;
    background: var(--panel);
  }
  .row {
    display: flex;
    height: 24px;
    border-bottom: 1px solid var(--line);
    white-space: nowrap;
  }
  .groups {
    border-bottom: 0;
    height: 22px;
    color: var(--text-3);
    font: 400 var(--t-caption) var(--font);
  }
  .heads {
    height: 28px;
    border-bottom-color: var(--line-strong);
    color: var(--text-3);
    font: 400 var(--t-caption) var(--font);
  }
  .name {
    position: sticky;
    left: 0;
    z-index: 1;
    display: flex;
    flex: none;
    gap: 6px;
    align-items: center;
    padding-right: 8px;
    background: var(--panel);
  }
  .gap,
  .cell,
  .group {
    flex: none;
  }
  .cell {
    display: flex;
    align-items: center;
    justify-content: flex-end;
    padding: 0 8px 0 0;
  }
  .group {
    padding: 2px 8px 0 8px;
    text-align: right;
  }
  .group span {
    display: block;
    border-bottom: 1px solid var(--line-strong);
  }
  .heads .cell,
  .heads .name {
    padding-right: 0;
  }
  .heads button {
    display: inline-flex;
    gap: 2px;
    align-items: center;
    justify-content: flex-end;
    width: 100%;
    height: 26px;
    padding-right: 7px;
    border-radius: var(--r1);
    color: var(--text-3);
  }
  .heads .name button {
    justify-content: flex-start;
  }
  .heads button:hover {
    background: var(--hover);
    color: var(--text);
  }
  .heads [aria-sort='ascending'] button,
  .heads [aria-sort='descending'] button {
    color: var(--text);
    font-weight: 500;
  }
  .heads dl-icon {
    width: 12px;
    height: 12px;
  }
  .dot {
    width: 7px;
    height: 7px;
    margin-right: 3px;
    border-radius: 50%;
  }
  .dot.fp {
    background: var(--pred);
  }
  .dot.fn {
    background: var(--ref);
  }
  .score {
    padding: 1px 2px 1px 0;
  }
  .score > span {
    display: flex;
    flex: 1;
    align-items: center;
    justify-content: flex-end;
    height: 21px;
    padding: 0 8px;
    border-radius: 2px;
  }
  .zero {
    font-weight: 600;
  }
  .score .absent {
    padding: 0;
    color: var(--text-3);
    font: 400 var(--t-caption) var(--font);
    justify-content: center;
  }
  .mean {
    font-weight: 600;
  }
  .dim {
    color: var(--text-3);
  }
  .glyphs {
    gap: 4px;
    padding-right: 4px;
  }
  .more {
    color: var(--text-2);
    font: 500 10px/14px var(--font);
  }
  .body .row:hover,
  .body .row:hover .name {
    background: var(--hover);
  }
  .body .row[aria-selected='true'],
  .body .row[aria-selected='true'] .name {
    background: var(--sel);
  }
  .row[aria-selected='true'] .dim,
  .row[aria-selected='true'] .absent {
    color: var(--text-2);
  }
  .name button {
    overflow: hidden;
    text-overflow: ellipsis;
  }
  .body .name button:hover {
    text-decoration: underline 1px;
    text-underline-offset: 3px;
  }
  .name .model {
    flex: 0 2 auto;
    min-width: 20px;
    color: var(--text-3);
    font: 400 var(--t-caption) var(--font);
  }
  .name dl-icon {
    width: 13px;
    height: 13px;
    color: var(--alert);
  }
  .name .warned {
    color: var(--text-2);
  }
  .failed {
    position: sticky;
    overflow: hidden;
    padding: 2px 8px;
    color: var(--alert);
    text-overflow: ellipsis;
  }
  .heading .name {
    color: var(--text-2);
    font-weight: 600;
  }
  .chosen-structure {
    box-shadow: inset 0 -2px 0 var(--text);
  }
  ${unsafeCSS(tints)}
`;
