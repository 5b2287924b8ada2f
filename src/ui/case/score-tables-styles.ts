import { css } from 'lit';

/** Layout of the score tables: one table of two halves, the drop between them. */
export const scoreTablesStyles = css`
  :host {
    display: flex;
    flex-direction: column;
    min-width: 0;
    min-height: 0;
    container-type: inline-size;
    --row: 46px;
  }
  .titles {
    display: flex;
    gap: 54px;
    align-items: center;
    min-height: 30px;
  }
  .titles > div {
    display: flex;
    flex: 1 1 0;
    gap: 4px;
    align-items: center;
    min-width: 0;
  }
  .titles dl-segmented,
  .titles slot {
    margin-left: auto;
  }
  .titles .actions {
    display: flex;
    gap: 8px;
    margin-left: auto;
  }
  .quiet {
    display: inline-flex;
    gap: 6px;
    align-items: center;
    height: 26px;
    padding: 0 8px;
    border-radius: var(--r2);
    color: var(--text-2);
    font-weight: 500;
    white-space: nowrap;
  }
  .quiet:hover {
    background: var(--hover);
    color: var(--text);
  }
  .icon-button[aria-pressed='true'] {
    background: var(--sel);
    color: var(--text);
  }
  .hint {
    min-width: 0;
    color: var(--text-3);
  }
  .scroll {
    min-height: 0;
    overflow: auto;
    scrollbar-width: thin;
    scrollbar-color: var(--line-strong) transparent;
  }
  .dense .scroll {
    max-height: var(--score-rows-height, var(--score-rows-most, 300px));
    padding-right: 2px;
  }
  table {
    width: 100%;
    border-collapse: separate;
    border-spacing: 0;
  }
  th,
  td {
    padding: 0;
    font-weight: 400;
    text-align: right;
    white-space: nowrap;
  }
  tbody tr > * {
    height: var(--row);
    padding-top: 6px;
    vertical-align: top;
    border-bottom: 1px solid var(--line);
    cursor: pointer;
  }
  tbody tr > .drop {
    padding-top: 0;
    vertical-align: middle;
  }
  tbody tr > .drop,
  tbody tr > .empty {
    border-bottom-color: transparent;
    cursor: default;
  }
  thead th {
    position: sticky;
    top: 0;
    z-index: 1;
    height: 36px;
    padding-bottom: 4px;
    border-bottom: 1px solid var(--line-strong);
    background: var(--panel);
    color: var(--text-3);
    font: 400 var(--t-caption) var(--font);
    line-height: 14px;
    vertical-align: bottom;
  }
  thead th.drop {
    border-bottom-color: transparent;
  }
  .name {
    width: 50%;
    max-width: 0;
    text-align: left;
  }
  .alone .name {
    width: 100%;
  }
  .who {
    display: flex;
    gap: 8px;
    align-items: flex-start;
    min-width: 0;
    padding-right: 8px;
  }
  .who > :first-child {
    margin-top: 1px;
  }
  .text {
    display: flex;
    flex: 1;
    flex-direction: column;
    min-width: 0;
    line-height: 17px;
  }
  .ml,
  .iou,
  .difference {
    color: var(--text-3);
    font: 400 var(--t-caption) var(--font);
  }
  .dice {
    width: 52px;
    padding-left: 4px;
    line-height: 16px;
  }
  .dice .number {
    display: inline-block;
    margin-top: -1px;
    padding: 0 5px;
    margin-right: -5px;
    font: 600 14px/18px var(--font);
  }
  .dice .number.absent {
    font: 400 12.5px/18px var(--font);
  }
  thead .dice {
    line-height: 14px;
  }
  .iou {
    display: block;
  }
  .grid,
  .three {
    display: grid;
    justify-items: end;
  }
  .rates {
    padding-left: 14px;
  }
  .grid {
    grid-template: auto auto / 42px 48px;
    align-items: baseline;
    line-height: 17px;
  }
  .grid > :nth-child(1) {
    grid-area: 1 / 1;
  }
  .grid > :nth-child(2) {
    grid-area: 2 / 1;
    color: var(--text-3);
    font-size: 11px;
  }
  thead .grid > :nth-child(2) {
    color: inherit;
  }
  thead .grid {
    line-height: 14px;
  }
  .grid > :nth-child(3) {
    grid-area: 1 / 2;
  }
  thead .grid > :nth-child(3) {
    grid-area: 2 / 2;
  }
  .counts {
    padding-left: 12px;
    width: 152px;
  }
  .three {
    grid-template-columns: 1fr 1fr 1fr;
    gap: 2px;
    width: 140px;
    margin-left: auto;
  }
  .count {
    padding: 0 2px;
    margin-right: -2px;
    border-radius: var(--r1);
    line-height: 18px;
    text-align: right;
    text-decoration: underline dotted 1px transparent;
    text-underline-offset: 3px;
  }
  .count:hover {
    background: var(--hover);
    text-decoration-color: var(--text-2);
  }
  .count[aria-pressed='true'] {
    background: var(--invert-bg);
    color: var(--invert-text);
  }
  .counts .bar {
    width: 132px;
    margin: 4px 0 0 auto;
  }
  .dot {
    display: inline-block;
    width: 7px;
    height: 7px;
    margin-right: 5px;
    border-radius: 50%;
    background: var(--tp);
  }
  .dot.fp {
    background: var(--pred);
  }
  .dot.fn {
    background: var(--ref);
  }
  .drop {
    width: 54px;
    min-width: 54px;
    text-align: center;
    color: var(--text-2);
  }
  .drop .number {
    padding: 1px 3px;
    font: 600 13px/18px var(--font);
  }
  .drop .same {
    color: var(--text-3);
  }
  .chosen {
    scroll-margin-top: 40px;
    background: var(--raised);
  }
`;
