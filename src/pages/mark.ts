import { svg } from 'lit';

/** The mark of DiceLens: two circles and what they share. */
export const MARK = svg`<svg viewBox="0 0 26 20" aria-hidden="true">
  <path d="M13 4.6a7 7 0 0 1 0 10.8a7 7 0 0 1 0-10.8z" fill="currentColor" />
  <g fill="none" stroke="currentColor" stroke-width="1.4">
    <circle cx="9" cy="10" r="7" /><circle cx="17" cy="10" r="7" />
  </g>
</svg>`;
