import { css } from 'lit';

/** The 3D view lies on black, the same in both themes, as the slices do. */
export const volumeViewStyles = css`
  :host {
    position: relative;
    overflow: hidden;
    min-width: 0;
    min-height: 0;
    background: var(--well);
    color: var(--well-text);
    font: 400 11px/16px var(--font);
    user-select: none;
    -webkit-user-select: none;
  }
  .view {
    position: absolute;
    inset: 0;
    cursor: grab;
    touch-action: none;
  }
  .view:active {
    cursor: grabbing;
  }
  .view:focus-visible {
    outline: 2px solid #fff;
    outline-offset: -2px;
  }
  canvas,
  svg {
    position: absolute;
    inset: 0;
    display: block;
    width: 100%;
    height: 100%;
  }
  svg {
    overflow: hidden;
    fill: none;
    pointer-events: none;
    stroke: #fff;
    stroke-width: 1.25;
  }
  .halo {
    stroke: rgb(0 0 0 / 70%);
    stroke-width: 3;
  }
  .over {
    position: absolute;
    pointer-events: none;
    text-shadow:
      0 0 3px #000,
      0 0 3px #000;
    white-space: nowrap;
  }
  .title {
    top: 7px;
    left: 10px;
    color: var(--well-text);
  }
  .title b {
    margin-right: 5px;
    color: #fff;
    font-weight: 600;
  }
  .note {
    top: 24px;
    left: 10px;
    color: var(--well-dim);
  }
  .bottom {
    bottom: 34px;
  }
  .middle {
    top: 50%;
    left: 50%;
    translate: -50% -50%;
    color: var(--well-dim);
  }
  .legend {
    bottom: 34px;
    left: 0;
    padding: 4px 8px 4px 11px;
    border-radius: 0 var(--r2) var(--r2) 0;
    background: rgb(15 17 19 / 68%);
    line-height: 18px;
    text-shadow: none;
  }
  .legend li {
    display: flex;
    gap: 6px;
    align-items: center;
    color: #fff;
  }
  .legend span {
    color: var(--well-dim);
  }
  .legend i {
    flex: none;
    width: 8px;
    height: 8px;
    border-radius: 50%;
    background: var(--swatch);
  }
  .bar {
    position: absolute;
    right: 0;
    bottom: 0;
    left: 0;
    display: flex;
    gap: 4px;
    align-items: center;
    height: 28px;
    padding: 0 6px;
    background: rgb(15 17 19 / 82%);
  }
  .group {
    display: flex;
    gap: 1px;
  }
  .bar button,
  .bar select {
    height: 24px;
    min-width: 24px;
    padding: 0 5px;
    border: 0;
    border-radius: var(--r1);
    background: transparent;
    color: var(--well-text);
    font: 400 11px/16px var(--font);
    text-align: center;
    white-space: nowrap;
  }
  .bar select {
    flex: none;
    min-width: 0;
    cursor: pointer;
  }
  .bar option {
    background: #15181b;
    color: #eceef0;
  }
  .bar button:hover,
  .bar select:hover {
    background: #24292e;
  }
  .bar button[aria-pressed='true'] {
    background: #3a4148;
    color: #fff;
    font-weight: 500;
  }
  .bar :focus-visible {
    outline-color: #fff;
    outline-offset: -2px;
  }
  .end {
    margin-left: auto;
  }
  .short {
    display: none;
  }
  .bar dl-icon {
    width: 14px;
    height: 14px;
    vertical-align: -2px;
  }
  @container view (max-width: 480px) {
    .sides {
      display: none;
    }
  }
  @container view (max-width: 430px) {
    .bar {
      gap: 2px;
      padding: 0 4px;
    }
    .legend {
      display: flex;
      flex-wrap: wrap;
      gap: 0 10px;
      right: 0;
      bottom: 28px;
      padding: 0 10px;
      background: none;
      text-shadow:
        0 0 3px #000,
        0 0 3px #000;
    }
    .bottom {
      bottom: 66px;
    }
  }
  @container view (max-width: 330px) {
    .short {
      display: inline;
    }
    .long {
      display: none;
    }
  }
  @container view (max-height: 190px) {
    .legend {
      display: none;
    }
  }
  .frame {
    position: absolute;
    inset: 0;
    container: view / size;
  }
`;
