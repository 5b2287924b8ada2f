import { css } from 'lit';

/** The inputs, curves and figures of the sampling planner. */
export const samplingPlannerStyles = css`
  .form {
    display: flex;
    flex-wrap: wrap;
    gap: var(--s2) var(--s3);
    align-items: end;
  }
  label {
    display: grid;
    gap: 2px;
    color: var(--text-3);
    font: 400 var(--t-caption) var(--font);
  }
  input {
    width: 82px;
    height: 28px;
    padding: 0 var(--s2);
    border: 1px solid var(--control);
    border-radius: var(--r1);
    background: var(--bg);
    color: var(--text);
    font: 400 var(--t-table) var(--font);
    font-variant-numeric: tabular-nums;
  }
  input[type='range'] {
    width: 150px;
    padding: 0;
    border: 0;
    accent-color: var(--text-2);
  }
  .pair {
    display: flex;
    gap: var(--s2);
    align-items: center;
    height: 28px;
  }
  p {
    margin-top: var(--s2);
    color: var(--text-2);
    line-height: 19px;
  }
  .parts {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 340px), 1fr));
    gap: var(--s3) var(--s5);
    margin-top: var(--s3);
  }
  .parts > div {
    min-width: 0;
  }
  .scroll {
    overflow: auto;
    max-height: 240px;
  }
  table {
    width: 100%;
    border-collapse: collapse;
  }
  th,
  td {
    height: 24px;
    padding: 0 0 0 var(--s3);
    border-bottom: 1px solid var(--line);
    font-weight: 400;
    text-align: right;
    white-space: nowrap;
  }
  th:first-child {
    padding: 0;
    text-align: left;
  }
  thead th {
    color: var(--text-3);
    font: 400 var(--t-caption) var(--font);
  }
  tbody th {
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: normal;
  }
  svg {
    display: block;
    font: 400 11px var(--font);
    font-variant-numeric: tabular-nums;
  }
  .grid {
    stroke: var(--grid);
  }
  .tick {
    fill: var(--text-3);
  }
  .curve {
    fill: none;
    stroke: var(--text);
    stroke-width: 1.6;
  }
  .curve.missed {
    stroke: var(--text-3);
    stroke-dasharray: 4 3;
  }
  .name {
    fill: var(--text);
    stroke: var(--panel);
    stroke-width: 4px;
    paint-order: stroke;
    font-weight: 500;
  }
  .name.missed {
    fill: var(--text-2);
    font-weight: 400;
  }
  .now {
    stroke: var(--text-2);
  }
  .dot {
    fill: var(--text);
    stroke: var(--panel);
  }
`;
