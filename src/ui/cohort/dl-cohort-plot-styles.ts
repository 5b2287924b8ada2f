import { css } from 'lit';

/** A plot of a cohort: the texts and the marked case over the canvas. */
export const cohortPlotStyles = css`
  :host {
    position: relative;
    min-width: 0;
    font: 400 var(--t-caption) var(--font);
  }
  .plot,
  .over {
    position: absolute;
    inset: 0;
  }
  .plot {
    border-radius: var(--r1);
    cursor: crosshair;
  }
  .plot.on-mark {
    cursor: pointer;
  }
  .uplot {
    font-family: var(--font);
    pointer-events: none;
  }
  .over {
    overflow: hidden;
    pointer-events: none;
  }
  .over > * {
    position: absolute;
    white-space: nowrap;
  }
  .note {
    padding: 0 4px;
    border-radius: var(--r1);
    background: color-mix(in srgb, var(--panel) 82%, transparent);
    font-weight: 500;
    line-height: 16px;
  }
  .quiet {
    color: var(--text-2);
    font-weight: 400;
  }
  .axis-title {
    color: var(--text-3);
    line-height: 15px;
  }
  .along-y {
    left: 0;
    overflow: hidden;
    text-align: right;
    text-overflow: ellipsis;
    transform: rotate(-90deg);
    transform-origin: 0 0;
  }
  .ring {
    width: 12px;
    height: 12px;
    border: 1.5px solid var(--text);
    border-radius: 50%;
    translate: -50% -50%;
  }
  .pointed {
    width: 9px;
    height: 9px;
    background: color-mix(in srgb, var(--text) 30%, transparent);
  }
  .tip {
    z-index: 1;
    max-width: calc(100% - 8px);
    overflow: hidden;
    padding: 4px 8px;
    border: 1px solid var(--line-strong);
    border-radius: var(--r2);
    background: var(--raised);
    color: var(--text);
    line-height: 16px;
    text-overflow: ellipsis;
  }
  .tip small {
    display: block;
    color: var(--text-2);
    font: inherit;
  }
`;
