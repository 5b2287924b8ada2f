import { css } from 'lit';

/** What every figure of a lesson shares: the row of controls, numbers, and the classes of its charts and slices. */
export const figureStyles = css`
  :host {
    container-type: inline-size;
  }
  .controls {
    display: flex;
    flex-wrap: wrap;
    gap: var(--s2) var(--s5);
    justify-content: flex-end;
    min-height: 30px;
    margin-bottom: var(--s3);
  }
  .two {
    display: grid;
    grid-template-columns: minmax(0, 1fr) minmax(0, 1fr);
    gap: var(--s5);
    align-items: end;
  }
  .narrow .two,
  .two.narrow {
    grid-template-columns: minmax(0, 1fr);
  }
  svg {
    display: block;
    overflow: visible;
    max-width: 100%;
  }
  svg text {
    fill: var(--text-3);
    font: 400 11px/16px var(--font);
  }
  svg .strong {
    fill: var(--text);
    font-weight: 600;
  }
  svg .grid {
    stroke: var(--grid);
  }
  svg .axis {
    stroke: var(--line-strong);
  }
  svg .line {
    fill: none;
    stroke: var(--text);
    stroke-width: 2;
    stroke-linejoin: round;
  }
  svg .thin {
    fill: none;
    stroke: var(--control);
    stroke-width: 1;
  }
  svg .cursor {
    stroke: var(--text-3);
  }
  svg .dot {
    fill: var(--panel);
    stroke: var(--text);
    stroke-width: 1.4;
  }
  .tp {
    fill: var(--ov-tp);
  }
  .fp {
    fill: var(--ov-pred);
  }
  .fn {
    fill: var(--ov-ref);
  }
  .l1 {
    fill: var(--l1);
  }
  .l2 {
    fill: var(--l2);
  }
  .l3 {
    fill: var(--l3);
  }
  .tiles {
    display: flex;
    flex-wrap: wrap;
    gap: var(--s3) var(--s4);
    align-items: flex-start;
  }
  .tile {
    min-width: 0;
    text-align: center;
  }
  .tile svg {
    margin: 0 auto var(--s1);
  }
  .tile strong {
    display: block;
    font: 600 15px/22px var(--font);
  }
  .tile .caption {
    max-width: 170px;
    margin: 0 auto;
  }
  .ground {
    fill: var(--raised);
  }
  .say {
    margin-top: var(--s3);
    color: var(--text-2);
    font: 400 var(--t-body) var(--font);
    text-wrap: pretty;
  }
  svg .series1 {
    stroke: var(--l1);
  }
  svg .series2 {
    stroke: var(--l2);
  }
  svg .series3 {
    stroke: var(--l3);
  }
  svg .band {
    fill: var(--text-3);
    opacity: 0.18;
  }
  svg .ema {
    fill: none;
    stroke: var(--ema);
    stroke-width: 2;
  }
  svg .epoch {
    fill: var(--text-3);
  }
  svg .dashed {
    fill: none;
    stroke: var(--text-2);
    stroke-dasharray: 4 3;
  }
  svg .bar {
    fill: var(--control);
  }
  svg .bar.end {
    fill: var(--text-2);
  }
  svg .halo {
    paint-order: stroke;
    stroke: var(--panel);
    stroke-width: 4px;
    stroke-linejoin: round;
  }
  .big {
    color: var(--text-2);
    font: 600 19px/26px var(--font);
  }
  .own .big {
    color: var(--text);
  }
  .legend {
    display: flex;
    flex-wrap: wrap;
    gap: 4px var(--s4);
    margin-top: var(--s4);
    color: var(--text-2);
  }
  .legend span {
    display: inline-flex;
    gap: var(--s2);
    align-items: center;
  }
  .legend i {
    width: 10px;
    height: 10px;
    border-radius: 50%;
    background: currentColor;
  }
  table {
    width: 100%;
    border-collapse: collapse;
  }
  th {
    color: var(--text-3);
    font: 400 var(--t-caption) var(--font);
    text-align: left;
  }
  th,
  td {
    padding: 4px 6px;
    border-bottom: 1px solid var(--line);
  }
  tbody th {
    color: var(--text);
    font: 400 var(--t-table) var(--font);
  }
  td,
  thead th:not(:first-child) {
    text-align: right;
  }
  @media print {
    svg {
      break-inside: avoid;
    }
  }
`;
