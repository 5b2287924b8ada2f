import { css } from 'lit';

/** A slider: a hairline filled up to a round thumb; `--filled` is the share of the way that the thumb has gone. */
export const sliderStyles = css`
  input[type='range'] {
    background: none;
    appearance: none;
    cursor: pointer;
  }
  input[type='range']::-webkit-slider-runnable-track {
    height: 2px;
    background: linear-gradient(
        to right,
        var(--text-2) var(--filled, 50%),
        var(--line-strong) var(--filled, 50%)
      )
      center / calc(100% - 16px) 100% no-repeat;
  }
  input[type='range']::-webkit-slider-thumb {
    box-sizing: border-box;
    width: 16px;
    height: 16px;
    margin-top: -7px;
    border: 2px solid var(--panel);
    border-radius: 50%;
    background: var(--invert-bg);
    appearance: none;
  }
  input[type='range']::-moz-range-track {
    height: 2px;
    background: var(--line-strong);
  }
  input[type='range']::-moz-range-thumb {
    width: 12px;
    height: 12px;
    border: 2px solid var(--panel);
    border-radius: 50%;
    background: var(--invert-bg);
  }
  input[type='range']:focus-visible {
    outline: none;
  }
  input[type='range']:focus-visible::-webkit-slider-thumb {
    outline: 2px solid var(--focus);
    outline-offset: 1px;
  }
  input[type='range']:focus-visible::-moz-range-thumb {
    outline: 2px solid var(--focus);
    outline-offset: 1px;
  }
`;
