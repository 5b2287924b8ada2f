import { css } from 'lit';

/** A slice on black, the same in both themes; its words lie over the picture. */
export const sliceStyles = css`
  :host {
    position: relative;
    display: block;
    container-type: size;
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
    cursor: crosshair;
    touch-action: none;
  }
  .view:focus-visible {
    outline: 2px solid #fff;
    outline-offset: -2px;
  }
  canvas {
    display: block;
    width: 100%;
    height: 100%;
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
    color: var(--well-dim);
  }
  .title b {
    margin-right: 3px;
    color: #fff;
    font-weight: 600;
  }
  .title .place {
    color: var(--well-dim);
  }
  .title span:not(.place) {
    margin-right: 3px;
    color: var(--well-text);
  }
  .window {
    top: 7px;
    right: 10px;
    overflow: hidden;
    max-width: 44%;
    color: var(--well-text);
    text-overflow: ellipsis;
  }
  .ruler {
    right: 10px;
    bottom: 7px;
    padding-top: 4px;
    text-align: center;
  }
  .ruler i {
    display: block;
    height: 5px;
    margin-bottom: 1px;
    border: solid #fff;
    border-width: 0 1px 1px;
    box-shadow: 0 1px 1px rgb(0 0 0 / 60%);
  }
  .compared {
    top: 25px;
    left: 10px;
    overflow: hidden;
    max-width: calc(100% - 20px);
    color: #fff;
    font-weight: 600;
    text-overflow: ellipsis;
  }
  @container (width < 330px) {
    .place,
    .window:not(.empty) {
      display: none;
    }
  }
  .heat {
    top: 26px;
    right: 10px;
    display: flex;
    gap: 5px;
    align-items: center;
  }
  .heat i {
    width: 64px;
    height: 7px;
    border-radius: 2px;
    background: linear-gradient(to right, #5b2d8a, #c86b9f, #ee9f42, #f6f1b0);
  }
  .heat b {
    color: #fff;
    font-weight: 600;
  }
  :host([tile]) .view {
    cursor: pointer;
  }
  .empty {
    color: var(--well-dim);
  }
`;
