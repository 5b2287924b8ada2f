import { css } from 'lit';

/** A chart of training runs: the texts over the canvas, the marked epoch. */
export const runChartStyles = css`
  :host {
    position: relative;
    min-width: 0;
    font: 400 var(--t-caption) var(--font);
  }
  .plot {
    position: absolute;
    inset: 0;
  }
  .uplot {
    font-family: var(--font);
  }
  .u-over {
    cursor: crosshair;
  }
  .u-select {
    background: color-mix(in srgb, var(--text) 12%, transparent);
  }
  .over {
    position: absolute;
    inset: 0;
    overflow: hidden;
    pointer-events: none;
  }
  .over > * {
    position: absolute;
    white-space: nowrap;
  }
  .strip {
    color: var(--text-3);
    line-height: 14px;
    text-align: right;
  }
  .beside {
    padding: 0 4px;
    border-radius: var(--r1);
    background: color-mix(in srgb, var(--panel) 82%, transparent);
    font-weight: 500;
    line-height: 16px;
  }
  .join {
    color: var(--text-3);
    font-weight: 400;
  }
  .end,
  small {
    overflow: hidden;
    line-height: 15px;
    text-overflow: ellipsis;
  }
  .strong {
    font-weight: 600;
  }
  small {
    display: block;
    color: var(--text-3);
    font: 400 11px / 15px var(--font);
  }
  i {
    translate: -50% -50%;
  }
  .ring {
    width: 9px;
    height: 9px;
    border: 1.5px solid;
    border-radius: 50%;
  }
  .diamond {
    width: 8px;
    height: 8px;
    border: 1.5px solid var(--text);
    background: var(--text);
    rotate: 45deg;
  }
  .hollow {
    background: var(--panel);
  }
  .between {
    width: 0;
    border-left: 1.5px dotted var(--control);
    translate: -50%;
  }
  .cursor {
    width: 1px;
    background: var(--text-2);
    translate: 0;
  }
  .dot {
    width: 8px;
    height: 8px;
    border: 1.5px solid var(--panel);
    border-radius: 50%;
    background: var(--text);
  }
`;
