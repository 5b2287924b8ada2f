import { css } from 'lit';

/** The bar above the slices; controls are 26 px high. */
export const viewerToolbarStyles = css`
  :host {
    display: flex;
    gap: var(--s2);
    align-items: center;
    min-width: 0;
    height: 44px;
    padding: 0 10px;
    background: var(--panel);
    container-type: inline-size;
    --wa-form-control-height: 28px;
    --wa-form-control-padding-inline: 7px;
    --chip: 16px;
  }
  @media (max-width: 480px) {
    :host {
      flex-wrap: wrap;
      height: auto;
      padding-block: 8px;
    }
  }
  dl-segmented {
    flex: none;
  }
  .structure {
    flex: 0 1 max(168px, 26cqi);
    min-width: 84px;
    --wa-form-control-activated-color: var(--sel);
  }
  .structure::part(form-control-label) {
    position: absolute;
    overflow: hidden;
    width: 1px;
    height: 1px;
    margin: 0;
    clip-path: inset(50%);
  }
  .structure::part(combobox) {
    border-color: var(--raised);
    background: var(--raised);
  }
  .structure::part(expand-icon) {
    margin-inline-start: var(--s1);
  }
  .structure:hover::part(combobox) {
    border-color: var(--line-strong);
  }
  .structure::part(display-input) {
    color: var(--text);
    font: 400 var(--t-table) var(--font);
    text-overflow: ellipsis;
  }
  .structure::part(listbox) {
    width: max-content;
    min-width: 200px;
    max-width: 340px;
    max-height: 420px;
    border-radius: var(--r2);
  }
  .structure span[slot='start'] {
    margin-inline-end: var(--s2);
  }
  small {
    padding: var(--s1) var(--s2);
    color: var(--text-3);
    font: 400 var(--t-caption) var(--font);
  }
  wa-option {
    padding-block: 5px;
    color: var(--text);
    font: 400 var(--t-table) var(--font);
    --current-text-color: var(--text);
  }
  wa-option:state(selected) {
    font-weight: 500;
  }
  .icons {
    display: flex;
    gap: 6px;
    margin-left: auto;
  }
  .icon-button[aria-expanded='true'] {
    background: var(--sel);
    color: var(--text);
  }
  wa-popover {
    --max-width: 304px;
  }
  wa-popover::part(body) {
    overflow: hidden auto;
    width: 288px;
    max-height: calc(100vh - 120px);
    padding: var(--s3);
    border: 1px solid var(--line-strong);
    border-radius: var(--r2);
    background: var(--raised);
    color: var(--text);
    font: 400 var(--t-table) var(--font);
  }
  .row {
    display: flex;
    gap: var(--s2);
    justify-content: space-between;
    margin-bottom: var(--s2);
    color: var(--text-2);
  }
  .value {
    color: var(--text);
  }
  .hint {
    color: var(--text-3);
    font: 400 var(--t-caption) var(--font);
  }
  input[type='range'] {
    width: 100%;
    height: 24px;
    margin: 0;
    background: none;
    appearance: none;
    cursor: pointer;
  }
  input[type='range']::-webkit-slider-runnable-track {
    height: 2px;
    background: var(--control);
  }
  input[type='range']::-webkit-slider-thumb {
    width: 16px;
    height: 16px;
    margin-top: -7px;
    border: 0;
    border-radius: 50%;
    background: var(--invert-bg);
    appearance: none;
  }
  input[type='range']::-moz-range-track {
    height: 2px;
    background: var(--control);
  }
  input[type='range']::-moz-range-thumb {
    width: 16px;
    height: 16px;
    border: 0;
    border-radius: 50%;
    background: var(--invert-bg);
  }
  dl-view-panel:not(:first-child) {
    display: block;
    margin-top: var(--s3);
  }
  .choices {
    display: flex;
    flex-wrap: wrap;
    gap: 4px;
    margin-bottom: var(--s3);
  }
  .choice {
    min-width: 0;
    max-width: 100%;
    height: 24px;
    padding: 0 var(--s2);
    border: 1px solid var(--line-strong);
    border-radius: var(--r1);
  }
  .choice:hover {
    background: var(--hover);
  }
  .choice[aria-pressed='true'] {
    border-color: var(--control);
    background: var(--sel);
    font-weight: 500;
  }
  @container (width < 560px) {
    dl-segmented {
      --segment-padding: 5px;
    }
    .icons {
      gap: 0;
    }
  }
  @container (width < 470px) {
    dl-segmented {
      --segment-padding: 3px;
    }
    .structure {
      min-width: 58px;
    }
    .structure::part(expand-icon) {
      margin-inline-start: 0;
    }
    .icon-button {
      width: 24px;
    }
  }
`;
