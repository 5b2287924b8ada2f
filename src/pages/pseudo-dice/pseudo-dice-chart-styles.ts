import { css } from 'lit';

/** What stands above the chart of simulated epochs, in lines that keep their height. */
export const pseudoDiceChartStyles = css`
  .head,
  .ways,
  .readout {
    display: flex;
    flex-wrap: wrap;
    gap: 0 14px;
    align-items: center;
    min-height: 24px;
    color: var(--text-3);
    font: 400 var(--t-caption) var(--font);
  }
  h2 {
    color: var(--text);
  }
  .key {
    display: inline-flex;
    gap: 6px;
    align-items: center;
    white-space: nowrap;
  }
  .key i {
    width: 16px;
    height: 2px;
    background: var(--ema);
  }
  .key .dots {
    width: 12px;
    height: 3px;
    background: radial-gradient(circle, var(--ema) 1.4px, transparent 1.6px) 0 0 / 4px 3px;
  }
  .key .other {
    height: 1px;
    background: var(--text-3);
  }
  .key .band {
    height: 9px;
    background: color-mix(in srgb, var(--ema) 16%, transparent);
  }
  .key .nan {
    width: 1px;
    height: 9px;
    background: var(--text-2);
  }
  dl-segmented {
    margin-left: auto;
  }
  b {
    color: var(--text);
    font-weight: 600;
  }
  .ways span,
  .readout span {
    white-space: nowrap;
  }
  .readout {
    min-height: 28px;
    border-top: 1px solid var(--line);
    border-bottom: 1px solid var(--line);
    font: 400 var(--t-table) var(--font);
  }
  .epoch {
    color: var(--text);
    font-weight: 600;
  }
  .best {
    margin-left: -8px;
  }
  /* keeps its room, so that nothing moves from epoch to epoch */
  .off {
    visibility: hidden;
  }
  .keys {
    margin-left: auto;
  }
  .keys i {
    font-style: normal;
  }
  kbd {
    padding: 1px 5px;
    border: 1px solid var(--line-strong);
    border-radius: var(--r1);
    color: var(--text-2);
    font: 500 11px/14px var(--font);
  }
  dl-run-chart {
    height: 260px;
    margin-top: 6px;
  }
  @media (max-width: 1560px) {
    .keys i {
      display: none;
    }
  }
  @media (height < 800px) {
    dl-run-chart {
      height: 196px;
    }
  }
  @media (height > 1000px) {
    dl-run-chart {
      height: 330px;
    }
  }
`;
